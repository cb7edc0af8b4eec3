/**
 * MD5, SHA-1, SHA-2, CRC-32, Adler-32, FNV and Joaat over byte strings.
 * Source: RFC 1321, RFC 3174, RFC 6234; php-src ext/standard/md5.c, sha1.c, crc32.c, ext/hash
 */

/** A digest of bytes, as raw bytes. */
export type Digest = (data: string) => string;

function bytesOf(words: readonly number[], littleEndian: boolean): string {
  let out = '';
  for (const w of words) {
    for (let k = 0; k < 4; k++) out += String.fromCharCode((w >>> (littleEndian ? 8 * k : 24 - 8 * k)) & 255);
  }
  return out;
}

/** The message with its padding as 32-bit words, 16 a block. */
function paddedWords(data: string, littleEndian: boolean): Int32Array {
  const n = data.length;
  const words = new Int32Array((((n + 8) >>> 6) + 1) << 4);
  const put = (i: number, b: number): void => {
    const shift = littleEndian ? 8 * (i & 3) : 24 - 8 * (i & 3);
    words[i >> 2] = (words[i >> 2] as number) | (b << shift);
  };
  for (let i = 0; i < n; i++) put(i, data.charCodeAt(i));
  put(n, 0x80);
  const high = Math.floor(n / 0x20000000);
  const low = (n << 3) | 0;
  words[words.length - (littleEndian ? 2 : 1)] = low;
  words[words.length - (littleEndian ? 1 : 2)] = high;
  return words;
}

const MD5_SHIFTS: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const MD5_SINES: readonly number[] = Array.from(
  { length: 64 },
  (_v, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0,
);

/** md5, 16 bytes */
export function md5(data: string): string {
  const words = paddedWords(data, true);
  let a = 0x67452301;
  let b = 0xefcdab89 | 0;
  let c = 0x98badcfe | 0;
  let d = 0x10325476;
  for (let block = 0; block < words.length; block += 16) {
    const [a0, b0, c0, d0] = [a, b, c, d];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let f: number;
      let g: number;
      if (round === 0) {
        f = (b & c) | (~b & d);
        g = i;
      } else if (round === 1) {
        f = (d & b) | (~d & c);
        g = (5 * i + 1) & 15;
      } else if (round === 2) {
        f = b ^ c ^ d;
        g = (3 * i + 5) & 15;
      } else {
        f = c ^ (b | ~d);
        g = (7 * i) & 15;
      }
      const sum = (a + f + (MD5_SINES[i] as number) + (words[block + g] as number)) | 0;
      const shift = (MD5_SHIFTS[round] as readonly number[])[i & 3] as number;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    a = (a + a0) | 0;
    b = (b + b0) | 0;
    c = (c + c0) | 0;
    d = (d + d0) | 0;
  }
  return bytesOf([a, b, c, d], true);
}

/** sha1, 20 bytes */
export function sha1(data: string): string {
  const words = paddedWords(data, false);
  const h = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const w = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let i = 0; i < 80; i++) {
      if (i < 16) w[i] = words[block + i] as number;
      else {
        const x = (w[i - 3] as number) ^ (w[i - 8] as number) ^ (w[i - 14] as number) ^ (w[i - 16] as number);
        w[i] = (x << 1) | (x >>> 31);
      }
    }
    let [a, b, c, d, e] = h as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const [f, k] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const t = (((a << 5) | (a >>> 27)) + f + e + k + (w[i] as number)) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = t;
    }
    for (const [i, v] of [a, b, c, d, e].entries()) h[i] = ((h[i] as number) + v) | 0;
  }
  return bytesOf(h, false);
}

/** The first `bits` bits of the fractional part of the n-th prime's root, for the constants of SHA-2. */
function primes(count: number): number[] {
  const out: number[] = [];
  for (let n = 2; out.length < count; n++) if (out.every((q) => n % q !== 0)) out.push(n);
  return out;
}

/** floor(root(n) * 2^64) mod 2^64, exactly: `power` 2 or 3. */
function rootBits(n: number, power: number): bigint {
  const target = BigInt(n) << BigInt(64 * power);
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const mid = (low + high) >> 1n;
    if (mid ** BigInt(power) <= target) low = mid;
    else high = mid;
  }
  return low & 0xffffffffffffffffn;
}

const SHA2_K: readonly bigint[] = primes(80).map((q) => rootBits(q, 3));
const SHA256_K: readonly number[] = SHA2_K.slice(0, 64).map((k) => Number(k >> 32n) | 0);
const SHA512_H: readonly bigint[] = primes(8).map((q) => rootBits(q, 2));
const SHA384_H: readonly bigint[] = primes(16)
  .slice(8)
  .map((q) => rootBits(q, 2));
const SHA256_H: readonly number[] = SHA512_H.map((h) => Number(h >> 32n) | 0);
const SHA224_H: readonly number[] = SHA384_H.map((h) => Number(h & 0xffffffffn) | 0);

function rotr(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

function sha2Small(data: string, initial: readonly number[], length: number): string {
  const words = paddedWords(data, false);
  const h = [...initial];
  const w = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = words[block + i] as number;
        continue;
      }
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3);
      const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10);
      w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
    }
    const v = [...h] as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const [a, b, c, d, e, f, g, hh] = v;
      const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
      const t1 = (hh + s1 + ((e & f) ^ (~e & g)) + (SHA256_K[i] as number) + (w[i] as number)) | 0;
      const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      v.unshift((t1 + t2) | 0);
      v.pop();
      v[4] = (d + t1) | 0;
    }
    for (const [i, x] of v.entries()) h[i] = ((h[i] as number) + x) | 0;
  }
  return bytesOf(h, false).slice(0, length);
}

