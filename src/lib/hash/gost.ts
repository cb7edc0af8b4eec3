/**
 * GOST R 34.11-94, with the boxes of its test and with CryptoPro's.
 * Source: RFC 5831, RFC 4357; php-src ext/hash/hash_gost.c
 */
import { BlockHash, wordBytes } from './hash-state.ts';

/** Eight boxes of 16 digits. */
export const GOST_TEST =
  '4a92d80e6b1c7f53eb4c6dfa23810759581da342efc7609b7da1089fe46cb2536c715fd84a9e03b24ba0721d36859cfedb413f590ae7682c1fd057a4923e6b8c';
/** Eight boxes of 16 digits: CryptoPro's. */
export const GOST_CRYPTO =
  'a4568137dce092bf5f402db91763cea87fce94103b526a8d4a7c0f28e165db93764b9c2a180efd357624d9f0a15b8ec3de41705a3c8f629b13a95b4f867ed02c';

/** A box for each byte of a word, turned left by 11. */
export function gostTables(boxes: string): Int32Array {
  const digit = (box: number, n: number): number => Number.parseInt(boxes.charAt(16 * box + n), 16);
  return Int32Array.from({ length: 1024 }, (_v, i) => {
    const byte = i & 255;
    const k = i >> 8;
    const w = ((digit(2 * k + 1, byte >> 4) << 4) | digit(2 * k, byte & 15)) << (8 * k);
    return (w << 11) | (w >>> 21);
  });
}

function substitute(t: Int32Array, x: number): number {
  return (
    (t[x & 255] as number) ^
    (t[256 + ((x >>> 8) & 255)] as number) ^
    (t[512 + ((x >>> 16) & 255)] as number) ^
    (t[768 + (x >>> 24)] as number)
  );
}

/** Enciphers two words with a key of eight. */
function encipher(t: Int32Array, key: Int32Array, low: number, high: number): [number, number] {
  let [r, l] = [low, high];
  for (let i = 0; i < 32; i += 2) {
    const at = i < 24 ? i & 7 : 7 - (i & 7);
    const next = i < 24 ? at + 1 : at - 1;
    l ^= substitute(t, ((key[at] as number) + r) | 0);
    r ^= substitute(t, ((key[next] as number) + l) | 0);
  }
  return [l, r];
}

/** The key of four: the bytes of w by columns. */
function keyOf(w: Int32Array): Int32Array {
  const bytes = wordBytes(w, 8, true);
  const turned = Uint8Array.from({ length: 32 }, (_v, i) => bytes.charCodeAt(8 * (i & 3) + (i >> 2)));
  return Int32Array.from({ length: 8 }, (_v, i) => {
    const at = 4 * i;
    const [a, b, c, d] = turned.subarray(at, at + 4) as unknown as [number, number, number, number];
    return a | (b << 8) | (c << 16) | (d << 24);
  });
}

/** A: the words of 64 bits move down, the sum of the lowest two comes on top. */
function shiftA(x: Int32Array): Int32Array {
  const [l, r] = [(x[0] as number) ^ (x[2] as number), (x[1] as number) ^ (x[3] as number)];
  return Int32Array.from([...x.subarray(2), l, r]);
}

const C3: readonly number[] = [
  0xff00ff00, 0xff00ff00, 0x00ff00ff, 0x00ff00ff, 0x00ffff00, 0xff0000ff, 0x000000ff, 0xff00ffff,
];

function xor(a: ArrayLike<number>, b: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: 8 }, (_v, i) => (a[i] as number) ^ (b[i] as number));
}

/** psi: 16-bit words move down, the sum of six of them comes on top; `times` times. */
function psi(x: Int32Array, times: number): Int32Array {
  const y: number[] = [];
  for (const w of x) y.push(w & 0xffff, w >>> 16);
  for (let n = 0; n < times; n++) {
    const [a, b, c, d] = y as [number, number, number, number];
    y.push(a ^ b ^ c ^ d ^ (y[12] as number) ^ (y[15] as number));
    y.shift();
  }
  return Int32Array.from({ length: 8 }, (_v, i) => (y[2 * i] as number) | ((y[2 * i + 1] as number) << 16));
}

export class Gost extends BlockHash {
  private h: Int32Array = new Int32Array(8);
  private sum: Int32Array = new Int32Array(8);
  private readonly tables: { readonly list: Int32Array };

  constructor(tables: Int32Array) {
    super(32);
    this.tables = { list: tables };
  }

  private compress(m: Int32Array): void {
    const { h } = this;
    let u: Int32Array = h.slice();
    let v: Int32Array = m.slice();
    const s = new Int32Array(8);
    for (let i = 0; i < 8; i += 2) {
      const [low, high] = encipher(this.tables.list, keyOf(xor(u, v)), h[i] as number, h[i + 1] as number);
      s[i] = low;
      s[i + 1] = high;
      if (i === 6) break;
      u = shiftA(u);
      if (i === 2) u = xor(u, C3);
      v = shiftA(shiftA(v));
    }
    this.h = psi(xor(h, psi(xor(m, psi(s, 12)), 1)), 61);
  }

  private add(m: Int32Array): void {
    const sum = this.sum.slice();
    let carry = 0;
    for (let i = 0; i < 8; i++) {
      const n = ((sum[i] as number) >>> 0) + ((m[i] as number) >>> 0) + carry;
      sum[i] = n;
      carry = n > 0xffffffff ? 1 : 0;
    }
    this.sum = sum;
  }

  protected override process(): void {
    const m = new Int32Array(8);
    this.readWords(m, true);
    this.add(m);
    this.compress(m);
  }

  override digest(): string {
    const { length } = this;
    if (this.used > 0) {
      this.buffer.fill(0, this.used);
      this.process();
    }
    this.compress(Int32Array.from([(length << 3) | 0, Math.floor(length / 0x20000000), 0, 0, 0, 0, 0, 0]));
    this.compress(this.sum);
    return wordBytes(this.h, 8, true);
  }
}
