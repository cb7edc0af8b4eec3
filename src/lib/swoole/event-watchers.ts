/**
 * Swoole\\Event's watchers: functions that are called in every round of the event loop in which a stream or socket can be
 * read from or written to.
 * Source: swoole-src ext-src/swoole_event.cc (swoole_event_add, _set, _del, _write, _isset)
 */
import type { HeldCallable } from '../../coro/coroutine.ts';
import type { Watchers } from '../../coro/event-loop.ts';
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import { callableName } from '../../object/callable.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type EventTarget, eventTarget } from './event-target.ts';
import { warn } from './support.ts';

export const EVENT_READ = 512;
export const EVENT_WRITE = 1024;
/** How often what does not tell of its changes is looked at, in milliseconds. */
const POLL_MS = 2;

/** One stream or socket, and who is called. */
class Watcher {
  readonly target: EventTarget;
  /** What the functions get; owned. */
  readonly value: Zval;
  read: HeldCallable | null;
  write: HeldCallable | null;
  events: number;
  removed = false;
  constructor(target: EventTarget, value: Zval, functions: Functions, events: number) {
    this.target = target;
    this.value = value;
    this.read = functions.read;
    this.write = functions.write;
    this.events = events;
  }

  wants(event: number): boolean {
    if (this.removed || (this.events & event) === 0) return false;
    return event === EVENT_READ ? this.target.isReadable() : this.target.isWritable();
  }
}

interface Functions {
  readonly read: HeldCallable | null;
  readonly write: HeldCallable | null;
}

/** One engine's watchers by number. */
class WatcherTable implements Watchers {
  private readonly scheduler: Scheduler;
  readonly byNumber: Map<number, Watcher> = new Map();
  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  get pollMs(): number | null {
    for (const { target } of this.byNumber.values()) if (target.watched === null) return POLL_MS;
    return null;
  }

  ready(): boolean {
    for (const one of this.byNumber.values()) if (one.wants(EVENT_READ) || one.wants(EVENT_WRITE)) return true;
    return false;
  }

  *fire(): NativeCode<void> {
    for (const one of [...this.byNumber.values()]) {
      if (one.target.isClosed()) this.remove(one);
      if (one.read !== null && one.wants(EVENT_READ)) yield* this.scheduler.callback(one.read, [one.value]);
      if (one.write !== null && one.wants(EVENT_WRITE)) yield* this.scheduler.callback(one.write, [one.value]);
    }
  }

  add(one: Watcher): void {
    this.scheduler.activate();
    this.scheduler.watchers = this;
    this.byNumber.set(one.target.fd, one);
    this.scheduler.ioWaiters++;
  }

  /** Its functions may be running: what it holds is let go of in the next round. */
  remove(one: Watcher): void {
    if (one.removed) return;
    one.removed = true;
    this.byNumber.delete(one.target.fd);
    this.scheduler.ioWaiters--;
    const { vm } = this.scheduler;
    this.scheduler.defer(function* () {
      vm.releaseValue(one.value);
      for (const held of [one.read, one.write]) if (held !== null) vm.releaseValue(held.holder);
    });
  }
}

function tableOf(rt: Executor): WatcherTable {
  return rt.moduleState('swoole.watchers', () => new WatcherTable(schedulerOf(rt)));
}

/** A function to call; null for null, and after a warning. */
function functionOf(rt: Executor, value: Zval): HeldCallable | null {
  if (value === null || value === undefined) return null;
  const callable = rt.resolveCallable(value, { message: '' });
  if (callable !== null) return { callable, holder: addRef(value) };
  warn(rt, `function '${callableName(value)}' is not callable`);
  return null;
}

/** The watcher of `value`; null when there is none, `said` warns about it. */
function watcherOf(rt: Executor, value: Zval, said: boolean): Watcher | null {
  const table = tableOf(rt);
  const fd = typeof value === 'number' ? value : (eventTarget(rt, value)?.fd ?? null);
  if (fd === null) {
    warn(rt, 'unknown type');
    return null;
  }
  const found = table.byNumber.get(fd) ?? null;
  if (found === null && said) warn(rt, `socket[${fd}] is not found in the reactor`);
  return found;
}

function missing(rt: Executor, fd: number, events: number, { read, write }: Functions): boolean {
  const lacks = (events & EVENT_READ) !== 0 && read === null ? 'readable' : 'writable';
  if (lacks === 'writable' && ((events & EVENT_WRITE) === 0 || write !== null)) return false;
  warn(rt, `Swoole\\Event: unable to find ${lacks} callback of fd [${fd}]`);
  return true;
}

/** swoole_event_add: the number, or false. */
export function addWatcher(rt: Executor, value: Zval, read: Zval, write: Zval, events: number): Zval {
  schedulerOf(rt).activate();
  const target = eventTarget(rt, value);
  if (target === null) {
    warn(rt, 'unknown fd type');
    return false;
  }
  const { fd } = target;
  if (tableOf(rt).byNumber.has(fd)) {
    warn(rt, 'already exist');
    return false;
  }
  if ((events & (EVENT_READ | EVENT_WRITE)) === 0) {
    warn(rt, 'invalid events');
    return false;
  }
  const functions = { read: functionOf(rt, read), write: functionOf(rt, write) };
  if (missing(rt, fd, events, functions)) return false;
  tableOf(rt).add(new Watcher(target, addRef(value), functions, events));
  return fd;
}

/** swoole_event_set */
export function setWatcher(rt: Executor, value: Zval, read: Zval, write: Zval, events: number): boolean {
  const one = watcherOf(rt, value, true);
  if (one === null) return false;
  for (const side of ['read', 'write'] as const) {
    const made = functionOf(rt, side === 'read' ? read : write);
    if (made === null) continue;
    const old = one[side];
    one[side] = made;
    if (old === null) continue;
    schedulerOf(rt).defer(function* () {
      rt.releaseValue(old.holder);
    });
  }
  if (missing(rt, one.target.fd, events, one)) return false;
  one.events = events;
  return true;
}

/** swoole_event_del */
export function removeWatcher(rt: Executor, value: Zval): boolean {
  const one = watcherOf(rt, value, false);
  if (one === null) return false;
  tableOf(rt).remove(one);
  return true;
}

/** swoole_event_write */
export function writeWatched(rt: Executor, value: Zval, bytes: string): boolean {
  if (bytes === '') {
    warn(rt, 'data empty');
    return false;
  }
  return watcherOf(rt, value, true)?.target.write(bytes) === true;
}

/** swoole_event_isset */
export function isWatched(rt: Executor, value: Zval, events: number): boolean {
  const one = watcherOf(rt, value, false);
  return one !== null && (one.events & events) !== 0;
}
