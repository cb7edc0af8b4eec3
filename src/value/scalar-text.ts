/**
 * Scalars as messages and traces show them: strings quoted, escaped and cut.
 * Source: php-src 8.2 Zend/zend_smart_str.c (smart_str_append_scalar, smart_str_append_escaped_truncated)
 */
import type { ValueContext } from './context.ts';
import { floatToStr } from './number-format.ts';
import { PhpFloat, type Zval } from './zval.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\v': '\\v',
  '\\': '\\\\',
  '\x1b': '\\e',
};

/** smart_str_append_escaped: bytes outside of printable ASCII as escapes. */
export function escapeString(s: string): string {
  return s.replace(/[^\x20-\x7e]|\\/g, (c) => {
    return ESCAPES[c] ?? `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** null, bool, int, float or string; a string is cut to `maxLength` bytes (zend.exception_string_param_max_len). */
export function scalarText(ctx: ValueContext, v: Zval, maxLength: number): string {
  if (v === null || v === undefined) return 'NULL';
  if (typeof v === 'boolean') return v ? 'true' : 'false';
  if (v instanceof PhpFloat) {
    const text = floatToStr(ctx, v.value);
    return /^-?\d+$/.test(text) ? `${text}.0` : text;
  }
  if (typeof v !== 'string') return String(v);
  return v.length > maxLength ? `'${escapeString(v.slice(0, maxLength))}...'` : `'${escapeString(v)}'`;
}
