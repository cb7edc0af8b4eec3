/**
 * The engines of Random\Engine as numbers: what each draws, how it is seeded, copied and written down.
 * Source: php-src 8.2 ext/random/engine_mt19937.c, engine_pcgoneseq128xslrr64.c, engine_xoshiro256starstar.c
 */
import { toInt64 } from '../../value/integer.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { MersenneTwister } from '../mersenne-twister.ts';

/** What an engine gave: a number of `size` bytes, little-endian. */
export interface Draw {
  readonly value: bigint;
  readonly size: number;
}

/** A random number engine of PHP's own. */
export interface RandomEngine {
  generate(): Draw;
  copy(): RandomEngine;
  /** What __serialize writes. */
  writeState(): Zval[];
  /** Takes what writeState wrote; false when it is not that. */
  readState(state: readonly Zval[]): boolean;
}

const mask64 = (n: bigint): bigint => BigInt.asUintN(64, n);
const mask128 = (n: bigint): bigint => BigInt.asUintN(128, n);

/** The number as `size` bytes, little-endian. */
export function toBytes(value: bigint, size: number): string {
  let out = '';
  let rest = value;
  for (let i = 0; i < size; i++) {
    out += String.fromCharCode(Number(rest & 0xffn));
    rest >>= 8n;
  }
  return out;
}

/** The number that little-endian bytes spell. */
export function fromBytes(bytes: string): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes.charCodeAt(i));
  return value;
}

function toHex(value: bigint, size: number): string {
  let out = '';
  for (const c of toBytes(value, size)) out += c.charCodeAt(0).toString(16).padStart(2, '0');
  return out;
}

function fromHex(text: Zval, size: number): bigint | null {
  if (typeof text !== 'string' || text.length !== size * 2 || !/^[0-9a-fA-F]*$/.test(text)) return null;
  return fromBytes(text.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))));
}

function readWords(state: readonly Zval[], count: number, size: number): bigint[] | null {
  const words: bigint[] = [];
  for (let i = 0; i < count; i++) {
    const word = fromHex(state[i], size);
    if (word === null) return null;
    words.push(word);
  }
  return words;
}

const MT_WORDS = 624;

/** Random\Engine\Mt19937: the generator of mt_rand(). */
export class Mt19937 implements RandomEngine {
  readonly twister: MersenneTwister;
  private readonly rt: Executor;

  constructor(rt: Executor) {
    this.rt = rt;
    this.twister = new MersenneTwister(rt);
  }

  generate(): Draw {
    return { value: BigInt(this.twister.next()), size: 4 };
  }

  copy(): RandomEngine {
    const copy = new Mt19937(this.rt);
    copy.twister.legacy = this.twister.legacy;
    copy.twister.restore(this.twister.words, this.twister.position);
    return copy;
  }

  writeState(): Zval[] {
    const words = this.twister.words.map((word) => toHex(BigInt(word), 4));
    return [...words, this.twister.position, this.twister.legacy ? 1 : 0];
  }

  readState(state: readonly Zval[]): boolean {
    const words = readWords(state, MT_WORDS, 4);
    const position = state[MT_WORDS];
    const mode = state[MT_WORDS + 1];
    if (words === null || typeof position !== 'number' || position < 0 || position > MT_WORDS) return false;
    if (mode !== 0 && mode !== 1) return false;
    this.twister.legacy = mode === 1;
    this.twister.restore(words.map(Number), position);
    return true;
  }
}

const PCG_MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const PCG_INCREMENT = 0x5851f42d4c957f2d14057b7ef767814fn;

/** Random\Engine\PcgOneseq128XslRr64: a congruential generator of 128 bits with a permuted output. */
export class PcgOneseq128 implements RandomEngine {
  private state = 0n;

  seed(seed: bigint): void {
    this.state = 0n;
    this.step();
    this.state = mask128(this.state + seed);
    this.step();
  }

  private step(): void {
    this.state = mask128(this.state * PCG_MULTIPLIER + PCG_INCREMENT);
  }

  generate(): Draw {
    this.step();
    const mixed = (this.state >> 64n) ^ mask64(this.state);
    const turn = this.state >> 122n;
    return { value: mask64((mixed >> turn) | (mixed << (-turn & 63n))), size: 8 };
  }

