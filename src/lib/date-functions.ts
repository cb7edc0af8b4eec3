/**
 * The date and time functions that need no DateTime object.
 * Source: php-src ext/date/php_date.c
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpInt, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { daysFromCivil, daysInMonth } from './calendar-days.ts';
import { canonicalZone, isSummerTime, localTime, timestampOf } from './calendar.ts';
import { DAYS, formatDate, MONTHS } from './date-format.ts';
import { parseDateText } from './date/parse-date.ts';
import { resolveTime } from './date/resolve.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref } from './string-util.ts';

/** The default time zone of this engine. */
export function zoneState(rt: Executor): { zone: string } {
  return rt.moduleState('date', () => ({ zone: canonicalZone(rt.ini.get('date.timezone') ?? 'UTC') ?? 'UTC' }));
}

/** The time of the clock. */
export function nowSeconds(rt: Executor): number {
  return Math.floor(rt.host.nowMicros() / 1e6);
}

type Part = number | null;

/** mktime: parts left out are those of now; values out of range carry over. */
function makeTime(rt: Executor, zone: string, hour: number, ...rest: readonly Part[]): number {
  const t = localTime(nowSeconds(rt), zone);
  const [minute, second, month, day, yearArg] = rest;
  let year = yearArg ?? t.year;
  if (yearArg !== null && yearArg !== undefined) {
    if (yearArg >= 0 && yearArg < 70) year += 2000;
    else if (yearArg >= 70 && yearArg <= 100) year += 1900;
  }
  const days = daysFromCivil(year, month ?? t.month, day ?? t.day);
  return timestampOf(days * 86400 + hour * 3600 + (minute ?? t.minute) * 60 + (second ?? t.second), zone);
}

function checkDate(month: number, day: number, year: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && year >= 1 && year <= 32767 && day <= daysInMonth(year, month);
}

function getDate(rt: Executor, timestamp: number): PhpArray {
  const t = localTime(timestamp, zoneState(rt).zone);
  return PhpArray.fromEntries([
    ['seconds', t.second],
    ['minutes', t.minute],
    ['hours', t.hour],
    ['mday', t.day],
    ['wday', t.weekday],
    ['mon', t.month],
    ['year', t.year],
    ['yday', t.yearDay],
    ['weekday', DAYS[t.weekday]],
    ['month', MONTHS[t.month - 1]],
    [0, timestamp],
  ]);
}

const LOCALTIME_KEYS = [
  'tm_sec',
  'tm_min',
  'tm_hour',
  'tm_mday',
  'tm_mon',
  'tm_year',
  'tm_wday',
  'tm_yday',
  'tm_isdst',
];

function localTimeArray(rt: Executor, timestamp: number, associative: boolean): PhpArray {
  const { zone } = zoneState(rt);
  const t = localTime(timestamp, zone);
  const values = [
    t.second,
    t.minute,
    t.hour,
    t.day,
    t.month - 1,
    t.year - 1900,
    t.weekday,
    t.yearDay,
    isSummerTime(zone, timestamp) ? 1 : 0,
  ];
  if (!associative) return PhpArray.fromList(values);
  return PhpArray.fromEntries(values.map((v, i) => [LOCALTIME_KEYS[i] as string, v]));
}

/** The tokens of idate(). */
const INTEGERS = 'BdjNwzWmntLoyYgGhHisIZU';

function integerDate(rt: Executor, format: string, timestamp: number): PhpInt | false {
  if (format.length === 1 && INTEGERS.includes(format)) {
    return Number(formatDate(format, localTime(timestamp, zoneState(rt).zone)));
  }
  docref(rt, E_WARNING, format.length === 1 ? 'Unrecognized date format token' : 'idate format is one char');
  return false;
}

/** strtotime(): false for a text that is no date. */
function stringToTime(rt: Executor, text: string, base: number): number | false {
  const parsed = parseDateText(text);
  if (parsed.errors.size > 0 || text.trim() === '') return false;
  return resolveTime(parsed, { timestamp: base, micros: 0, zone: zoneState(rt).zone }).timestamp;
}

