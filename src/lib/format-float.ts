/**
 * Floats with a fixed number of places or in exponent notation, as printf and number_format write them.
 * Source: php-src main/snprintf.c (php_conv_fp)
 */
import { zendDtoa } from '../value/dtoa.ts';

/** toFixed is exact, but ties go up there and to even here. A tie is an exact product while that is small. */
function hostRoundsAlike(value: number, places: number): boolean {
  const scaled = Math.abs(value) * 10 ** places;
  return scaled < 4503599627370496 && scaled - Math.floor(scaled) !== 0.5;
}

/** `%.<places>F` of a finite number, correctly rounded, sign included ("-0.00" for a negative that rounds to zero, but none for -0.0). */
export function formatFixed(value: number, places: number): string {
  if (places >= 0 && places <= 15 && hostRoundsAlike(value, places)) {
    return value.toFixed(places);
  }
  const { digits, decpt } = zendDtoa(value, 3, places);
  const sign = value < 0 ? '-' : '';
  const isZero = digits === '' || digits === '0';
  const whole = isZero || decpt <= 0 ? '0' : digits.slice(0, decpt).padEnd(decpt, '0');
  if (places <= 0) return sign + whole;
  const fraction = isZero ? '' : decpt <= 0 ? '0'.repeat(-decpt) + digits : digits.slice(decpt);
  return `${sign}${whole}.${fraction.padEnd(places, '0').slice(0, places)}`;
}

/** `%.<places>e` of a finite number: PHP's exponents have no leading zeros ("1.5e+3"). */
export function formatExponent(value: number, places: number, exponentChar: string): string {
  const { digits, decpt } = zendDtoa(value, 2, places + 1);
  const padded = digits.padEnd(places + 1, '0').slice(0, places + 1);
  const exponent = value === 0 ? 0 : decpt - 1;
  const fraction = places > 0 ? `.${padded.slice(1)}` : '';
  return `${value < 0 ? '-' : ''}${padded.charAt(0)}${fraction}${exponentChar}${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
