/**
 * MD2, MD4, MD5 and SHA-1.
 * Source: RFC 1319, RFC 1320, RFC 1321, RFC 3174; php-src ext/hash/hash_md.c, hash_sha.c
 */
import { BlockHash, wordBytes } from './hash-state.ts';

const MD5_SHIFTS: readonly number[] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const MD5_SINES: Int32Array = Int32Array.from(
  { length: 64 },
  (_v, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0,
);

/** The four words that MD4, MD5, SHA-1 and RIPEMD start from, and the fifth of the last two. */
export const INITIAL: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

const MD5_ORDER: Int32Array = Int32Array.from({ length: 64 }, (_v, i) => {
  const steps = [i, 5 * i + 1, 3 * i + 5, 7 * i];
  return (steps[i >> 4] as number) & 15;
});
const MD5_ROTATIONS: Int32Array = Int32Array.from(
  { length: 64 },
  (_v, i) => MD5_SHIFTS[((i >> 4) << 2) | (i & 3)] as number,
);

function md5Step(a: number, b: number, c: number, d: number, words: Int32Array, i: number): number {
  let f: number;
  if (i < 16) f = d ^ (b & (c ^ d));
  else if (i < 32) f = c ^ (d & (b ^ c));
  else if (i < 48) f = b ^ c ^ d;
  else f = c ^ (b | ~d);
  const sum = (a + f + (MD5_SINES[i] as number) + (words[MD5_ORDER[i] as number] as number)) | 0;
  const shift = MD5_ROTATIONS[i] as number;
  return (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
}

export class Md5 extends BlockHash {
  private readonly h = Int32Array.from(INITIAL.slice(0, 4));
  private readonly words = new Int32Array(16);

  constructor() {
    super(64);
  }

  protected override process(): void {
    const { h, words } = this;
    this.readWords(words, true);
    let a = h[0] as number;
    let b = h[1] as number;
    let c = h[2] as number;
    let d = h[3] as number;
    // four steps at a time: the variables change places by name, not by moving
    for (let i = 0; i < 64; i += 4) {
      a = md5Step(a, b, c, d, words, i);
      d = md5Step(d, a, b, c, words, i + 1);
      c = md5Step(c, d, a, b, words, i + 2);
      b = md5Step(b, c, d, a, words, i + 3);
    }
    h[0] = (h[0] as number) + a;
    h[1] = (h[1] as number) + b;
    h[2] = (h[2] as number) + c;
    h[3] = (h[3] as number) + d;
  }

  override digest(): string {
    this.pad(0x80, 8, true);
    return wordBytes(this.h, 4, true);
  }
}

const MD4_SHIFTS: readonly number[] = [3, 7, 11, 19, 3, 5, 9, 13, 3, 9, 11, 15];
const MD4_ORDER: readonly number[] = [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15];

export class Md4 extends BlockHash {
  private readonly h = Int32Array.from(INITIAL.slice(0, 4));
  private readonly words = new Int32Array(16);

  constructor() {
    super(64);
  }

  protected override process(): void {
    const { h, words } = this;
    this.readWords(words, true);
    let [a, b, c, d] = h as unknown as [number, number, number, number];
    for (let i = 0; i < 48; i++) {
      const round = i >> 4;
      const at = i & 15;
      let f: number;
      let g = at;
      if (round === 0) f = (b & c) | (~b & d);
      else if (round === 1) {
        f = (((b & c) | (b & d) | (c & d)) + 0x5a827999) | 0;
        g = ((at & 3) << 2) | (at >> 2);
      } else {
        f = ((b ^ c ^ d) + 0x6ed9eba1) | 0;
        g = MD4_ORDER[at] as number;
      }
      const sum = (a + f + (words[g] as number)) | 0;
      const shift = MD4_SHIFTS[(round << 2) | (i & 3)] as number;
      a = d;
      d = c;
      c = b;
      b = (sum << shift) | (sum >>> (32 - shift));
    }
    h[0] = (h[0] as number) + a;
    h[1] = (h[1] as number) + b;
    h[2] = (h[2] as number) + c;
    h[3] = (h[3] as number) + d;
  }

  override digest(): string {
    this.pad(0x80, 8, true);
    return wordBytes(this.h, 4, true);
  }
}

export class Sha1 extends BlockHash {
  private readonly h = Int32Array.from(INITIAL);
  private readonly w = new Int32Array(80);

  constructor() {
    super(64);
  }

  protected override process(): void {
    const { h, w } = this;
    this.readWords(w, false);
    for (let i = 16; i < 80; i++) {
      const x = (w[i - 3] as number) ^ (w[i - 8] as number) ^ (w[i - 14] as number) ^ (w[i - 16] as number);
      w[i] = (x << 1) | (x >>> 31);
    }
    let [a, b, c, d, e] = h as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      let f: number;
      if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999;
      else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1;
      else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      else f = (b ^ c ^ d) + 0xca62c1d6;
      const t = (((a << 5) | (a >>> 27)) + f + e + (w[i] as number)) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = t;
    }
    h[0] = (h[0] as number) + a;
    h[1] = (h[1] as number) + b;
    h[2] = (h[2] as number) + c;
    h[3] = (h[3] as number) + d;
    h[4] = (h[4] as number) + e;
  }

  override digest(): string {
    this.pad(0x80, 8, false);
    return wordBytes(this.h, 5, false);
  }
}

/** Digits of pi, for MD2's permutation. */
const PI_DIGITS =
  '31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679' +
  '82148086513282306647093844609550582231725359408128481117450284102701938521105559644622948954930381964428' +
  '81097566593344612847564823378678316527120190914564856692346034861045432664821339360726024914127372458700' +
  '66063155881748815209209628292540917153643678925903600113305305488204665213841469519415116094330572703657' +
  '59591953092186117381932611793105118548074462379962749567351885752724891227938183011949129833673362440656' +
  '64308602139494639522473719070217986094370277053921717629317675238467481846766940513200056812714526356082' +
  '77857713427577896091736371787214684409012249534301465495853710507922796892589235420199561121290219608640' +
  '34418159813629774771309960518707211349999998372978049951059731732816096318595024459455346908302642522308';

/** The permutation of 256 bytes, shuffled by the digits of pi. */
export function md2Table(): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_v, i) => i);
  let at = 0;
  const random = (n: number): number => {
    const digits = n > 100 ? 3 : n > 10 ? 2 : 1;
    for (;;) {
      const x = Number(PI_DIGITS.slice(at, at + digits));
      at += digits;
      const limit = 10 ** digits;
      if (x < n * Math.floor(limit / n)) return x % n;
    }
  };
  for (let i = 2; i <= 256; i++) {
    const j = random(i);
    const held = table[j] as number;
    table[j] = table[i - 1] as number;
    table[i - 1] = held;
  }
  return table;
}