export const dateFunctions: readonly FunctionDef[] = [
  fn({
    name: 'strtotime',
    doc: 'The moment that an English date text means.',
    params: [p.string('datetime'), p.nullable(p.int('baseTimestamp'), { default: null })],
    returns: ['int', 'false'],
    impl: (rt, text, base) => stringToTime(rt, text, base ?? nowSeconds(rt)),
  }),
  fn({
    name: 'time',
    doc: 'Seconds since 1970.',
    params: [],
    returns: ['int'],
    impl: (rt) => nowSeconds(rt),
  }),
  fn({
    name: 'date',
    doc: 'A moment in a format, by the default time zone.',
    params: [p.string('format'), p.nullable(p.int('timestamp'), { default: null })],
    returns: ['string'],
    impl: (rt, format, timestamp) => formatDate(format, localTime(timestamp ?? nowSeconds(rt), zoneState(rt).zone)),
  }),
  fn({
    name: 'gmdate',
    doc: 'A moment in a format, by UTC.',
    params: [p.string('format'), p.nullable(p.int('timestamp'), { default: null })],
    returns: ['string'],
    impl: (rt, format, timestamp) =>
      formatDate(format, { ...localTime(timestamp ?? nowSeconds(rt), 'UTC'), isGmt: true }),
  }),
  fn({
    name: 'idate',
    doc: 'One part of a date as a number.',
    params: [p.string('format'), p.nullable(p.int('timestamp'), { default: null })],
    returns: ['int', 'false'],
    impl: (rt, format, timestamp) => integerDate(rt, format, timestamp ?? nowSeconds(rt)),
  }),
  fn({
    name: 'mktime',
    doc: 'The moment of a local date.',
    params: [
      p.int('hour'),
      p.nullable(p.int('minute'), { default: null }),
      p.nullable(p.int('second'), { default: null }),
      p.nullable(p.int('month'), { default: null }),
      p.nullable(p.int('day'), { default: null }),
      p.nullable(p.int('year'), { default: null }),
    ],
    returns: ['int', 'false'],
    impl: (rt, hour, minute, second, month, day, year) =>
      makeTime(rt, zoneState(rt).zone, hour, minute, second, month, day, year),
  }),
  fn({
    name: 'gmmktime',
    doc: 'The moment of a date by UTC.',
    params: [
      p.int('hour'),
      p.nullable(p.int('minute'), { default: null }),
      p.nullable(p.int('second'), { default: null }),
      p.nullable(p.int('month'), { default: null }),
      p.nullable(p.int('day'), { default: null }),
      p.nullable(p.int('year'), { default: null }),
    ],
    returns: ['int', 'false'],
    impl: (rt, hour, minute, second, month, day, year) => makeTime(rt, 'UTC', hour, minute, second, month, day, year),
  }),
  fn({
    name: 'checkdate',
    doc: 'Whether there is such a date.',
    params: [p.int('month'), p.int('day'), p.int('year')],
    returns: ['bool'],
    impl: (_rt, month, day, year) => checkDate(month, day, year),
  }),
  fn({
    name: 'getdate',
    doc: 'The parts of a local date.',
    params: [p.nullable(p.int('timestamp'), { default: null })],
    returns: ['array'],
    impl: (rt, timestamp) => getDate(rt, timestamp ?? nowSeconds(rt)),
  }),
  fn({
    name: 'localtime',
    doc: 'The parts of a local date as C has them.',
    params: [p.nullable(p.int('timestamp'), { default: null }), p.bool('associative', { default: false })],
    returns: ['array'],
    impl: (rt, timestamp, associative) => localTimeArray(rt, timestamp ?? nowSeconds(rt), associative),
  }),
  fn({
    name: 'date_default_timezone_get',
    doc: 'The default time zone.',
    params: [],
    returns: ['string'],
    impl: (rt) => zoneState(rt).zone,
  }),
  fn({
    name: 'date_default_timezone_set',
    doc: 'Sets the default time zone.',
    params: [p.string('timezoneId')],
    returns: ['bool'],
    impl: (rt, id): Zval => {
      const zone = canonicalZone(id);
      if (zone === null) {
        docref(rt, E_NOTICE, `Timezone ID '${id}' is invalid`);
        return false;
      }
      zoneState(rt).zone = zone;
      return true;
    },
  }),
];
