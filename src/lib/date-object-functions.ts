/**
 * The functions that do what the date classes' methods do.
 * Source: php-src ext/date/php_date.c
 */
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { daysFromCivil } from './calendar-days.ts';
import { zoneOffset } from './calendar.ts';
import { addInterval, formatInterval } from './date/interval.ts';
import { parseDateText } from './date/parse-date.ts';
import { parseByFormat } from './date/parse-format.ts';
import type { ParsedTime } from './date/parsed-time.ts';
import { isValidDate } from './date/resolve.ts';
import { zoneType } from './date/zones.ts';
import { diffObject } from './date-classes.ts';
import {
  formattedMoment,
  initialMoment,
  isoDays,
  lastErrorsArray,
  modified,
  setDays,
  setTime,
  subtract,
} from './date-class-parts.ts';
import {
  createWith,
  DateState,
  intervalOfObject,
  momentOfObject,
  showMoment,
  zoneOfObject,
  ZoneState,
} from './date-objects.ts';
import { findZone, intervalOfText } from './date-zone-classes.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import { docref } from './string-util.ts';
import type { Moment } from './date/resolve.ts';

function create(rt: Executor, className: string, text: string, zone: PhpObject | null): Zval {
  const name = zone === null ? null : zoneOfObject(rt, zone);
  if (rt.exception !== null) return null;
  const { parsed, moment } = initialMoment(rt, text, name);
  return parsed.errors.size > 0 ? false : createWith(rt, rt.classOf(className), new DateState(moment));
}

function createFormatted(rt: Executor, className: string, format: string, text: string, zone: PhpObject | null): Zval {
  const name = zone === null ? null : zoneOfObject(rt, zone);
  if (rt.exception !== null) return null;
  const moment = formattedMoment(rt, format, text, name);
  return moment === null ? false : createWith(rt, rt.classOf(className), new DateState(moment));
}

/** Changes a DateTime and hands it back. */
function change(rt: Executor, obj: PhpObject, by: (m: Moment) => Moment): Zval {
  const moment = momentOfObject(rt, obj);
  if (moment === null) return null;
  obj.native = new DateState(by(moment));
  return addRef(obj);
}

function messages(map: ReadonlyMap<number, string>): PhpArray {
  return PhpArray.fromEntries([...map]);
}

/** The array of date_parse(). */
function parsedArray(text: string): PhpArray {
  const t = parseDateText(text);
  if (text.trim() === '') t.errors.set(0, 'Empty string');
  const end = text.length + 1;
  if (t.h !== null && (t.h > 23 || (t.i ?? 0) > 59 || (t.s ?? 0) > 59))
    t.warnings.set(end, 'The parsed time was invalid');
  if (t.y !== null && t.m !== null && t.d !== null && !isValidDate(t.y, t.m, t.d)) {
    t.warnings.set(end, 'The parsed date was invalid');
  }
  return timeArray(t);
}

/** The fields of a text that was read, as date_parse() and date_parse_from_format() show them. */
function timeArray(t: ParsedTime): PhpArray {
  const or = (v: number | null): Zval => v ?? false;
  const entries: [string, Zval][] = [
    ['year', or(t.y)],
    ['month', or(t.m)],
    ['day', or(t.d)],
    ['hour', or(t.h)],
    ['minute', or(t.i)],
    ['second', or(t.s)],
    ['fraction', t.us === null ? false : new PhpFloat(t.us / 1e6)],
    ['warning_count', t.warnings.total],
    ['warnings', messages(t.warnings)],
    ['error_count', t.errors.total],
    ['errors', messages(t.errors)],
    ['is_localtime', t.haveZone],
  ];
  if (t.haveZone) entries.push(...zoneEntries(t.zone));
  if (t.haveRelative) entries.push(['relative', relativeArray(t.relative)]);
  return PhpArray.fromEntries(entries);
}

function zoneEntries(zone: string | null): [string, Zval][] {
  if (zone === null) return [['zone_type', 0]];
  const type = zoneType(zone);
  if (type === 3 && zone !== 'UTC')
    return [
      ['zone_type', 3],
      ['tz_id', zone],
    ];
  const entries: [string, Zval][] = [['zone_type', type]];
  // UTC is an abbreviation and an id
  if (type === 3) return [...entries, ['tz_abbr', zone], ['tz_id', zone]];
  entries.push(['zone', zoneOffset(zone, 0)], ['is_dst', false]);
  if (type === 2) entries.push(['tz_abbr', zone]);
  return entries;
}

