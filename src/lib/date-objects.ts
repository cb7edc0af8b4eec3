/**
 * What DateTime, DateTimeImmutable, DateTimeZone and DateInterval objects hold.
 * Source: php-src ext/date/php_date.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { ClassHandlers } from '../object/class-handlers.ts';
import { instanceOf } from '../object/class-queries.ts';
import { stdProperties } from '../object/object-vars.ts';
import { stdReadProperty } from '../object/property-slow.ts';
import type { Runtime } from '../object/runtime.ts';
import { toFloat, toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { deref, PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { localTime } from './calendar.ts';
import { type Interval, emptyInterval } from './date/interval.ts';
import type { Relative } from './date/parsed-time.ts';
import type { Moment } from './date/resolve.ts';
import { zoneType } from './date/zones.ts';
import { formatDate } from './date-format.ts';
import { docref } from './string-util.ts';

/** The state of a date object. */
export class DateState {
  moment: Moment;
  constructor(moment: Moment) {
    this.moment = moment;
  }
}

/** The state of a zone object. */
export class ZoneState {
  readonly zone: string;
  constructor(zone: string) {
    this.zone = zone;
  }
}

/** The special movements of an interval that a text made. */
export class IntervalState {
  readonly special: Relative;
  readonly text: string;
  constructor(special: Relative, text: string) {
    this.special = special;
    this.text = text;
  }
}

/** Stands in an interval object that the constructor made (Interval.wall). */
const WALL_INTERVAL = Symbol('made by the constructor');

/** The moment of a date object; null after an Error when its constructor never ran. */
export function momentOfObject(rt: Executor, obj: PhpObject): Moment | null {
  if (obj.native instanceof DateState) return obj.native.moment;
  const name = instanceOf(obj.ce, rt.classOf('DateTimeImmutable')) ? 'DateTimeImmutable' : 'DateTime';
  return rt.throwError('Error', `The ${name} object has not been correctly initialized by its constructor`);
}

export function zoneOfObject(rt: Executor, obj: PhpObject): string | null {
  if (obj.native instanceof ZoneState) return obj.native.zone;
  return rt.throwError('Error', 'The DateTimeZone object has not been correctly initialized by its constructor');
}

/** A new object of a class with its state; class constants must not need evaluation. */
export function createWith(rt: Executor, ce: ClassEntry, state: unknown): PhpObject {
  const obj = rt.newObject(ce);
  obj.native = state;
  return obj;
}

/** A moment in date()'s formats. */
export function showMoment(moment: Moment, format: string): string {
  return formatDate(format, { ...localTime(moment.timestamp, moment.zone), micros: moment.micros });
}

/** The three entries that dumps and serialization show of a date. */
export function dateEntries(moment: Moment): [string, Zval][] {
  return [
    ['date', showMoment(moment, 'Y-m-d H:i:s.u')],
    ['timezone_type', zoneType(moment.zone)],
    ['timezone', moment.zone],
  ];
}

function dateProperties(_rt: Runtime, obj: PhpObject): PhpArray {
  const table = stdProperties(obj);
  if (obj.native instanceof DateState) for (const [k, v] of dateEntries(obj.native.moment)) table.setStr(k, v);
  return table;
}

function zoneProperties(_rt: Runtime, obj: PhpObject): PhpArray {
  const table = stdProperties(obj);
  if (obj.native instanceof ZoneState) {
    table.setStr('timezone_type', zoneType(obj.native.zone));
    table.setStr('timezone', obj.native.zone);
  }
  return table;
}

/** date_object_compare_dates */
function compareDates(rt: Runtime, a: Zval, b: Zval): number {
  const x = a instanceof PhpObject ? a.native : null;
  const y = b instanceof PhpObject ? b.native : null;
  if (!(a instanceof PhpObject) || !(b instanceof PhpObject)) return 2;
  if (!(x instanceof DateState) || !(y instanceof DateState)) {
    docref(rt as Executor, E_WARNING, 'Trying to compare an incomplete DateTime or DateTimeImmutable object');
    return 2;
  }
  return Math.sign(x.moment.timestamp - y.moment.timestamp || x.moment.micros - y.moment.micros);
}

