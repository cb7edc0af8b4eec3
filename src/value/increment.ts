/**
 * ++ and --.
 * Source: php-src Zend/zend_operators.c (increment_function, decrement_function, increment_string)
 */
import type { ValueContext } from './context.ts';
import { typeName } from './convert.ts';
import { addInt, isInt, subInt } from './integer.ts';
import { parseNumeric } from './numeric-string.ts';
import { PhpFloat, PhpReference, type Zval } from './zval.ts';

/** a + 1 as ++ does it: null becomes 1, bools stay, letters go Perl's way. undefined after a TypeError. Not for references. */
export function increment(ctx: ValueContext, a: Zval): Zval {
  if (typeof a === 'number' && a < Number.MAX_SAFE_INTEGER) return a + 1;
  if (isInt(a)) return addInt(a, 1);
  if (a instanceof PhpFloat) return new PhpFloat(a.value + 1);
  if (a === null || a === undefined) return 1;
  if (typeof a === 'boolean') return a;
  if (typeof a === 'string') {
    const n = parseNumeric(a, false);
    if (n === null) return incrementString(a);
    return n.value instanceof PhpFloat ? new PhpFloat(n.value.value + 1) : addInt(n.value, 1);
  }
  if (a instanceof PhpReference) return increment(ctx, a.val);
  ctx.throwError('TypeError', `Cannot increment ${typeName(a)}`);
  return undefined;
}

/** a - 1 as -- does it: null and bools stay, "" becomes -1, other non-numeric strings stay. undefined after a TypeError. */
export function decrement(ctx: ValueContext, a: Zval): Zval {
  if (typeof a === 'number' && a > Number.MIN_SAFE_INTEGER) return a - 1;
  if (isInt(a)) return subInt(a, 1);
  if (a instanceof PhpFloat) return new PhpFloat(a.value - 1);
  if (a === null || a === undefined) return null;
  if (typeof a === 'boolean') return a;
  if (typeof a === 'string') {
    if (a === '') return -1;
    const n = parseNumeric(a, false);
    if (n === null) return a;
    return n.value instanceof PhpFloat ? new PhpFloat(n.value.value - 1) : subInt(n.value, 1);
  }
  if (a instanceof PhpReference) return decrement(ctx, a.val);
  ctx.throwError('TypeError', `Cannot decrement ${typeName(a)}`);
  return undefined;
}

/** Perl's string increment: "Az" -> "Ba", "zZ9" -> "aaA0", "" -> "1". Bytes that are no letters or digits stop the carry. */
export function incrementString(s: string): string {
  if (s === '') return '1';
  let tail = '';
  for (let i = s.length - 1; i >= 0; i--) {
    const c = s.charAt(i);
    const wrapped = c === 'z' ? 'a' : c === 'Z' ? 'A' : c === '9' ? '0' : null;
    if (wrapped === null) {
      const next = /[a-yA-Y0-8]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 1) : c;
      return s.slice(0, i) + next + tail;
    }
    tail = wrapped + tail;
  }
  const first = tail.charAt(0);
  return (first === '0' ? '1' : first) + tail;
}
