/**
 * range(): numbers or characters in steps.
 * Source: php-src 8.2 ext/standard/array.c (PHP_FUNCTION(range))
 */
import { toFloat, toInt } from '../value/convert.ts';
import { fitsInt64, floatToInt, normalizeInt } from '../value/integer.ts';
import { parseNumeric } from '../value/numeric-string.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** HT_MAX_SIZE */
const MAX_SIZE = 0x40000000;

function outOfStep(rt: Executor): null {
  return rt.argumentValueError(3, 'must not exceed the specified range');
}

function tooLarge(rt: Executor, start: string, end: string): null {
  return rt.throwError('ValueError', `The supplied range exceeds the maximum array size: start=${start} end=${end}`);
}

function isFloatNumeral(v: Zval): boolean {
  return typeof v === 'string' && parseNumeric(v, false)?.value instanceof PhpFloat;
}

function isNumeral(v: Zval): boolean {
  return typeof v === 'string' && parseNumeric(v, false) !== null;
}

function characters(rt: Executor, from: number, to: number, step: number): Zval {
  if (from === to) return PhpArray.fromList([String.fromCharCode(from)]);
  if (step <= 0) return outOfStep(rt);
  const out: Zval[] = [];
  if (from > to) for (let c = from; c >= to; c -= step) out.push(String.fromCharCode(c));
  else for (let c = from; c <= to; c += step) out.push(String.fromCharCode(c));
  return PhpArray.fromList(out);
}

function floats(rt: Executor, low: number, high: number, step: number): Zval {
  const shown = (d: number): string => (Number.isFinite(d) ? d.toFixed(0) : d > 0 ? 'inf' : '-inf');
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    if (Math.abs(low) === Infinity || Math.abs(high) === Infinity) {
      return rt.throwError('ValueError', `Invalid range supplied: start=${shown(low)} end=${shown(high)}`);
    }
  }
  if (low === high || Number.isNaN(low) || Number.isNaN(high)) return PhpArray.fromList([new PhpFloat(low)]);
  const span = Math.abs(high - low);
  if (span < step || step <= 0) return outOfStep(rt);
  const calculated = span / step + 1;
  if (calculated >= MAX_SIZE) return tooLarge(rt, shown(Math.min(low, high)), shown(Math.max(low, high)));
  const size = Math.floor(calculated + 0.5);
  const out: Zval[] = [];
  for (let i = 0; i < size; i++) {
    // the first one is `low` itself, even where that is -0
    const element = i === 0 ? low : low > high ? low - i * step : low + i * step;
    if (low > high ? element < high : element > high) break;
    out.push(new PhpFloat(element));
  }
  return PhpArray.fromList(out);
}

function integers(rt: Executor, low: PhpInt, high: PhpInt, step: number): Zval {
  if (step <= 0) return outOfStep(rt);
  if (low === high) return PhpArray.fromList([low]);
  const stride = BigInt(floatToInt(Math.trunc(step)));
  if (stride <= 0n) return outOfStep(rt);
  const a = BigInt(low);
  const b = BigInt(high);
  const span = a > b ? a - b : b - a;
  if (span < stride) return outOfStep(rt);
  const size = span / stride;
  if (size >= BigInt(MAX_SIZE - 1)) return tooLarge(rt, `${a < b ? a : b}`, `${a < b ? b : a}`);
  const out: Zval[] = [];
  if (typeof low === 'number' && typeof high === 'number') {
    const by = low > high ? -Number(stride) : Number(stride);
    for (let i = 0, n = Number(size); i <= n; i++) out.push(low + i * by);
    return PhpArray.fromList(out);
  }
  for (let i = 0n, v = a; i <= size; i++, v += a > b ? -stride : stride) {
    out.push(fitsInt64(v) ? normalizeInt(v) : null);
  }
  return PhpArray.fromList(out);
}

function range(rt: Executor, start: Zval, end: Zval, by: PhpInt | PhpFloat): Zval {
  const step = Math.abs(toFloat(rt, by));
  const floating = by instanceof PhpFloat;
  if (typeof start === 'string' && typeof end === 'string' && start !== '' && end !== '') {
    if (!isFloatNumeral(start) && !isFloatNumeral(end) && !floating && !isNumeral(start) && !isNumeral(end)) {
      return characters(rt, start.charCodeAt(0), end.charCodeAt(0), Math.trunc(step));
    }
    if (isFloatNumeral(start) || isFloatNumeral(end) || floating) {
      return floats(rt, toFloat(rt, start), toFloat(rt, end), step);
    }
    return integers(rt, toInt(rt, start), toInt(rt, end), step);
  }
  if (start instanceof PhpFloat || end instanceof PhpFloat || floating) {
    return floats(rt, toFloat(rt, start), toFloat(rt, end), step);
  }
  return integers(rt, toInt(rt, start), toInt(rt, end), step);
}

export const arrayRangeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'range',
    doc: 'An array of numbers or characters from start to end.',
    params: [p.mixed('start'), p.mixed('end'), p.number('step', { default: 1 as never })],
    returns: ['array'],
    impl: range,
  }),
];
