/** The digits of pi that HAVAL and Blowfish take their constants from. */

/** arctan(1/x) times 2^bits. */
function arctan(x: bigint, bits: bigint): bigint {
  const square = x * x;
  let power = (1n << bits) / x;
  let sum = power;
  for (let n = 3n, sign = -1n; power > 0n; n += 2n, sign = -sign) {
    power /= square;
    sum += (sign * power) / n;
  }
  return sum;
}

/** The first `count` words of 32 bits of the fractional part of pi. */
export function piWords(count: number): Int32Array {
  const bits = BigInt(32 * count);
  const guard = 64n;
  const pi = 4n * (4n * arctan(5n, bits + guard) - arctan(239n, bits + guard));
  const fraction = BigInt.asUintN(32 * count, pi >> guard);
  const hex = fraction.toString(16).padStart(8 * count, '0');
  return Int32Array.from({ length: count }, (_v, i) => Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16) | 0);
}
