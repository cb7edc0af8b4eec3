/**
 * The algorithms of hash_algos(), in PHP's order.
 * Source: php-src 8.2 ext/hash/hash.c (MINIT)
 */
import { CHECKSUMS } from './checksums.ts';
import { GOST_CRYPTO, GOST_TEST, Gost, gostTables } from './gost.ts';
import { type HashState, WholeHash } from './hash-state.ts';
import { Haval, havalConstants } from './haval.ts';
import { Sha3 } from './keccak.ts';
import { Md2, md2Table, Md4, Md5, Sha1 } from './md-family.ts';
import { murmur32, murmur128x64, murmur128x86 } from './murmur.ts';
import { Ripemd } from './ripemd.ts';
import { SHA2_START, Sha256, Sha512 } from './sha2.ts';
import { Tiger, tigerTables } from './tiger.ts';
import { Whirlpool, whirlpoolTables } from './whirlpool.ts';
import { xxh3of64, xxh3of128, xxh3Secret } from './xxh3.ts';
import { seededSecret, xxh32, xxh64 } from './xxhash.ts';

/** What `options` may hold, read. */
export interface HashOptions {
  readonly seed: bigint;
  readonly secret: string | null;
}

export const NO_OPTIONS: HashOptions = { seed: 0n, secret: null };

export interface HashAlgorithm {
  readonly name: string;
  /** Bytes of a digest. */
  readonly size: number;
  /** Bytes of a block. */
  readonly block: number;
  /** Fit for HMAC. */
  readonly isCryptographic: boolean;
  readonly create: (options: HashOptions) => HashState;
}

/** Tables that take time to make: made once an engine. */
export class HashTables {
  private readonly made: Map<string, unknown> = new Map();

  get<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

type Row = readonly [name: string, size: number, block: number, create: (options: HashOptions) => HashState];

function shaRows(): Row[] {
  const s = SHA2_START;
  return [
    ['sha1', 20, 64, () => new Sha1()],
    ['sha224', 28, 64, () => new Sha256(s.sha224, 7)],
    ['sha256', 32, 64, () => new Sha256(s.sha256, 8)],
    ['sha384', 48, 128, () => new Sha512(s.sha384, 48)],
    ['sha512/224', 28, 128, () => new Sha512(s.sha512of224, 28)],
    ['sha512/256', 32, 128, () => new Sha512(s.sha512of256, 32)],
    ['sha512', 64, 128, () => new Sha512(s.sha512, 64)],
    ['sha3-224', 28, 144, () => new Sha3(28)],
    ['sha3-256', 32, 136, () => new Sha3(32)],
    ['sha3-384', 48, 104, () => new Sha3(48)],
    ['sha3-512', 64, 72, () => new Sha3(64)],
  ];
}

function tigerRows(tables: HashTables): Row[] {
  const rows: Row[] = [];
  for (const passes of [3, 4]) {
    for (const bits of [128, 160, 192]) {
      const create = (): HashState => new Tiger(bits >> 3, passes, tables.get('tiger', tigerTables));
      rows.push([`tiger${bits},${passes}`, bits >> 3, 64, create]);
    }
  }
  return rows;
}

function cryptographicRows(tables: HashTables): Row[] {
  return [
    ['md2', 16, 16, () => new Md2(tables.get('md2', md2Table))],
    ['md4', 16, 64, () => new Md4()],
    ['md5', 16, 64, () => new Md5()],
    ...shaRows(),
    ['ripemd128', 16, 64, () => new Ripemd(4, false)],
    ['ripemd160', 20, 64, () => new Ripemd(5, false)],
    ['ripemd256', 32, 64, () => new Ripemd(4, true)],
    ['ripemd320', 40, 64, () => new Ripemd(5, true)],
    ['whirlpool', 64, 64, () => new Whirlpool(tables.get('whirlpool', whirlpoolTables))],
    ...tigerRows(tables),
    ['gost', 32, 32, () => new Gost(tables.get('gost', () => gostTables(GOST_TEST)))],
    ['gost-crypto', 32, 32, () => new Gost(tables.get('gost-crypto', () => gostTables(GOST_CRYPTO)))],
  ];
}

function xxh3(make: typeof xxh3of64): (options: HashOptions) => HashState {
  return ({ seed, secret }) => {
    const key =
      secret === null
        ? { secret: xxh3Secret(), seed, longSecret: seededSecret(seed) }
        : { secret, seed: 0n, longSecret: secret };
    return new WholeHash((data) => make(data, key));
  };
}

function checksumRows(): Row[] {
  const sizes: Readonly<Record<string, number>> = { fnv164: 8, fnv1a64: 8 };
  const checksums = Object.entries(CHECKSUMS).map(([name, create]): Row => [name, sizes[name] ?? 4, 4, create]);
  const whole =
    (make: (data: string, seed: number) => string) =>
    ({ seed }: HashOptions): HashState =>
      new WholeHash((data) => make(data, Number(BigInt.asUintN(32, seed))));
  return [
    ...checksums,
    ['murmur3a', 4, 4, whole(murmur32)],
    ['murmur3c', 16, 4, whole(murmur128x86)],
    ['murmur3f', 16, 8, whole(murmur128x64)],
    ['xxh32', 4, 4, whole(xxh32)],
    ['xxh64', 8, 8, ({ seed }) => new WholeHash((data) => xxh64(data, BigInt.asUintN(64, seed)))],
    ['xxh3', 8, 8, xxh3(xxh3of64)],
    ['xxh128', 16, 8, xxh3(xxh3of128)],
  ];
}

function havalRows(tables: HashTables): Row[] {
  const rows: Row[] = [];
  for (const passes of [3, 4, 5]) {
    for (const bits of [128, 160, 192, 224, 256]) {
      rows.push([
        `haval${bits},${passes}`,
        bits >> 3,
        128,
        () => new Haval(bits, passes, tables.get('haval', havalConstants)),
      ]);
    }
  }
  return rows;
}

/** All algorithms by name. */
export function createAlgorithms(): ReadonlyMap<string, HashAlgorithm> {
  const tables = new HashTables();
  const all = new Map<string, HashAlgorithm>();
  const add = (isCryptographic: boolean, rows: readonly Row[]): void => {
    for (const [name, size, block, create] of rows) all.set(name, { name, size, block, isCryptographic, create });
  };
  add(true, cryptographicRows(tables));
  add(false, checksumRows());
  add(true, havalRows(tables));
  return all;
}
