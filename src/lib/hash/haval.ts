/**
 * HAVAL in 3 to 5 passes, with digests of 128 to 256 bits.
 * Source: Zheng, Pieprzyk, Seberry: HAVAL; php-src ext/hash/hash_haval.c
 */
import { rotr } from './words.ts';
import { BlockHash, wordBytes } from './hash-state.ts';
import { piWords } from './pi.ts';

type Mix = (x6: number, x5: number, x4: number, x3: number, x2: number, x1: number, x0: number) => number;

const FUNCTIONS: readonly Mix[] = [
  (x6, x5, x4, x3, x2, x1, x0) => (x1 & x4) ^ (x2 & x5) ^ (x3 & x6) ^ (x0 & x1) ^ x0,
  (x6, x5, x4, x3, x2, x1, x0) =>
    (x1 & x2 & x3) ^ (x2 & x4 & x5) ^ (x1 & x2) ^ (x1 & x4) ^ (x2 & x6) ^ (x3 & x5) ^ (x4 & x5) ^ (x0 & x2) ^ x0,
  (x6, x5, x4, x3, x2, x1, x0) => (x1 & x2 & x3) ^ (x1 & x4) ^ (x2 & x5) ^ (x3 & x6) ^ (x0 & x3) ^ x0,
  (x6, x5, x4, x3, x2, x1, x0) =>
    (x1 & x2 & x3) ^
    (x2 & x4 & x5) ^
    (x3 & x4 & x6) ^
    (x1 & x4) ^
    (x2 & x6) ^
    (x3 & x4) ^
    (x3 & x5) ^
    (x3 & x6) ^
    (x4 & x5) ^
    (x4 & x6) ^
    (x0 & x4) ^
    x0,
  (x6, x5, x4, x3, x2, x1, x0) => (x1 & x4) ^ (x2 & x5) ^ (x3 & x6) ^ (x0 & x1 & x2 & x3) ^ (x0 & x5) ^ x0,
];

/** Which words take the places of x6 to x0, by number of passes. */
const PERMUTATIONS: Readonly<Record<number, readonly string[]>> = {
  3: ['1035624', '4210536', '6123450'],
  4: ['2614530', '3520164', '1436025', '6405213'],
  5: ['3410526', '6210345', '2604315', '1532046', '2506431'],
};

const ORDERS: readonly (readonly number[])[] = [
  Array.from({ length: 32 }, (_v, i) => i),
  [
    5, 14, 26, 18, 11, 28, 7, 16, 0, 23, 20, 22, 1, 10, 4, 8, 30, 3, 21, 9, 17, 24, 29, 6, 19, 12, 15, 13, 2, 25, 31,
    27,
  ],
  [
    19, 9, 4, 20, 28, 17, 8, 22, 29, 14, 25, 12, 24, 30, 16, 26, 31, 15, 7, 3, 1, 0, 18, 27, 13, 6, 21, 10, 23, 11, 5,
    2,
  ],
  [
    24, 4, 0, 14, 2, 7, 28, 23, 26, 6, 30, 20, 18, 25, 19, 3, 22, 11, 31, 21, 8, 27, 12, 9, 1, 29, 5, 15, 17, 10, 16,
    13,
  ],
  [
    27, 3, 21, 26, 17, 11, 20, 29, 19, 0, 12, 7, 13, 8, 31, 10, 5, 9, 14, 30, 18, 6, 28, 24, 2, 23, 16, 22, 4, 1, 25,
    15,
  ],
];

/** For each digest size: per word of the digest the parts of h7, h6, h5, h4 that are added to it, and how far turned. */
type Fold = readonly [masks: readonly number[], turn: number];

const FOLDS: Readonly<Record<number, readonly Fold[]>> = {
  128: [
    [[0xff, 0xff000000, 0xff0000, 0xff00], 8],
    [[0xff00, 0xff, 0xff000000, 0xff0000], 16],
    [[0xff0000, 0xff00, 0xff, 0xff000000], 24],
    [[0xff000000, 0xff0000, 0xff00, 0xff], 0],
  ],
  160: [
    [[0x3f, 0x7f << 25, 0x3f << 19], 19],
    [[0x3f << 6, 0x3f, 0x7f << 25], 25],
    [[0x7f << 12, 0x3f << 6, 0x3f], 0],
    [[0x3f << 19, 0x7f << 12, 0x3f << 6], 6],
    [[0x7f << 25, 0x3f << 19, 0x7f << 12], 12],
  ],
  192: [
    [[0x1f, 0x3f << 26], 26],
    [[0x1f << 5, 0x1f], 0],
    [[0x3f << 10, 0x1f << 5], 5],
    [[0x1f << 16, 0x3f << 10], 10],
    [[0x1f << 21, 0x1f << 16], 16],
    [[0x3f << 26, 0x1f << 21], 21],
  ],
  224: [
    [[0x1f << 27], 27],
    [[0x1f << 22], 22],
    [[0xf << 18], 18],
    [[0x1f << 13], 13],
    [[0xf << 9], 9],
    [[0x1f << 4], 4],
    [[0xf], 0],
  ],
  256: [],
};

/** The first words of the state and the constants of the passes. */
export function havalConstants(): Int32Array {
  return piWords(8 + 32 * 4);
}

export class Haval extends BlockHash {
  private readonly h: Int32Array;
  private readonly words = new Int32Array(32);
  private readonly constants: Int32Array;
  private readonly bits: number;
  private readonly passes: number;

  /** `pi`: what havalConstants() made. */
  constructor(bits: number, passes: number, pi: Int32Array) {
    super(128);
    this.h = pi.slice(0, 8);
    this.constants = pi.slice(8);
    this.bits = bits;
    this.passes = passes;
  }

  protected override process(): void {
    const { h, words, passes, constants } = this;
    this.readWords(words, true);
    const t = h.slice();
    for (let pass = 0; pass < passes; pass++) {
      const mix = FUNCTIONS[pass] as Mix;
      const places = Array.from((PERMUTATIONS[passes] as readonly string[])[pass] as string, Number);
      const order = ORDERS[pass] as readonly number[];
      for (let i = 0; i < 32; i++) {
        const [x6, x5, x4, x3, x2, x1, x0] = places.map((k) => t[k] as number) as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const k = pass === 0 ? 0 : (constants[32 * (pass - 1) + i] as number);
        const r =
          rotr(mix(x6, x5, x4, x3, x2, x1, x0), 7) + rotr(t[7] as number, 11) + (words[order[i] as number] as number);
        t.copyWithin(1, 0, 7);
        t[0] = r + k;
      }
    }
    for (let i = 0; i < 8; i++) h[i] = (h[i] as number) + (t[i] as number);
  }

  override digest(): string {
    const { h, bits, passes } = this;
    const length = this.length;
    const padding = (118 + 128 - (this.used % 128)) % 128 || 128;
    const low = (length << 3) >>> 0;
    const high = Math.floor(length / 0x20000000);
    const settings = String.fromCharCode(1 | (passes << 3) | ((bits & 3) << 6), bits >> 2);
    this.update(`\x01${'\0'.repeat(padding - 1)}${settings}${wordBytes([low, high], 2, true)}`);
    for (const [word, [masks, turn]] of (FOLDS[bits] as readonly Fold[]).entries()) {
      let part = 0;
      for (const [k, mask] of masks.entries()) part |= (h[7 - k] as number) & mask;
      h[word] = (h[word] as number) + rotr(part, turn);
    }
    return wordBytes(h, bits >> 5, true);
  }
}
