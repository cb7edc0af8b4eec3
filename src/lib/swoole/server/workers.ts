/**
 * Servers with several workers: processes that share the ports. The first process serves nobody: it makes the workers,
 * replaces those that die, and ends them.
 * Source: swoole-src src/server/manager.cc
 */
import { waitFor } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { ForkedProcess, ForkPort } from '../../../vm/fork-port.ts';
import { callPlainly, fire } from './events.ts';
import type { HeldCallable } from '../../../coro/coroutine.ts';
import type { Listener } from '../../../vm/net-ports.ts';
import { heartbeat } from './heartbeat.ts';
import { decodeMessage, encodeMessage } from './messages.ts';
import { Dispatcher } from './dispatcher.ts';
import { logInfo, logWarning } from '../log.ts';
import { eventObject } from './event-objects.ts';
import { openPackets } from './packet-events.ts';
import { PostOffice } from './post-office.ts';
import { NO_MAIL, Router } from './router.ts';
import type { ServerData } from './server-data.ts';

const SIGINT = 2;
const SIGKILL = 9;
const SIGUSR1 = 10;
const SIGUSR2 = 12;
const SIGTERM = 15;
/** Of the manager, in the log. */
const MARK = '$';
/** Seconds that a worker may take to begin. */
const START_SECONDS = 60;
/** Seconds beyond max_wait_time until a worker is killed. */
const GRACE = 2;
/** Seconds that a worker that dies at once is not replaced. */
const RESPAWN_SECONDS = 0.01;

/** The manager gets no mail: it reads what others write. */
function* NOTHING(): NativeCode<void> {}

/** Registers what is called at a signal; what takes it back. */
export type CatchSignal = (number: number, heard: () => void) => (() => void) | null;

class Manager {
  private readonly rt: Executor;
  private readonly server: ServerData;
  private readonly forks: ForkPort;
  /** By number: workers, then task workers, then processes of the program's. */
  private readonly workers: ForkedProcess[] = [];
  private readonly router: Router;
  private stopping = false;
  /** Workers that end because of a reload, and their numbers. */
  private readonly reloading: Map<ForkedProcess, number> = new Map();
  private hasBegun = false;
  private readonly free: WeakSet<ForkedProcess> = new WeakSet();

  /** How much the program had been told when it called start(). */
  private readonly place: number;

  constructor(rt: Executor, server: ServerData, forks: ForkPort, place: number) {
    this.place = place;
    this.rt = rt;
    this.server = server;
    this.forks = forks;
    this.router = new Router(server, this.workers);
  }

  *run(catchSignal: CatchSignal): NativeCode<void> {
    const { rt, server } = this;
    const scheduler = schedulerOf(rt);
    const signals = [
      catchSignal(SIGTERM, () => this.stop()),
      catchSignal(SIGINT, () => this.stop()),
      catchSignal(SIGUSR1, () => this.reload(0)),
      catchSignal(SIGUSR2, () => this.reload(server.workers)),
    ];
    // the workers will listen by themselves: what comes before they do is kept for them
    const listeners = server.ports.map((port) => port.listener);
    for (const listener of server.isMastered ? [] : listeners) listener?.hold?.();
    yield* this.begin();
    if (server.isMastered) this.serve();
    // a fork takes no time: none goes on before all are there
    this.hasBegun = true;
    server.pids.push(...this.workers.map((one) => one.pid));
    for (const [id, worker] of this.workers.entries()) this.letGo(id, worker);
    if (!server.isMastered) yield* this.open(listeners);
    server.role = 'manager';
    server.manager = { stop: () => this.stop(), reload: (first) => this.reload(first) };
    server.office = new PostOffice(
      rt,
      NO_MAIL,
      (text) => this.router.route(text),
      () => NOTHING(),
      [],
    );
    for (const event of ['start', 'managerstart']) yield* fire(rt, server.callback(event), [server.self]);
    scheduler.ioWaiters++;
    yield* scheduler.loop();
    yield* this.tell('managerstop');
    for (const stop of signals) stop?.();
  }

