/**
 * crypt() by DES: the traditional one with 12 bits of salt, and BSDi's with 24 bits and a count of rounds.
 * Source: php-src ext/standard/crypt_freesec.c; FIPS 46-3
 */

/** The S-boxes, row after row, a hexadecimal digit an entry. */
const BOXES: readonly string[] = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];

// The tables of FIPS 46-3: which input bit (from 1) each output bit is.
const INITIAL: readonly number[] = [
  58, 50, 42, 34, 26, 18, 10, 2, 60, 52, 44, 36, 28, 20, 12, 4, 62, 54, 46, 38, 30, 22, 14, 6, 64, 56, 48, 40, 32, 24,
  16, 8, 57, 49, 41, 33, 25, 17, 9, 1, 59, 51, 43, 35, 27, 19, 11, 3, 61, 53, 45, 37, 29, 21, 13, 5, 63, 55, 47, 39, 31,
  23, 15, 7,
];
const KEY_BITS: readonly number[] = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];
const ROUND_KEY_BITS: readonly number[] = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
const OUTPUT_BITS: readonly number[] = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];
const SHIFTS: readonly number[] = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
const ROUNDS = 16;
const BLOCK = 8;
const TRADITIONAL_COUNT = 25;

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

type Bits = readonly number[];

function pick(from: Bits, table: readonly number[]): number[] {
  return table.map((at) => from[at - 1] as number);
}

function bitsOf(word: number, count: number): number[] {
  return Array.from({ length: count }, (_v, i) => (word >>> (count - 1 - i)) & 1);
}

function wordOf(bits: Bits): number {
  let word = 0;
  for (const bit of bits) word = (word << 1) | bit;
  return word;
}

/** What each S-box contributes to the output of a round, its bits already where they belong: 8 tables of 64. */
export function desBoxes(): Int32Array {
  const tables = new Int32Array(BOXES.length * 64);
  BOXES.forEach((box, n) => {
    for (let input = 0; input < 64; input++) {
      const entry = Number.parseInt(box.charAt((input & 0x20) | ((input & 1) << 4) | ((input >> 1) & 15)), 16);
      const bits = new Array<number>(32).fill(0);
      bitsOf(entry, 4).forEach((bit, i) => {
        bits[4 * n + i] = bit;
      });
      tables[64 * n + input] = wordOf(pick(bits, OUTPUT_BITS));
    }
  });
  return tables;
}

/** The 16 round keys of 8 bytes: pairs of 24 bits. */
function schedule(key: readonly number[]): Int32Array {
  const keys = new Int32Array(2 * ROUNDS);
  const chosen = pick(
    key.flatMap((byte) => bitsOf(byte, 8)),
    KEY_BITS,
  );
  let left = chosen.slice(0, 28);
  let right = chosen.slice(28);
  for (let round = 0; round < ROUNDS; round++) {
    const by = SHIFTS[round] as number;
    left = [...left.slice(by), ...left.slice(0, by)];
    right = [...right.slice(by), ...right.slice(0, by)];
    const bits = pick([...left, ...right], ROUND_KEY_BITS);
    keys[2 * round] = wordOf(bits.slice(0, 24));
    keys[2 * round + 1] = wordOf(bits.slice(24));
  }
  return keys;
}

