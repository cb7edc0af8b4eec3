/**
 * Swoole\\Event::add, set, del, write, isset, as methods and as functions.
 * Source: swoole-src ext-src/swoole_event.cc; wiki.swoole.com event
 */
import { schedulerOf } from '../../coro/scheduler.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, p, staticMethod } from '../define.ts';
import {
  addWatcher,
  EVENT_READ,
  EVENT_WRITE,
  isWatched,
  removeWatcher,
  setWatcher,
  writeWatched,
} from './event-watchers.ts';
import { warn } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/event';

const callbacks = [p.mixed('read_callback', { default: null }), p.mixed('write_callback', { default: null })] as const;

/** False, with a warning, while nothing has used the event loop. */
function isReady(rt: Executor, name: string): boolean {
  if (schedulerOf(rt).active) return true;
  warn(rt, `reactor is not ready, cannot call ${name}`);
  return false;
}

function del(rt: Executor, fd: Zval): boolean {
  return isReady(rt, 'swoole_event_del') && removeWatcher(rt, fd);
}

function isset(rt: Executor, fd: Zval, events: number): boolean {
  return schedulerOf(rt).active && isWatched(rt, fd, events);
}

const ADD = {
  doc: 'Calls functions whenever a stream or socket can be read from or written to; its number.',
  params: [p.mixed('fd'), ...callbacks, p.int('events', { default: EVENT_READ, text: 'SWOOLE_EVENT_READ' })] as const,
  returns: ['int', 'false'],
  link: LINK,
};
const SET = {
  doc: 'Changes what is called for a stream or socket.',
  params: [p.mixed('fd'), ...callbacks, p.int('events', { default: 0 })] as const,
  returns: ['bool'],
  link: LINK,
};
const DEL = { doc: 'Watches no more.', params: [p.mixed('fd')] as const, returns: ['bool'], link: LINK };
const WRITE = {
  doc: 'Sends bytes to a socket that is watched.',
  params: [p.mixed('fd'), p.string('data')] as const,
  returns: ['bool'],
  link: LINK,
};
const BOTH = EVENT_READ | EVENT_WRITE;
const ISSET = {
  doc: 'Whether a stream or socket is watched for one of these events.',
  params: [p.mixed('fd'), p.int('events', { default: BOTH, text: 'SWOOLE_EVENT_READ | SWOOLE_EVENT_WRITE' })] as const,
  returns: ['bool'],
  link: LINK,
};

export const watchMethods: readonly MethodDef[] = [
  staticMethod({
    ...ADD,
    name: 'add',
    impl: (rt, _scope, fd, read, write, events) => addWatcher(rt, fd, read, write, events),
  }),
  staticMethod({
    ...SET,
    name: 'set',
    impl: (rt, _scope, fd, read, write, events) =>
      isReady(rt, 'swoole_event_set') && setWatcher(rt, fd, read, write, events),
  }),
  staticMethod({ ...DEL, name: 'del', impl: (rt, _scope, fd) => del(rt, fd) }),
  staticMethod({ ...WRITE, name: 'write', impl: (rt, _scope, fd, data) => writeWatched(rt, fd, data) }),
  staticMethod({ ...ISSET, name: 'isset', impl: (rt, _scope, fd, events) => isset(rt, fd, events) }),
];

export const watchFunctions: readonly FunctionDef[] = [
  fn({
    ...ADD,
    name: 'swoole_event_add',
    impl: (rt, fd, read, write, events) => addWatcher(rt, fd, read, write, events),
  }),
  fn({
    ...SET,
    name: 'swoole_event_set',
    impl: (rt, fd, read, write, events) => isReady(rt, 'swoole_event_set') && setWatcher(rt, fd, read, write, events),
  }),
  fn({ ...DEL, name: 'swoole_event_del', impl: (rt, fd) => del(rt, fd) }),
  fn({ ...WRITE, name: 'swoole_event_write', impl: (rt, fd, data) => writeWatched(rt, fd, data) }),
  fn({ ...ISSET, name: 'swoole_event_isset', impl: (rt, fd, events) => isset(rt, fd, events) }),
];