  /** Goes on by `steps` numbers, in as many rounds as `steps` has bits. */
  jump(steps: bigint): void {
    let multiplier = PCG_MULTIPLIER;
    let increment = PCG_INCREMENT;
    let allMultiplied = 1n;
    let allAdded = 0n;
    for (let left = steps; left > 0n; left >>= 1n) {
      if ((left & 1n) === 1n) {
        allMultiplied = mask128(allMultiplied * multiplier);
        allAdded = mask128(allAdded * multiplier + increment);
      }
      increment = mask128((multiplier + 1n) * increment);
      multiplier = mask128(multiplier * multiplier);
    }
    this.state = mask128(allMultiplied * this.state + allAdded);
  }

  copy(): RandomEngine {
    const copy = new PcgOneseq128();
    copy.state = this.state;
    return copy;
  }

  writeState(): Zval[] {
    return [toHex(this.state >> 64n, 8), toHex(mask64(this.state), 8)];
  }

  readState(state: readonly Zval[]): boolean {
    const words = readWords(state, 2, 8);
    if (words === null) return false;
    this.state = ((words[0] as bigint) << 64n) | (words[1] as bigint);
    return true;
  }
}

const XOSHIRO_JUMP: readonly bigint[] = [
  0x180ec6d33cfd0aban,
  0xd5a61266f0c9392cn,
  0xa9582618e03fc9aan,
  0x39abdc4529b1661cn,
];
const XOSHIRO_LONG_JUMP: readonly bigint[] = [
  0x76e15d3efefdcbbfn,
  0xc5004e441c522fb3n,
  0x77710069854ee241n,
  0x39109bb02acbe635n,
];

const turnLeft = (n: bigint, by: bigint): bigint => mask64((n << by) | (n >> (64n - by)));

/** Random\Engine\Xoshiro256StarStar. */
export class Xoshiro256 implements RandomEngine {
  private state: [bigint, bigint, bigint, bigint] = [0n, 0n, 0n, 0n];

  /** Four words out of one by splitmix64. */
  seed(seed: bigint): void {
    let at = seed;
    const next = (): bigint => {
      at = mask64(at + 0x9e3779b97f4a7c15n);
      let r = at;
      r = mask64((r ^ (r >> 30n)) * 0xbf58476d1ce4e5b9n);
      r = mask64((r ^ (r >> 27n)) * 0x94d049bb133111ebn);
      return r ^ (r >> 31n);
    };
    this.state = [next(), next(), next(), next()];
  }

  seedWords(words: readonly bigint[]): void {
    const [a = 0n, b = 0n, c = 0n, d = 0n] = words;
    this.state = [a, b, c, d];
  }

  generate(): Draw {
    const s = this.state;
    const value = mask64(turnLeft(mask64(s[1] * 5n), 7n) * 9n);
    const t = mask64(s[1] << 17n);
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = turnLeft(s[3], 45n);
    return { value, size: 8 };
  }

  /** Goes on by 2^128 numbers (2^192 when `long`). */
  jump(long: boolean): void {
    const sum: [bigint, bigint, bigint, bigint] = [0n, 0n, 0n, 0n];
    for (const word of long ? XOSHIRO_LONG_JUMP : XOSHIRO_JUMP) {
      for (let bit = 0n; bit < 64n; bit++) {
        if (((word >> bit) & 1n) === 1n)
          for (let i = 0; i < 4; i++) sum[i] = (sum[i] as bigint) ^ (this.state[i] as bigint);
        this.generate();
      }
    }
    this.state = sum;
  }

  copy(): RandomEngine {
    const copy = new Xoshiro256();
    copy.state = [...this.state];
    return copy;
  }

  writeState(): Zval[] {
    return this.state.map((word) => toHex(word, 8));
  }

  readState(state: readonly Zval[]): boolean {
    const words = readWords(state, 4, 8);
    if (words !== null) this.seedWords(words);
    return words !== null;
  }
}

/** Random\Engine\Secure: the system's source. */
export class SecureEngine implements RandomEngine {
  private readonly rt: Executor;
  constructor(rt: Executor) {
    this.rt = rt;
  }

  generate(): Draw {
    return { value: randomNumber(this.rt, 8), size: 8 };
  }

  copy(): RandomEngine {
    return this;
  }

  writeState(): Zval[] {
    return [];
  }

  readState(): boolean {
    return false;
  }
}

/** A number of `size` bytes from the system's source. */
export function randomNumber(rt: Executor, size: number): bigint {
  let value = 0n;
  for (const b of rt.host.randomBytes(size)) value = (value << 8n) | BigInt(b);
  return value;
}

/** A number that a PHP int's 64 bits are. */
export function signed64(n: bigint): Zval {
  return toInt64(BigInt.asIntN(64, n));
}
