/**
 * SHA-3: Keccak-f[1600] on halves of 32 bits.
 * Source: FIPS 202; php-src ext/hash/hash_sha3.c
 */
import { BlockHash } from './hash-state.ts';

/** Rotations and lanes of the rho and pi steps, in the order of the walk. */
const ROTATIONS: readonly number[] = [
  1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
];
const LANES: readonly number[] = [
  10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
];

/** The round constants' halves, low before high, from the linear register that makes them. */
function roundConstants(): Int32Array {
  const out = new Int32Array(48);
  let register = 1;
  for (let round = 0; round < 24; round++) {
    for (let j = 0; j < 7; j++) {
      const at = (1 << j) - 1;
      if ((register & 1) !== 0) out[2 * round + (at >> 5)] = (out[2 * round + (at >> 5)] as number) ^ (1 << (at & 31));
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
  return out;
}

const CONSTANTS: Int32Array = roundConstants();

function rotl(a: number, b: number, n: number): number {
  return n < 32 ? (a << n) | (b >>> (32 - n)) : (b << (n - 32)) | (a >>> (64 - n));
}

function permute(s: Int32Array, c: Int32Array): void {
  for (let round = 0; round < 24; round++) {
    for (let x = 0; x < 10; x++) {
      c[x] =
        (s[x] as number) ^
        (s[x + 10] as number) ^
        (s[x + 20] as number) ^
        (s[x + 30] as number) ^
        (s[x + 40] as number);
    }
    for (let x = 0; x < 10; x += 2) {
      const [nl, nh] = [c[(x + 2) % 10], c[(x + 3) % 10]] as [number, number];
      const low = (c[(x + 8) % 10] as number) ^ ((nl << 1) | (nh >>> 31));
      const high = (c[(x + 9) % 10] as number) ^ ((nh << 1) | (nl >>> 31));
      for (let y = x; y < 50; y += 10) {
        s[y] = (s[y] as number) ^ low;
        s[y + 1] = (s[y + 1] as number) ^ high;
      }
    }
    let [low, high] = [s[2], s[3]] as [number, number];
    for (let i = 0; i < 24; i++) {
      const at = 2 * (LANES[i] as number);
      const n = ROTATIONS[i] as number;
      const [nextLow, nextHigh] = [s[at], s[at + 1]] as [number, number];
      s[at] = n === 0 ? low : rotl(low, high, n);
      s[at + 1] = n === 0 ? high : rotl(high, low, n);
      low = nextLow;
      high = nextHigh;
    }
    for (let y = 0; y < 50; y += 10) {
      for (let x = 0; x < 10; x++) c[x] = s[y + x] as number;
      for (let x = 0; x < 10; x++)
        s[y + x] = (s[y + x] as number) ^ (~(c[(x + 2) % 10] as number) & (c[(x + 4) % 10] as number));
    }
    s[0] = (s[0] as number) ^ (CONSTANTS[2 * round] as number);
    s[1] = (s[1] as number) ^ (CONSTANTS[2 * round + 1] as number);
  }
}

export class Sha3 extends BlockHash {
  private readonly s = new Int32Array(50);
  private readonly size: number;

  /** `size`: bytes of the digest. */
  constructor(size: number) {
    super(200 - 2 * size);
    this.size = size;
  }

  protected override process(): void {
    const { s, buffer } = this;
    for (let i = 0, at = 0; at < buffer.length; i++, at += 4) {
      const [a, b, c, d] = [buffer[at], buffer[at + 1], buffer[at + 2], buffer[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      s[i] = (s[i] as number) ^ (a | (b << 8) | (c << 16) | (d << 24));
    }
    permute(s, new Int32Array(10));
  }

  override digest(): string {
    const { buffer } = this;
    buffer.fill(0, this.used);
    buffer[this.used] = 6;
    buffer[buffer.length - 1] = (buffer[buffer.length - 1] as number) | 0x80;
    this.process();
    let out = '';
    for (let i = 0; i < this.size; i++)
      out += String.fromCharCode(((this.s[i >> 2] as number) >>> (8 * (i & 3))) & 255);
    return out;
  }
}
