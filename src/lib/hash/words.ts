/** Words of 32 and 64 bits: turned, and read from byte strings with the lowest byte first. */

export function rotl(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n));
}

export function rotr(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

export const u64 = (n: bigint): bigint => BigInt.asUintN(64, n);

export function rotl64(x: bigint, n: bigint): bigint {
  return u64((x << n) | (x >> (64n - n)));
}

/** The signed word at `at`; bytes behind the end are zero. */
export function wordAt(data: string, at: number): number {
  return (
    data.charCodeAt(at) |
    (data.charCodeAt(at + 1) << 8) |
    (data.charCodeAt(at + 2) << 16) |
    (data.charCodeAt(at + 3) << 24)
  );
}

/** The unsigned word of 64 bits at `at`. */
export function word64At(data: string, at: number): bigint {
  return BigInt(wordAt(data, at) >>> 0) | (BigInt(wordAt(data, at + 4) >>> 0) << 32n);
}
