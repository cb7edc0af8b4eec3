/**
 * The life of a server: start, the event loop, reload, shutdown.
 * Source: swoole-src src/server/{base,master,worker}.cc, ext-src/swoole_server.cc (php_swoole_server_before_start)
 */
import { E_ERROR } from '../../../base/diagnostics.ts';
import { networkOf } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { Executor } from '../../../vm/executor.ts';
import { nameOfServer, setProperty } from './server-properties.ts';
import { logError, logInfo } from '../log.ts';
import { warnAlways } from '../support.ts';
import { callPlainly, fire } from './events.ts';
import { openPackets } from './packet-events.ts';
import { heartbeat } from './heartbeat.ts';
import { SWOOLE_BASE, SWOOLE_PROCESS, setServer } from './server-construct.ts';
import { runningServer, type ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';
import { throwUnwindExit } from '../../../vm/unwind-exit.ts';
import { pipeToServer, runInServer } from '../process/process-class.ts';
import { hearNews, leaveConnections } from './remote-events.ts';
import { PostOffice } from './post-office.ts';
import { handleMessage } from './task-worker.ts';
import { awaitOthers, manageWorkers, openShared } from './workers.ts';

const SIGINT = 2;
const SIGUSR1 = 10;
const SIGUSR2 = 12;
const SIGPIPE = 13;
const SIGTERM = 15;
/** SW_ERROR_UNREGISTERED_SIGNAL */
const NO_CALLBACK = 721;
/** Seconds that requests under way have to end at a shutdown (max_wait_time). */
const MAX_WAIT = 3;
/** SW_OUTPUT_BUFFER_SIZE; connections that a server may have. */
const OUTPUT_BUFFER = 0xffffffff;
const MAX_CONNECTION = 100_000;
/** SW_ERROR_SERVER_WORKER_EXIT_TIMEOUT */
const EXIT_TIMEOUT = 9101;
/** Seconds between two looks whether they have. */
const LOOK = 0.01;

/** What keeps a server from starting: true after it has been said. */
function refuses(rt: Executor, server: ServerData): boolean {
  const name = nameOfServer(server.self);
  if (server.state === 'running') {
    warnAlways(rt, `The server is running, unable to execute ${name}->start()`);
    return true;
  }
  if (server.state === 'ended') {
    warnAlways(rt, `The server have been shutdown, unable to execute ${name}->start()`);
    return true;
  }
  const scheduler = schedulerOf(rt);
  if (scheduler.current !== null || scheduler.looping) {
    rt.error(E_ERROR, `${name}::start(): eventLoop has already been created, unable to start ${name}`);
    return true;
  }
  for (const port of server.ports) {
    const missing = missingCallback(server, port);
    if (missing !== null) {
      rt.error(E_ERROR, `${name}::start(): require ${missing} callback`);
      return true;
    }
  }
  return false;
}

function missingCallback(server: ServerData, port: ServerPort): string | null {
  const has = (event: string): boolean => server.portCallback(port, event) !== undefined;
  if (port.openWebsocket) return has('message') ? null : 'onMessage';
  if (port.openHttp) return has('request') || has('receive') ? null : 'onRequest';
  if (port.isPackets) return has('packet') ? null : 'onPacket';
  return has('receive') ? null : 'onReceive';
}

/** output_buffer_size: bytes that may be sent at once. */
function outputLimit(server: ServerData): number {
  const { primary } = server;
  return primary.number('output_buffer_size', primary.number('buffer_output_size', 2 ** 32 - 1));
}

/** Swoole\Server::start(): runs until somebody shuts it down. */
export function* start(rt: Executor, server: ServerData): NativeCode {
  if (refuses(rt, server)) return false;
  const scheduler = schedulerOf(rt);
  const enableCoroutine = scheduler.enableCoroutine;
  scheduler.enableCoroutine = server.primary.flag('enable_coroutine', true);
  server.concurrency.limit(
    server.primary.number('max_concurrency', 0),
    server.primary.number('worker_max_concurrency', 0),
  );
  // the server's processes are one: what would go between them has the same limits
  for (const port of server.ports) port.outputLimit = server.mode === SWOOLE_PROCESS ? outputLimit(server) : Infinity;
  server.state = 'running';
  server.startTime = server.now();
  const { forks } = rt.host;
  const wanted = server.primary.number('worker_num', 1);
  server.workers = forks === undefined ? 1 : Math.max(1, wanted);
  server.taskWorkers = forks === undefined ? 0 : Math.max(0, server.primary.number('task_worker_num', 0));
  const several = needsProcesses(server);
  showSettings(server);
  runningServer(rt).server = server;
  server.isMastered = several && server.mode === SWOOLE_PROCESS;
  const arrival = several ? forks?.arrive() : undefined;
  if (arrival?.kind === 'copy') {
    yield* beWorker(rt, server, arrival.id);
    return true;
  }
  showProcess(rt, server, rt.host.pid());
  scheduler.activate();
  const pidFile = server.primary.text('pid_file');
  if (pidFile !== undefined) rt.host.writeFile(pidFile, String(rt.host.pid()), false);
  if (forks !== undefined && arrival?.kind === 'original') {
    connectProcesses(server);
    yield* manageWorkers(rt, server, forks, arrival.place, (number, heard) => catchSignal(rt, server, number, heard));
    server.state = 'ended';
  } else {
    yield* runAlone(rt, server);
  }
  if (pidFile !== undefined) rt.host.unlink(pidFile);
  scheduler.enableCoroutine = enableCoroutine;
  const onShutdown = server.callback('shutdown');
  if (onShutdown !== undefined) yield* callPlainly(rt, onShutdown, [server.self]);
  return true;
}

/** Whether one process cannot be everything: the program can tell, or wants to choose between workers or to hear of their ends. */
function needsProcesses(server: ServerData): boolean {
  if (server.workers > 1 || server.taskWorkers > 0 || server.processes.length > 0) return true;
  if (server.mode !== SWOOLE_PROCESS || server.rt.host.forks === undefined) return false;
  return server.primary.option('dispatch_func') !== undefined || server.callback('workererror') !== undefined;
}

/** One process is everything: each of its parts is told. */
function* runAlone(rt: Executor, server: ServerData): NativeCode<void> {
  const tell = function* (event: string): NativeCode<void> {
    const held = server.callback(event);
    if (held !== undefined) yield* callPlainly(rt, held, [server.self]);
  };
  const managed = server.mode === SWOOLE_PROCESS;
  yield* tell('start');
  if (managed) yield* tell('managerstart');
  yield* runWorker(rt, server);
  if (managed) yield* tell('managerstop');
}

/** What the settings show of what has not been set. */
function showSettings(server: ServerData): void {
  const { primary } = server;
  const rows: readonly (readonly [string, number])[] = [
    ['worker_num', server.workers],
    ['task_worker_num', server.taskWorkers],
    ['output_buffer_size', OUTPUT_BUFFER],
    ['max_connection', MAX_CONNECTION],
  ];
  const missing = rows.filter(([name]) => primary.option(name) === undefined);
  if (missing.length > 0) setServer(server.rt, server, PhpArray.fromEntries(missing), true);
}

/** The object's properties about processes. */
function showProcess(rt: Executor, server: ServerData, master: number): void {
  const alone = server.role === 'alone' && server.mode === SWOOLE_BASE && server.workers === 1;
  setProperty(server.self, 'master_pid', master);
  setProperty(server.self, 'manager_pid', alone ? 0 : master);
  setProperty(server.self, 'worker_pid', rt.host.pid());
  setProperty(server.self, 'worker_id', server.workerId);
  setProperty(server.self, 'taskworker', server.role === 'task');
}

/** The life of one of several workers: the program does not go on behind start(). */
function* beWorker(rt: Executor, server: ServerData, id: number): NativeCode<void> {
  server.workerId = id;
  server.masterPid = rt.host.forks?.makerPid ?? 0;
  const { forks } = rt.host;
  if (forks === undefined) return;
  const place = id - server.workers - server.taskWorkers;
  server.role = id < server.workers ? 'worker' : place < 0 ? 'task' : 'user';
  showProcess(rt, server, server.masterPid);
  schedulerOf(rt).activate();
  forks.ready();
  const early = yield* awaitOthers(server, forks);
  if (server.role === 'worker' && !server.isMastered) yield* openShared(server, forks);
  else for (const port of server.ports) port.close();
  server.office = new PostOffice(
    rt,
    forks.mail,
    (text) => forks.post(text),
    (message) => handleMessage(rt, server, message),
    early,
    (message) => hearNews(server, message),
  );
  connectProcesses(server);
  if (server.role === 'user') yield* runProcess(rt, server, place);
  else yield* runWorker(rt, server);
  throwUnwindExit(rt);
}

/** A process of the program's (addProcess). */
function* runProcess(rt: Executor, server: ServerData, place: number): NativeCode<void> {
  const process = server.processes[place];
  if (process === undefined) return;
  yield* runInServer(rt, process, (take) => {
    if (server.office !== null) server.office.takeWrite = take;
  });
}

/** What is written to the program's processes goes to them. */
function connectProcesses(server: ServerData): void {
  server.processes.forEach((process, i) => {
    const to = server.workers + server.taskWorkers + i;
    pipeToServer(process, (bytes) => server.office?.post({ kind: 'write', to, bytes }) ?? false);
  });
}

/** Serves until it is told to stop. */
function* runWorker(rt: Executor, server: ServerData): NativeCode<void> {
  const scheduler = schedulerOf(rt);
  scheduler.ioWaiters++;
  const signals = [
    catchSignal(rt, server, SIGTERM, () => beginShutdown(rt, server)),
    catchSignal(rt, server, SIGINT, () => beginShutdown(rt, server)),
    server.role === 'alone' ? unexpectedPipe(rt, server) : null,
    catchSignal(rt, server, SIGUSR1, () => scheduler.wake(() => reload(rt, server))),
  ];
  for (const port of server.role === 'task' ? [] : server.ports) {
    server.listen(port);
    openPackets(server, port);
  }
  if (!server.isMastered) heartbeat(rt, server);
  limitRequests(rt, server);
  yield* fire(rt, server.callback('workerstart'), [server.self, server.workerId]);
  yield* scheduler.loop();
  yield* fire(rt, server.callback('workerstop'), [server.self, server.workerId]);
  leaveConnections(server);
  server.stop();
  server.state = 'ended';
  for (const stop of signals) stop?.();
}

/** A signal that nothing is called for. */
function unexpectedPipe(rt: Executor, server: ServerData): (() => void) | null {
  const message = `Unable to find callback function for signal Broken pipe: ${SIGPIPE}`;
  return catchSignal(rt, server, SIGPIPE, () => logError(rt, NO_CALLBACK, 'swoole_signalfd_onSignal()', message, '#'));
}

/** max_request, max_request_grace: of a worker that can be replaced. */
function limitRequests(rt: Executor, server: ServerData): void {
  const most = server.role === 'worker' ? server.primary.number('max_request', 0) : 0;
  if (most <= 0) return;
  const grace = server.primary.number('max_request_grace', server.workers > 1 ? Math.floor(most / 2) : 0);
  server.mostRequests = most + (grace > 0 ? 1 + Math.floor(Math.random() * grace) : 0);
  server.onFull = () => beginShutdown(rt, server);
}

function catchSignal(rt: Executor, _server: ServerData, number: number, heard: () => void): (() => void) | null {
  return networkOf(rt)?.signal(number, heard) ?? null;
}

/** Swoole\Server::shutdown(): of several workers' server the whole. */
export function shutdownAll(rt: Executor, server: ServerData): void {
  if (server.manager !== null) server.manager.stop();
  else if (server.masterPid === 0) beginShutdown(rt, server);
  else rt.host.system?.kill(server.masterPid, SIGTERM);
}

/** Swoole\Server::reload() */
export function reloadAll(rt: Executor, server: ServerData, onlyTasks: boolean): void {
  if (server.manager !== null) server.manager.reload(onlyTasks ? server.workers : 0);
  else if (server.masterPid === 0) server.scheduler.wake(() => reload(rt, server));
  else rt.host.system?.kill(server.masterPid, onlyTasks ? SIGUSR2 : SIGUSR1);
}

/** Takes no more connections, lets requests end, then ends the event loop. */
export function beginShutdown(rt: Executor, server: ServerData): void {
  if (server.draining || server.state !== 'running') return;
  server.draining = true;
  const scheduler = schedulerOf(rt);
  const limit = server.now() + server.primary.number('max_wait_time', MAX_WAIT);
  let hasToldExit = false;
  const finish = function* (): NativeCode<void> {
    const busy = [...server.connections.values()].some((conn) => conn.reader?.busy === true);
    if (busy && server.now() < limit) {
      scheduler.after(LOOK, finish);
      return;
    }
    if (hasWork(server)) {
      const held = server.callback('workerexit');
      if (held !== undefined && !hasToldExit) {
        hasToldExit = true;
        yield* fire(rt, held, [server.self, server.workerId]);
      }
      if (hasWork(server) && server.now() < limit) {
        scheduler.after(LOOK, finish);
        return;
      }
      if (hasWork(server)) {
        const what = 'worker exit timeout, forced termination';
        logError(rt, EXIT_TIMEOUT, 'Worker_reactor_try_to_exit()', what, '*');
      }
    }
    if (!server.isMastered) for (const conn of [...server.connections.values()]) yield* server.close(conn, -1);
    scheduler.ioWaiters--;
    scheduler.stop();
  };
  scheduler.wake(function* () {
    const before = server.role === 'alone' ? server.callback('beforeshutdown') : undefined;
    if (before !== undefined) yield* callPlainly(rt, before, [server.self]);
    for (const port of server.ports) port.close();
    if (server.isMastered && server.role === 'worker') leave(server, finish);
    else yield* finish();
  });
}

/** Something of the program's keeps a worker from ending (reload_async): timers, coroutines. */
function hasWork(server: ServerData): boolean {
  const { scheduler, primary } = server;
  const waits = primary.flag('reload_async', false) || primary.flag('enable_coroutine', true);
  if (!waits || (server.role === 'task' && !primary.flag('task_enable_coroutine', false))) return false;
  for (const node of scheduler.timers.byId.values()) if (node.byUser) return true;
  return scheduler.all.size > 0;
}

/** A worker of a master ends when it has got everything that the master has given to it. */
function leave(server: ServerData, finish: () => NativeCode<void>): void {
  const { scheduler } = server;
  server.leave = () => {
    server.leave = null;
    scheduler.wake(finish);
  };
  server.office?.post({ kind: 'leaving', from: server.workerId });
  scheduler.after(server.primary.number('max_wait_time', MAX_WAIT), function* () {
    server.leave?.();
  });
}

/** The only worker begins anew, as far as a process can that goes on. */
function* reload(rt: Executor, server: ServerData): NativeCode<void> {
  const args = [server.self];
  logInfo(rt, 'Server is reloading all workers now', '$');
  yield* fire(rt, server.callback('beforereload'), args);
  if (hasWork(server)) {
    server.draining = true;
    yield* fire(rt, server.callback('workerexit'), [server.self, server.workerId]);
    server.draining = false;
  }
  yield* fire(rt, server.callback('workerstop'), [server.self, server.workerId]);
  // another process would count its coroutines from 1
  if (server.scheduler.all.size === 0) server.scheduler.lastCid = 0;
  yield* fire(rt, server.callback('workerstart'), [server.self, server.workerId]);
  yield* fire(rt, server.callback('afterreload'), args);
}

/** Swoole\Server::stats() */
export function serverStats(rt: Executor, server: ServerData): PhpArray {
  const { size } = server.connections;
  const rows: readonly (readonly [string, number])[] = [
    ['up', server.state === 'running' ? 1 : 0],
    ['version_id', 60201],
    ['start_time', Math.floor(server.startTime)],
    ['connection_num', size],
    ['abort_count', 0],
    ['accept_count', server.accepted],
    ['close_count', server.accepted - size],
    ['worker_num', server.workers],
    ['task_worker_num', server.taskWorkers],
    ['user_worker_num', server.processes.length],
    ['idle_worker_num', server.workers - (server.inEvent ? 1 : 0)],
    ['dispatch_count', server.requests],
    ['request_count', server.requests],
    ['response_count', server.requests],
    ['total_recv_bytes', 0],
    ['total_send_bytes', 0],
    ['pipe_packet_msg_id', 0],
    ['concurrency', server.concurrency.count],
    ['session_round', server.lastFd],
    ['min_fd', 0],
    ['max_fd', server.lastFd],
    ['worker_request_count', server.requests],
    ['worker_response_count', server.requests],
    ['worker_dispatch_count', server.requests],
    ['worker_concurrency', server.concurrency.count],
    ['coroutine_num', schedulerOf(rt).all.size],
    ['coroutine_peek_num', schedulerOf(rt).peak],
  ];
  const out = new PhpArray();
  for (const [name, v] of rows) out.setStr(name, v);
  return out;
}