const M64 = 0xffffffffffffffffn;

function rotr64(x: bigint, n: bigint): bigint {
  return ((x >> n) | (x << (64n - n))) & M64;
}

function sha2Large(data: string, initial: readonly bigint[], length: number): string {
  const zeros = (239 - (data.length % 128)) % 128;
  const text = `${data}\x80${'\0'.repeat(zeros + 8)}${word64(BigInt(data.length) * 8n)}`;
  const h = [...initial];
  const w = new Array<bigint>(80).fill(0n);
  for (let block = 0; block < text.length; block += 128) {
    for (let i = 0; i < 80; i++) {
      if (i < 16) {
        let x = 0n;
        for (let k = 0; k < 8; k++) x = (x << 8n) | BigInt(text.charCodeAt(block + 8 * i + k));
        w[i] = x;
        continue;
      }
      const x = w[i - 15] as bigint;
      const y = w[i - 2] as bigint;
      const s0 = rotr64(x, 1n) ^ rotr64(x, 8n) ^ (x >> 7n);
      const s1 = rotr64(y, 19n) ^ rotr64(y, 61n) ^ (y >> 6n);
      w[i] = ((w[i - 16] as bigint) + s0 + (w[i - 7] as bigint) + s1) & M64;
    }
    const v = [...h] as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const [a, b, c, d, e, f, g, hh] = v;
      const s1 = rotr64(e, 14n) ^ rotr64(e, 18n) ^ rotr64(e, 41n);
      const t1 = hh + s1 + ((e & f) ^ (~e & M64 & g)) + (SHA2_K[i] as bigint) + (w[i] as bigint);
      const s0 = rotr64(a, 28n) ^ rotr64(a, 34n) ^ rotr64(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      v.unshift((t1 + t2) & M64);
      v.pop();
      v[4] = (d + t1) & M64;
    }
    for (const [i, x] of v.entries()) h[i] = ((h[i] as bigint) + x) & M64;
  }
  return h.map(word64).join('').slice(0, length);
}

function word64(x: bigint): string {
  let out = '';
  for (let k = 56n; k >= 0n; k -= 8n) out += String.fromCharCode(Number((x >> k) & 255n));
  return out;
}

const CRC_TABLE: readonly number[] = Array.from({ length: 256 }, (_v, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 0 ? c >>> 1 : (c >>> 1) ^ 0xedb88320;
  return c >>> 0;
});

/** crc32, unsigned */
export function crc32(data: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < data.length; i++) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ data.charCodeAt(i)) & 255] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function adler32(data: string): string {
  let a = 1;
  let b = 0;
  for (let i = 0; i < data.length; i++) {
    a = (a + data.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  return bytesOf([(b << 16) | a], false);
}

function fnv32(data: string, xorFirst: boolean): string {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < data.length; i++) {
    if (xorFirst) h = Math.imul(h ^ data.charCodeAt(i), 0x01000193);
    else h = Math.imul(h, 0x01000193) ^ data.charCodeAt(i);
  }
  return bytesOf([h], false);
}

function fnv64(data: string, xorFirst: boolean): string {
  let h = 0xcbf29ce484222325n;
  for (let i = 0; i < data.length; i++) {
    const c = BigInt(data.charCodeAt(i));
    h = xorFirst ? ((h ^ c) * 0x100000001b3n) & M64 : ((h * 0x100000001b3n) & M64) ^ c;
  }
  return word64(h);
}

function joaat(data: string): string {
  let h = 0;
  for (let i = 0; i < data.length; i++) {
    h = (h + data.charCodeAt(i)) | 0;
    h = (h + (h << 10)) | 0;
    h ^= h >>> 6;
  }
  h = (h + (h << 3)) | 0;
  h ^= h >>> 11;
  h = (h + (h << 15)) | 0;
  return bytesOf([h], false);
}

/** What hash() knows here: name, digest, block size in bytes (0: not for HMAC). */
export const DIGESTS: Readonly<Record<string, { readonly digest: Digest; readonly block: number }>> = {
  md5: { digest: md5, block: 64 },
  sha1: { digest: sha1, block: 64 },
  sha224: { digest: (s) => sha2Small(s, SHA224_H, 28), block: 64 },
  sha256: { digest: (s) => sha2Small(s, SHA256_H, 32), block: 64 },
  sha384: { digest: (s) => sha2Large(s, SHA384_H, 48), block: 128 },
  sha512: { digest: (s) => sha2Large(s, SHA512_H, 64), block: 128 },
  crc32b: { digest: (s) => bytesOf([crc32(s)], false), block: 0 },
  adler32: { digest: adler32, block: 0 },
  fnv132: { digest: (s) => fnv32(s, false), block: 0 },
  fnv1a32: { digest: (s) => fnv32(s, true), block: 0 },
  fnv164: { digest: (s) => fnv64(s, false), block: 0 },
  fnv1a64: { digest: (s) => fnv64(s, true), block: 0 },
  joaat: { digest: joaat, block: 0 },
};
