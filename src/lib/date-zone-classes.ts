/**
 * DateTimeZone and DateInterval.
 * Source: php-src ext/date/php_date.c, php_date.stub.php
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_ALLOW_DYNAMIC_PROPERTIES } from '../bytecode/type-flags.ts';
import type { ClassDef, ConstantDef } from '../object/class-def.ts';
import { stdProperties } from '../object/object-vars.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { createException } from '../vm/exceptions.ts';
import type { Executor } from '../vm/executor.ts';
import { zoneOffset } from './calendar.ts';
import { formatInterval, parseIsoInterval } from './date/interval.ts';
import { parseDateText } from './date/parse-date.ts';
import { zoneByName } from './date/date-patterns.ts';
import { offsetName, parseOffset, zoneType } from './date/zones.ts';
import {
  fillInterval,
  intervalHandlers,
  intervalOfObject,
  IntervalState,
  momentOfObject,
  zoneHandlers,
  zoneOfObject,
  ZoneState,
} from './date-objects.ts';
import { zoneListMethods } from './date-zone-lists.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';
import { docref } from './string-util.ts';

/** The zone of a name or an offset; null when there is none. */
export function findZone(text: string): string | null {
  const offset = parseOffset(text);
  return offset === null ? zoneByName(text) : offsetName(offset);
}

const GROUPS: readonly string[] = [
  'AFRICA',
  'AMERICA',
  'ANTARCTICA',
  'ARCTIC',
  'ASIA',
  'ATLANTIC',
  'AUSTRALIA',
  'EUROPE',
  'INDIAN',
  'PACIFIC',
  'UTC',
];

const ZONE_CONSTANTS: readonly ConstantDef[] = [
  ...GROUPS.map((name, i) => ({ name, value: 2 ** i })),
  { name: 'ALL', value: 2047 },
  { name: 'ALL_WITH_BC', value: 4095 },
  { name: 'PER_COUNTRY', value: 4096 },
];

function zoneArray(zone: string): PhpArray {
  return PhpArray.fromEntries([
    ['timezone_type', zoneType(zone)],
    ['timezone', zone],
  ]);
}

function restoreZone(rt: Executor, self: PhpObject, data: PhpArray): null {
  const type = deref(data.getStr('timezone_type'));
  const name = deref(data.getStr('timezone'));
  const zone = typeof type === 'number' && typeof name === 'string' ? findZone(name) : null;
  if (zone === null) return rt.throwError('Error', 'Invalid serialization data for DateTimeZone object');
  self.native = new ZoneState(zone);
  return null;
}

const zoneMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'The zone of a name or offset.',
    params: [p.string('timezone')],
    returns: null,
    impl: (rt, self, name) => {
      const zone = findZone(name);
      if (zone === null) {
        const what = `DateTimeZone::__construct(): Unknown or bad timezone (${name})`;
        return rt.throwObject(createException(rt, rt.classOf('Exception'), what, 0));
      }
      self.native = new ZoneState(zone);
      return null;
    },
  }),
  method({
    name: 'getName',
    doc: 'The name.',
    params: [],
    returns: ['string'],
    impl: (rt, self) => zoneOfObject(rt, self),
  }),
  method({
    name: 'getOffset',
    doc: 'Seconds east of UTC at a date.',
    params: [p.object('datetime', 'DateTimeInterface')],
    returns: ['int'],
    impl: (rt, self, datetime) => {
      const zone = zoneOfObject(rt, self);
      const moment = zone === null ? null : momentOfObject(rt, datetime);
      return zone === null || moment === null ? null : zoneOffset(zone, moment.timestamp);
    },
  }),
  ...zoneListMethods,
  method({
    name: '__serialize',
    doc: 'The zone as an array.',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (rt, self) => {
      const zone = zoneOfObject(rt, self);
      return zone === null ? null : zoneArray(zone);
    },
  }),
  method({
    name: '__unserialize',
    doc: 'Takes the zone of an array.',
    params: [p.array('data')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, data) => restoreZone(rt, self, data),
  }),
  method({
    name: '__wakeup',
    doc: 'Takes the zone of the properties that an older text was unserialized into.',
    params: [],
    returns: ['void'],
    impl: (rt, self) => (self.native instanceof ZoneState ? null : restoreZone(rt, self, self.dyn ?? new PhpArray())),
  }),
  staticMethod({
    name: '__set_state',
    doc: 'The zone of an array, as var_export() writes it.',
    params: [p.array('array')],
    returns: ['DateTimeZone'],
    *impl(rt, scope, array) {
      const obj = yield* rt.initObject(scope);
      if (obj !== null) restoreZone(rt, obj, array);
      return obj;
    },
  }),
];

