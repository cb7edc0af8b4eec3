/**
 * Tasks: work that a worker gives to the task workers.
 * Source: swoole-src ext-src/swoole_server.cc (task, taskwait, taskWaitMulti, taskCo, finish, sendMessage)
 */
import { E_ERROR } from '../../../base/diagnostics.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { ownedCallable, runningName, warn } from '../support.ts';
import { pack, unpack } from './messages.ts';
import type { PostOffice } from './post-office.ts';
import { ServerData } from './server-data.ts';
import { finishTask } from './task-worker.ts';

const LINK = 'https://wiki.swoole.com/#/server/methods?id=task';
const DEFAULT_TIMEOUT = 0.5;
const MOST_TASKS = 1024;
/** SW_TASK_*: what is said of a task. */
const FLAG = { serialized: 2, nonBlocking: 4, callback: 8, waitsForAll: 16, coroutine: 32, noReply: 128 } as const;

type Work = (server: ServerData, office: PostOffice) => Zval | NativeCode;

function onRunning(rt: Executor, self: PhpObject, work: (server: ServerData) => Zval | NativeCode): Zval | NativeCode {
  const server = self.native;
  if (server instanceof ServerData && server.state === 'running') return work(server);
  warn(rt, 'server is not running');
  return false;
}

/** Runs `work` where tasks may be given; `waits`: only in a worker. */
function giving(rt: Executor, self: PhpObject, to: number, waits: string | null, work: Work): Zval | NativeCode {
  return onRunning(rt, self, (server) => {
    if (waits !== null && server.role !== 'worker') {
      warn(rt, `${waits} method can only be used in the worker process`);
      return false;
    }
    if (server.taskWorkers === 0 || server.office === null) {
      warn(rt, "task method can't be executed without task worker");
      return false;
    }
    if (to > 0 && to >= server.taskWorkers) {
      warn(rt, `worker_id must be less than task_worker_num[${server.taskWorkers}]`);
      return false;
    }
    if (server.role === 'task') {
      warn(rt, 'Server->task() cannot use in the task-worker');
      return false;
    }
    return work(server, server.office);
  });
}

/** Gives a task; its number, or null with an exception left. */
function* give(
  rt: Executor,
  server: ServerData,
  office: PostOffice,
  v: Zval,
  to: number,
  waits: boolean,
  flags: number,
): NativeCode<number | null> {
  const parcel = yield* pack(rt, v);
  if (parcel === null) return null;
  const id = office.newTaskId();
  if (waits) office.expect(id);
  const noReply = server.role !== 'worker';
  const said = flags | (parcel.serialized ? FLAG.serialized : 0) | (noReply ? FLAG.noReply : 0);
  office.post({ kind: 'task', to: Math.max(-1, to), from: server.workerId, id, parcel, flags: said, noReply });
  return id;
}

/** Of a task whose result is waited for. */
function waitingFlags(rt: Executor, outside: number): number {
  return schedulerOf(rt).current === null ? outside : FLAG.nonBlocking | FLAG.coroutine;
}

/** Gives several tasks and waits for all. @param showsLate false stands for a result that has not come; else there is none */
function* giveAll(
  rt: Executor,
  server: ServerData,
  office: PostOffice,
  tasks: PhpArray,
  seconds: number,
  showsLate: boolean,
): NativeCode {
  if (tasks.count >= MOST_TASKS) {
    warn(rt, 'too many concurrent tasks');
    return false;
  }
  const ids: number[] = [];
  for (const task of tasks.valueList()) {
    const id = yield* give(rt, server, office, deref(task), -1, true, waitingFlags(rt, FLAG.waitsForAll));
    if (id === null) return false;
    ids.push(id);
  }
  const out = new PhpArray();
  const found = yield* office.await(ids, seconds, 'task');
  for (const [n, parcel] of found.entries()) {
    if (parcel !== null) out.set(n, yield* unpack(rt, parcel));
    else if (showsLate) out.set(n, false);
  }
  return out;
}