  /** From now on takes connections for the workers. */
  private serve(): void {
    const { server } = this;
    const dispatcher = new Dispatcher(server, this.workers);
    server.dispatcher = dispatcher;
    this.router.dispatcher = dispatcher;
    for (const port of server.ports) {
      server.listen(port);
      openPackets(server, port);
    }
    heartbeat(this.rt, server);
  }

  /** Lets the workers open the ports, and gives them the connections that have come meanwhile. */
  private *open(listeners: readonly (Listener | null)[]): NativeCode<void> {
    const { rt, server } = this;
    for (const listener of listeners) listener?.release?.();
    for (const port of server.ports) port.datagrams?.close();
    const workers = this.workers.slice(0, server.workers);
    const open = (): boolean => workers.every((one, id) => one.state === 'ended' || this.router.opened.has(id));
    yield* waitFor(
      rt,
      workers.map((one) => one.mail),
      open,
      START_SECONDS,
      'workers',
      true,
    );
    listeners
      .filter((one) => one !== null)
      .forEach((listener, place) => {
        for (let n = 0; workers[n % workers.length]?.give(listener, place); n++);
      });
  }

  /** Makes all processes and waits until they have begun. */
  private *begin(): NativeCode<void> {
    const { workers, taskWorkers, processes } = this.server;
    for (let id = 0; id < workers + taskWorkers + processes.length; id++) this.spawn(id);
    const handles = [...this.workers];
    const begun = (): boolean => handles.every((one) => one.state !== 'starting');
    yield* waitFor(this.rt, handles, begun, START_SECONDS, 'workers', true);
  }

  /** A process that has begun may go on. */
  private letGo(id: number, worker: ForkedProcess): void {
    if (this.free.has(worker)) return;
    this.free.add(worker);
    // until now it has been as if the one before were there
    this.server.pids[id] = worker.pid;
    const pids = encodeMessage({ kind: 'pids', pids: this.server.pids });
    for (const one of this.workers) one?.post(pids);
    worker.post(encodeMessage({ kind: 'open', to: id }));
  }

  private *tell(event: string): NativeCode<void> {
    const held = this.server.callback(event);
    if (held !== undefined) yield* callPlainly(this.rt, held, [this.server.self]);
  }

  private spawn(id: number): void {
    const worker = this.forks.fork(id, { redirect: false, worker: true, place: this.place });
    this.workers[id] = worker;
    this.router.listen(id, worker);
    this.server.dispatcher?.begun(id);
    const look = (): void => {
      if (worker.state === 'running' && this.hasBegun) this.letGo(id, worker);
      if (worker.state !== 'ended') return;
      worker.listeners.delete(look);
      schedulerOf(this.rt).wake(() => this.ended(id, worker));
    };
    worker.listeners.add(look);
  }

  private *ended(id: number, worker: ForkedProcess): NativeCode<void> {
    const { rt, server } = this;
    const scheduler = schedulerOf(rt);
    const failed = worker.exitCode !== 0 || worker.signal !== 0;
    const held = server.callback('workererror');
    if (failed && held !== undefined && !this.stopping) {
      yield* this.tellError(held, id, worker);
    }
    if (failed && !this.stopping) {
      const end = `status=${worker.exitCode}, signal=${worker.signal}`;
      logWarning(rt, `Worker::report_error(): worker(pid=${worker.pid}, id=${id}) abnormal exit, ${end}`, MARK);
    }
    if (this.reloading.delete(worker) && this.reloading.size === 0) yield* this.tell('afterreload');
    if (!this.stopping) {
      const spawn = (): void => {
        if (!this.stopping) this.spawn(id);
      };
      // one that cannot even begin must not keep the machine busy
      if (worker.signal === 0 && failed) {
        scheduler.after(RESPAWN_SECONDS, function* () {
          spawn();
        });
      } else spawn();
      return;
    }
    if (this.workers.every((one) => one.state === 'ended')) {
      scheduler.ioWaiters--;
      scheduler.stop();
    }
  }

