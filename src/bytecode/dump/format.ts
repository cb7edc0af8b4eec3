/**
 * How values and operands look in a dump.
 * Source: php-src 8.2 Zend/Optimizer/zend_dump.c
 */
import { INVALID_NAN } from '../invalid-nan.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpConstantAst, PhpFloat, type Zval } from '../../value/zval.ts';

/** An opline number as dumps show it: four digits at least. */
export function oplineNumber(num: number): string {
  return String(num).padStart(4, '0');
}

/** C's `%s` of a byte string: it ends at the first NUL. */
export function cString(s: string): string {
  const nul = s.indexOf('\0');
  return nul < 0 ? s : s.slice(0, nul);
}

/** C's `%g`: six significant digits, no trailing zeros. */
export function formatG(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0' : '0';
  const [mantissa = '', exp = '0'] = x.toExponential(5).split('e');
  const e = Number(exp);
  if (e < -4 || e >= 6) {
    const digits = String(Math.abs(e)).padStart(2, '0');
    return `${trimZeros(mantissa)}e${e < 0 ? '-' : '+'}${digits}`;
  }
  return trimZeros(x.toFixed(5 - e));
}

function trimZeros(s: string): string {
  return s.includes('.') ? s.replace(/\.?0+$/, '') : s;
}

/** zend_dump_const, without its leading blank. */
export function formatConst(v: Zval): string {
  if (v === undefined) return 'zval(type=0)';
  if (v === null) return 'null';
  switch (typeof v) {
    case 'boolean':
      return `bool(${v})`;
    case 'number':
    case 'bigint':
      return `int(${v})`;
    case 'string':
      return `string("${cString(v)}")`;
  }
  if (v instanceof PhpFloat) return `float(${v === INVALID_NAN ? '-nan' : formatG(v.value)})`;
  if (v instanceof PhpArray) return 'array(...)';
  return `zval(type=${v instanceof PhpConstantAst ? 11 : 8})`;
}
