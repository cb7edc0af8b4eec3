/**
 * MT19937 as PHP runs it, and uniform numbers in a range from it.
 * Source: php-src ext/standard/mt_rand.c (php_mt_reload, php_mt_rand_range)
 */
import { toInt64 } from '../value/integer.ts';
import type { PhpInt } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';

const N = 624;
const M = 397;

export class MersenneTwister {
  private state = new Int32Array(N);
  private at = N;
  private seeded = false;
  /** MT_RAND_PHP: the twist of before PHP 7.1, and scaling that is not uniform. */
  legacy = false;
  private readonly rt: Executor;
  constructor(rt: Executor) {
    this.rt = rt;
  }

  /** A random seed of 32 bits. */
  freshSeed(rt: Executor): number {
    let n = 0;
    for (const b of rt.host.randomBytes(4)) n = n * 256 + b;
    return n;
  }

  /** php_mt_initialize and php_mt_reload. */
  seed(seed: number): void {
    const s = this.state;
    s[0] = seed | 0;
    for (let i = 1; i < N; i++) {
      const prev = s[i - 1] as number;
      s[i] = (Math.imul(1812433253, prev ^ (prev >>> 30)) + i) | 0;
    }
    this.seeded = true;
    this.reload();
  }

  private reload(): void {
    const s = this.state;
    for (let i = 0; i < N; i++) {
      const u = s[i] as number;
      const v = s[(i + 1) % N] as number;
      const mixed = (u & 0x80000000) | (v & 0x7fffffff);
      const low = (this.legacy ? u : v) & 1;
      s[i] = (s[(i + M) % N] as number) ^ (mixed >>> 1) ^ (-low & 0x9908b0df);
    }
    this.at = 0;
  }

  /** The words of the state and how many of them are used, for serialization. */
  get words(): readonly number[] {
    return [...this.state].map((word) => word >>> 0);
  }
  get position(): number {
    return this.at;
  }

  /** Puts back what `words` and `position` told. */
  restore(words: readonly number[], position: number): void {
    this.state.set(words);
    this.at = position;
    this.seeded = true;
  }

  /** php_mt_rand: 32 bits, unsigned. */
  next(): number {
    if (!this.seeded) this.seed(this.freshSeed(this.rt));
    if (this.at >= N) this.reload();
    let y = this.state[this.at++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }
}

/** This engine's generator. */
export function mersenneTwister(rt: Executor): MersenneTwister {
  return rt.moduleState('mt_rand', () => new MersenneTwister(rt));
}

export const BigRange: { readonly bits64: bigint } = { bits64: 0xffffffffffffffffn };

/** A uniform number from 0 to `range` out of draws of 0..`most` (rejects the uneven tail). */
export function randomBelow(range: bigint, draw: () => bigint, most: bigint): bigint {
  let result = draw();
  if (range === most) return result;
  const size = range + 1n;
  if ((size & range) === 0n) return result & range;
  const limit = most - (most % size) - 1n;
  while (result > limit) result = draw();
  return result % size;
}

/** php_mt_rand_range: a uniform int from min to max. */
export function mtRange(rt: Executor, min: PhpInt, max: PhpInt): PhpInt {
  const mt = mersenneTwister(rt);
  const range = BigInt.asUintN(64, BigInt(max) - BigInt(min));
  if (range <= 0xffffffffn) {
    const n = randomBelow32(mt, Number(range));
    return toInt64(BigInt(min) + n);
  }
  // the low half is drawn first
  const draw = (): bigint => BigInt(mt.next()) | (BigInt(mt.next()) << 32n);
  return toInt64(BigInt(min) + randomBelow(range, draw, BigRange.bits64));
}

function randomBelow32(mt: MersenneTwister, range: number): bigint {
  let result = mt.next();
  if (range === 0xffffffff) return BigInt(result);
  const size = range + 1;
  if (Number.isInteger(Math.log2(size))) return BigInt(result % size);
  const limit = 0xffffffff - (0xffffffff % size) - 1;
  while (result > limit) result = mt.next();
  return BigInt(result % size);
}
