/**
 * Commands: functions of the program that run in a process of the server which the master names.
 * Source: swoole-src ext-src/swoole_server.cc (addCommand, command), src/server/master.cc (Server::command)
 */
import { waitFor } from '../../../coro/io-wait.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { JsonDecoder } from '../../json-decoder.ts';
import { JsonEncoder } from '../../json-encoder.ts';
import { ownedCallable, warnAlways } from '../support.ts';
import { ServerData } from './server-data.ts';

const LINK = 'https://wiki.swoole.com/#/server/methods?id=addcommand';
/** SWOOLE_SERVER_COMMAND_* */
const PROCESS = { master: 2, reactor: 4, worker: 8, task: 16, manager: 32 } as const;
const MAX_ID = 0xffffffff;
const JSON_DEPTH = 512;
/** JSON_OBJECT_AS_ARRAY */
const AS_ARRAY = 1;

/** Does a command in this process. */
export function* runCommand(server: ServerData, name: string, data: string): NativeCode<string> {
  const { rt } = server;
  const command = server.commands.byName.get(name);
  if (command === undefined) return '{"data": "unknown command", "code": -1}';
  const result = yield {
    kind: 'call',
    callable: command.held.callable,
    args: [server.self, data],
    named: null,
    catches: false,
  };
  const v = deref(result);
  if (typeof v === 'string') return v;
  rt.releaseValue(result);
  return '{"data": "wrong return type", "code": -2}';
}

/** The number of the process that a command is for; -1: this one, null: there is none. */
function target(server: ServerData, id: number, type: number): number | null {
  if (type === PROCESS.master || type === PROCESS.manager) return -1;
  if (type === PROCESS.worker && id < server.workers) {
    return server.role === 'alone' || (server.role === 'worker' && id === server.workerId) ? -1 : id;
  }
  return type === PROCESS.task && id < server.taskWorkers ? server.workers + id : null;
}

function* ask(
  rt: Executor,
  server: ServerData,
  name: string,
  to: number | null,
  data: string,
): NativeCode<string | null> {
  if (to === null) return null;
  if (to < 0) return yield* runCommand(server, name, data);
  const { commands } = server;
  const id = commands.nextId++;
  commands.answers.set(id, null);
  server.office?.post({ kind: 'command', to, id, from: server.workerId, name, bytes: data });
  yield* waitFor(rt, [commands], () => commands.answers.get(id) !== null, -1, 'command', true);
  const text = commands.answers.get(id) ?? null;
  commands.answers.delete(id);
  return text;
}

function addCommand(rt: Executor, server: ServerData, name: string, accepts: number, callback: Zval): boolean {
  if (server.state !== 'new') {
    warnAlways(rt, "server is running, can't add command");
    return false;
  }
  if ((accepts & PROCESS.reactor) !== 0) {
    warnAlways(rt, 'only support worker/task_worker process');
    return false;
  }
  const callable = rt.resolveCallable(callback);
  if (callable === null || server.commands.byName.has(name)) return false;
  server.commands.byName.set(name, { accepts, held: ownedCallable(rt, callable, 2) });
  return true;
}

function* command(
  rt: Executor,
  server: ServerData,
  name: string,
  id: number,
  type: number,
  data: Zval,
  decodes: boolean,
): NativeCode {
  if (id < 0 || id > MAX_ID) {
    warnAlways(rt, `invalid process_id[${id}]`);
    return false;
  }
  const encoder = new JsonEncoder(rt, 0, JSON_DEPTH);
  yield* encoder.value(data);
  const found = server.commands.byName.get(name);
  const mayAsk = server.isMastered ? server.role === 'manager' : server.workerId === 0;
  if (rt.exception !== null || encoder.error !== 0 || found === undefined || !mayAsk || (type & found.accepts) === 0)
    return false;
  const answer = yield* ask(rt, server, name, target(server, id, type), encoder.text);
  if (answer === null) return false;
  if (!decodes) return answer;
  const decoder = new JsonDecoder(rt, answer, AS_ARRAY, JSON_DEPTH);
  const v = decoder.parse();
  return decoder.error === 0 ? v : false;
}

export const commandMethods: readonly MethodDef[] = [
  method({
    name: 'addCommand',
    doc: 'Adds a function that can be run in processes of the server.',
    params: [p.string('name'), p.int('accepted_process_types'), p.untyped('callback')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, name, accepts, callback) =>
      self.native instanceof ServerData && addCommand(rt, self.native, name, accepts, callback),
  }),
  method({
    name: 'command',
    doc: 'Runs such a function; its answer.',
    params: [
      p.string('name'),
      p.int('process_id'),
      p.int('process_type'),
      p.mixed('data'),
      p.bool('json_decode', { default: true }),
    ],
    returns: ['mixed'],
    link: LINK,
    impl(rt, self, name, id, type, data, decodes) {
      const server = self.native;
      if (server instanceof ServerData && server.state === 'running') {
        return command(rt, server, name, id, type, data, decodes);
      }
      warnAlways(rt, 'server is not running');
      return false;
    },
  }),
];
