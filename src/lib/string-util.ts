/**
 * What the string functions share: ASCII case, character masks, results by reference.
 * Source: php-src ext/standard/string.c (php_charmask), Zend/zend_operators.c (zend_binary_strcmp)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { NEEDS_SLOW, type NativeCode } from '../object/native-code.ts';
import { assignToTypedReference } from '../object/typed-reference.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { activeFunctionName } from '../vm/include-file.ts';

/** Bytes that the host's case mapping would take for letters of Latin-1. */
const HIGH = /[\x80-\xff]/;

/** php_strtolower: A to Z only, whatever the locale. */
export function asciiLower(s: string): string {
  return HIGH.test(s) ? s.replace(/[A-Z]+/g, (m) => m.toLowerCase()) : s.toLowerCase();
}

/** php_strtoupper: a to z only. */
export function asciiUpper(s: string): string {
  return HIGH.test(s) ? s.replace(/[a-z]+/g, (m) => m.toUpperCase()) : s.toUpperCase();
}

/** zend_binary_strcmp: the difference of the first bytes that differ, else -1, 0 or 1 by length. */
export function binaryCompare(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const d = a.charCodeAt(i) - b.charCodeAt(i);
    if (d !== 0) return d;
  }
  return Math.sign(a.length - b.length);
}

/**
 * php_charmask: which of the 256 bytes a list like `a..z_` names. A malformed range is warned about under the running
 * function's name.
 */
export function charMask(rt: Executor, fname: string, list: string): boolean[] {
  const mask = new Array<boolean>(256).fill(false);
  const warn = (why: string): void => rt.error(E_WARNING, `${fname}(): Invalid '..'-range${why}`);
  for (let i = 0; i < list.length; i++) {
    const c = list.charCodeAt(i);
    const dots = list.charAt(i + 1) === '.' && list.charAt(i + 2) === '.';
    if (dots && i + 3 < list.length && list.charCodeAt(i + 3) >= c) {
      for (let k = c; k <= list.charCodeAt(i + 3); k++) mask[k] = true;
      i += 3;
    } else if (c === 46 && list.charAt(i + 1) === '.') {
      if (i === 0) warn(", no character to the left of '..'");
      else if (i + 2 >= list.length) warn(", no character to the right of '..'");
      else if (list.charCodeAt(i - 1) > list.charCodeAt(i + 2)) warn(", '..'-range needs to be incrementing");
      else warn('');
    } else {
      mask[c] = true;
    }
  }
  return mask;
}

/** ZEND_TRY_ASSIGN_REF: stores a result (owned) in a by-reference argument; nothing when it was left out. */
export function setRef(rt: Executor, ref: PhpReference | null | undefined, value: Zval): void {
  if (!(ref instanceof PhpReference)) {
    release(rt, value);
    return;
  }
  if (ref.sources !== null) {
    const stored = assignToTypedReference(rt, ref, value, rt.executedStrictTypes());
    if (stored === NEEDS_SLOW) rt.throwError('TypeError', 'Cannot assign to a typed reference here');
    release(rt, value);
    return;
  }
  const old = ref.val;
  ref.val = value;
  release(rt, old);
}

/** The strings of an array's elements in order (zval_get_string of each); null when one threw. */
export function* stringsOf(rt: Executor, array: PhpArray): NativeCode<string[] | null> {
  const out: string[] = [];
  for (const held of array.valueList()) {
    const text = yield* stringOf(rt, held);
    if (text === null) return null;
    out.push(text);
  }
  return out;
}

/** zval_get_string: null when it threw. Quick for everything but objects. */
export function* stringOf(rt: Executor, held: Zval): NativeCode<string | null> {
  const v = held instanceof PhpReference ? held.val : held;
  if (v instanceof PhpObject) return yield* rt.toStringOf(v);
  const text = toStr(rt, v);
  return rt.exception === null ? text : null;
}

/** A list of strings. */
export function stringList(items: readonly string[]): PhpArray {
  return PhpArray.fromList([...items]);
}

/** php_error_docref: the message with the running function's name before it. */
export function docref(rt: Executor, level: number, message: string): void {
  const func = rt.currentExecuteData?.func;
  const name = activeFunctionName(rt);
  const scope = func?.scope ?? null;
  rt.error(level, `${scope === null ? '' : `${scope.name}::`}${name}(): ${message}`);
}
