/**
 * Whirlpool.
 * Source: Rijmen, Barreto: the Whirlpool hashing function (its boxes made of two small ones); php-src
 * ext/hash/hash_whirlpool.c
 */
import { BlockHash } from './hash-state.ts';

const E: readonly number[] = [0x1, 0xb, 0x9, 0xc, 0xd, 0x6, 0xf, 0x3, 0xe, 0x8, 0x7, 0x4, 0xa, 0x2, 0x5, 0x0];
const R: readonly number[] = [0x7, 0xc, 0xb, 0xd, 0xe, 0x4, 0x9, 0xf, 0x6, 0x3, 0x8, 0xa, 0x2, 0x5, 0x1, 0x0];
const ROW: readonly number[] = [1, 1, 4, 1, 8, 5, 2, 9];

function box(x: number): number {
  const inverse = (n: number): number => E.indexOf(n);
  const u = E[x >> 4] as number;
  const l = inverse(x & 15);
  const r = R[u ^ l] as number;
  return ((E[u ^ r] as number) << 4) | inverse(l ^ r);
}

function times(a: number, b: number): number {
  let product = 0;
  for (let x = a, n = b; n > 0; n >>= 1) {
    if ((n & 1) !== 0) product ^= x;
    x = (x << 1) ^ (x > 127 ? 0x11d : 0);
  }
  return product;
}

export interface WhirlpoolTables {
  readonly s: Uint8Array;
  /** A byte's row of the circulant matrix, high and low half. */
  readonly rows: Int32Array;
}

export function whirlpoolTables(): WhirlpoolTables {
  const s = Uint8Array.from({ length: 256 }, (_v, x) => box(x));
  const rows = new Int32Array(512);
  for (let x = 0; x < 256; x++) {
    const bytes = ROW.map((m) => times(s[x] as number, m));
    for (let k = 0; k < 8; k++)
      rows[2 * x + (k >> 2)] = ((rows[2 * x + (k >> 2)] as number) << 8) | (bytes[k] as number);
  }
  return { s, rows };
}

/** One round: bytes through the box, columns turned, rows mixed, the key added. States are 16 halves. */
function round(state: Int32Array, key: Int32Array, rows: Int32Array, out: Int32Array): void {
  for (let i = 0; i < 8; i++) {
    let [high, low] = [key[2 * i], key[2 * i + 1]] as [number, number];
    for (let k = 0; k < 8; k++) {
      const from = 2 * ((i - k + 8) & 7) + (k >> 2);
      const byte = ((state[from] as number) >>> (24 - 8 * (k & 3))) & 255;
      let [h, l] = [rows[2 * byte], rows[2 * byte + 1]] as [number, number];
      if (k >= 4) [h, l] = [l, h];
      const turn = 8 * (k & 3);
      high ^= turn === 0 ? h : (h >>> turn) | (l << (32 - turn));
      low ^= turn === 0 ? l : (l >>> turn) | (h << (32 - turn));
    }
    out[2 * i] = high;
    out[2 * i + 1] = low;
  }
}

export class Whirlpool extends BlockHash {
  private readonly h = new Int32Array(16);
  private readonly tables: WhirlpoolTables;

  constructor(tables: WhirlpoolTables) {
    super(64);
    this.tables = tables;
  }

  protected override process(): void {
    const { h, tables } = this;
    const block = new Int32Array(16);
    this.readWords(block, false);
    let key = h.slice();
    let state = block.map((w, i) => w ^ (h[i] as number));
    for (let r = 0; r < 10; r++) {
      const constant = new Int32Array(16);
      for (let k = 0; k < 8; k++)
        constant[k >> 2] = ((constant[k >> 2] as number) << 8) | (tables.s[8 * r + k] as number);
      const nextKey = new Int32Array(16);
      round(key, constant, tables.rows, nextKey);
      key = nextKey;
      const next = new Int32Array(16);
      round(state, key, tables.rows, next);
      state = next;
    }
    for (let i = 0; i < 16; i++) h[i] = (h[i] as number) ^ (state[i] as number) ^ (block[i] as number);
  }

  override digest(): string {
    this.pad(0x80, 32, false);
    let out = '';
    for (const w of this.h) for (let k = 24; k >= 0; k -= 8) out += String.fromCharCode((w >>> k) & 255);
    return out;
  }
}
