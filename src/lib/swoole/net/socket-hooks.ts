/**
 * SWOOLE_HOOK_SOCKETS: functions of PHP in the place of those of ext/sockets, on Swoole\Coroutine\Socket instead of Socket.
 * Source: swoole-src ext-src/swoole_runtime.cc (hook_all_func, swoole_user_func_handler, inherit_class)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { passedArguments } from '../../../vm/internal-call.ts';
import { InternalFunction, type ParamSpec } from '../../../vm/internal-function.ts';
import { loadSource } from '../library/load.ts';
import { SOCKET_FUNCTIONS } from '../library/socket-functions.ts';

const HOOK_SOCKETS: number = 1 << 14;

const NAMES: readonly string[] = [
  'socket_create',
  'socket_create_listen',
  'socket_create_pair',
  'socket_connect',
  'socket_write',
  'socket_read',
  'socket_send',
  'socket_recv',
  'socket_sendto',
  'socket_recvfrom',
  'socket_bind',
  'socket_listen',
  'socket_accept',
  'socket_getpeername',
  'socket_getsockname',
  'socket_getopt',
  'socket_get_option',
  'socket_setopt',
  'socket_set_option',
  'socket_set_block',
  'socket_set_nonblock',
  'socket_shutdown',
  'socket_close',
  'socket_clear_error',
  'socket_last_error',
  'socket_import_stream',
];

/** What a function of ext/sockets was before. */
interface Original {
  readonly func: InternalFunction;
  readonly params: readonly ParamSpec[];
  readonly required: number;
  readonly impl: InternalFunction['impl'];
}

/** Hands the arguments as they are to the function of the library. */
function* standIn(rt: Executor, name: string): NativeCode {
  const frame = rt.currentExecuteData;
  if (frame === null) return null;
  const args: Zval[] = passedArguments(frame);
  if (!rt.functionTable.has(`swoole_${name}`)) yield* loadSource(rt, 'ext/sockets.php', SOCKET_FUNCTIONS, 'src');
  const callable = rt.resolveCallable(`swoole_${name}`);
  return callable === null ? null : yield { kind: 'call', callable, args, named: null, catches: false };
}

function anything(spec: ParamSpec): ParamSpec {
  return { ...spec, types: ['mixed'], className: null, optional: true, defaultValue: null, defaultText: null };
}

/** Puts Swoole's functions in the place of ext/sockets' or takes them away again, as the flags say. */
export function hookSockets(rt: Executor, flags: number): void {
  const own = rt.classTable.get('swoole\\coroutine\\socket');
  const plain = rt.classTable.get('socket');
  if (own === undefined || plain === undefined) return;
  const state = rt.moduleState('swoole.sockets', (): { originals: Original[] } => ({ originals: [] }));
  const on = (flags & HOOK_SOCKETS) !== 0;
  if (on === state.originals.length > 0) return;
  if (!on) {
    for (const { func, params, required, impl } of state.originals) {
      Object.assign(func, { params, requiredNumArgs: required, impl, defaults: null });
    }
    state.originals = [];
    own.parent = null;
    return;
  }
  for (const name of NAMES) {
    const func = rt.functionTable.get(name);
    if (!(func instanceof InternalFunction)) continue;
    state.originals.push({ func, params: func.params, required: func.requiredNumArgs, impl: func.impl });
    func.params = func.params.map(anything);
    func.requiredNumArgs = 0;
    func.defaults = null;
    func.impl = (vm) => standIn(vm, name);
  }
  own.parent = plain;
}
