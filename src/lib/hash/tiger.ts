/**
 * Tiger in 3 or 4 passes.
 * Source: Anderson, Biham: Tiger, a fast new hash function (with the program that makes its tables); php-src
 * ext/hash/hash_tiger.c
 */
import { BlockHash, bytes64 } from './hash-state.ts';

const U = (n: bigint): bigint => BigInt.asUintN(64, n);
const START: readonly bigint[] = [0x0123456789abcdefn, 0xfedcba9876543210n, 0xf096a5b4c3b2e187n];

/** Four tables of 256 numbers in a row. */
type Tables = BigUint64Array;

function pass(s: bigint[], x: readonly bigint[], tables: Tables, multiplier: bigint): void {
  let [a, b, c] = s as [bigint, bigint, bigint];
  const at = (table: number, n: bigint, k: number): bigint =>
    tables[256 * table + Number((n >> BigInt(8 * k)) & 255n)] as bigint;
  for (let i = 0; i < 8; i++) {
    c ^= x[i] as bigint;
    a = U(a - (at(0, c, 0) ^ at(1, c, 2) ^ at(2, c, 4) ^ at(3, c, 6)));
    b = U((b + (at(3, c, 1) ^ at(2, c, 3) ^ at(1, c, 5) ^ at(0, c, 7))) * multiplier);
    [a, b, c] = [b, c, a];
  }
  // eight steps turn the three by two places
  s[0] = b;
  s[1] = c;
  s[2] = a;
}

function schedule(x: bigint[]): void {
  const get = (i: number): bigint => x[i] as bigint;
  x[0] = U(get(0) - (get(7) ^ 0xa5a5a5a5a5a5a5a5n));
  x[1] = get(1) ^ get(0);
  x[2] = U(get(2) + get(1));
  x[3] = U(get(3) - (get(2) ^ U(U(~get(1)) << 19n)));
  x[4] = get(4) ^ get(3);
  x[5] = U(get(5) + get(4));
  x[6] = U(get(6) - (get(5) ^ (U(~get(4)) >> 23n)));
  x[7] = get(7) ^ get(6);
  x[0] = U(get(0) + get(7));
  x[1] = U(get(1) - (get(0) ^ U(U(~get(7)) << 19n)));
  x[2] = get(2) ^ get(1);
  x[3] = U(get(3) + get(2));
  x[4] = U(get(4) - (get(3) ^ (U(~get(2)) >> 23n)));
  x[5] = get(5) ^ get(4);
  x[6] = U(get(6) + get(5));
  x[7] = U(get(7) - (get(6) ^ 0x0123456789abcdefn));
}

/** One block into the three words of the state. */
function compress(state: bigint[], block: readonly bigint[], tables: Tables, passes: number): void {
  const x = [...block];
  let [a, b, c] = state as [bigint, bigint, bigint];
  const run = (p: bigint, q: bigint, r: bigint, multiplier: bigint): [bigint, bigint, bigint] => {
    const s = [p, q, r];
    pass(s, x, tables, multiplier);
    return s as [bigint, bigint, bigint];
  };
  [a, b, c] = run(a, b, c, 5n);
  schedule(x);
  [c, a, b] = run(c, a, b, 7n);
  schedule(x);
  [b, c, a] = run(b, c, a, 9n);
  for (let n = 3; n < passes; n++) {
    schedule(x);
    [a, b, c] = run(a, b, c, 9n);
    [a, b, c] = [c, a, b];
  }
  state[0] = a ^ (state[0] as bigint);
  state[1] = U(b - (state[1] as bigint));
  state[2] = U(c + (state[2] as bigint));
}

const SEED = 'Tiger - A Fast New Hash Function, by Ross Anderson and Eli Biham';

function blockOf(bytes: ArrayLike<number>): bigint[] {
  const x: bigint[] = [];
  for (let i = 0; i < 64; i += 8) {
    let n = 0n;
    for (let k = 7; k >= 0; k--) n = (n << 8n) | BigInt(bytes[i + k] as number);
    x.push(n);
  }
  return x;
}

/** The tables, as the authors' program makes them: shuffled column by column with Tiger itself. */
export function tigerTables(): Tables {
  const tables = new BigUint64Array(1024);
  const bytes = new Uint8Array(tables.buffer);
  for (let i = 0; i < 1024; i++) bytes.fill(i & 255, 8 * i, 8 * i + 8);
  const state = [...START];
  const block = blockOf(Array.from(SEED, (c) => c.charCodeAt(0)));
  let word = 2;
  for (let count = 0; count < 5; count++) {
    for (let i = 0; i < 256; i++) {
      for (let table = 0; table < 1024; table += 256) {
        word++;
        if (word === 3) {
          word = 0;
          compress(state, block, tables, 3);
        }
        for (let column = 0; column < 8; column++) {
          const other = Number(((state[word] as bigint) >> BigInt(8 * column)) & 255n);
          const [p, q] = [8 * (table + i) + column, 8 * (table + other) + column];
          const held = bytes[p] as number;
          bytes[p] = bytes[q] as number;
          bytes[q] = held;
        }
      }
    }
  }
  return tables;
}

export class Tiger extends BlockHash {
  private state: bigint[] = [...START];
  private readonly tables: { readonly list: Tables };
  private readonly passes: number;
  private readonly size: number;

  /** `size`: bytes of the digest. */
  constructor(size: number, passes: number, tables: Tables) {
    super(64);
    this.size = size;
    this.passes = passes;
    this.tables = { list: tables };
  }

  protected override process(): void {
    this.state = [...this.state];
    compress(this.state, blockOf(this.buffer), this.tables.list, this.passes);
  }

  override digest(): string {
    this.pad(1, 8, true);
    return this.state
      .map((n) => bytes64(n, true))
      .join('')
      .slice(0, this.size);
  }
}
