/** Signals of Swoole\Process. Source: swoole-src ext-src/swoole_process.cc (kill, signal, alarm, daemon) */
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { networkOf } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import { toBool } from '../../../value/convert.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, p, staticMethod } from '../../define.ts';
import { ownedCallable, warn } from '../support.ts';

const LINK = 'https://wiki.swoole.com/#/process/process?id=signal';
const ESRCH = 3;
const SIGTERM = 15;

interface Listening {
  readonly held: HeldCallable;
  readonly stop: () => void;
  /** It keeps the event loop going (option wait_signal). */
  readonly keeps: boolean;
}

/** What is called at which signal. */
function listeningOf(rt: Executor): Map<number, Listening> {
  return rt.moduleState('swoole.signals', () => new Map<number, Listening>());
}

function ignore(rt: Executor, signal: number): void {
  const all = listeningOf(rt);
  const before = all.get(signal);
  if (before === undefined) return;
  all.delete(signal);
  before.stop();
  if (before.keeps) schedulerOf(rt).ioWaiters--;
  rt.releaseValue(before.held.holder);
}

function listenTo(rt: Executor, signal: number, callback: Zval): boolean {
  const callable = callback === null ? null : rt.resolveCallable(callback);
  ignore(rt, signal);
  if (callable === null) return true;
  const scheduler = schedulerOf(rt);
  const held = ownedCallable(rt, callable, 1);
  const stop = networkOf(rt)?.signal(signal, () => scheduler.wake(() => scheduler.callback(held, [signal])));
  if (stop === null || stop === undefined) {
    rt.releaseValue(held.holder);
    warn(rt, `unable to register signal[${signal}]`);
    return false;
  }
  scheduler.activate();
  const keeps = toBool(deref(scheduler.options?.getStr('wait_signal')) ?? false);
  if (keeps) scheduler.ioWaiters++;
  if (listeningOf(rt).size === 0) rt.endHooks.push(() => [...listeningOf(rt).keys()].forEach((n) => ignore(rt, n)));
  listeningOf(rt).set(signal, { held, stop, keeps });
  return true;
}

export const processSignalMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'kill',
    doc: 'Sends a signal to a process; 0 only asks whether it is there.',
    params: [p.int('pid'), p.int('signal_no', { default: SIGTERM, text: 'SIGTERM' })],
    returns: ['bool'],
    link: LINK,
    impl(rt, _scope, pid, signal) {
      if (rt.host.forks?.replaying === true) return true;
      if (rt.host.system?.kill(pid, signal) === true) return true;
      schedulerOf(rt).lastError = ESRCH;
      warn(rt, `kill(${pid}, ${signal}) failed, Error: No such process[${ESRCH}]`);
      return false;
    },
  }),
  staticMethod({
    name: 'signal',
    doc: 'Says what is called at a signal; null: nothing any more.',
    params: [p.int('signal_no'), p.untyped('callback', { default: null })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, _scope, signal, callback) => listenTo(rt, signal, callback),
  }),
];