export const dateHandlers: Partial<ClassHandlers> = {
  getProperties: dateProperties,
  debugInfo: dateProperties,
  compare: compareDates,
  cloneNative: (_rt, from, to) => {
    if (from.native instanceof DateState) to.native = new DateState(from.native.moment);
  },
};

export const zoneHandlers: Partial<ClassHandlers> = {
  getProperties: zoneProperties,
  debugInfo: zoneProperties,
  compare: (rt, a, b) => {
    const x = a instanceof PhpObject ? a.native : null;
    const y = b instanceof PhpObject ? b.native : null;
    if (!(x instanceof ZoneState) || !(y instanceof ZoneState)) return 2;
    if (zoneType(x.zone) !== zoneType(y.zone)) {
      docref(rt as Executor, E_WARNING, 'Trying to compare different kinds of DateTimeZone objects');
      return 2;
    }
    return x.zone === y.zone ? 0 : 1;
  },
  cloneNative: (_rt, from, to) => {
    to.native = from.native;
  },
};

const PARTS: readonly string[] = ['y', 'm', 'd', 'h', 'i', 's', 'f', 'invert', 'days'];

export const intervalHandlers: Partial<ClassHandlers> = {
  /** An interval of a text has its parts all the same. */
  ownsProperty: (_rt, obj, name) => obj.native instanceof IntervalState && PARTS.includes(name),
  *readProperty(rt, obj, name, mode) {
    if (!(obj.native instanceof IntervalState) || !PARTS.includes(name)) {
      return yield* stdReadProperty(rt, obj, name, mode, rt.executedScope());
    }
    const v = intervalOfObject(rt as Executor, obj);
    if (name === 'f') return new PhpFloat(v.us / 1e6);
    if (name === 'days') return v.days;
    return name === 'invert' ? Number(v.invert) : v[name as 'y' | 'm' | 'd' | 'h' | 'i' | 's'];
  },
  compare: (rt) => {
    rt.error(E_WARNING, 'Cannot compare DateInterval objects');
    return 2;
  },
  cloneNative: (_rt, from, to) => {
    to.native = from.native;
  },
};

/** Writes an interval into an object's properties. */
export function fillInterval(obj: PhpObject, v: Interval): void {
  const dyn = obj.dyn ?? new PhpArray();
  obj.dyn = dyn;
  if (v.wall) obj.native = WALL_INTERVAL;
  for (const key of ['y', 'm', 'd', 'h', 'i', 's'] as const) dyn.setStr(key, v[key]);
  dyn.setStr('f', new PhpFloat(v.us / 1e6));
  dyn.setStr('invert', v.invert ? 1 : 0);
  dyn.setStr('days', v.days);
  dyn.setStr('from_string', false);
}

/** The interval that an object's properties say. */
export function intervalOfObject(rt: Executor, obj: PhpObject): Interval {
  const out = emptyInterval();
  if (obj.native instanceof IntervalState) {
    out.special = obj.native.special;
    const { y, m, d, h, i, s, us } = obj.native.special;
    return { ...out, y, m, d, h, i, s, us };
  }
  out.wall = obj.native === WALL_INTERVAL;
  const at = (key: string): Zval => deref(obj.dyn?.getStr(key));
  for (const key of ['y', 'm', 'd', 'h', 'i', 's'] as const) out[key] = Number(toInt(rt, at(key) ?? 0));
  out.us = Math.round(toFloat(rt, at('f') ?? 0) * 1e6);
  out.invert = Number(toInt(rt, at('invert') ?? 0)) !== 0;
  const days = at('days');
  out.days = typeof days === 'number' ? days : false;
  return out;
}
