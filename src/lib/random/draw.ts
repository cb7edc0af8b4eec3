/**
 * Numbers out of an engine, which may be a class of the program: ranges without bias, shuffles, choices.
 * Source: php-src 8.2 ext/random/random.c (php_random_range), engine_user.c, ext/standard/array.c, string.c
 */
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { deref } from '../../value/zval.ts';
import type { PhpInt, Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type Draw, fromBytes, Mt19937, type RandomEngine, SecureEngine, signed64 } from './engines.ts';

/** After so many draws that do not fit, the engine is called broken. */
const ATTEMPTS = 50;
const BROKEN = 'Random\\BrokenRandomEngineError';
const MT_RAND_MAX = 0x7fffffff;

/** An engine of PHP's own: a class of the program that implements Random\Engine has none. */
export function nativeEngine(engine: PhpObject): RandomEngine | null {
  const { native } = engine;
  return typeof native === 'object' && native !== null && 'generate' in native ? (native as RandomEngine) : null;
}

/** One number of the engine; null after an exception. */
export function* draw(rt: Executor, engine: PhpObject): NativeCode<Draw | null> {
  const own = engine.ce.type === 1 ? nativeEngine(engine) : null;
  if (own !== null) return own.generate();
  const bytes = deref(yield* rt.callMethod(engine, 'generate'));
  if (typeof bytes !== 'string') return null;
  if (bytes === '') return rt.throwError(BROKEN, 'A random engine must return a non-empty string');
  const size = Math.min(bytes.length, 8);
  return { value: fromBytes(bytes.slice(0, size)), size };
}

/** `size` bytes or more of the engine put together, cut to that size. */
function* drawWide(rt: Executor, engine: PhpObject, size: 4 | 8): NativeCode<bigint | null> {
  let result = 0n;
  for (let total = 0; total < size; ) {
    const one = yield* draw(rt, engine);
    if (one === null) return null;
    result |= one.value << BigInt(total * 8);
    total += one.size;
  }
  return BigInt.asUintN(size * 8, result);
}

/** php_random_range: a number from 0 to `range`; null after an exception. */
function* drawBelow(rt: Executor, engine: PhpObject, range: bigint): NativeCode<bigint | null> {
  const size = range > 0xffffffffn ? 8 : 4;
  const most = size === 8 ? 0xffffffffffffffffn : 0xffffffffn;
  let result = yield* drawWide(rt, engine, size);
  if (result === null || range === most) return result;
  const count = range + 1n;
  if ((count & range) === 0n) return result & range;
  const limit = most - (most % count) - 1n;
  for (let failures = 1; result > limit; failures++) {
    if (failures > ATTEMPTS) return tooManyAttempts(rt);
    result = yield* drawWide(rt, engine, size);
    if (result === null) return null;
  }
  return result % count;
}

function tooManyAttempts(rt: Executor): null {
  return rt.throwError(BROKEN, `Failed to generate an acceptable random number in ${ATTEMPTS} attempts`);
}

/** Random numbers of the system are drawn in 64 bits whatever the range. */
function* secureBelow(rt: Executor, engine: PhpObject, range: bigint): NativeCode<bigint | null> {
  const most = 0xffffffffffffffffn;
  let result = yield* drawWide(rt, engine, 8);
  if (result === null || range === most) return result;
  const count = range + 1n;
  if ((count & range) === 0n) return result & range;
  const limit = most - (most % count) - 1n;
  while (result !== null && result > limit) result = yield* drawWide(rt, engine, 8);
  return result === null ? null : result % count;
}

/** An index from 0 to `last`; null after an exception. */
function* drawIndex(rt: Executor, engine: PhpObject, last: number): NativeCode<number | null> {
  const range = BigInt(last);
  const below = engine.native instanceof SecureEngine ? secureBelow : drawBelow;
  const n = yield* below(rt, engine, range);
  return n === null ? null : Number(n);
}

/** An int from `min` to `max`; null after an exception. */
export function* drawInt(rt: Executor, engine: PhpObject, min: PhpInt, max: PhpInt): NativeCode {
  const own = engine.native;
  if (own instanceof Mt19937 && own.twister.legacy) {
    // RAND_RANGE_BADSCALING
    const n = own.twister.next() >>> 1;
    const offset = Math.trunc((Number(max) - Number(min) + 1) * (n / (MT_RAND_MAX + 1)));
    return signed64(BigInt(offset) + BigInt(min));
  }
  const range = BigInt.asUintN(64, BigInt(max) - BigInt(min));
  const n = own instanceof SecureEngine ? yield* secureBelow(rt, engine, range) : yield* drawBelow(rt, engine, range);
  return n === null ? null : signed64(BigInt(min) + n);
}

/** Puts a list in random order, in place; false after an exception. */
export function* shuffleList<T>(rt: Executor, engine: PhpObject, list: T[]): NativeCode<boolean> {
  for (let left = list.length - 1; left > 0; left--) {
    const at = yield* drawIndex(rt, engine, left);
    if (at === null) return false;
    const v = list[left] as T;
    list[left] = list[at] as T;
    list[at] = v;
  }
  return true;
}

function* oneKey(rt: Executor, engine: PhpObject, array: PhpArray): NativeCode<Zval[] | null> {
  const { used, count } = array;
  if (count < used - (used >> 1)) {
    const at = yield* drawIndex(rt, engine, count - 1);
    return at === null ? null : [array.keyList()[at]];
  }
  for (;;) {
    const pos = yield* drawIndex(rt, engine, used - 1);
    if (pos === null) return null;
    if (array.valueAt(pos) !== undefined) return [array.keyAt(pos)];
  }
}

/** php_array_pick_keys: `wanted` keys in their order; null after an exception. */
export function* pickKeys(rt: Executor, engine: PhpObject, array: PhpArray, wanted: number): NativeCode<Zval[] | null> {
  const { count } = array;
  if (count === 0) return rt.argumentValueError(1, 'cannot be empty');
  if (wanted === 1) return yield* oneKey(rt, engine, array);
  if (wanted <= 0 || wanted > count) {
    return rt.argumentValueError(2, 'must be between 1 and the number of elements in argument #1 ($array)');
  }
  // more than half: draw those that stay out
  const inverted = wanted > count >> 1;
  const drawn = new Set<number>();
  let failures = 0;
  for (let left = inverted ? count - wanted : wanted; left > 0; ) {
    const at = yield* drawIndex(rt, engine, count - 1);
    if (at === null) return null;
    if (drawn.has(at)) {
      if (++failures > ATTEMPTS) return tooManyAttempts(rt);
      continue;
    }
    drawn.add(at);
    failures = 0;
    left--;
  }
  return array.keyList().filter((_, i) => drawn.has(i) !== inverted);
}
