/**
 * Array keys: ints, and strings that are not the decimal spelling of an int.
 * Source: php-src Zend/zend_hash.h (ZEND_HANDLE_NUMERIC_STR), zend_hash.c (_zend_handle_numeric_str_ex)
 */
import { fitsInt64, normalizeInt } from './integer.ts';
import type { PhpInt } from './zval.ts';

/** A key as a PhpArray stores it. Strings must have gone through `normalizeKey`. */
export type ArrayKey = PhpInt | string;

/**
 * The key a string stands for: "12" is the int 12; "012", "-0", "1.5", " 1" and numbers beyond 64 bits stay strings.
 */
export function normalizeKey(s: string): ArrayKey {
  const n = s.length;
  if (n === 0 || n > 20) return s;
  let c = s.charCodeAt(0);
  if (c > 57) return s;
  let i = 0;
  if (c === 45) {
    if (n === 1) return s;
    c = s.charCodeAt(1);
    i = 1;
  }
  if (c < 48 || c > 57 || (c === 48 && n > 1)) return s;
  let value = 0;
  for (; i < n; i++) {
    c = s.charCodeAt(i) - 48;
    if (c < 0 || c > 9) return s;
    value = value * 10 + c;
  }
  if (value > 9007199254740991) {
    const big = BigInt(s);
    return fitsInt64(big) ? normalizeInt(big) : s;
  }
  return s.charCodeAt(0) === 45 ? -value : value;
}
