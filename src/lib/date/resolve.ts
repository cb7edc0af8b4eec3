/**
 * From what a date text says to a moment.
 * Source: php-src ext/date/lib/tm2unixtime.c (timelib_update_ts, do_adjust_relative), unixtime2tm.c
 */
import { civilFromDays, daysFromCivil, daysInMonth } from '../calendar-days.ts';
import { type LocalTime, localTime, timestampOf } from '../calendar.ts';
import type { ParsedTime, Relative } from './parsed-time.ts';

/** A moment with microseconds, in a zone. */
export interface Moment {
  readonly timestamp: number;
  readonly micros: number;
  readonly zone: string;
}

interface Fields {
  y: number;
  m: number;
  d: number;
  h: number;
  i: number;
  s: number;
  us: number;
}

function weekdayOf(f: Fields): number {
  return (((daysFromCivil(f.y, f.m, f.d) + 4) % 7) + 7) % 7;
}

/** do_adjust_for_weekday */
function toWeekday(f: Fields, r: Relative): void {
  if (r.weekday === null) return;
  const current = weekdayOf(f);
  if (r.weekdayBehavior === 2) {
    // within the week that begins on Monday
    const target = r.weekday === 0 && current !== 0 ? 7 : r.weekday;
    f.d += target - (current === 0 && r.weekday !== 0 ? 7 : current);
    return;
  }
  let difference = r.weekday - current;
  if ((r.d < 0 && difference < 0) || (r.d >= 0 && difference <= -r.weekdayBehavior)) difference += 7;
  if (r.weekday >= 0) f.d += difference;
  else f.d -= 7 - (Math.abs(r.weekday) - current);
  r.weekday = null;
}

/** Working days: Saturdays and Sundays do not count. */
function moveWeekdays(f: Fields, count: number): void {
  if (count === 0) {
    while (weekdayOf(f) === 0 || weekdayOf(f) === 6) f.d++;
    return;
  }
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    f.d += step;
    const day = weekdayOf(f);
    if (day !== 0 && day !== 6) left--;
  }
}

/** "first monday of": counted from the month's first or last day. */
function nthWeekday(f: Fields, n: number, weekday: number): void {
  if (n > 0) {
    f.d = 1;
    f.d += ((weekday - weekdayOf(f) + 7) % 7) + (n - 1) * 7;
    return;
  }
  f.m += 1;
  f.d = 0;
  normalizeDate(f);
  f.d -= (weekdayOf(f) - weekday + 7) % 7;
}

function normalizeDate(f: Fields): void {
  const date = civilFromDays(daysFromCivil(f.y, f.m, f.d));
  f.y = date.year;
  f.m = date.month;
  f.d = date.day;
}

/**
 * Applies the movements to fields of a zone's clocks and gives the moment.
 * @param from the moment whose fields they are; null when they are of a text (see timestampOf)
 */
export function applyRelative(fields: Fields, r: Relative, zone: string, from: number | null): Moment {
  const f = { ...fields };
  const rel = { ...r };
  toWeekday(f, rel);
  normalizeDate(f);
  f.y += rel.y;
  f.m += rel.m;
  if (rel.firstLast === 1) f.d = 1;
  else if (rel.firstLast === 2) {
    f.d = 0;
    f.m += 1;
  }
  if (rel.nthWeekday !== null) {
    const { n, weekday } = rel.nthWeekday;
    const base = civilFromDays(daysFromCivil(f.y, f.m, 1));
    Object.assign(f, { y: base.year, m: base.month, d: 1 });
    nthWeekday(f, n, weekday);
  }
  f.d += rel.d;
  normalizeDate(f);
  if (rel.weekdays !== null) {
    normalizeDate(f);
    moveWeekdays(f, rel.weekdays);
  }
  const us = f.us + rel.us;
  const carry = Math.floor(us / 1e6);
  // hours are moved on the clock on the wall, as days are
  const time = (f.h + rel.h) * 3600 + (f.i + rel.i) * 60 + f.s + rel.s + carry;
  const seconds = daysFromCivil(f.y, f.m, f.d) * 86400 + time;
  return { timestamp: timestampOf(seconds, zone, from), micros: us - carry * 1e6, zone };
}

export function fieldsOf(t: LocalTime, micros: number): Fields {
  return { y: t.year, m: t.month, d: t.day, h: t.hour, i: t.minute, s: t.second, us: micros };
}

/** timelib_fill_holes and timelib_update_ts: what the text leaves open is taken from `base`. */
export function resolveTime(t: ParsedTime, base: Moment): Moment {
  const zone = t.zone ?? base.zone;
  // what the clocks of the base's zone show is kept, whatever zone the text names
  const now = localTime(base.timestamp, base.zone);
  const anyTime = t.h !== null || t.i !== null || t.s !== null;
  const keepsTime = !t.haveTime && !t.haveDate && !anyTime;
  const f: Fields = {
    y: t.y ?? now.year,
    m: t.m ?? now.month,
    d: t.d ?? now.day,
    h: t.h ?? (keepsTime ? now.hour : 0),
    i: t.i ?? (keepsTime ? now.minute : 0),
    s: t.s ?? (keepsTime ? now.second : 0),
    us: t.us ?? (keepsTime ? base.micros : 0),
  };
  return applyRelative(f, t.relative, zone, null);
}

/** Whether year, month and day are a date that there is. */
export function isValidDate(y: number, m: number, d: number): boolean {
  return m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
}
