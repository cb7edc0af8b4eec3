/**
 * DateTimeInterface, DateTime and DateTimeImmutable.
 * Source: php-src ext/date/php_date.c, php_date.stub.php
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_INTERFACE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { lcName } from '../object/class-queries.ts';
import { copyObject } from '../object/object-store.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { createException } from '../vm/exceptions.ts';
import type { Executor } from '../vm/executor.ts';
import { daysFromCivil, localTime, timestampOf, zoneOffset } from './calendar.ts';
import { addInterval, difference } from './date/interval.ts';
import { parseDateText, zoneByName } from './date/parse-date.ts';
import { parseByFormat } from './date/parse-format.ts';
import type { ParsedTime } from './date/parsed-time.ts';
import { applyRelative, fieldsOf, isValidDate, type Moment, resolveTime } from './date/resolve.ts';
import { zoneState } from './date-functions.ts';
import {
  createWith,
  dateEntries,
  dateHandlers,
  DateState,
  fillInterval,
  intervalOfObject,
  momentOfObject,
  showMoment,
  zoneOfObject,
  ZoneState,
} from './date-objects.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';
import { docref } from './string-util.ts';

/** Now, to the microsecond. */
function nowMoment(rt: Executor, zone: string): Moment {
  const micros = Math.floor(rt.host.nowMicros());
  return { timestamp: Math.floor(micros / 1e6), micros: micros % 1e6, zone };
}

/** php_date_initialize: the moment of a text; null with what was wrong in `parsed.errors`. */
export function initialMoment(rt: Executor, text: string, zone: string | null): { parsed: ParsedTime; moment: Moment } {
  const parsed = parseDateText(text);
  lastErrors(rt).parsed = parsed;
  const base = nowMoment(rt, parsed.zone ?? zone ?? zoneState(rt).zone);
  return { parsed, moment: resolveTime(parsed, base) };
}

/** The warnings and errors of the last text that was read, for getLastErrors(). */
export function lastErrors(rt: Executor): { parsed: ParsedTime | null } {
  return rt.moduleState('date errors', () => ({ parsed: null as ParsedTime | null }));
}

/** The moment of a text by a format; null when it does not fit. What the format lacks is taken from now. */
export function formattedMoment(rt: Executor, format: string, text: string, zone: string | null): Moment | null {
  const parsed = parseByFormat(format, text);
  lastErrors(rt).parsed = parsed;
  const base = nowMoment(rt, parsed.zone ?? zone ?? zoneState(rt).zone);
  if (parsed.y !== null && parsed.m !== null && parsed.d !== null && !isValidDate(parsed.y, parsed.m, parsed.d)) {
    parsed.warnings.set(text.length, 'The parsed date was invalid');
  }
  if (parsed.errors.size > 0) return null;
  const now = localTime(base.timestamp, base.zone);
  const timed = parsed.h !== null;
  // without a time in the format it is now's, though a date is there
  if (!timed) Object.assign(parsed, { h: now.hour, i: now.minute, s: now.second, us: parsed.us ?? base.micros });
  return resolveTime(parsed, base);
}

/** The array of getLastErrors(); false before any text was read. */
export function lastErrorsArray(rt: Executor): Zval {
  const { parsed } = lastErrors(rt);
  if (parsed === null) return false;
  return PhpArray.fromEntries([
    ['warning_count', parsed.warnings.size],
    ['warnings', PhpArray.fromEntries([...parsed.warnings])],
    ['error_count', parsed.errors.size],
    ['errors', PhpArray.fromEntries([...parsed.errors])],
  ]);
}

function construct(rt: Executor, self: PhpObject, text: string, zoneObject: PhpObject | null): null {
  const zone = zoneObject === null ? null : zoneOfObject(rt, zoneObject);
  if (rt.exception !== null) return null;
  const { parsed, moment } = initialMoment(rt, text, zone);
  const first = [...parsed.errors][0];
  if (first === undefined) {
    self.native = new DateState(moment);
    return null;
  }
  const [at, message] = first;
  const what = `Failed to parse time string (${text}) at position ${at} (${text.charAt(at)}): ${message}`;
  return rt.throwObject(createException(rt, rt.classOf('Exception'), what, 0));
}

