/**
 * MurmurHash3: 32 bits, 128 bits on words of 32, 128 bits on words of 64.
 * Source: php-src 8.2 ext/hash/murmur/PMurHash.c, PMurHash128.c
 */
import { rotl, rotl64, u64, word64At, wordAt } from './words.ts';
import { bytes64, wordBytes } from './hash-state.ts';

function finalMix(start: number): number {
  let h = start;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** murmur3a */
export function murmur32(data: string, seed: number): string {
  const [c1, c2] = [0xcc9e2d51, 0x1b873593];
  let h = seed | 0;
  const whole = data.length - (data.length % 4);
  for (let i = 0; i < data.length; i += 4) {
    h ^= Math.imul(rotl(Math.imul(wordAt(data, i), c1), 15), c2);
    if (i < whole) h = (Math.imul(rotl(h, 13), 5) + 0xe6546b64) | 0;
  }
  return wordBytes([finalMix(h ^ data.length)], 1, false);
}

const C128: readonly (readonly [number, number, number, number, number])[] = [
  // multiplier, shift, next multiplier, shift of the state, addend
  [0x239b961b, 15, 0xab0e9789, 19, 0x561ccd1b],
  [0xab0e9789, 16, 0x38b34ae5, 17, 0x0bcaa747],
  [0x38b34ae5, 17, 0xa1e38b93, 15, 0x96cd1c35],
  [0xa1e38b93, 18, 0x239b961b, 13, 0x32ac3b17],
];

/** murmur3c */
export function murmur128x86(data: string, seed: number): string {
  const h = Int32Array.from([seed, seed, seed, seed]);
  const whole = data.length - (data.length % 16);
  for (let i = 0; i < data.length; i += 16) {
    for (let k = 0; k < 4; k++) {
      const [multiplier, shift, next, turn, addend] = C128[k] as (typeof C128)[number];
      const mixed = Math.imul(rotl(Math.imul(wordAt(data, i + 4 * k), multiplier), shift), next);
      h[k] = (h[k] as number) ^ mixed;
      if (i < whole) h[k] = Math.imul(rotl(h[k] as number, turn) + (h[(k + 1) & 3] as number), 5) + addend;
    }
  }
  const sum = (): void => {
    h[0] = (h[0] as number) + (h[1] as number) + (h[2] as number) + (h[3] as number);
    for (let k = 1; k < 4; k++) h[k] = (h[k] as number) + (h[0] as number);
  };
  for (let k = 0; k < 4; k++) h[k] = (h[k] as number) ^ data.length;
  sum();
  for (let k = 0; k < 4; k++) h[k] = finalMix(h[k] as number);
  sum();
  return wordBytes(h, 4, false);
}

function finalMix64(start: bigint): bigint {
  let h = start;
  h = u64((h ^ (h >> 33n)) * 0xff51afd7ed558ccdn);
  h = u64((h ^ (h >> 33n)) * 0xc4ceb9fe1a85ec53n);
  return h ^ (h >> 33n);
}

/** murmur3f */
export function murmur128x64(data: string, seed: number): string {
  const [c1, c2] = [0x87c37b91114253d5n, 0x4cf5ad432745937fn];
  let a = BigInt(seed >>> 0);
  let b = a;
  const whole = data.length - (data.length % 16);
  for (let i = 0; i < data.length; i += 16) {
    a ^= u64(rotl64(u64(word64At(data, i) * c1), 31n) * c2);
    if (i < whole) a = u64((rotl64(a, 27n) + b) * 5n + 0x52dce729n);
    b ^= u64(rotl64(u64(word64At(data, i + 8) * c2), 33n) * c1);
    if (i < whole) b = u64((rotl64(b, 31n) + a) * 5n + 0x38495ab5n);
  }
  const length = BigInt(data.length);
  a = u64((a ^ length) + (b ^ length));
  b = u64((b ^ length) + a);
  a = finalMix64(a);
  b = finalMix64(b);
  a = u64(a + b);
  return bytes64(a, false) + bytes64(u64(b + a), false);
}