  private *tellError(held: HeldCallable, id: number, worker: ForkedProcess): NativeCode<void> {
    const { rt, server } = this;
    const { pid, exitCode, signal } = worker;
    if (!server.usesObjects) {
      yield* callPlainly(rt, held, [server.self, id, pid, exitCode, signal]);
      return;
    }
    const fields = { worker_id: id, worker_pid: pid, status: (exitCode << 8) | signal, exit_code: exitCode, signal };
    const object = eventObject(rt, 'StatusInfo', fields);
    yield* callPlainly(rt, held, [server.self, object]);
    rt.releaseValue(object);
  }

  private kill(worker: ForkedProcess, signal: number): void {
    if (worker.state !== 'ended') this.rt.host.system?.kill(worker.pid, signal);
  }

  private stop(): void {
    if (this.stopping) return;
    this.stopping = true;
    const { workers: all } = this;
    schedulerOf(this.rt).wake(() => this.tell('beforeshutdown'));
    for (const worker of all) this.kill(worker, SIGTERM);
    const { workers } = this;
    const kill = (): void => {
      for (const worker of workers) this.kill(worker, SIGKILL);
    };
    schedulerOf(this.rt).after(this.server.primary.number('max_wait_time', 3) + GRACE, function* () {
      kill();
    });
  }

  /** Ends the workers, which are then replaced. @param first the number of the first of them */
  private reload(first: number): void {
    if (this.stopping || this.reloading.size > 0) return;
    const { rt, server } = this;
    const last = server.workers + server.taskWorkers;
    logInfo(rt, `Server is reloading ${first === 0 ? 'all' : 'task'} workers now`, MARK);
    for (let id = first; id < last; id++) {
      const worker = this.workers[id];
      if (worker !== undefined && worker.state !== 'ended') this.reloading.set(worker, id);
    }
    const ends = [...this.reloading];
    schedulerOf(rt).wake(() => this.endAll(ends));
  }

  private *endAll(ends: readonly (readonly [ForkedProcess, number])[]): NativeCode<void> {
    const { rt, server } = this;
    yield* this.tell('beforereload');
    for (const [worker] of ends) this.kill(worker, SIGTERM);
    const kill = (): void => {
      for (const [worker, id] of ends) {
        if (worker.state === 'ended') continue;
        logWarning(rt, `ReloadTask::kill_all(): force kill worker process(pid=${worker.pid}, id=${id})`, MARK);
        this.kill(worker, SIGKILL);
      }
    };
    schedulerOf(rt).after(server.primary.number('max_wait_time', 3), function* () {
      kill();
    });
  }
}

/** The process that called start(): lets the workers work. */
export function* manageWorkers(
  rt: Executor,
  server: ServerData,
  forks: ForkPort,
  place: number,
  catchSignal: CatchSignal,
): NativeCode<void> {
  yield* new Manager(rt, server, forks, place).run(catchSignal);
  server.stop();
}

/** A process among others: waits until its maker lets it go on. The messages that have come meanwhile. */
export function* awaitOthers(server: ServerData, forks: ForkPort): NativeCode<string[]> {
  const early: string[] = [];
  const isAllowed = (): boolean => {
    for (let text = forks.mail.next(); text !== undefined; text = forks.mail.next()) {
      const message = decodeMessage(text);
      if (message.kind === 'open') return true;
      early.push(text);
    }
    return false;
  };
  yield* waitFor(server.rt, [forks.mail], isAllowed, -1, 'worker', true);
  return early;
}

/** Opens the ports that it shares with the others. */
export function* openShared(server: ServerData, forks: ForkPort): NativeCode<void> {
  for (const port of server.ports) {
    port.close();
    yield* server.open(port);
  }
  forks.post(encodeMessage({ kind: 'opened', from: server.workerId }));
}
