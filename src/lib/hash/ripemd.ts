/**
 * RIPEMD-128, -160, -256 and -320.
 * Source: Dobbertin, Bosselaers, Preneel: RIPEMD-160; php-src ext/hash/hash_ripemd.c
 */
import { rotl } from './words.ts';
import { BlockHash, wordBytes } from './hash-state.ts';
import { INITIAL } from './md-family.ts';

const LEFT_ORDER = '0123456789abcdef74d1a6f3c0952eb83ae49f812706db5c19ba08c4d37fe56240597c2ae138b6fd';
const RIGHT_ORDER = '5e7092b4d6f81a3c6b370d5aef8c4912f5137e69b8c2a04d86413bf05c2d97aecfa4158762de039b';
const LEFT_SHIFTS = 'befc5879bdef6798768db97f7cf9b7dcbd67e9dfe8d65c75bcefef989e56865c9f5b68dc5cdeb856';
const RIGHT_SHIFTS = '899bdff5778beec69df7c89b77c76fdb97fb866ecd5edd75f58bee6e69c9c5f885c9c5e68d65fdbb';
const LEFT_K: readonly number[] = [0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e];
const RIGHT_K: readonly number[] = [0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0];

function digits(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => Number.parseInt(c, 16));
}

const [LO, RO, LS, RS] = [LEFT_ORDER, RIGHT_ORDER, LEFT_SHIFTS, RIGHT_SHIFTS].map(digits) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

function mix(f: number, x: number, y: number, z: number): number {
  switch (f) {
    case 0:
      return x ^ y ^ z;
    case 1:
      return (x & y) | (~x & z);
    case 2:
      return (x | ~y) ^ z;
    case 3:
      return (x & z) | (y & ~z);
    default:
      return x ^ (y | ~z);
  }
}

/** Which words the two lines of the double versions exchange after each round. */
const SWAPS_256: readonly number[] = [0, 1, 2, 3];
const SWAPS_320: readonly number[] = [1, 3, 0, 2, 4];

/** All four: `width` words a line (4 or 5), the lines joined at the end or kept apart. */
export class Ripemd extends BlockHash {
  private readonly h: Int32Array;
  private readonly width: 4 | 5;
  private readonly apart: boolean;
  private readonly words = new Int32Array(16);

  constructor(width: 4 | 5, apart: boolean) {
    super(64);
    this.width = width;
    this.apart = apart;
    const second = [0x76543210, 0xfedcba98, 0x89abcdef, 0x01234567, 0x3c2d1e0f].slice(0, width);
    this.h = Int32Array.from([...INITIAL.slice(0, width), ...(apart ? second : [])]);
  }

  /** One step of a line: word, shift, function and constant are given. */
  private step(line: Int32Array, f: number, word: number, k: number, shift: number): void {
    const [a, b, c, d] = line as unknown as [number, number, number, number];
    const t = rotl((a + mix(f, b, c, d) + word + k) | 0, shift);
    if (this.width === 4) {
      line[0] = d;
      line[3] = c;
      line[2] = b;
      line[1] = t;
      return;
    }
    const e = line[4] as number;
    line[0] = e;
    line[4] = d;
    line[3] = rotl(c, 10);
    line[2] = b;
    line[1] = t + e;
  }

  protected override process(): void {
    const { h, words, width, apart } = this;
    this.readWords(words, true);
    const left = h.slice(0, width);
    const right = apart ? h.slice(width) : h.slice(0, width);
    const swaps = width === 4 ? SWAPS_256 : SWAPS_320;
    for (let j = 0; j < 16 * width; j++) {
      const round = j >> 4;
      const rightK = round === width - 1 ? 0 : (RIGHT_K[round] as number);
      this.step(left, round, words[LO[j] as number] as number, LEFT_K[round] as number, LS[j] as number);
      this.step(right, width - 1 - round, words[RO[j] as number] as number, rightK, RS[j] as number);
      if (apart && (j & 15) === 15) {
        const at = swaps[round] as number;
        const held = left[at] as number;
        left[at] = right[at] as number;
        right[at] = held;
      }
    }
    if (apart) {
      for (let i = 0; i < width; i++) {
        h[i] = (h[i] as number) + (left[i] as number);
        h[width + i] = (h[width + i] as number) + (right[i] as number);
      }
      return;
    }
    const sums = h.map(
      (_v, i) =>
        (h[(i + 1) % width] as number) + (left[(i + 2) % width] as number) + (right[(i + 3) % width] as number),
    );
    h.set(sums);
  }

  override digest(): string {
    this.pad(0x80, 8, true);
    return wordBytes(this.h, this.h.length, true);
  }
}