export class Md2 extends BlockHash {
  private readonly x = new Uint8Array(48);
  private readonly checksum = new Uint8Array(16);
  private readonly table: Uint8Array;

  /** `table`: what md2Table() made. */
  constructor(table: Uint8Array) {
    super(16);
    this.table = table;
  }

  protected override process(): void {
    const { x, checksum, buffer, table } = this;
    let last = checksum[15] as number;
    for (let i = 0; i < 16; i++) {
      checksum[i] = (checksum[i] as number) ^ (table[(buffer[i] as number) ^ last] as number);
      last = checksum[i] as number;
    }
    this.mix(buffer, x, table);
  }

  private mix(block: Uint8Array, x: Uint8Array, table: Uint8Array): void {
    for (let i = 0; i < 16; i++) {
      x[16 + i] = block[i] as number;
      x[32 + i] = (x[i] as number) ^ (block[i] as number);
    }
    let t = 0;
    for (let round = 0; round < 18; round++) {
      for (let i = 0; i < 48; i++) {
        x[i] = (x[i] as number) ^ (table[t] as number);
        t = x[i] as number;
      }
      t = (t + round) & 255;
    }
  }

  override digest(): string {
    const padding = 16 - this.used;
    this.update(String.fromCharCode(padding).repeat(padding));
    this.mix(this.checksum.slice(), this.x, this.table);
    return String.fromCharCode(...this.x.subarray(0, 16));
  }
}
