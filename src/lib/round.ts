export const PHP_ROUND_HALF_DOWN = 2;
export const PHP_ROUND_HALF_EVEN = 3;
export const PHP_ROUND_HALF_ODD = 4;

/** php_intpow10 */
function pow10(n: number): number {
  return n < 0 || n > 22 ? 10 ** n : Number(`1e${n}`);
}

function roundHelper(value: number, mode: number): number {
  const magnitude = Math.abs(value);
  let result = Math.floor(magnitude + 0.5);
  const down =
    (mode === PHP_ROUND_HALF_DOWN && magnitude === result - 0.5) ||
    (mode === PHP_ROUND_HALF_EVEN && magnitude === 0.5 + 2 * Math.floor(result / 2)) ||
    (mode === PHP_ROUND_HALF_ODD && magnitude === 0.5 + 2 * Math.floor(result / 2) - 1);
  if (down) result -= 1;
  return value < 0 ? -result : result;
}

/** _php_math_round: `value` to `places` decimal places (negative: before the point). */
export function roundFloat(value: number, places: number, mode: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const digits = Math.max(-2147483647, places);
  const guaranteed = 14 - Math.floor(Math.log10(Math.abs(value)));
  const factor = pow10(Math.abs(digits));
  let scaled: number;
  if (guaranteed > digits && guaranteed - 15 < digits) {
    const use = Math.max(-60, guaranteed);
    const big = use >= 0 ? value * pow10(use) : value / pow10(-use);
    scaled = roundHelper(big, mode) / pow10(Math.abs(Math.max(-60, digits - use)));
  } else {
    scaled = digits >= 0 ? value * factor : value / factor;
    if (Math.abs(scaled) >= 1e15) return value;
  }
  // a value that the pre-rounding has settled already
  scaled = roundHelper(scaled, mode);
  if (Math.abs(digits) < 23) return digits > 0 ? scaled / factor : scaled * factor;
  const read = Number(`${scaled.toFixed(6)}e${-digits}`);
  return Number.isFinite(read) ? read : value;
}
