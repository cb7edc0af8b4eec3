/**
 * Intervals: their ISO 8601 texts, adding and subtracting them.
 * Source: php-src ext/date/lib/interval.c (timelib_add, timelib_add_wall), parse_iso_intervals.re, php_date.c
 */
import { localTime } from '../calendar.ts';
import { emptyRelative, type Relative } from './parsed-time.ts';
import { applyRelative, fieldsOf, type Moment } from './resolve.ts';

export interface Interval {
  y: number;
  m: number;
  d: number;
  h: number;
  i: number;
  s: number;
  us: number;
  invert: boolean;
  /** Whole days of a difference; false for others. */
  days: number | false;
  /** Weekdays and "last day of", only in intervals made of a text. */
  special: Relative | null;
  /** Made by the constructor: its hours pass by the clock of the world, not by that on the wall. */
  wall: boolean;
}

export function emptyInterval(): Interval {
  return { y: 0, m: 0, d: 0, h: 0, i: 0, s: 0, us: 0, invert: false, days: false, special: null, wall: false };
}

/** `P1Y2M3DT4H5M6S`, `P2W`, `P0001-02-03T04:05:06`; null for another form. */
export function parseIsoInterval(text: string): Interval | null {
  const out = emptyInterval();
  const combined = /^P([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})$/.exec(text);
  if (combined !== null) {
    const [y, m, d, h, i, s] = combined.slice(1).map(Number) as [number, number, number, number, number, number];
    return { ...out, y, m, d, h, i, s, wall: true };
  }
  const form =
    /^P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?$/.exec(
      text,
    );
  if (form === null || /T$/.test(text)) return null;
  const [y, m, w, d, h, i, s] = form.slice(1).map((x) => Number(x ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { ...out, y, m, d: d + 7 * w, h, i, s, wall: true };
}

/** timelib_add, timelib_add_wall: `sign` -1 subtracts. Days go by the calendar. */
export function addInterval(at: Moment, interval: Interval, sign: 1 | -1): Moment {
  const local = fieldsOf(localTime(at.timestamp, at.zone), at.micros);
  if (interval.special !== null) return applyRelative(local, interval.special, at.zone, at.timestamp);
  const bias = interval.invert ? -sign : sign;
  const r = emptyRelative();
  r.y = interval.y * bias;
  r.m = interval.m * bias;
  r.d = interval.d * bias;
  if (!interval.wall) {
    const time = { h: interval.h * bias, i: interval.i * bias, s: interval.s * bias, us: interval.us * bias };
    return applyRelative(local, { ...r, ...time }, at.zone, at.timestamp);
  }
  const moves = r.y !== 0 || r.m !== 0 || r.d !== 0;
  const day = moves ? applyRelative(local, r, at.zone, at.timestamp) : at;
  const us = day.micros + bias * interval.us;
  const over = Math.floor(us / 1e6);
  const seconds = bias * (interval.h * 3600 + interval.i * 60 + interval.s);
  return { timestamp: day.timestamp + seconds + over, micros: us - over * 1e6, zone: at.zone };
}

/** DateInterval::format() */
export function formatInterval(format: string, v: Interval): string {
  const two = (n: number): string => `${n < 0 ? '-' : ''}${String(Math.abs(n)).padStart(2, '0')}`;
  const fields: Readonly<Record<string, string>> = {
    Y: two(v.y),
    y: String(v.y),
    M: two(v.m),
    m: String(v.m),
    D: two(v.d),
    d: String(v.d),
    H: two(v.h),
    h: String(v.h),
    I: two(v.i),
    i: String(v.i),
    S: two(v.s),
    s: String(v.s),
    F: String(v.us).padStart(6, '0'),
    f: String(v.us),
    a: v.days === false ? '(unknown)' : String(v.days),
    r: v.invert ? '-' : '',
    R: v.invert ? '-' : '+',
    '%': '%',
  };
  // a lone sign at the end is dropped
  return format.replace(/%([\s\S]?)/g, (whole, c) => (c === '' ? '' : (fields[c] ?? whole)));
}
