/**
 * Random numbers: the Mersenne Twister with PHP's seeds and ranges, and the secure source.
 * Source: php-src ext/standard/mt_rand.c, random.c, string.c (str_shuffle)
 */
import { addInt, normalizeInt, toInt64 } from '../value/integer.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { BigRange, mersenneTwister, mtRange, randomBelow } from './mersenne-twister.ts';

const MT_RAND_MAX = 2147483647;

/** Both or none of min and max; rand() allows them in either order. */
function randBetween(rt: Executor, name: string, min: PhpInt | undefined, max: PhpInt | undefined): Zval {
  const mt = mersenneTwister(rt);
  if (min === undefined) return mt.next() >>> 1;
  if (max === undefined) return rt.throwError('ArgumentCountError', `${name}() expects exactly 2 arguments, 1 given`);
  if (max < min) {
    if (name === 'rand') return legacyOrRange(rt, max, min);
    return rt.argumentValueError(2, 'must be greater than or equal to argument #1 ($min)');
  }
  return legacyOrRange(rt, min, max);
}

function legacyOrRange(rt: Executor, min: PhpInt, max: PhpInt): PhpInt {
  const mt = mersenneTwister(rt);
  if (!mt.legacy) return mtRange(rt, min, max);
  // RAND_RANGE_BADSCALING
  const n = mt.next() >>> 1;
  const offset = Math.trunc((Number(max) - Number(min) + 1) * (n / (MT_RAND_MAX + 1)));
  const sum = addInt(min, normalizeInt(BigInt(offset)));
  return sum instanceof PhpFloat ? min : sum;
}

function secureRandom(rt: Executor, min: PhpInt, max: PhpInt): Zval {
  if (min > max) return rt.argumentValueError(1, 'must be less than or equal to argument #2 ($max)');
  const range = BigInt(max) - BigInt(min);
  const draw = (): bigint => {
    let n = 0n;
    for (const b of rt.host.randomBytes(8)) n = (n << 8n) | BigInt(b);
    return n;
  };
  return toInt64(BigInt(min) + randomBelow(range, draw, BigRange.bits64));
}

/** Bytes that become a string at once. */
const PART = 8192;

export const randomFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mt_srand',
    doc: 'Seeds the Mersenne Twister.',
    params: [
      p.nullable(p.int64('seed'), { default: null, text: '0' }),
      p.int('mode', { default: 0, text: 'MT_RAND_MT19937' }),
    ],
    returns: ['void'],
    impl: (rt, seed, mode) => {
      const mt = mersenneTwister(rt);
      mt.legacy = mode === 1;
      mt.seed(seed === null ? mt.freshSeed(rt) : Number(BigInt.asUintN(32, BigInt(seed))));
      return null;
    },
  }),
  fn({
    name: 'srand',
    doc: 'Alias of mt_srand().',
    params: [
      p.nullable(p.int64('seed'), { default: null, text: '0' }),
      p.int('mode', { default: 0, text: 'MT_RAND_MT19937' }),
    ],
    returns: ['void'],
    impl: (rt, seed, mode) => {
      const mt = mersenneTwister(rt);
      mt.legacy = mode === 1;
      mt.seed(seed === null ? mt.freshSeed(rt) : Number(BigInt.asUintN(32, BigInt(seed))));
      return null;
    },
  }),
  fn({
    name: 'mt_rand',
    doc: 'A random number of the Mersenne Twister.',
    params: [p.optional(p.int64('min')), p.optional(p.int64('max'))],
    returns: ['int'],
    impl: (rt, min, max) => randBetween(rt, 'mt_rand', min, max),
  }),
  fn({
    name: 'rand',
    doc: 'A random number.',
    params: [p.optional(p.int64('min')), p.optional(p.int64('max'))],
    returns: ['int'],
    impl: (rt, min, max) => randBetween(rt, 'rand', min, max),
  }),
  fn({
    name: 'mt_getrandmax',
    doc: 'The largest number of mt_rand().',
    params: [],
    returns: ['int'],
    impl: () => MT_RAND_MAX,
  }),
  fn({
    name: 'getrandmax',
    doc: 'The largest number of rand().',
    params: [],
    returns: ['int'],
    impl: () => MT_RAND_MAX,
  }),
  fn({
    name: 'random_int',
    doc: 'A random int from a secure source.',
    params: [p.int64('min'), p.int64('max')],
    returns: ['int'],
    impl: secureRandom,
  }),
  fn({
    name: 'random_bytes',
    doc: 'Random bytes from a secure source.',
    params: [p.int('length')],
    returns: ['string'],
    impl: (rt, length) => {
      if (length < 1) return rt.argumentValueError(1, 'must be greater than 0');
      const bytes = rt.host.randomBytes(length);
      const parts: string[] = [];
      // byte by byte would leave a string of as many parts
      for (let i = 0; i < length; i += PART) parts.push(String.fromCharCode(...bytes.subarray(i, i + PART)));
      return parts.join('');
    },
  }),
  fn({
    name: 'lcg_value',
    doc: 'A random float between 0 and 1.',
    params: [],
    returns: ['float'],
    impl: (rt) => {
      let n = 0;
      for (const b of rt.host.randomBytes(6)) n = n * 256 + b;
      return new PhpFloat(n / 2 ** 48);
    },
  }),
  fn({
    name: 'str_shuffle',
    doc: 'A string with its bytes in random order.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (rt, s) => {
      const bytes = s.split('');
      for (let left = bytes.length - 1; left > 0; left--) {
        const at = Number(mtRange(rt, 0, left));
        const c = bytes[left] as string;
        bytes[left] = bytes[at] as string;
        bytes[at] = c;
      }
      return bytes.join('');
    },
  }),
];
