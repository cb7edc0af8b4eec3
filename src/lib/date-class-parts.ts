/**
 * What the methods of the date classes share.
 * Source: php-src ext/date/php_date.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { lcName } from '../object/class-queries.ts';
import { copyObject } from '../object/object-store.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { daysFromCivil } from './calendar-days.ts';
import { localTime, timestampOf } from './calendar.ts';
import { addInterval, type Interval } from './date/interval.ts';
import { parseDateText } from './date/parse-date.ts';
import { zoneByName } from './date/date-patterns.ts';
import { parseByFormat } from './date/parse-format.ts';
import type { ParsedTime } from './date/parsed-time.ts';
import { applyRelative, fieldsOf, type Moment, resolveTime } from './date/resolve.ts';
import { zoneType } from './date/zones.ts';
import { zoneState } from './date-functions.ts';
import { DateState, momentOfObject } from './date-objects.ts';
import { type Param, p } from './define.ts';
import { docref } from './string-util.ts';

/** Now, to the microsecond. */
function nowMoment(rt: Executor, zone: string): Moment {
  const micros = Math.floor(rt.host.nowMicros());
  return { timestamp: Math.floor(micros / 1e6), micros: micros % 1e6, zone };
}

/** The zone whose clocks tell what a text leaves open: offsets and abbreviations in the text are no zones. */
function clockZone(rt: Executor, parsed: ParsedTime, zone: string | null): string {
  if (zone !== null) return zone;
  return parsed.zone !== null && zoneType(parsed.zone) === 3 ? parsed.zone : zoneState(rt).zone;
}

/** php_date_initialize: the moment of a text; null with what was wrong in `parsed.errors`. */
export function initialMoment(rt: Executor, text: string, zone: string | null): { parsed: ParsedTime; moment: Moment } {
  const parsed = parseDateText(text);
  lastErrors(rt).parsed = parsed;
  return { parsed, moment: resolveTime(parsed, nowMoment(rt, clockZone(rt, parsed, zone))) };
}

/** The warnings and errors of the last text that was read, for getLastErrors(). */
export function lastErrors(rt: Executor): { parsed: ParsedTime | null } {
  return rt.moduleState('date errors', () => ({ parsed: null as ParsedTime | null }));
}

/** The moment of a text by a format; null when it does not fit. What the format lacks is taken from now. */
export function formattedMoment(rt: Executor, format: string, text: string, zone: string | null): Moment | null {
  const parsed = parseByFormat(format, text);
  lastErrors(rt).parsed = parsed;
  const base = nowMoment(rt, clockZone(rt, parsed, zone));
  if (parsed.errors.size > 0) return null;
  const now = localTime(base.timestamp, base.zone);
  const timed = parsed.h !== null;
  const dated = parsed.y !== null || parsed.m !== null || parsed.d !== null;
  const us = parsed.us ?? (dated ? 0 : base.micros);
  // without a time in the format it is now's to the second, though a date is there
  if (!timed) Object.assign(parsed, { h: now.hour, i: now.minute, s: now.second, us });
  return resolveTime(parsed, base);
}

/** The array of getLastErrors(); false when there is nothing to tell. */
export function lastErrorsArray(rt: Executor): Zval {
  const { parsed } = lastErrors(rt);
  if (parsed === null || parsed.warnings.size + parsed.errors.size === 0) return false;
  return PhpArray.fromEntries([
    ['warning_count', parsed.warnings.total],
    ['warnings', PhpArray.fromEntries([...parsed.warnings])],
    ['error_count', parsed.errors.total],
    ['errors', PhpArray.fromEntries([...parsed.errors])],
  ]);
}

/** The object that carries a changed moment: itself, or a copy of an immutable one. Owned. */
export function withMoment(rt: Executor, self: PhpObject, immutable: boolean, moment: Moment): PhpObject {
  if (!immutable) {
    self.native = new DateState(moment);
    return addRef(self);
  }
  const copy = copyObject(rt, rt.objects, self);
  copy.native = new DateState(moment);
  return copy;
}

export type Change = (moment: Moment) => Moment;

/** date_modify: the text moves a date or sets its fields; null after a warning. */
export function modified(rt: Executor, moment: Moment, text: string): Moment | null {
  const parsed = parseDateText(text);
  lastErrors(rt).parsed = parsed;
  const first = [...parsed.errors][0];
  if (first !== undefined || text.trim() === '') {
    const [at, message] = first ?? [0, 'Unexpected character'];
    const found = text.charAt(at);
    // a NUL there ends the message, as C's strings do
    const rest = found === '' ? '' : `${found}): ${message}`;
    docref(rt, E_WARNING, `Failed to parse time string (${text}) at position ${at} (${rest}`);
    return null;
  }
  // a timestamp brings its own zone
  const zone = text.includes('@') ? (parsed.zone ?? moment.zone) : moment.zone;
  const f = fieldsOf(localTime(moment.timestamp, moment.zone), moment.micros);
  if (parsed.y !== null) f.y = parsed.y;
  if (parsed.m !== null) f.m = parsed.m;
  if (parsed.d !== null) f.d = parsed.d;
  if (parsed.h !== null) {
    f.h = parsed.h;
    f.i = parsed.i ?? 0;
    f.s = parsed.s ?? 0;
  }
  if (parsed.us !== null) f.us = parsed.us;
  return applyRelative(f, parsed.relative, zone, moment.timestamp);
}

