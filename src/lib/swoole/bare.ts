/**
 * The shorter way of compiled code into the builtins in which coroutines switch: without a frame, without the general reading
 * of arguments (src/vm/bare-call.ts). Everything unusual needs its frame.
 */
import { ACC_DEPRECATED } from '../../bytecode/type-flags.ts';
import type { Channel } from '../../coro/channel.ts';
import { resumeProducer, waitToPop, waitToPush } from '../../coro/channel-now.ts';
import { schedulerOf } from '../../coro/scheduler.ts';
import { closureData } from '../../object/closure.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, PhpReference } from '../../value/zval.ts';
import { answerBare, gone, NEEDS_FRAME, standBare } from '../../vm/bare-call.ts';
import type { Bare, BareCall } from '../../vm/internal-function.ts';
import { YIELD } from './coroutine-support.ts';

/** Channel::push($value) */
const push: BareCall = (vm, ex, self, info, arg, slot) => {
  const scheduler = schedulerOf(vm);
  const { current } = scheduler;
  // Objects of the class have nothing else there; null before the constructor has run.
  const channel = (self as PhpObject).native as Channel | null;
  if (channel === null || channel.capacity === 0 || channel.closed || current === null) return NEEDS_FRAME;
  if (arg === undefined || arg instanceof PhpReference || vm.watch !== null) return NEEDS_FRAME;
  const { queue } = channel;
  if (queue.length < channel.capacity && channel.producers.length === 0) {
    if (channel.consumers.length === 0) {
      queue.push(arg);
      return answerBare(vm, ex, self, info, slot, true);
    }
    if (!standBare(vm, self, info, arg, slot)) return NEEDS_FRAME;
    queue.push(addRef(arg));
    const consumer = channel.next('consumers');
    return consumer === undefined ? NEEDS_FRAME : scheduler.enter(consumer, true);
  }
  if (!standBare(vm, self, info, arg, slot)) return NEEDS_FRAME;
  return gone(vm, waitToPush(scheduler, current, channel));
};

/** Channel::pop() */
const pop: BareCall = (vm, ex, self, info, _arg, slot) => {
  const scheduler = schedulerOf(vm);
  const { current } = scheduler;
  const channel = (self as PhpObject).native as Channel | null;
  if (channel === null || channel.capacity === 0 || current === null || vm.watch !== null) return NEEDS_FRAME;
  const { queue } = channel;
  if (queue.length === 0 || channel.consumers.length > 0) {
    if (channel.closed || !standBare(vm, self, info, undefined, slot)) return NEEDS_FRAME;
    return gone(vm, waitToPop(scheduler, current, channel));
  }
  if (channel.producers.length === 0) return answerBare(vm, ex, self, info, slot, queue.shift());
  if (!standBare(vm, self, info, undefined, slot)) return NEEDS_FRAME;
  return resumeProducer(scheduler, channel, queue.shift());
};

/** Coroutine::yield() */
const yieldNow: BareCall = (vm, _ex, _self, _info, _arg, slot) => {
  const scheduler = schedulerOf(vm);
  const { current } = scheduler;
  if (current === null || vm.watch !== null || !standBare(vm, null, 0, undefined, slot)) return NEEDS_FRAME;
  return gone(vm, scheduler.away(current, YIELD));
};

/** Coroutine::resume($cid) */
const resume: BareCall = (vm, _ex, _self, _info, cid, slot) => {
  const scheduler = schedulerOf(vm);
  const co = typeof cid === 'number' ? scheduler.all.get(cid) : undefined;
  if (co === undefined || !co.wait.isYield || vm.watch !== null) return NEEDS_FRAME;
  return standBare(vm, null, 0, cid, slot) ? scheduler.enter(co, true) : NEEDS_FRAME;
};

/** Coroutine::create($closure), go($closure) */
const create: BareCall = (vm, _ex, _self, _info, held, slot) => {
  const closure = held instanceof PhpObject && held.ce.handlers.getClosure !== null ? held : null;
  const data = closure === null ? null : closureData(closure);
  if (closure === null || data === null || data.magicName !== null || vm.watch !== null) return NEEDS_FRAME;
  const { func } = data;
  if (func.type !== 2 || (func.fnFlags & ACC_DEPRECATED) !== 0) return NEEDS_FRAME;
  const scheduler = schedulerOf(vm);
  if (vm.shuttingDown || scheduler.all.size >= scheduler.maxNum) return NEEDS_FRAME;
  return standBare(vm, null, 0, closure, slot) ? scheduler.createOfClosure(closure, data) : NEEDS_FRAME;
};

export const barePush: Bare = { numArgs: 1, run: push };
export const barePop: Bare = { numArgs: 0, run: pop };
export const bareYield: Bare = { numArgs: 0, run: yieldNow };
export const bareResume: Bare = { numArgs: 1, run: resume };
export const bareCreate: Bare = { numArgs: 1, run: create };
