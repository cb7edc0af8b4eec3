/**
 * Swoole\Atomic and Swoole\Atomic\Long: numbers that a process shares with its copies.
 * Source: swoole-src ext-src/swoole_atomic.cc; wiki.swoole.com memory/atomic
 */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import { networkOf } from '../../../coro/io-wait.ts';
import { pauseUntil } from '../../../coro/reactor.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { SharedNumber } from '../../../vm/fork-port.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/memory/atomic';
/** Milliseconds between two looks at a number that another process may change. */
const LOOK = 2;
const MICROS = 1e6;
/** Seconds that copies may take to begin until that counts as waiting. */
const BIRTH_SECONDS = 30;
const BITS_32 = 2 ** 32;

/** A number that nobody shares, on a host without copies. */
function ownNumber(start: number): SharedNumber {
  let value = start;
  return {
    get: () => value,
    update(change) {
      const before = value;
      value = change(before);
      return before;
    },
  };
}

/** What an Atomic object holds. */
class AtomicData {
  readonly number: SharedNumber;
  readonly isLong: boolean;
  constructor(number: SharedNumber, isLong: boolean) {
    this.number = number;
    this.isLong = isLong;
  }

  wrap(n: number): number {
    return this.isLong ? n : ((n % BITS_32) + BITS_32) % BITS_32;
  }
}

function dataOf(rt: Executor, self: PhpObject): AtomicData {
  if (self.native instanceof AtomicData) return self.native;
  return rt.fatalError('must call constructor first');
}

/** What `live` finds out, or what the maker of this copy found out here. */
function remembered(rt: Executor, live: () => number): number {
  const { forks } = rt.host;
  const before = forks?.recall();
  if (before !== undefined) return Number(before.value);
  const value = live();
  forks?.note(value);
  return value;
}

function change(rt: Executor, self: PhpObject, by: (n: number) => number): number {
  const data = dataOf(rt, self);
  return data.wrap(by(remembered(rt, () => data.number.update((n) => data.wrap(by(n))))));
}

/** Waits until the number is 1 and makes it 0. */
function* wait(rt: Executor, number: SharedNumber, seconds: number): NativeCode {
  const before = rt.host.forks?.recall();
  if (before !== undefined) return before.value === true;
  const woken = yield* waitLive(rt, number, seconds);
  rt.host.forks?.note(woken);
  return woken;
}

function* waitLive(rt: Executor, number: SharedNumber, seconds: number): NativeCode<boolean> {
  const take = (): boolean => {
    if (number.get() !== 1) return false;
    return number.update((n) => (n === 1 ? 0 : n)) === 1;
  };
  if (take()) return true;
  const network = networkOf(rt);
  // a fork takes no time, a copy by replay does: it is not counted while the one that will wake us may be on its way
  let left = seconds < 0 ? Number.POSITIVE_INFINITY : seconds * MICROS;
  let extra = BIRTH_SECONDS * MICROS;
  for (let last = rt.host.nowMicros(); network !== null && left > 0; ) {
    yield* pauseUntil(rt, network, () => false, LOOK);
    if (take()) return true;
    const now = rt.host.nowMicros();
    if (extra > 0 && rt.host.forks?.beginning === true) extra -= now - last;
    else left -= now - last;
    last = now;
  }
  return false;
}

function methods(isLong: boolean): readonly MethodDef[] {
  const simple = (name: string, doc: string, by: (n: number, value: number) => number, fallback: number): MethodDef =>
    method({
      name,
      doc,
      params: [p.int(name === 'set' ? 'value' : `${name}_value`, { default: fallback })],
      returns: name === 'set' ? ['void'] : ['int'],
      link: LINK,
      impl(rt, self, value) {
        const result = change(rt, self, (n) => by(n, value));
        return name === 'set' ? null : result;
      },
    });
  return [
    method({
      name: '__construct',
      doc: 'Makes a number.',
      params: [p.int('value', { default: 0 })],
      returns: null,
      link: LINK,
      impl(rt, self, value) {
        if (self.native !== null) {
          return rt.throwError('Error', `Constructor of ${self.ce.name} can only be called once`);
        }
        self.native = new AtomicData(rt.host.forks?.shared(value) ?? ownNumber(value), isLong);
        return null;
      },
    }),
    simple('add', 'Adds to the number.', (n, value) => n + value, 1),
    simple('sub', 'Subtracts from the number.', (n, value) => n - value, 1),
    method({
      name: 'get',
      doc: 'The number.',
      params: [],
      returns: ['int'],
      link: LINK,
      impl: (rt, self) => remembered(rt, () => dataOf(rt, self).number.get()),
    }),
    method({
      name: 'set',
      doc: 'Sets the number.',
      params: [p.int('value')],
      returns: ['void'],
      link: LINK,
      impl(rt, self, value) {
        change(rt, self, () => value);
        return null;
      },
    }),
    method({
      name: 'cmpset',
      doc: 'Sets the number if it is what is expected.',
      params: [p.int('cmp_value'), p.int('new_value')],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, expected, value) =>
        remembered(rt, () => dataOf(rt, self).number.update((n) => (n === expected ? value : n))) === expected,
    }),
  ];
}

const waitMethods: readonly MethodDef[] = [
  method({
    name: 'wait',
    doc: 'Waits for wakeup().',
    params: [p.float('timeout', { default: 1 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, seconds) => wait(rt, dataOf(rt, self).number, seconds),
  }),
  method({
    name: 'wakeup',
    doc: 'Wakes processes in wait().',
    params: [p.int('count', { default: 1 })],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      change(rt, self, () => 1);
      return true;
    },
  }),
];

export const atomicClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'Swoole\\Atomic',
    flags: ACC_NOT_SERIALIZABLE,
    methods: [...methods(false), ...waitMethods],
    handlers: { cloneable: false, unsetProperty: denyUnset },
  },
  {
    name: 'Swoole\\Atomic\\Long',
    flags: ACC_NOT_SERIALIZABLE,
    methods: methods(true),
    handlers: { cloneable: false, unsetProperty: denyUnset },
  },
];