function relativeArray(r: ReturnType<typeof parseDateText>['relative']): PhpArray {
  const out = PhpArray.fromEntries([
    ['year', r.y],
    ['month', r.m],
    ['day', r.d],
    ['hour', r.h],
    ['minute', r.i],
    ['second', r.s],
  ]);
  if (r.weekday !== null) out.setStr('weekday', r.weekday);
  if (r.weekdays !== null) out.setStr('weekdays', r.weekdays);
  if (r.firstLast === 1) out.setStr('first_day_of_month', true);
  if (r.firstLast === 2) out.setStr('last_day_of_month', true);
  return out;
}

export const dateObjectFunctions: readonly FunctionDef[] = [
  fn({
    name: 'date_parse_from_format',
    doc: 'The parts of a date text in a format.',
    params: [p.string('format'), p.string('datetime')],
    returns: ['array'],
    impl: (_rt, format, text) => timeArray(parseByFormat(format, text)),
  }),
  fn({
    name: 'date_create_from_format',
    doc: 'A DateTime of a text in a format, false when it is none.',
    params: [
      p.string('format'),
      p.string('datetime'),
      p.nullable(p.object('timezone', 'DateTimeZone'), { default: null }),
    ],
    returns: ['DateTime', 'false'],
    impl: (rt, format, text, zone) => createFormatted(rt, 'DateTime', format, text, zone),
  }),
  fn({
    name: 'date_create_immutable_from_format',
    doc: 'A DateTimeImmutable of a text in a format, false when it is none.',
    params: [
      p.string('format'),
      p.string('datetime'),
      p.nullable(p.object('timezone', 'DateTimeZone'), { default: null }),
    ],
    returns: ['DateTimeImmutable', 'false'],
    impl: (rt, format, text, zone) => createFormatted(rt, 'DateTimeImmutable', format, text, zone),
  }),
  fn({
    name: 'date_get_last_errors',
    doc: 'What was wrong with the last date text.',
    params: [],
    returns: ['array', 'false'],
    impl: (rt) => lastErrorsArray(rt),
  }),
  fn({
    name: 'date_create',
    doc: 'A DateTime of a text, false when it is none.',
    params: [
      p.string('datetime', { default: 'now' }),
      p.nullable(p.object('timezone', 'DateTimeZone'), { default: null }),
    ],
    returns: ['DateTime', 'false'],
    impl: (rt, text, zone) => create(rt, 'DateTime', text, zone),
  }),
  fn({
    name: 'date_create_immutable',
    doc: 'A DateTimeImmutable of a text, false when it is none.',
    params: [
      p.string('datetime', { default: 'now' }),
      p.nullable(p.object('timezone', 'DateTimeZone'), { default: null }),
    ],
    returns: ['DateTimeImmutable', 'false'],
    impl: (rt, text, zone) => create(rt, 'DateTimeImmutable', text, zone),
  }),
  fn({
    name: 'date_parse',
    doc: 'The parts of a date text.',
    params: [p.string('datetime')],
    returns: ['array'],
    impl: (_rt, text) => parsedArray(text),
  }),
  fn({
    name: 'date_format',
    doc: 'A date in a format.',
    params: [p.object('object', 'DateTimeInterface'), p.string('format')],
    returns: ['string'],
    impl: (rt, object, format) => {
      const moment = momentOfObject(rt, object);
      return moment === null ? null : showMoment(moment, format);
    },
  }),
  fn({
    name: 'date_modify',
    doc: 'Moves a date by a text.',
    params: [p.object('object', 'DateTime'), p.string('modifier')],
    returns: ['DateTime', 'false'],
    impl: (rt, object, text) => {
      const moment = momentOfObject(rt, object);
      const moved = moment === null ? null : modified(rt, moment, text);
      return moved === null ? false : change(rt, object, () => moved);
    },
  }),
  fn({
    name: 'date_add',
    doc: 'Adds an interval.',
    params: [p.object('object', 'DateTime'), p.object('interval', 'DateInterval')],
    returns: ['DateTime'],
    impl: (rt, object, interval) => change(rt, object, (m) => addInterval(m, intervalOfObject(rt, interval), 1)),
  }),
  fn({
    name: 'date_sub',
    doc: 'Subtracts an interval.',
    params: [p.object('object', 'DateTime'), p.object('interval', 'DateInterval')],
    returns: ['DateTime'],
    impl: (rt, object, interval) => change(rt, object, (m) => subtract(rt, m, intervalOfObject(rt, interval))),
  }),
  fn({
    name: 'date_timezone_get',
    doc: 'The zone of a date.',
    params: [p.object('object', 'DateTimeInterface')],
    returns: ['DateTimeZone', 'false'],
    impl: (rt, object) => {
      const moment = momentOfObject(rt, object);
      return moment === null ? null : createWith(rt, rt.classOf('DateTimeZone'), new ZoneState(moment.zone));
    },
  }),
  fn({
    name: 'date_timezone_set',
    doc: 'The same moment by the clocks of another zone.',
    params: [p.object('object', 'DateTime'), p.object('timezone', 'DateTimeZone')],
    returns: ['DateTime'],
    impl: (rt, object, timezone) => {
      const zone = zoneOfObject(rt, timezone);
      return zone === null ? null : change(rt, object, (m) => ({ ...m, zone }));
    },
  }),
  fn({
    name: 'date_offset_get',
    doc: 'Seconds east of UTC.',
    params: [p.object('object', 'DateTimeInterface')],
    returns: ['int'],
    impl: (rt, object) => {
      const moment = momentOfObject(rt, object);
      return moment === null ? null : zoneOffset(moment.zone, moment.timestamp);
    },
  }),
  fn({
    name: 'date_diff',
    doc: 'The time from one date to another.',
    params: [
      p.object('baseObject', 'DateTimeInterface'),
      p.object('targetObject', 'DateTimeInterface'),
      p.bool('absolute', { default: false }),
    ],
    returns: ['DateInterval'],
    impl: (rt, from, to, absolute) => {
      const a = momentOfObject(rt, from);
      const b = a === null ? null : momentOfObject(rt, to);
      return a === null || b === null ? null : diffObject(rt, a, b, absolute);
    },
  }),
  fn({
    name: 'date_time_set',
    doc: 'Sets the time of day.',
    params: [
      p.object('object', 'DateTime'),
      p.int('hour'),
      p.int('minute'),
      p.int('second', { default: 0 }),
      p.int('microsecond', { default: 0 }),
    ],
    returns: ['DateTime'],
    impl: (rt, object, h, i, s, us) => change(rt, object, (m) => setTime(m, h, i, s, us)),
  }),
  fn({
    name: 'date_date_set',
    doc: 'Sets the date.',
    params: [p.object('object', 'DateTime'), p.int('year'), p.int('month'), p.int('day')],
    returns: ['DateTime'],
    impl: (rt, object, y, m, d) => change(rt, object, (at) => setDays(at, daysFromCivil(y, m, d))),
  }),
  fn({
    name: 'date_isodate_set',
    doc: 'Sets the date by week and day.',
    params: [p.object('object', 'DateTime'), p.int('year'), p.int('week'), p.int('dayOfWeek', { default: 1 })],
    returns: ['DateTime'],
    impl: (rt, object, y, week, day) => change(rt, object, (at) => setDays(at, isoDays(y, week, day))),
  }),
  fn({
    name: 'date_timestamp_set',
    doc: 'Sets the moment.',
    params: [p.object('object', 'DateTime'), p.int('timestamp')],
    returns: ['DateTime'],
    impl: (rt, object, timestamp) => change(rt, object, (m) => ({ ...m, timestamp, micros: 0 })),
  }),
  fn({
    name: 'date_timestamp_get',
    doc: 'Seconds since 1970.',
    params: [p.object('object', 'DateTimeInterface')],
    returns: ['int'],
    impl: (rt, object) => momentOfObject(rt, object)?.timestamp ?? null,
  }),
  fn({
    name: 'timezone_open',
    doc: 'A DateTimeZone, false when there is no such zone.',
    params: [p.string('timezone')],
    returns: ['DateTimeZone', 'false'],
    impl: (rt, name) => {
      const zone = findZone(name);
      if (zone === null) {
        docref(rt, E_WARNING, `Unknown or bad timezone (${name})`);
        return false;
      }
      return createWith(rt, rt.classOf('DateTimeZone'), new ZoneState(zone));
    },
  }),
  fn({
    name: 'timezone_name_get',
    doc: 'The name of a zone.',
    params: [p.object('object', 'DateTimeZone')],
    returns: ['string'],
    impl: (rt, object) => zoneOfObject(rt, object),
  }),
  fn({
    name: 'timezone_offset_get',
    doc: 'Seconds east of UTC at a date.',
    params: [p.object('object', 'DateTimeZone'), p.object('datetime', 'DateTimeInterface')],
    returns: ['int'],
    impl: (rt, object, datetime) => {
      const zone = zoneOfObject(rt, object);
      const moment = zone === null ? null : momentOfObject(rt, datetime);
      return zone === null || moment === null ? null : zoneOffset(zone, moment.timestamp);
    },
  }),
  fn({
    name: 'date_interval_create_from_date_string',
    doc: 'The interval of the relative parts of a date text.',
    params: [p.string('datetime')],
    returns: ['DateInterval', 'false'],
    impl: (rt, text) => {
      const obj = rt.newObject(rt.classOf('DateInterval'));
      if (intervalOfText(rt, obj, text)) return obj;
      rt.releaseValue(obj);
      return false;
    },
  }),
  fn({
    name: 'date_interval_format',
    doc: 'An interval in a format.',
    params: [p.object('object', 'DateInterval'), p.string('format')],
    returns: ['string'],
    impl: (rt, object, format) => formatInterval(format, intervalOfObject(rt, object)),
  }),
];
