/**
 * Decimal digits of a double, correctly rounded with ties to even (zend_dtoa).
 * Source: php-src Zend/zend_strtod.c
 */

/** Decimal digits: value = 0.digits * 10^decpt. `digits` has no trailing zeros and is "0" for zero (decpt 1). */
export interface DecimalDigits {
  digits: string;
  decpt: number;
  negative: boolean;
}

/**
 * zend_dtoa for a finite double.
 * - mode 0: the shortest digits that read back as the same double;
 * - mode 2: max(1, ndigits) significant digits;
 * - mode 3: digits up to `ndigits` places after the point (negative: before it); none left gives digits "" and decpt -ndigits.
 */
export function zendDtoa(value: number, mode: 0 | 2 | 3, ndigits: number): DecimalDigits {
  const negative = value < 0 || Object.is(value, -0);
  const abs = Math.abs(value);
  if (abs === 0) return { digits: '0', decpt: 1, negative };
  if (mode === 0) return { ...splitExponential(abs.toExponential()), negative };
  if (mode === 2) return { ...significant(abs, Math.max(1, ndigits)), negative };
  return { ...fixedPlaces(abs, ndigits), negative };
}

function splitExponential(s: string): { digits: string; decpt: number } {
  const e = s.indexOf('e');
  let digits = s.charAt(0) + (e > 2 ? s.slice(2, e) : '');
  let n = digits.length;
  while (n > 1 && digits.charCodeAt(n - 1) === 48) n--;
  if (n !== digits.length) digits = digits.slice(0, n);
  return { digits, decpt: Number(s.slice(e + 1)) + 1 };
}

function significant(abs: number, n: number): { digits: string; decpt: number } {
  if (n > 99) return roundExact(abs, n, false);
  // toExponential rounds ties up; only a value that ends in exactly ...5 after n digits can be a tie
  const more = abs.toExponential(n);
  const e = more.indexOf('e');
  if (more.charCodeAt(e - 1) === 53) {
    // zend_dtoa leaves the zeros on when a small whole number that ends in ...05 is rounded down: 8.6580E+5
    return roundExact(abs, n, false, n <= 14 && abs < 1e15 && Number.isInteger(abs));
  }
  return splitExponential(abs.toExponential(n - 1));
}

function fixedPlaces(abs: number, places: number): { digits: string; decpt: number } {
  return roundExact(abs, places, true);
}

/** Exact decimal expansion of a positive double: digits and the position of the point. */
function exactDigits(abs: number): { digits: string; decpt: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, abs);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  if (exponent >= 0) {
    const digits = (mantissa << BigInt(exponent)).toString();
    return { digits, decpt: digits.length };
  }
  // m / 2^k = m * 5^k / 10^k
  const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
  return { digits, decpt: digits.length + exponent };
}

function roundExact(abs: number, n: number, fixed: boolean, keepZerosOfTie = false): { digits: string; decpt: number } {
  const exact = exactDigits(abs);
  const keep = fixed ? exact.decpt + n : n;
  if (keep < 0) return { digits: '', decpt: -n };
  let digits = exact.digits;
  let decpt = exact.decpt;
  if (keep < digits.length) {
    const rest = digits.slice(keep);
    const first = rest.charCodeAt(0);
    const tie = first === 53 && /^50*$/.test(rest);
    const odd = keep > 0 && (digits.charCodeAt(keep - 1) & 1) === 1;
    const up = tie ? odd : first >= 53;
    digits = digits.slice(0, keep);
    if (tie && !up && keepZerosOfTie) return { digits, decpt };
    if (up) {
      const raised = ((digits === '' ? 0n : BigInt(digits)) + 1n).toString();
      if (raised.length > digits.length) decpt += 1;
      digits = raised;
    }
  }
  digits = digits.replace(/0+$/, '');
  return digits === '' ? { digits: '', decpt: -n } : { digits, decpt };
}
