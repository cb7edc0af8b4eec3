/**
 * Intervals: their ISO 8601 texts, the difference of two moments, adding and subtracting.
 * Source: php-src ext/date/lib/interval.c (timelib_diff, timelib_add_wall), parse_iso_intervals.re, php_date.c
 */
import { daysInMonth, daysFromCivil } from '../calendar-days.ts';
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
}

export function emptyInterval(): Interval {
  return { y: 0, m: 0, d: 0, h: 0, i: 0, s: 0, us: 0, invert: false, days: false, special: null };
}

/** `P1Y2M3DT4H5M6S`, `P2W`, `P0001-02-03T04:05:06`; null for another form. */
export function parseIsoInterval(text: string): Interval | null {
  const out = emptyInterval();
  const combined = /^P([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})$/.exec(text);
  if (combined !== null) {
    const [y, m, d, h, i, s] = combined.slice(1).map(Number) as [number, number, number, number, number, number];
    return { ...out, y, m, d, h, i, s };
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
  return { ...out, y, m, d: d + 7 * w, h, i, s };
}

/** timelib_diff */
export function difference(from: Moment, to: Moment): Interval {
  const swapped = from.timestamp > to.timestamp || (from.timestamp === to.timestamp && from.micros > to.micros);
  const [one, two] = swapped ? [to, from] : [from, to];
  const a = localTime(one.timestamp, one.zone);
  const b = localTime(two.timestamp, two.zone);
  const out = emptyInterval();
  out.invert = swapped;
  Object.assign(out, {
    y: b.year - a.year,
    m: b.month - a.month,
    d: b.day - a.day,
    h: b.hour - a.hour,
    i: b.minute - a.minute,
    s: b.second - a.second,
    us: two.micros - one.micros,
  });
  // clocks of one zone are compared as they show; of different zones by what lies between them
  if (one.zone !== two.zone) out.s += a.offset - b.offset;
  normalize(out, swapped ? a : b);
  const micros = two.micros < one.micros ? 1 : 0;
  if (one.zone === two.zone) {
    const first = daysFromCivil(a.year, a.month, a.day);
    const last = daysFromCivil(b.year, b.month, b.day);
    const timeOf = (t: typeof a): number => t.hour * 3600 + t.minute * 60 + t.second;
    out.days = last - first - (timeOf(b) - micros < timeOf(a) ? 1 : 0);
  } else out.days = Math.floor((two.timestamp - one.timestamp - micros) / 86400);
  return out;
}

function carry(out: Interval, from: 'us' | 's' | 'i' | 'h' | 'm', to: 's' | 'i' | 'h' | 'd' | 'y', size: number): void {
  const n = Math.floor(out[from] / size);
  out[from] -= n * size;
  out[to] += n;
}

/** timelib_do_rel_normalize: days borrow from the months around `base`. */
function normalize(out: Interval, base: { year: number; month: number }): void {
  carry(out, 'us', 's', 1e6);
  carry(out, 's', 'i', 60);
  carry(out, 'i', 'h', 60);
  carry(out, 'h', 'd', 24);
  carry(out, 'm', 'y', 12);
  let { year, month } = base;
  while (out.d < 0) {
    if (!out.invert && --month < 1) {
      month = 12;
      year--;
    }
    out.d += daysInMonth(year, month);
    out.m--;
    if (out.invert && ++month > 12) {
      month = 1;
      year++;
    }
  }
  carry(out, 'm', 'y', 12);
}

/** timelib_add_wall: `sign` -1 subtracts. Days go by the calendar, hours by the clock of the world. */
export function addInterval(at: Moment, interval: Interval, sign: 1 | -1): Moment {
  const local = fieldsOf(localTime(at.timestamp, at.zone), at.micros);
  if (interval.special !== null) return applyRelative(local, interval.special, at.zone);
  const bias = interval.invert ? -sign : sign;
  const r = emptyRelative();
  r.y = interval.y * bias;
  r.m = interval.m * bias;
  r.d = interval.d * bias;
  const moves = r.y !== 0 || r.m !== 0 || r.d !== 0;
  const day = moves ? applyRelative(local, r, at.zone) : at;
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