function multi(name: string, showsLate: boolean): MethodDef {
  return method({
    name,
    doc: `Gives tasks and waits for their results${showsLate ? '; false stands for one that is late' : ''}.`,
    params: [p.array('tasks'), p.float('timeout', { default: DEFAULT_TIMEOUT })],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, self, tasks, seconds) =>
      giving(rt, self, -1, name, (server, office) => giveAll(rt, server, office, tasks, seconds, showsLate)),
  });
}

export const taskMethods: readonly MethodDef[] = [
  method({
    name: 'task',
    doc: 'Gives a task to a task worker; its number.',
    params: [
      p.mixed('data'),
      p.int('taskWorkerIndex', { default: -1 }),
      p.untyped('finishCallback', { default: null }),
    ],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, data, to, callback) =>
      giving(rt, self, to, null, function* (server, office) {
        const callable = callback === null || server.role !== 'worker' ? null : rt.resolveCallable(callback);
        const flags = FLAG.nonBlocking | (callable === null ? 0 : FLAG.callback);
        const id = yield* give(rt, server, office, data, to, false, flags);
        if (id === null) return false;
        if (callable !== null) office.callbacks.set(id, ownedCallable(rt, callable, 2));
        return id;
      }),
  }),
  method({
    name: 'taskwait',
    doc: 'Gives a task and waits for its result.',
    params: [
      p.mixed('data'),
      p.float('timeout', { default: DEFAULT_TIMEOUT }),
      p.int('taskWorkerIndex', { default: -1 }),
    ],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, data, seconds, to) =>
      giving(rt, self, to, 'taskwait', function* (server, office) {
        const id = yield* give(rt, server, office, data, to, true, waitingFlags(rt, 0));
        if (id === null) return false;
        const [parcel] = yield* office.await([id], seconds, 'taskwait');
        return parcel === null || parcel === undefined ? false : yield* unpack(rt, parcel);
      }),
  }),
  multi('taskWaitMulti', false),
  multi('taskCo', true),
  method({
    name: 'finish',
    doc: 'Answers the task that is being done.',
    params: [p.mixed('data')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, data) =>
      onRunning(rt, self, (server) => {
        if (server.primary.flag('task_enable_coroutine', false)) {
          const advice = 'please use Swoole\\Server\\Task->finish instead when task_enable_coroutine is enable';
          rt.error(E_ERROR, `${runningName(rt)}(): ${advice}`);
          return false;
        }
        return finishTask(rt, server, server.currentTask, data);
      }),
  }),
  method({
    name: 'sendMessage',
    doc: "Sends a message to another worker's onPipeMessage.",
    params: [p.mixed('message'), p.int('dst_worker_id')],
    returns: ['bool'],
    link: 'https://wiki.swoole.com/#/server/methods?id=sendmessage',
    impl: (rt, self, data, to) =>
      onRunning(rt, self, (server) => {
        if (server.callback('pipemessage') === undefined) {
          warn(rt, "onPipeMessage is null, can't use sendMessage");
          return false;
        }
        if ((server.role === 'worker' || server.role === 'task') && to === server.workerId) {
          warn(rt, "can't send messages to self");
          return false;
        }
        if (to < 0 || to >= server.workers + server.taskWorkers || server.office === null) {
          warn(rt, `worker_id[${to}] is invalid`);
          return false;
        }
        return sendPipe(rt, server, server.office, data, to);
      }),
  }),
];

function* sendPipe(rt: Executor, server: ServerData, office: PostOffice, data: Zval, to: number): NativeCode {
  const parcel = yield* pack(rt, data);
  if (parcel === null) return false;
  const sent = office.post({ kind: 'pipe', to, from: server.workerId, parcel });
  if (!sent) schedulerOf(rt).lastError = 32;
  return sent;
}