/** The object that carries a changed moment: itself, or a copy of an immutable one. Owned. */
function withMoment(rt: Executor, self: PhpObject, immutable: boolean, moment: Moment): PhpObject {
  if (!immutable) {
    self.native = new DateState(moment);
    return addRef(self);
  }
  const copy = copyObject(rt, rt.objects, self);
  copy.native = new DateState(moment);
  return copy;
}

type Change = (moment: Moment) => Moment;

/** date_modify: the text moves a date or sets its fields; null after a warning. */
export function modified(rt: Executor, moment: Moment, text: string): Moment | null {
  const parsed = parseDateText(text);
  const first = [...parsed.errors][0];
  if (first !== undefined || text.trim() === '') {
    const [at, message] = first ?? [0, 'Unexpected character'];
    const found = text.charAt(at);
    // a NUL there ends the message, as C's strings do
    const rest = found === '' ? '' : `${found}): ${message}`;
    docref(rt, E_WARNING, `Failed to parse time string (${text}) at position ${at} (${rest}`);
    return null;
  }
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
  return applyRelative(f, parsed.relative, moment.zone);
}

export function setTime(moment: Moment, h: number, i: number, s: number, us: number): Moment {
  const t = localTime(moment.timestamp, moment.zone);
  const seconds = daysFromCivil(t.year, t.month, t.day) * 86400 + h * 3600 + i * 60 + s;
  const over = Math.floor(us / 1e6);
  return { timestamp: timestampOf(seconds, moment.zone) + over, micros: us - over * 1e6, zone: moment.zone };
}

export function setDays(moment: Moment, days: number): Moment {
  const t = localTime(moment.timestamp, moment.zone);
  const seconds = days * 86400 + t.hour * 3600 + t.minute * 60 + t.second;
  return { ...moment, timestamp: timestampOf(seconds, moment.zone) };
}

/** Days of an ISO week's day. */
export function isoDays(year: number, week: number, day: number): number {
  const jan4 = daysFromCivil(year, 1, 4);
  const weekday = (((jan4 + 3) % 7) + 7) % 7;
  return jan4 - weekday + (week - 1) * 7 + day - 1;
}

