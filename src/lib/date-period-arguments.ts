/**
 * The three ways of making a DatePeriod.
 * Source: php-src 8.2 ext/date/php_date.c (PHP_METHOD(DatePeriod, __construct))
 */
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { isNumericString } from '../value/numeric-string.ts';
import { toInt } from '../value/convert.ts';
import { deref, PhpFloat, type Zval } from '../value/zval.ts';
import { createException } from '../vm/exceptions.ts';
import type { Executor } from '../vm/executor.ts';
import { parseIsoPeriod } from './date/iso-period.ts';
import type { Moment } from './date/resolve.ts';
import { intervalOfObject, momentOfObject } from './date-objects.ts';
import { intervalText, type NewPeriod } from './date-period-state.ts';
import { stringOf } from './string-util.ts';

const EXCLUDE_START_DATE = 1;
const INCLUDE_END_DATE = 2;
const WHAT = 'DatePeriod::__construct()';
const FORMS =
  `${WHAT} accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), ` +
  'or (string [, int]) as arguments';

function exception(rt: Executor, message: string): null {
  return rt.throwObject(createException(rt, rt.classOf('Exception'), message, 0));
}

/** An int argument under the weak rules; undefined for anything else. */
function intOf(rt: Executor, v: Zval): number | undefined {
  const isInt = typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean' || v === null;
  const isFloat = v instanceof PhpFloat && Number.isInteger(v.value);
  return isInt || isFloat || (typeof v === 'string' && isNumericString(v)) ? Number(toInt(rt, v)) : undefined;
}

type Parts = Pick<NewPeriod, 'start' | 'startClass' | 'end' | 'interval' | 'text'> & { readonly recurrences: number };

function isoParts(rt: Executor, text: string): Parts | null {
  const iso = parseIsoPeriod(text);
  if (iso === null) return exception(rt, `Unknown or bad format (${text})`);
  const missing = (what: string): null => exception(rt, `${WHAT}: ISO interval must contain ${what}, "${text}" given`);
  const { start, end, interval, recurrences } = iso;
  if (start === null) return missing('a start date');
  if (interval === null) return missing('an interval');
  if (end === null && recurrences === 0) return missing('an end date or a recurrence count');
  return { start, startClass: rt.classOf('DateTime'), end, interval, text: null, recurrences };
}

/** (DateTimeInterface, DateInterval, int|DateTimeInterface); undefined when the arguments are not of that form. */
function objectParts(rt: Executor, args: readonly Zval[]): Parts | null | undefined {
  const [start, interval, last] = args;
  const isDate = (v: Zval): v is PhpObject =>
    v instanceof PhpObject && instanceOf(v.ce, rt.classOf('DateTimeInterface'));
  if (!isDate(start) || !(interval instanceof PhpObject)) return undefined;
  if (!instanceOf(interval.ce, rt.classOf('DateInterval')) || args.length < 3) return undefined;
  const count = intOf(rt, last);
  if (!isDate(last) && count === undefined) return undefined;
  const from = momentOfObject(rt, start);
  const to: Moment | null = from !== null && isDate(last) ? momentOfObject(rt, last) : null;
  if (from === null || rt.exception !== null) return null;
  const parts = { interval: intervalOfObject(rt, interval), text: intervalText(interval), recurrences: count ?? 0 };
  return { start: from, startClass: start.ce, end: to, ...parts };
}

/** What the arguments say; null after an exception. */
export function* constructPeriod(rt: Executor, given: readonly Zval[]): NativeCode<NewPeriod | null> {
  const args = given.filter((v) => v !== undefined).map(deref);
  const formError = (): null => rt.throwError('TypeError', FORMS);
  let parts = objectParts(rt, args);
  const rest = args.slice(parts === undefined ? 1 : 3);
  const options = rest.length === 0 ? 0 : intOf(rt, rest[0]);
  if (options === undefined || rest.length > 1) return formError();
  if (parts === undefined) {
    const [first] = args;
    if (first instanceof PhpArray || first instanceof PhpObject) return formError();
    const text = yield* stringOf(rt, first);
    if (text === null) return null;
    parts = isoParts(rt, text);
  }
  if (parts === null) return null;
  if (parts.end === null && parts.recurrences < 1) {
    return exception(rt, `${WHAT}: Recurrence count must be greater than 0`);
  }
  const includeStart = (options & EXCLUDE_START_DATE) === 0;
  const includeEnd = (options & INCLUDE_END_DATE) !== 0;
  const recurrences = parts.recurrences + Number(includeStart) + Number(includeEnd);
  return { ...parts, recurrences, includeStart, includeEnd, current: null };
}