export function setTime(moment: Moment, h: number, i: number, s: number, us: number): Moment {
  const t = localTime(moment.timestamp, moment.zone);
  const seconds = daysFromCivil(t.year, t.month, t.day) * 86400 + h * 3600 + i * 60 + s;
  const over = Math.floor(us / 1e6);
  const timestamp = timestampOf(seconds + over, moment.zone, moment.timestamp);
  return { timestamp, micros: us - over * 1e6, zone: moment.zone };
}

/** date_sub: a warning for what cannot be taken back, as "next monday". */
export function subtract(rt: Executor, moment: Moment, interval: Interval): Moment {
  const { special } = interval;
  if (special !== null && (special.weekday !== null || special.firstLast !== 0 || special.nthWeekday !== null)) {
    docref(rt, E_WARNING, 'Only non-special relative time specifications are supported for subtraction');
    return moment;
  }
  return addInterval(moment, { ...interval, special: null }, -1);
}

export function setDays(moment: Moment, days: number): Moment {
  const t = localTime(moment.timestamp, moment.zone);
  const seconds = days * 86400 + t.hour * 3600 + t.minute * 60 + t.second;
  return { ...moment, timestamp: timestampOf(seconds, moment.zone, moment.timestamp) };
}

/** Days of an ISO week's day. */
export function isoDays(year: number, week: number, day: number): number {
  const jan4 = daysFromCivil(year, 1, 4);
  const weekday = (((jan4 + 3) % 7) + 7) % 7;
  return jan4 - weekday + (week - 1) * 7 + day - 1;
}

/** The state of `['date' => ..., 'timezone_type' => ..., 'timezone' => ...]`; null when it is none. */
function momentOfArray(rt: Executor, data: PhpArray): Moment | null {
  const date = deref(data.getStr('date'));
  const type = deref(data.getStr('timezone_type'));
  const zone = deref(data.getStr('timezone'));
  if (typeof date !== 'string' || typeof type !== 'number' || typeof zone !== 'string') return null;
  const known = type === 1 ? zone : zoneByName(zone);
  if (known === null) return null;
  const { parsed, moment } = initialMoment(rt, date, known);
  return parsed.errors.size > 0 ? null : moment;
}

export function restore(rt: Executor, self: PhpObject, data: PhpArray, name: string): null {
  const moment = momentOfArray(rt, data);
  if (moment === null) return rt.throwError('Error', `Invalid serialization data for ${name} object`);
  self.native = new DateState(moment);
  return null;
}

export const zoneParam: Param<PhpObject | null> = p.nullable(p.object('timezone', 'DateTimeZone'), { default: null });

export function* copyInto(rt: Executor, scope: ClassEntry, from: PhpObject): NativeCode {
  const moment = momentOfObject(rt, from);
  if (moment === null) return null;
  const obj = yield* rt.initObject(scope);
  if (obj !== null) obj.native = new DateState(moment);
  return obj;
}

export const FORMATS: readonly (readonly [string, string])[] = [
  ['ATOM', 'Y-m-d\\TH:i:sP'],
  ['COOKIE', 'l, d-M-Y H:i:s T'],
  ['RFC822', 'D, d M y H:i:s O'],
  ['RFC850', 'l, d-M-y H:i:s T'],
  ['RFC1036', 'D, d M y H:i:s O'],
  ['RFC1123', 'D, d M Y H:i:s O'],
  ['RFC7231', 'D, d M Y H:i:s \\G\\M\\T'],
  ['RFC2822', 'D, d M Y H:i:s O'],
  ['RFC3339', 'Y-m-d\\TH:i:sP'],
  ['RFC3339_EXTENDED', 'Y-m-d\\TH:i:s.vP'],
  ['ISO8601', 'Y-m-d\\TH:i:sO'],
  ['RSS', 'D, d M Y H:i:s O'],
  ['W3C', 'Y-m-d\\TH:i:sP'],
];

/** Only the classes of this extension implement DateTimeInterface. */
export function onlyInternal(self: ClassEntry, ce: ClassEntry): string | null {
  if (ce.type === 1) return null;
  for (let up: ClassEntry | null = ce.parent; up !== null; up = up.parent) {
    if (lcName(up.name) === 'datetime' || lcName(up.name) === 'datetimeimmutable') return null;
  }
  return `${self.name} can't be implemented by user classes`;
}
