/**
 * sprintf and its relatives, number_format.
 * Source: php-src ext/standard/formatted_print.c, math.c (_php_math_number_format_ex)
 */
import type { NativeCode } from '../object/native-code.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { formatFixed } from './format-float.ts';
import { formattedPrint } from './formatted-print.ts';
import { roundFloat } from './round.ts';
import type { Executor } from '../vm/executor.ts';
import type { Zval } from '../value/zval.ts';

/** Formats and writes; the result is the number of bytes. */
function* printFormatted(rt: Executor, format: string, args: readonly Zval[], extra: number): NativeCode {
  const text = yield* formattedPrint(rt, format, args, extra);
  if (text === null) return null;
  rt.write(text);
  return text.length;
}

/** _php_math_number_format_ex */
export function numberFormat(value: number, decimals: number, point: string, separator: string): string {
  const places = Math.max(0, decimals);
  let negative = value < 0;
  const rounded = roundFloat(Math.abs(value), places, 1);
  if (!Number.isFinite(rounded)) return Number.isNaN(rounded) ? 'nan' : 'inf';
  if (rounded === 0) negative = false;
  const text = formatFixed(rounded, Math.min(places, 500));
  const dot = text.indexOf('.');
  const whole = dot < 0 ? text : text.slice(0, dot);
  const fraction = dot < 0 ? '' : point + text.slice(dot + 1).padEnd(places, '0');
  let first = whole.length % 3;
  if (first === 0) first = 3;
  let grouped = (negative ? '-' : '') + whole.slice(0, first);
  for (let i = first; i < whole.length; i += 3) grouped += separator + whole.slice(i, i + 3);
  return grouped + fraction;
}

export const stringFormatFunctions: readonly FunctionDef[] = [
  fn({
    name: 'sprintf',
    doc: 'Formats values into a string.',
    params: [p.string('format'), p.rest(p.mixed('values'))],
    returns: ['string'],
    impl: (rt, format, values) => formattedPrint(rt, format, values, 1),
  }),
  fn({
    name: 'vsprintf',
    doc: 'Formats the values of an array into a string.',
    params: [p.string('format'), p.array('values')],
    returns: ['string'],
    impl: (rt, format, values) => formattedPrint(rt, format, values.valueList(), -1),
  }),
  fn({
    name: 'printf',
    doc: 'Prints formatted values.',
    params: [p.string('format'), p.rest(p.mixed('values'))],
    returns: ['int'],
    impl: (rt, format, values) => printFormatted(rt, format, values, 1),
  }),
  fn({
    name: 'vprintf',
    doc: 'Prints the formatted values of an array.',
    params: [p.string('format'), p.array('values')],
    returns: ['int'],
    impl: (rt, format, values) => printFormatted(rt, format, values.valueList(), -1),
  }),
  fn({
    name: 'number_format',
    doc: 'Formats a number with grouped thousands.',
    params: [
      p.float('num'),
      p.int('decimals', { default: 0 }),
      p.nullable(p.string('decimal_separator'), { default: '.' }),
      p.nullable(p.string('thousands_separator'), { default: ',' }),
    ],
    returns: ['string'],
    impl: (_rt, num, decimals, point, separator) => numberFormat(num, decimals, point ?? '.', separator ?? ','),
  }),
];
