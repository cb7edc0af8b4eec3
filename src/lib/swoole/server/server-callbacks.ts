/** The functions that a server calls at its events. Source: swoole-src ext-src/swoole_server.cc (on, getCallback) */
import { E_ERROR } from '../../../base/diagnostics.ts';
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { ownedCallable, warn } from '../support.ts';
import { eventOwner } from './events.ts';
import type { ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';
import { nameOfServer } from './server-properties.ts';

function callableArgument(rt: Executor, v: Zval): HeldCallable | null {
  const callable = rt.resolveCallable(v);
  return callable === null ? null : ownedCallable(rt, callable, 1);
}

/** A callable as messages name it. */
function callableText(v: Zval): string {
  if (v instanceof PhpArray) {
    const [owner, name] = v.valueList().map((one) => deref(one));
    const className = owner instanceof PhpObject ? owner.ce.name : owner;
    if (v.count === 2 && typeof className === 'string' && typeof name === 'string') return `${className}::${name}`;
    return 'Array';
  }
  if (v instanceof PhpObject) return `${v.ce.name}::__invoke`;
  return typeof v === 'string' ? v : '';
}

/** on() of a server (port null) or of a port. */
export function setCallback(rt: Executor, server: ServerData, port: ServerPort | null, event: string, v: Zval): Zval {
  const name = event.toLowerCase().replace(/^on/, '');
  if (server.state === 'running') {
    warn(rt, 'server is running, unable to register event callback function');
    return false;
  }
  const owner = eventOwner(name);
  if (owner === null || (owner === 'server' && port !== null)) {
    warn(rt, `unknown event types[${event}]`);
    return false;
  }
  const held = callableArgument(rt, v);
  if (held === null) {
    const where = owner === 'port' ? 'Swoole\\Server\\Port' : nameOfServer(server.self);
    rt.error(E_ERROR, `${where}::on(): function '${callableText(v)}' is not callable`);
    return false;
  }
  const table = owner === 'server' ? server.callbacks : (port ?? server.primary).callbacks;
  const old = table.get(name);
  table.set(name, held);
  if (old !== undefined) rt.releaseValue(old.holder);
  schedulerOf(rt).activate();
  return true;
}

export function getCallback(server: ServerData, event: string): Zval {
  const name = event.toLowerCase();
  const held = server.callback(name) ?? server.primary.callback(name);
  return held === undefined ? null : addRef(held.holder);
}
