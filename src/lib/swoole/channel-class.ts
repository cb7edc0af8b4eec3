/**
 * Swoole\Coroutine\Channel.
 * Source: swoole-src ext-src/swoole_channel_coro.cc; wiki.swoole.com coroutine/channel
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import { Channel, CHANNEL_CANCELED, CHANNEL_CLOSED, CHANNEL_OK, CHANNEL_TIMEOUT } from '../../coro/channel.ts';
import { popNow, pushNow } from '../../coro/channel-now.ts';
import { ERROR_WRONG_OPERATION, schedulerOf } from '../../coro/scheduler.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p } from '../define.ts';
import { barePop, barePush } from './bare.ts';
import { inCoroutine, swooleFatal } from './support.ts';
import { denyUnset } from './deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/channel';

/** Slots of the properties below. */
const SLOT_CAPACITY = 0;
const SLOT_ERR_CODE = 1;

/** The channel of an object; null when its constructor has not run. */
export function channelOf(self: PhpObject): Channel | null {
  return self.native instanceof Channel ? self.native : null;
}

function notConstructed(rt: Executor): NativeCode {
  return swooleFatal(rt, ERROR_WRONG_OPERATION, 'must call constructor first');
}

/** A method that only looks at the channel. */
function query(name: string, doc: string, returns: string, ask: (channel: Channel) => Zval): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: [returns],
    link: LINK,
    impl(rt, self) {
      const channel = channelOf(self);
      return channel === null ? notConstructed(rt) : ask(channel);
    },
  });
}

function stats(channel: Channel): PhpArray {
  const result = new PhpArray();
  result.setStr('consumer_num', channel.consumers.length);
  result.setStr('producer_num', channel.producers.length);
  result.setStr('queue_num', channel.queue.length);
  return result;
}

const methods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a channel with room for so many values; an unbuffered one hands each over to whoever takes it.',
    params: [p.int('size', { default: 1 }), p.bool('unbuffered', { default: false })],
    returns: null,
    link: LINK,
    impl(rt, self, size, unbuffered) {
      if (self.native !== null) return swooleFatal(rt, ERROR_WRONG_OPERATION, 'channel has already been constructed');
      const capacity = unbuffered ? 0 : Math.max(1, size);
      const channel = new Channel(capacity);
      channel.failed = (error) => {
        self.props[SLOT_ERR_CODE] = error;
      };
      self.native = channel;
      self.props[SLOT_CAPACITY] = capacity;
      return null;
    },
  }),
  method({
    name: 'push',
    doc: 'Adds a value; waits while the channel is full.',
    params: [p.mixed('data'), p.float('timeout', { default: -1 })],
    returns: ['bool'],
    link: LINK,
    bare: barePush,
    impl(rt, self, data, timeout) {
      const channel = channelOf(self);
      if (channel === null) return notConstructed(rt);
      const scheduler = schedulerOf(rt);
      if (scheduler.current !== null && channel.capacity > 0 && scheduler.mayAnswerSuspended) {
        return pushNow(scheduler, channel, data, timeout);
      }
      return inCoroutine(rt, function* () {
        const value = addRef(data);
        let done = false;
        try {
          done = yield* channel.push(scheduler, value, timeout);
        } finally {
          if (!done) rt.releaseValue(value);
        }
        return done;
      });
    },
  }),
  method({
    name: 'pop',
    doc: 'Takes the oldest value; waits while the channel is empty.',
    params: [p.float('timeout', { default: -1 })],
    returns: ['mixed'],
    link: LINK,
    bare: barePop,
    impl(rt, self, timeout) {
      const channel = channelOf(self);
      if (channel === null) return notConstructed(rt);
      const scheduler = schedulerOf(rt);
      if (scheduler.current !== null && channel.capacity > 0 && scheduler.mayAnswerSuspended) {
        return popNow(scheduler, channel, timeout);
      }
      return inCoroutine(rt, function* () {
        const value = yield* channel.pop(scheduler, timeout);
        return value === undefined ? false : value;
      });
    },
  }),
  method({
    name: 'close',
    doc: 'Closes the channel and wakes everyone who waits at it.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      const channel = channelOf(self);
      if (channel === null) return notConstructed(rt);
      return channel.close(schedulerOf(rt));
    },
  }),
  query('isEmpty', 'Whether no value is in the channel.', 'bool', (channel) => channel.queue.length === 0),
  query('isFull', 'Whether a push would wait.', 'bool', (channel) => channel.isFull),
  query('length', 'How many values are in the channel.', 'int', (channel) => channel.queue.length),
  query('stats', 'How many coroutines wait at it, and how many values are in it.', 'array', stats),
];

export const channelClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Channel',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    { name: 'capacity', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'errCode', flags: ACC_PUBLIC, type: null, default: 0 },
  ],
  methods,
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      const channel = channelOf(obj);
      if (channel === null) return;
      for (const v of channel.queue.drain()) release(rt, v);
    },
    gcChildren: (obj, visit) => {
      channelOf(obj)?.queue.forEach(visit);
    },
  },
};

export const channelConstants: Readonly<Record<string, number>> = {
  SWOOLE_CHANNEL_OK: CHANNEL_OK,
  SWOOLE_CHANNEL_TIMEOUT: CHANNEL_TIMEOUT,
  SWOOLE_CHANNEL_CLOSED: CHANNEL_CLOSED,
  SWOOLE_CHANNEL_CANCELED: CHANNEL_CANCELED,
};
