/**
 * XXH3, 64 and 128 bits.
 * Source: the xxHash specification (doc/xxhash_spec.md); php-src 8.2 ext/hash/xxhash/xxhash.h
 */
import { rotl64, u64, word64At, wordAt } from './words.ts';
import { bytes64 } from './hash-state.ts';

const SECRET =
  'b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671fcb79e64eccc0e578825ad07dccff7221b8084674f743' +
  '248ee03590e6813a264c3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8a8fa763fe39c343ff9dcbbc7c7' +
  '0b4f1d8a51e04bcdb45931c89f7ec9d9787364eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e2b16be' +
  '587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e';

/** The secret that is used when none is given: 192 bytes. */
export function xxh3Secret(): string {
  return SECRET.replace(/../g, (hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const [P32_1, P32_2, P32_3] = [0x9e3779b1n, 0x85ebca77n, 0xc2b2ae3dn];
const [P64_1, P64_2, P64_3, P64_4, P64_5] = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
];
const MX1 = 0x165667919e3779f9n;
const MX2 = 0x9fb21c651e98df25n;
const M32 = 0xffffffffn;

const U32 = (n: bigint): bigint => BigInt.asUintN(32, n);

function word32At(data: string, at: number): bigint {
  return BigInt(wordAt(data, at) >>> 0);
}

function byte(data: string, at: number): bigint {
  return BigInt(data.charCodeAt(at));
}

function swap32(n: bigint): bigint {
  return ((n & 0xffn) << 24n) | ((n & 0xff00n) << 8n) | ((n >> 8n) & 0xff00n) | (n >> 24n);
}

function swap64(n: bigint): bigint {
  return (swap32(n & M32) << 32n) | swap32(n >> 32n);
}

function fold(a: bigint, b: bigint): bigint {
  const product = a * b;
  return u64(product) ^ (product >> 64n);
}

function avalanche(n: bigint): bigint {
  const h = u64((n ^ (n >> 37n)) * MX1);
  return h ^ (h >> 32n);
}

function avalanche64(n: bigint): bigint {
  let h = u64((n ^ (n >> 33n)) * P64_2);
  h = u64((h ^ (h >> 29n)) * P64_3);
  return h ^ (h >> 32n);
}

function short64(data: string, secret: string, seed: bigint): bigint {
  const length = data.length;
  const n = BigInt(length);
  if (length > 8) {
    const low = word64At(data, 0) ^ u64((word64At(secret, 24) ^ word64At(secret, 32)) + seed);
    const high = word64At(data, length - 8) ^ u64((word64At(secret, 40) ^ word64At(secret, 48)) - seed);
    return avalanche(u64(n + swap64(low) + high + fold(low, high)));
  }
  if (length >= 4) {
    const mixed = u64(seed ^ (swap32(U32(seed)) << 32n));
    const input = word32At(data, length - 4) + (word32At(data, 0) << 32n);
    let h = input ^ u64((word64At(secret, 8) ^ word64At(secret, 16)) - mixed);
    h = u64((h ^ rotl64(h, 49n) ^ rotl64(h, 24n)) * MX2);
    h = u64((h ^ u64((h >> 35n) + n)) * MX2);
    return h ^ (h >> 28n);
  }
  if (length > 0) {
    const combined = (byte(data, 0) << 16n) | (byte(data, length >> 1) << 24n) | byte(data, length - 1) | (n << 8n);
    return avalanche64(combined ^ u64((word32At(secret, 0) ^ word32At(secret, 4)) + seed));
  }
  return avalanche64(seed ^ word64At(secret, 56) ^ word64At(secret, 64));
}

function mix16(data: string, at: number, secret: string, offset: number, seed: bigint): bigint {
  return fold(
    word64At(data, at) ^ u64(word64At(secret, offset) + seed),
    word64At(data, at + 8) ^ u64(word64At(secret, offset + 8) - seed),
  );
}

function medium64(data: string, secret: string, seed: bigint): bigint {
  const length = data.length;
  let sum = u64(BigInt(length) * P64_1);
  if (length <= 128) {
    for (let i = (length - 1) >> 5; i >= 0; i--) {
      sum = u64(sum + mix16(data, 16 * i, secret, 32 * i, seed));
      sum = u64(sum + mix16(data, length - 16 * (i + 1), secret, 32 * i + 16, seed));
    }
    return avalanche(sum);
  }
  const rounds = length >> 4;
  for (let i = 0; i < 8; i++) sum = u64(sum + mix16(data, 16 * i, secret, 16 * i, seed));
  sum = avalanche(sum);
  for (let i = 8; i < rounds; i++) sum = u64(sum + mix16(data, 16 * i, secret, 16 * (i - 8) + 3, seed));
  return avalanche(u64(sum + mix16(data, length - 16, secret, 136 - 17, seed)));
}

const STRIPE = 64;

function accumulate(acc: bigint[], data: string, at: number, secret: string, offset: number): void {
  for (let i = 0; i < 8; i++) {
    const value = word64At(data, at + 8 * i);
    const key = value ^ word64At(secret, offset + 8 * i);
    acc[i ^ 1] = u64((acc[i ^ 1] as bigint) + value);
    acc[i] = u64((acc[i] as bigint) + (key & M32) * (key >> 32n));
  }
}

function scramble(acc: bigint[], secret: string, offset: number): void {
  for (let i = 0; i < 8; i++) {
    const a = acc[i] as bigint;
    acc[i] = u64((a ^ (a >> 47n) ^ word64At(secret, offset + 8 * i)) * P32_1);
  }
}

/** The accumulators after all stripes of a long text. */
function consume(data: string, secret: string): bigint[] {
  const acc = [P32_3, P64_1, P64_2, P64_3, P64_4, P32_2, P64_5, P32_1];
  const perBlock = (secret.length - STRIPE) >> 3;
  const blockLength = STRIPE * perBlock;
  const blocks = Math.floor((data.length - 1) / blockLength);
  for (let b = 0; b < blocks; b++) {
    for (let s = 0; s < perBlock; s++) accumulate(acc, data, b * blockLength + s * STRIPE, secret, 8 * s);
    scramble(acc, secret, secret.length - STRIPE);
  }
  const stripes = Math.floor((data.length - 1 - blockLength * blocks) / STRIPE);
  for (let s = 0; s < stripes; s++) accumulate(acc, data, blocks * blockLength + s * STRIPE, secret, 8 * s);
  accumulate(acc, data, data.length - STRIPE, secret, secret.length - STRIPE - 7);
  return acc;
}

function merge(acc: readonly bigint[], secret: string, offset: number, start: bigint): bigint {
  let sum = start;
  for (let i = 0; i < 4; i++) {
    const [a, b] = [acc[2 * i], acc[2 * i + 1]] as [bigint, bigint];
    sum += fold(a ^ word64At(secret, offset + 16 * i), b ^ word64At(secret, offset + 16 * i + 8));
  }
  return avalanche(u64(sum));
}

/** How a text is keyed: short ones by secret and seed, long ones by a secret that the seed is in already. */
export interface Xxh3Key {
  readonly secret: string;
  readonly seed: bigint;
  readonly longSecret: string;
}

/** XXH3 of 64 bits. */
export function xxh3of64(data: string, key: Xxh3Key): string {
  const { secret, seed, longSecret } = key;
  if (data.length <= 16) return bytes64(short64(data, secret, seed), false);
  if (data.length <= 240) return bytes64(medium64(data, secret, seed), false);
  const acc = consume(data, longSecret);
  return bytes64(merge(acc, longSecret, 11, u64(BigInt(data.length) * P64_1)), false);
}

type Pair = readonly [low: bigint, high: bigint];

function upTo3(data: string, secret: string, seed: bigint): Pair {
  const length = data.length;
  const low =
    (byte(data, 0) << 16n) | (byte(data, length >> 1) << 24n) | byte(data, length - 1) | (BigInt(length) << 8n);
  const swapped = swap32(low);
  const high = U32((swapped << 13n) | (swapped >> 19n));
  return [
    avalanche64(low ^ u64((word32At(secret, 0) ^ word32At(secret, 4)) + seed)),
    avalanche64(high ^ u64((word32At(secret, 8) ^ word32At(secret, 12)) - seed)),
  ];
}

function upTo8(data: string, secret: string, seed: bigint): Pair {
  const mixed = u64(seed ^ (swap32(U32(seed)) << 32n));
  const input = word32At(data, 0) + (word32At(data, data.length - 4) << 32n);
  const keyed = input ^ u64((word64At(secret, 16) ^ word64At(secret, 24)) + mixed);
  const product = keyed * u64(P64_1 + (BigInt(data.length) << 2n));
  let low = u64(product);
  let high = product >> 64n;
  high = u64(high + (low << 1n));
  low ^= high >> 3n;
  low = u64((low ^ (low >> 35n)) * MX2);
  low ^= low >> 28n;
  return [low, avalanche(high)];
}

function upTo16(data: string, secret: string, seed: bigint): Pair {
  const length = data.length;
  const flipLow = u64((word64At(secret, 32) ^ word64At(secret, 40)) - seed);
  const flipHigh = u64((word64At(secret, 48) ^ word64At(secret, 56)) + seed);
  const first = word64At(data, 0);
  let last = word64At(data, length - 8);
  const product = (first ^ last ^ flipLow) * P64_1;
  let low = u64(u64(product) + (BigInt(length - 1) << 54n));
  let high = product >> 64n;
  last ^= flipHigh;
  high = u64(high + last + (last & M32) * (P32_2 - 1n));
  low ^= swap64(high);
  const second = low * P64_2;
  return [avalanche(u64(second)), avalanche(u64((second >> 64n) + high * P64_2))];
}

function mix32(acc: Pair, data: string, a: number, b: number, secret: string, offset: number, seed: bigint): Pair {
  const low = u64(acc[0] + mix16(data, a, secret, offset, seed)) ^ u64(word64At(data, b) + word64At(data, b + 8));
  const high = u64(acc[1] + mix16(data, b, secret, offset + 16, seed)) ^ u64(word64At(data, a) + word64At(data, a + 8));
  return [low, high];
}

function finishMedium(acc: Pair, length: number, seed: bigint): Pair {
  const [a, b] = acc;
  const low = u64(a + b);
  const high = u64(a * P64_1 + b * P64_4 + (BigInt(length) - seed) * P64_2);
  return [avalanche(low), u64(-avalanche(high))];
}

function medium128(data: string, secret: string, seed: bigint): Pair {
  const length = data.length;
  let acc: Pair = [u64(BigInt(length) * P64_1), 0n];
  if (length <= 128) {
    for (let i = (length - 1) >> 5; i >= 0; i--) {
      acc = mix32(acc, data, 16 * i, length - 16 * (i + 1), secret, 32 * i, seed);
    }
    return finishMedium(acc, length, seed);
  }
  const rounds = length >> 5;
  for (let i = 0; i < 4; i++) acc = mix32(acc, data, 32 * i, 32 * i + 16, secret, 32 * i, seed);
  acc = [avalanche(acc[0]), avalanche(acc[1])];
  for (let i = 4; i < rounds; i++) acc = mix32(acc, data, 32 * i, 32 * i + 16, secret, 3 + 32 * (i - 4), seed);
  acc = mix32(acc, data, length - 16, length - 32, secret, 136 - 17 - 16, u64(-seed));
  return finishMedium(acc, length, seed);
}

function pairOf(data: string, key: Xxh3Key): Pair {
  const { secret, seed, longSecret } = key;
  const length = data.length;
  if (length === 0) {
    return [
      avalanche64(seed ^ word64At(secret, 64) ^ word64At(secret, 72)),
      avalanche64(seed ^ word64At(secret, 80) ^ word64At(secret, 88)),
    ];
  }
  if (length <= 3) return upTo3(data, secret, seed);
  if (length <= 8) return upTo8(data, secret, seed);
  if (length <= 16) return upTo16(data, secret, seed);
  if (length <= 240) return medium128(data, secret, seed);
  const acc = consume(data, longSecret);
  const n = BigInt(length);
  return [
    merge(acc, longSecret, 11, u64(n * P64_1)),
    merge(acc, longSecret, longSecret.length - 64 - 11, u64(~u64(n * P64_2))),
  ];
}

/** XXH3 of 128 bits. */
export function xxh3of128(data: string, key: Xxh3Key): string {
  const [low, high] = pairOf(data, key);
  return bytes64(high, false) + bytes64(low, false);
}