/** Encrypts a block of 8 bytes `count` times; the salt's bits say which bits of the expanded half change places. */
function encrypt(boxes: Int32Array, keys: Int32Array, block: readonly number[], salt: number, count: number): number[] {
  const bits = pick(
    block.flatMap((byte) => bitsOf(byte, 8)),
    INITIAL,
  );
  let l = wordOf(bits.slice(0, 32));
  let r = wordOf(bits.slice(32));
  const mask = wordOf(bitsOf(salt, 24).reverse());
  for (let n = 0; n < count; n++) {
    for (let round = 0; round < 2 * ROUNDS; round += 2) {
      const high =
        ((r & 1) << 23) |
        ((r & 0xf8000000) >>> 9) |
        ((r & 0x1f800000) >>> 11) |
        ((r & 0x01f80000) >>> 13) |
        ((r & 0x001f8000) >>> 15);
      const low =
        ((r & 0x0001f800) << 7) |
        ((r & 0x1f80) << 5) |
        ((r & 0x1f8) << 3) |
        ((r & 0x1f) << 1) |
        ((r & 0x80000000) >>> 31);
      const swap = (high ^ low) & mask;
      const a = high ^ swap ^ (keys[round] as number);
      const b = low ^ swap ^ (keys[round + 1] as number);
      const f =
        (boxes[a >>> 18] as number) |
        (boxes[64 + ((a >>> 12) & 63)] as number) |
        (boxes[128 + ((a >>> 6) & 63)] as number) |
        (boxes[192 + (a & 63)] as number) |
        (boxes[256 + (b >>> 18)] as number) |
        (boxes[320 + ((b >>> 12) & 63)] as number) |
        (boxes[384 + ((b >>> 6) & 63)] as number) |
        (boxes[448 + (b & 63)] as number);
      const next = l ^ f;
      l = r;
      r = next;
    }
    // the halves change places behind the last round
    const swap = l;
    l = r;
    r = swap;
  }
  const out = new Array<number>(64).fill(0);
  const done = [...bitsOf(l, 32), ...bitsOf(r, 32)];
  INITIAL.forEach((to, i) => {
    out[to - 1] = done[i] as number;
  });
  return Array.from({ length: BLOCK }, (_v, i) => wordOf(out.slice(8 * i, 8 * i + 8)));
}

/** 64 bits as 11 characters. */
function encode(block: readonly number[]): string {
  let n = 0n;
  for (const byte of block) n = (n << 8n) | BigInt(byte);
  n <<= 2n;
  let out = '';
  for (let shift = 60n; shift >= 0n; shift -= 6n) out += ALPHABET.charAt(Number((n >> shift) & 63n));
  return out;
}

/** Four characters, the lowest six bits first; null when one is none of the alphabet. */
function number24(text: string): number | null {
  let n = 0;
  for (let i = 0; i < 4; i++) {
    const value = i < text.length ? ALPHABET.indexOf(text.charAt(i)) : -1;
    if (value < 0) return null;
    n |= value << (6 * i);
  }
  return n;
}

/** The next 8 characters as key bytes (seven bits each, in the upper ones). */
function keyBytes(text: string): number[] {
  return Array.from({ length: BLOCK }, (_v, i) => (i < text.length ? (text.charCodeAt(i) << 1) & 255 : 0));
}

/** `_CCCCSSSS`: any length of password, a count, 24 bits of salt. */
function extended(boxes: Int32Array, password: string, setting: string): string | null {
  const count = number24(setting.slice(1, 5));
  const salt = number24(setting.slice(5, 9));
  if (count === null || count === 0 || salt === null) return null;
  let key = keyBytes(password);
  for (let at = BLOCK; at < password.length; at += BLOCK) {
    const more = keyBytes(password.slice(at));
    key = encrypt(boxes, schedule(key), key, 0, 1).map((byte, i) => byte ^ (more[i] as number));
  }
  const digest = encrypt(boxes, schedule(key), new Array<number>(BLOCK).fill(0), salt, count);
  return setting.slice(0, 9) + encode(digest);
}

/** crypt() of a password without NUL under a setting `_...` or two characters of salt; null when that is not valid. */
export function desCrypt(boxes: Int32Array, password: string, setting: string): string | null {
  if (setting.startsWith('_')) return extended(boxes, password, setting);
  const first = ALPHABET.indexOf(setting.charAt(0));
  const second = ALPHABET.indexOf(setting.charAt(1));
  if (setting.length < 2 || first < 0 || second < 0) return null;
  const keys = schedule(keyBytes(password));
  const digest = encrypt(boxes, keys, new Array<number>(BLOCK).fill(0), (second << 6) | first, TRADITIONAL_COUNT);
  return setting.slice(0, 2) + encode(digest);
}