/** A DateInterval object of the difference. */
export function diffObject(rt: Executor, from: Moment, to: Moment, absolute: boolean): PhpObject {
  const interval = difference(from, to);
  if (absolute) interval.invert = false;
  const obj = rt.newObject(rt.classOf('DateInterval'));
  fillInterval(obj, interval);
  return obj;
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

function restore(rt: Executor, self: PhpObject, data: PhpArray, name: string): null {
  const moment = momentOfArray(rt, data);
  if (moment === null) return rt.throwError('Error', `Invalid serialization data for ${name} object`);
  self.native = new DateState(moment);
  return null;
}

const zoneParam = p.nullable(p.object('timezone', 'DateTimeZone'), { default: null });

/** What both classes have, read-only. */
function readers(): MethodDef[] {
  return [
    method({
      name: 'format',
      doc: 'The date in a format of date().',
      params: [p.string('format')],
      returns: ['string'],
      impl: (rt, self, format) => {
        const moment = momentOfObject(rt, self);
        return moment === null ? null : showMoment(moment, format);
      },
    }),
    method({
      name: 'getTimezone',
      doc: 'The time zone.',
      params: [],
      returns: ['DateTimeZone', 'false'],
      impl: (rt, self) => {
        const moment = momentOfObject(rt, self);
        return moment === null ? null : createWith(rt, rt.classOf('DateTimeZone'), new ZoneState(moment.zone));
      },
    }),
    method({
      name: 'getOffset',
      doc: 'Seconds east of UTC.',
      params: [],
      returns: ['int'],
      impl: (rt, self) => {
        const moment = momentOfObject(rt, self);
        return moment === null ? null : zoneOffset(moment.zone, moment.timestamp);
      },
    }),
    method({
      name: 'getTimestamp',
      doc: 'Seconds since 1970.',
      params: [],
      returns: ['int'],
      impl: (rt, self) => momentOfObject(rt, self)?.timestamp ?? null,
    }),
    method({
      name: 'diff',
      doc: 'The time from this date to another.',
      params: [p.object('targetObject', 'DateTimeInterface'), p.bool('absolute', { default: false })],
      returns: ['DateInterval'],
      impl: (rt, self, target, absolute) => {
        const from = momentOfObject(rt, self);
        const to = from === null ? null : momentOfObject(rt, target);
        return from === null || to === null ? null : diffObject(rt, from, to, absolute);
      },
    }),
  ];
}

/** What serialization needs, by the class's name. */
function persistence(name: string): MethodDef[] {
  return [
    method({
      name: '__serialize',
      doc: 'The date as an array.',
      params: [],
      returns: ['array'],
      tentative: false,
      impl: (rt, self) => {
        const moment = momentOfObject(rt, self);
        return moment === null ? null : PhpArray.fromEntries(dateEntries(moment));
      },
    }),
    method({
      name: '__unserialize',
      doc: 'Takes the date of an array.',
      params: [p.array('data')],
      returns: ['void'],
      tentative: false,
      impl: (rt, self, data) => restore(rt, self, data, name),
    }),
    method({
      name: '__wakeup',
      doc: 'Takes the date of the properties that an older text was unserialized into.',
      params: [],
      returns: ['void'],
      impl: (rt, self) =>
        self.native instanceof DateState ? null : restore(rt, self, self.dyn ?? new PhpArray(), name),
    }),
    staticMethod({
      name: '__set_state',
      doc: 'The date of an array, as var_export() writes it.',
      params: [p.array('array')],
      returns: [name],
      *impl(rt, scope, array) {
        const obj = yield* rt.initObject(scope);
        if (obj !== null) restore(rt, obj, array, name);
        return obj;
      },
    }),
  ];
}

/** The methods that change a date, or make a changed copy. */
function writers(name: string): MethodDef[] {
  const immutable = name === 'DateTimeImmutable';
  const change = (rt: Executor, self: PhpObject, by: Change): Zval => {
    const moment = momentOfObject(rt, self);
    return moment === null ? null : withMoment(rt, self, immutable, by(moment));
  };
  return [
    method({
      name: 'modify',
      doc: 'Moves the date by a text.',
      params: [p.string('modifier')],
      returns: [name, 'false'],
      impl: (rt, self, text) => {
        const moment = momentOfObject(rt, self);
        if (moment === null) return null;
        const moved = modified(rt, moment, text);
        return moved === null ? false : withMoment(rt, self, immutable, moved);
      },
    }),
    method({
      name: 'add',
      doc: 'Adds an interval.',
      params: [p.object('interval', 'DateInterval')],
      returns: [name],
      impl: (rt, self, interval) => change(rt, self, (m) => addInterval(m, intervalOfObject(rt, interval), 1)),
    }),
    method({
      name: 'sub',
      doc: 'Subtracts an interval.',
      params: [p.object('interval', 'DateInterval')],
      returns: [name],
      impl: (rt, self, interval) => {
        const v = intervalOfObject(rt, interval);
        const { special } = v;
        if (special !== null && (special.weekday !== null || special.firstLast !== 0 || special.nthWeekday !== null)) {
          docref(rt, E_WARNING, 'Only non-special relative time specifications are supported for subtraction');
          return change(rt, self, (m) => m);
        }
        return change(rt, self, (m) => addInterval(m, { ...v, special: null }, -1));
      },
    }),
    method({
      name: 'setTimezone',
      doc: 'The same moment by the clocks of another zone.',
      params: [p.object('timezone', 'DateTimeZone')],
      returns: [name],
      impl: (rt, self, timezone) => {
        const zone = zoneOfObject(rt, timezone);
        return zone === null ? null : change(rt, self, (m) => ({ ...m, zone }));
      },
    }),
    method({
      name: 'setTime',
      doc: 'Sets the time of day.',
      params: [p.int('hour'), p.int('minute'), p.int('second', { default: 0 }), p.int('microsecond', { default: 0 })],
      returns: [name],
      impl: (rt, self, h, i, s, us) => change(rt, self, (m) => setTime(m, h, i, s, us)),
    }),
    method({
      name: 'setDate',
      doc: 'Sets the date.',
      params: [p.int('year'), p.int('month'), p.int('day')],
      returns: [name],
      impl: (rt, self, y, m, d) => change(rt, self, (at) => setDays(at, daysFromCivil(y, m, d))),
    }),
    method({
      name: 'setISODate',
      doc: 'Sets the date by week and day.',
      params: [p.int('year'), p.int('week'), p.int('dayOfWeek', { default: 1 })],
      returns: [name],
      impl: (rt, self, y, week, day) => change(rt, self, (at) => setDays(at, isoDays(y, week, day))),
    }),
    method({
      name: 'setTimestamp',
      doc: 'Sets the moment.',
      params: [p.int('timestamp')],
      returns: [name],
      impl: (rt, self, timestamp) => change(rt, self, (m) => ({ ...m, timestamp, micros: 0 })),
    }),
  ];
}

function* copyInto(rt: Executor, scope: ClassEntry, from: PhpObject): NativeCode {
  const moment = momentOfObject(rt, from);
  if (moment === null) return null;
  const obj = yield* rt.initObject(scope);
  if (obj !== null) obj.native = new DateState(moment);
  return obj;
}

function creators(name: string): MethodDef[] {
  const other = name === 'DateTime' ? 'DateTimeImmutable' : 'DateTime';
  return [
    staticMethod({
      name: 'createFromFormat',
      doc: 'The date of a text in a format.',
      params: [p.string('format'), p.string('datetime'), zoneParam],
      returns: [name, 'false'],
      *impl(rt, scope, format, text, zoneObject) {
        const zone = zoneObject === null ? null : zoneOfObject(rt, zoneObject);
        if (rt.exception !== null) return null;
        const moment = formattedMoment(rt, format, text, zone);
        if (moment === null) return false;
        const obj = yield* rt.initObject(scope);
        if (obj !== null) obj.native = new DateState(moment);
        return obj;
      },
    }),
    staticMethod({
      name: 'getLastErrors',
      doc: 'What was wrong with the last text.',
      params: [],
      returns: ['array', 'false'],
      impl: (rt) => lastErrorsArray(rt),
    }),
    staticMethod({
      name: name === 'DateTime' ? 'createFromImmutable' : 'createFromMutable',
      doc: 'The date of an object of the other class.',
      params: [p.object('object', other)],
      returns: ['static'],
      impl: (rt, scope, object) => copyInto(rt, scope, object),
    }),
    staticMethod({
      name: 'createFromInterface',
      doc: 'The date of an object of either class.',
      params: [p.object('object', 'DateTimeInterface')],
      returns: [name],
      tentative: false,
      impl: (rt, scope, object) => copyInto(rt, scope, object),
    }),
  ];
}

function constructor_(): MethodDef {
  return method({
    name: '__construct',
    doc: 'The date of a text.',
    params: [p.string('datetime', { default: 'now' }), zoneParam],
    returns: null,
    impl: (rt, self, text, zone) => construct(rt, self, text, zone),
  });
}

const FORMATS: readonly (readonly [string, string])[] = [
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
function onlyInternal(self: ClassEntry, ce: ClassEntry): string | null {
  if (ce.type === 1) return null;
  for (let up: ClassEntry | null = ce.parent; up !== null; up = up.parent) {
    if (lcName(up.name) === 'datetime' || lcName(up.name) === 'datetimeimmutable') return null;
  }
  return `${self.name} can't be implemented by user classes`;
}

function classOf(name: string): ClassDef<MethodDef> {
  return {
    name,
    interfaces: ['DateTimeInterface'],
    handlers: dateHandlers,
    methods: [constructor_(), ...persistence(name), ...creators(name), ...readers(), ...writers(name)],
  };
}

function interfaceMethods(): MethodDef[] {
  const wanted = [
    'format',
    'getTimezone',
    'getOffset',
    'getTimestamp',
    'diff',
    '__wakeup',
    '__serialize',
    '__unserialize',
  ];
  const all = [...readers(), ...persistence('DateTime')];
  return wanted.map((name) => ({ ...(all.find((m) => m.name === name) as MethodDef), abstract: true, impl: null }));
}

export const dateClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'DateTimeInterface',
    flags: ACC_INTERFACE,
    constants: FORMATS.map(([name, value]) => ({ name, value })),
    methods: interfaceMethods(),
    interfaceGetsImplemented: onlyInternal,
  },
  classOf('DateTime'),
  classOf('DateTimeImmutable'),
];
