/**
 * Functions of the library that only compute: for arguments of the kinds they declare they give no warning and call nobody, so
 * that nothing can see their frame.
 */
import type { Callable } from '../object/runtime.ts';
import type { InternalFunction } from './internal-function.ts';

export const PURE: ReadonlySet<string> = new Set([
  'substr',
  'strtolower',
  'strtoupper',
  'ucfirst',
  'lcfirst',
  'strrev',
  'trim',
  'ltrim',
  'rtrim',
  'str_contains',
  'str_starts_with',
  'str_ends_with',
  'strcmp',
  'strcasecmp',
  'bin2hex',
  'dechex',
  'decbin',
  'md5',
  'crc32',
  'ctype_alnum',
  'ctype_alpha',
  'ctype_digit',
  'ctype_lower',
  'ctype_punct',
  'ctype_space',
  'ctype_upper',
  'ctype_xdigit',
  'exp',
  'tan',
  'atan',
  'atan2',
  'fmod',
  'is_nan',
  'is_finite',
  'is_infinite',
]);
/** Pure without an offset. */
export const SEARCHES: ReadonlySet<string> = new Set(['strpos', 'stripos', 'strrpos']);

/** Pure, and written in place by compiled code. */
const SIMPLE: ReadonlySet<string> = new Set(['strlen', 'ord', 'chr', 'abs', 'sqrt', 'floor', 'ceil']);

/** The function of a callable, when it only computes. */
export function pureFunction({ func, magicName }: Callable): InternalFunction | null {
  if (func.type !== 1 || func.scope !== null || magicName !== null) return null;
  const { functionName: name } = func;
  return PURE.has(name) || SIMPLE.has(name) ? (func as InternalFunction) : null;
}
