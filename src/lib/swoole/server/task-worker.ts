/**
 * What a process of a server does with messages: tasks, results, messages of the program; and Swoole\Server\Task.
 * Source: swoole-src ext-src/swoole_server.cc (onTask, onFinish, onPipeMessage), src/server/task_worker.cc
 */
import { ACC_FINAL, ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { reportException } from '../../../coro/life.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, PhpFloat, type Zval } from '../../../value/zval.ts';
import { Bailout } from '../../../vm/errors.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { logWarning } from '../log.ts';
import { warn } from '../support.ts';
import { eventObject } from './event-objects.ts';
import { taskPackMethods } from './task-pack.ts';
import { fire } from './events.ts';
import { pack, type ServerMessage, unpack } from './messages.ts';
import { runCommand } from './command-methods.ts';
import { hearMaster } from './remote-events.ts';
import type { ServerData } from './server-data.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/server/methods?id=finish';
const SLOT = { data: 0, dispatchTime: 1, id: 2, workerId: 3, flags: 4 } as const;

/** A task that is being done. */
export type CurrentTask = Extract<ServerMessage, { kind: 'task' }>;

/** What a Task object holds. */
interface TaskHandle {
  readonly server: ServerData;
  readonly task: CurrentTask;
}

/** Sends the result of a task to who gave it. */
export function* finishTask(rt: Executor, server: ServerData, task: CurrentTask | null, v: Zval): NativeCode {
  if (server.taskWorkers === 0 || server.role !== 'task' || task === null) {
    logWarning(rt, 'Server::finish(): Server::finish() can only be used in the worker process');
    return false;
  }
  if (task.noReply) return false;
  const parcel = yield* pack(rt, v);
  if (parcel === null) return false;
  return server.office?.post({ kind: 'result', to: task.from, from: server.workerId, id: task.id, parcel }) ?? false;
}

function taskObject(rt: Executor, server: ServerData, task: CurrentTask, data: Zval): PhpObject {
  const self = rt.newObject(rt.classOf('Swoole\\Server\\Task'));
  const handle: TaskHandle = { server, task };
  self.native = handle;
  self.props[SLOT.data] = data;
  self.props[SLOT.dispatchTime] = new PhpFloat(server.now());
  self.props[SLOT.id] = task.id;
  self.props[SLOT.workerId] = task.from;
  self.props[SLOT.flags] = task.flags;
  return self;
}

/** Does a task: what its function returns is the result. */
function* doTask(rt: Executor, server: ServerData, task: CurrentTask): NativeCode<void> {
  const held = server.callback('task');
  const data = yield* unpack(rt, task.parcel);
  const coroutine = server.primary.flag('task_enable_coroutine', false);
  server.currentTask = task;
  const asObject =
    coroutine ||
    server.usesObjects ||
    server.primary.flag('task_object', false) ||
    server.primary.flag('task_use_object', false);
  const object = asObject ? taskObject(rt, server, task, data) : null;
  const args = object === null ? [server.self, task.id, task.from, data] : [server.self, object];
  if (held !== undefined) {
    if (coroutine) yield* schedulerOf(rt).create(held, args);
    else {
      const result = yield { kind: 'call', callable: held.callable, args, named: null, catches: true };
      if (rt.exception === null && deref(result) !== null && result !== undefined) {
        yield* finishTask(rt, server, task, deref(result));
      }
      rt.releaseValue(result);
      if (yield* reportException(rt)) throw new Bailout();
    }
  }
  rt.releaseValue(object ?? data);
  server.office?.post({ kind: 'idle', from: server.workerId });
}

function* tellResult(
  rt: Executor,
  server: ServerData,
  message: Extract<ServerMessage, { kind: 'result' }>,
): NativeCode<void> {
  const data = yield* unpack(rt, message.parcel);
  const own = server.office?.callbacks.get(message.id);
  if (own !== undefined) {
    server.office?.callbacks.delete(message.id);
    yield* fire(rt, own, [server.self, message.id, data]);
    rt.releaseValue(own.holder);
    rt.releaseValue(data);
    return;
  }
  const held = server.callback('finish');
  if (held === undefined) warn(rt, 'require onFinish callback');
  if (server.usesObjects) {
    const fields = {
      task_id: message.id,
      task_worker_id: message.from,
      dispatch_time: new PhpFloat(server.now()),
      data,
    };
    const object = eventObject(rt, 'TaskResult', fields);
    yield* fire(rt, held, [server.self, object]);
    rt.releaseValue(object);
    return;
  }
  yield* fire(rt, held, [server.self, message.id, data]);
  rt.releaseValue(data);
}

function* tellPipe(
  rt: Executor,
  server: ServerData,
  message: Extract<ServerMessage, { kind: 'pipe' }>,
): NativeCode<void> {
  const data = yield* unpack(rt, message.parcel);
  const held = server.callback('pipemessage');
  if (server.usesObjects) {
    const time = new PhpFloat(server.now());
    const object = eventObject(rt, 'PipeMessage', {
      source_worker_id: message.from,
      worker_id: message.from,
      dispatch_time: time,
      data,
    });
    yield* fire(rt, held, [server.self, object]);
    rt.releaseValue(object);
    return;
  }
  yield* fire(rt, held, [server.self, message.from, data]);
  rt.releaseValue(data);
}

/** A message from another process of the server. */
export function* handleMessage(rt: Executor, server: ServerData, message: ServerMessage): NativeCode<void> {
  switch (message.kind) {
    case 'task':
      return yield* doTask(rt, server, message);
    case 'result':
      return yield* tellResult(rt, server, message);
    case 'pipe':
      return yield* tellPipe(rt, server, message);
    case 'send': {
      const conn = server.find(message.fd);
      conn?.connection.write(message.bytes);
      return;
    }
    case 'close': {
      const conn = server.find(message.fd);
      if (conn !== null) yield* server.close(conn, -1);
      return;
    }
    case 'command': {
      const bytes = yield* runCommand(server, message.name, message.bytes);
      server.office?.post({ kind: 'commandAnswer', id: message.id, bytes });
      return;
    }
    case 'commandAnswer':
      server.commands.answer(message.id, message.bytes);
      return;
    case 'write':
    case 'idle':
    case 'open':
    case 'opened':
      return;
    default:
      return yield* hearMaster(server, message);
  }
}

export const taskClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Server\\Task',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  handlers: { cloneable: false, unsetProperty: denyUnset },
  properties: [
    { name: 'data', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'dispatch_time', flags: ACC_PUBLIC, type: null, default: new PhpFloat(0) },
    { name: 'id', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'worker_id', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'flags', flags: ACC_PUBLIC, type: null, default: 0 },
  ],
  methods: [
    method({
      name: 'finish',
      doc: 'Answers the task.',
      params: [p.mixed('data')],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, data) {
        const handle = self.native as TaskHandle | null;
        if (handle === null) return rt.throwError('Error', 'The task has no server');
        return finishTask(rt, handle.server, handle.task, data);
      },
    }),
    ...taskPackMethods,
  ],
};
