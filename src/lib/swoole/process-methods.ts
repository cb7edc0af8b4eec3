/**
 * Swoole\Coroutine\System::exec, wait, waitPid.
 * Source: swoole-src ext-src/swoole_coroutine_system.cc; wiki.swoole.com coroutine/system
 */
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import type { ProcessStatus } from '../../vm/ports.ts';
import { type MethodDef, p, staticMethod } from '../define.ts';
import { runInBackground, waitForProcess } from './background.ts';
import { inCoroutine } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/system';
const ECHILD = 10;
/** Seconds between two looks at all children. */
const LOOK = 0.002;
/** Behind the name in /proc/PID/stat: state, parent, ... */
const PARENT = 1;

function row(entries: readonly (readonly [string, Zval])[]): PhpArray {
  const result = new PhpArray();
  for (const [name, value] of entries) result.setStr(name, value);
  return result;
}

/** An exit code and a signal as wait(2) tells them: one of them is 0. */
function ending(status: ProcessStatus): [string, Zval][] {
  return [
    ['code', Math.max(0, status.exitCode)],
    ['signal', status.signal],
  ];
}

function* exec(rt: Executor, scheduler: Scheduler, command: string, errors: boolean): NativeCode {
  const done = yield* runInBackground(rt, scheduler, command, { errors, seconds: -1 });
  return done === null ? false : row([...ending(done), ['output', done.output]]);
}

/** Is the process a child of this one? */
function isChild(rt: Executor, pid: number): boolean {
  const line = rt.host.readFile(`/proc/${pid}/stat`);
  if (line === null) return false;
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[PARENT]) === rt.host.pid();
}

function childrenOf(rt: Executor): number[] {
  const pid = rt.host.pid();
  const line = rt.host.readFile(`/proc/${pid}/task/${pid}/children`) ?? '';
  return line.split(' ').filter(Boolean).map(Number);
}

function* waitPid(rt: Executor, scheduler: Scheduler, pid: number, seconds: number): NativeCode {
  if (!isChild(rt, pid)) {
    scheduler.lastError = ECHILD;
    return false;
  }
  const status = yield* waitForProcess(rt, scheduler, pid, seconds);
  return status === null ? false : row([['pid', pid], ...ending(status)]);
}

/** Whichever child ends first. */
function* waitAny(rt: Executor, scheduler: Scheduler, seconds: number): NativeCode {
  const { system } = rt.host;
  const limit = seconds > 0 ? rt.host.nowMicros() + seconds * 1e6 : Number.POSITIVE_INFINITY;
  for (;;) {
    const children = childrenOf(rt);
    if (system === null || children.length === 0) {
      scheduler.lastError = ECHILD;
      return false;
    }
    for (const pid of children) {
      const status = system.status(pid, false);
      if (!status.running) return row([['pid', pid], ...ending(status)]);
    }
    if (rt.host.nowMicros() >= limit) return false;
    yield* scheduler.yieldFor('a child process', LOOK);
    if (scheduler.current?.resumeCode === 'canceled') return false;
  }
}

export const processMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'exec',
    doc: 'Runs a shell command while others run: its exit code, the signal that ended it, and what it printed.',
    params: [p.string('command'), p.bool('get_error_stream', { default: false })],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, _scope, command, errors) => inCoroutine(rt, (scheduler) => exec(rt, scheduler, command, errors)),
  }),
  staticMethod({
    name: 'wait',
    doc: 'Waits for the end of any child process.',
    params: [p.float('timeout', { default: -1 })],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, _scope, timeout) => inCoroutine(rt, (scheduler) => waitAny(rt, scheduler, timeout)),
  }),
  staticMethod({
    name: 'waitPid',
    doc: 'Waits for the end of a child process.',
    params: [p.int('pid'), p.float('timeout', { default: -1 })],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, _scope, pid, timeout) =>
      inCoroutine(rt, () => {
        const scheduler = schedulerOf(rt);
        return pid < 0 ? waitAny(rt, scheduler, timeout) : waitPid(rt, scheduler, pid, timeout);
      }),
  }),
];
