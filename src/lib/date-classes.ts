/**
 * DateTimeInterface, DateTime and DateTimeImmutable.
 * Source: php-src ext/date/php_date.c, php_date.stub.php
 */
import { ACC_INTERFACE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { createException } from '../vm/exceptions.ts';
import type { Executor } from '../vm/executor.ts';
import { daysFromCivil } from './calendar-days.ts';
import { zoneOffset } from './calendar.ts';
import { difference } from './date/difference.ts';
import { addInterval } from './date/interval.ts';
import type { Moment } from './date/resolve.ts';
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
import {
  FORMATS,
  copyInto,
  formattedMoment,
  initialMoment,
  isoDays,
  lastErrorsArray,
  modified,
  onlyInternal,
  restore,
  setDays,
  setTime,
  subtract,
  type Change,
  withMoment,
  zoneParam,
} from './date-class-parts.ts';

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

/** A DateInterval object of the difference. */
export function diffObject(rt: Executor, from: Moment, to: Moment, absolute: boolean): PhpObject {
  const interval = difference(from, to);
  if (absolute) interval.invert = false;
  const obj = rt.newObject(rt.classOf('DateInterval'));
  fillInterval(obj, interval);
  return obj;
}

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
      impl: (rt, self, interval) => change(rt, self, (m) => subtract(rt, m, intervalOfObject(rt, interval))),
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
