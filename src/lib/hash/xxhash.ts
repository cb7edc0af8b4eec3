/**
 * xxHash: XXH32, XXH64, XXH3 of 64 and 128 bits.
 * Source: the xxHash specification; php-src 8.2 ext/hash/xxhash/xxhash.h
 */
import { rotl, rotl64, u64, word64At, wordAt } from './words.ts';
import { bytes64, wordBytes } from './hash-state.ts';
import { xxh3Secret } from './xxh3.ts';

const [P1, P2, P3, P4, P5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];

/** XXH32 */
export function xxh32(data: string, seed: number): string {
  const s = seed | 0;
  let at = 0;
  let h = (s + P5) | 0;
  if (data.length >= 16) {
    const v = Int32Array.from([s + P1 + P2, s + P2, s, s - P1]);
    for (; at + 16 <= data.length; at += 16) {
      for (let k = 0; k < 4; k++) {
        v[k] = Math.imul(rotl(((v[k] as number) + Math.imul(wordAt(data, at + 4 * k), P2)) | 0, 13), P1);
      }
    }
    const [a, b, c, d] = v as unknown as [number, number, number, number];
    h = (rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18)) | 0;
  }
  h = (h + data.length) | 0;
  for (; at + 4 <= data.length; at += 4) h = Math.imul(rotl((h + Math.imul(wordAt(data, at), P3)) | 0, 17), P4);
  for (; at < data.length; at++) h = Math.imul(rotl((h + Math.imul(data.charCodeAt(at), P5)) | 0, 11), P1);
  h = Math.imul(h ^ (h >>> 15), P2);
  h = Math.imul(h ^ (h >>> 13), P3);
  return wordBytes([h ^ (h >>> 16)], 1, false);
}

const [Q1, Q2, Q3, Q4, Q5] = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
];

function round(state: bigint, input: bigint): bigint {
  return u64(rotl64(u64(state + input * Q2), 31n) * Q1);
}

/** XXH64 */
export function xxh64(data: string, seed: bigint): string {
  let at = 0;
  let h = u64(seed + Q5);
  if (data.length >= 32) {
    const v = [u64(seed + Q1 + Q2), u64(seed + Q2), seed, u64(seed - Q1)];
    for (; at + 32 <= data.length; at += 32) {
      for (let k = 0; k < 4; k++) v[k] = round(v[k] as bigint, word64At(data, at + 8 * k));
    }
    const [a, b, c, d] = v as [bigint, bigint, bigint, bigint];
    h = u64(rotl64(a, 1n) + rotl64(b, 7n) + rotl64(c, 12n) + rotl64(d, 18n));
    for (const x of v) h = u64((h ^ round(0n, x)) * Q1 + Q4);
  }
  h = u64(h + BigInt(data.length));
  for (; at + 8 <= data.length; at += 8) h = u64(rotl64(h ^ round(0n, word64At(data, at)), 27n) * Q1 + Q4);
  if (at + 4 <= data.length) {
    h = u64(rotl64(h ^ u64(BigInt(wordAt(data, at) >>> 0) * Q1), 23n) * Q2 + Q3);
    at += 4;
  }
  for (; at < data.length; at++) h = u64(rotl64(h ^ u64(BigInt(data.charCodeAt(at)) * Q5), 11n) * Q1);
  h = u64((h ^ (h >> 33n)) * Q2);
  h = u64((h ^ (h >> 29n)) * Q3);
  return bytes64(h ^ (h >> 32n), false);
}

/** The secret of a seed: XXH3's own with the seed added and subtracted by turns. */
export function seededSecret(seed: bigint): string {
  const base = xxh3Secret();
  if (seed === 0n) return base;
  let out = '';
  for (let i = 0; i < base.length; i += 16) {
    out += bytes64(u64(word64At(base, i) + seed), true) + bytes64(u64(word64At(base, i + 8) - seed), true);
  }
  return out;
}
