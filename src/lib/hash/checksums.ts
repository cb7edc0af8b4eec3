/**
 * Adler-32, the CRCs, FNV and Joaat.
 * Source: php-src ext/hash/hash_adler32.c, hash_crc32.c, hash_fnv.c, hash_joaat.c
 */
import { bytes64, cloneState, type HashState, wordBytes } from './hash-state.ts';

/** A checksum of one number of 32 bits that each byte changes. */
class Rolling implements HashState {
  private value: number;
  private readonly step: (value: number, byte: number) => number;
  private readonly finish: (value: number) => string;

  constructor(start: number, step: (value: number, byte: number) => number, finish: (value: number) => string) {
    this.value = start;
    this.step = step;
    this.finish = finish;
  }

  update(data: string): void {
    const { step } = this;
    let value = this.value;
    for (let i = 0; i < data.length; i++) value = step(value, data.charCodeAt(i));
    this.value = value;
  }

  digest(): string {
    return this.finish(this.value);
  }

  clone(): HashState {
    return cloneState(this);
  }
}

const bigEndian = (value: number): string => wordBytes([value], 1, false);

/** Table of a CRC with its lowest bit first. */
function reflectedTable(polynomial: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_v, i) => {
    let c = i;
    for (let k = 0; k < 8; k++) c = (c & 1) !== 0 ? (c >>> 1) ^ polynomial : c >>> 1;
    return c;
  });
}

/** Table of bzip2's CRC. */
function forwardTable(polynomial: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_v, i) => {
    let c = i << 24;
    for (let k = 0; k < 8; k++) c = c < 0 ? (c << 1) ^ polynomial : c << 1;
    return c;
  });
}

const TABLE_B: Int32Array = reflectedTable(0xedb88320);
const TABLE_C: Int32Array = reflectedTable(0x82f63b78);
const TABLE_BZIP2: Int32Array = forwardTable(0x04c11db7);

function reflected(table: Int32Array): HashState {
  return new Rolling(
    -1,
    (crc, byte) => (crc >>> 8) ^ (table[(crc ^ byte) & 255] as number),
    (crc) => bigEndian(~crc),
  );
}

/** The CRC-32 of the function crc32(), unsigned. */
export function crc32(data: string): number {
  let crc = -1;
  for (let i = 0; i < data.length; i++) crc = (crc >>> 8) ^ (TABLE_B[(crc ^ data.charCodeAt(i)) & 255] as number);
  return ~crc >>> 0;
}

/** Adler-32 keeps two sums, one in each half of its number. */
function adler32(): HashState {
  const step = (value: number, byte: number): number => {
    const a = ((value & 0xffff) + byte) % 65521;
    return ((((value >>> 16) + a) % 65521) << 16) | a;
  };
  return new Rolling(1, step, bigEndian);
}

function joaat(): HashState {
  const step = (value: number, byte: number): number => {
    let h = (value + byte) | 0;
    h = (h + (h << 10)) | 0;
    return h ^ (h >>> 6);
  };
  const finish = (value: number): string => {
    let h = (value + (value << 3)) | 0;
    h ^= h >>> 11;
    return bigEndian((h + (h << 15)) | 0);
  };
  return new Rolling(0, step, finish);
}

function fnv32(xorFirst: boolean): HashState {
  const prime = 0x01000193;
  const step = xorFirst
    ? (h: number, byte: number): number => Math.imul(h ^ byte, prime)
    : (h: number, byte: number): number => Math.imul(h, prime) ^ byte;
  return new Rolling(0x811c9dc5, step, bigEndian);
}

class Fnv64 implements HashState {
  private value = 0xcbf29ce484222325n;
  private readonly xorFirst: boolean;

  constructor(xorFirst: boolean) {
    this.xorFirst = xorFirst;
  }

  update(data: string): void {
    for (let i = 0; i < data.length; i++) {
      const byte = BigInt(data.charCodeAt(i));
      this.value = this.xorFirst
        ? BigInt.asUintN(64, (this.value ^ byte) * 0x100000001b3n)
        : BigInt.asUintN(64, this.value * 0x100000001b3n) ^ byte;
    }
  }

  digest(): string {
    return bytes64(this.value, false);
  }

  clone(): HashState {
    return cloneState(this);
  }
}

/** Makers by name. */
export const CHECKSUMS: Readonly<Record<string, () => HashState>> = {
  adler32,
  crc32: () =>
    new Rolling(
      -1,
      (crc, byte) => (crc << 8) ^ (TABLE_BZIP2[(crc >>> 24) ^ byte] as number),
      (crc) => wordBytes([~crc], 1, true),
    ),
  crc32b: () => reflected(TABLE_B),
  crc32c: () => reflected(TABLE_C),
  fnv132: () => fnv32(false),
  fnv1a32: () => fnv32(true),
  fnv164: () => new Fnv64(false),
  fnv1a64: () => new Fnv64(true),
  joaat,
};