/** date_interval_create_from_date_string: false after a warning. */
export function intervalOfText(rt: Executor, obj: PhpObject, text: string): boolean {
  const parsed = parseDateText(text);
  const first = [...parsed.errors][0];
  if (first !== undefined) {
    const [at, message] = first;
    docref(rt, E_WARNING, `Unknown or bad format (${text}) at position ${at} (${text.charAt(at)}): ${message}`);
    return false;
  }
  obj.native = new IntervalState(parsed.relative, text);
  obj.dyn = new PhpArray();
  obj.dyn.setStr('from_string', true);
  obj.dyn.setStr('date_string', text);
  return true;
}

/** An interval out of the array that serialization made. */
function restoreInterval(rt: Executor, self: PhpObject, data: PhpArray): null {
  const text = deref(data.getStr('date_string'));
  if (deref(data.getStr('from_string')) === true && typeof text === 'string') {
    intervalOfText(rt, self, text);
    return null;
  }
  const dyn = new PhpArray();
  for (const [key, held] of data.entries()) dyn.setStr(String(key), addRef(deref(held)));
  self.dyn = dyn;
  const interval = intervalOfObject(rt, self);
  const days: Zval = deref(dyn.getStr('days'));
  fillInterval(self, { ...interval, days: typeof days === 'number' ? days : false });
  return null;
}

const intervalMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'The interval of an ISO 8601 duration.',
    params: [p.string('duration')],
    returns: null,
    impl: (rt, self, duration) => {
      const interval = parseIsoInterval(duration);
      if (interval === null) {
        const what = `Unknown or bad format (${duration})`;
        return rt.throwObject(createException(rt, rt.classOf('Exception'), what, 0));
      }
      fillInterval(self, interval);
      return null;
    },
  }),
  staticMethod({
    name: 'createFromDateString',
    doc: 'The interval of the relative parts of a date text.',
    params: [p.string('datetime')],
    returns: ['DateInterval', 'false'],
    *impl(rt, scope, text) {
      const obj = yield* rt.initObject(scope);
      if (obj === null) return null;
      if (intervalOfText(rt, obj, text)) return obj;
      rt.releaseValue(obj);
      return false;
    },
  }),
  method({
    name: 'format',
    doc: 'The interval in a format.',
    params: [p.string('format')],
    returns: ['string'],
    impl: (rt, self, format) => formatInterval(format, intervalOfObject(rt, self)),
  }),
  method({
    name: '__serialize',
    doc: 'The interval as an array.',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (_rt, self) => stdProperties(self),
  }),
  method({
    name: '__unserialize',
    doc: 'Takes the interval of an array.',
    params: [p.array('data')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, data) => restoreInterval(rt, self, data),
  }),
  method({
    name: '__wakeup',
    doc: 'Takes the interval of the properties that an older text was unserialized into.',
    params: [],
    returns: ['void'],
    impl: (rt, self) => restoreInterval(rt, self, self.dyn?.dup() ?? new PhpArray()),
  }),
  staticMethod({
    name: '__set_state',
    doc: 'The interval of an array, as var_export() writes it.',
    params: [p.array('array')],
    returns: ['DateInterval'],
    *impl(rt, scope, array) {
      const obj = yield* rt.initObject(scope);
      if (obj !== null) restoreInterval(rt, obj, array);
      return obj;
    },
  }),
];

export const dateZoneClasses: readonly ClassDef<MethodDef>[] = [
  { name: 'DateTimeZone', constants: ZONE_CONSTANTS, handlers: zoneHandlers, methods: zoneMethods },
  {
    name: 'DateInterval',
    flags: ACC_ALLOW_DYNAMIC_PROPERTIES,
    handlers: intervalHandlers,
    methods: intervalMethods,
  },
];
