/**
 * date()'s formats.
 * Source: php-src ext/date/php_date.c (date_format)
 */
import { daysFromCivil, daysInMonth, isLeap } from './calendar-days.ts';
import { isSummerTime, type LocalTime, zoneAbbreviation } from './calendar.ts';

export const DAYS: readonly string[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0');
}

/** ISO 8601 week and the year it belongs to. */
export function isoWeek(t: LocalTime): { week: number; year: number } {
  const weekday = t.weekday === 0 ? 7 : t.weekday;
  const week = Math.floor((t.yearDay + 1 - weekday + 10) / 7);
  if (week < 1) return { week: weeksIn(t.year - 1), year: t.year - 1 };
  if (week > weeksIn(t.year)) return { week: 1, year: t.year + 1 };
  return { week, year: t.year };
}

function weeksIn(year: number): number {
  const first = (((daysFromCivil(year, 1, 1) + 4) % 7) + 7) % 7;
  return first === 4 || (first === 3 && isLeap(year)) ? 53 : 52;
}

function offsetText(offset: number, colon: boolean): string {
  const abs = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(abs / 3600))}${colon ? ':' : ''}${pad(Math.floor((abs % 3600) / 60))}`;
}

function suffix(day: number): string {
  if (day >= 10 && day <= 19) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}

/** Four digits, and a sign before a negative year. */
function fullYear(year: number): string {
  return (year < 0 ? '-' : '') + pad(Math.abs(year), 4);
}

const FIELDS: Readonly<Record<string, (t: LocalTime) => string>> = {
  d: (t) => pad(t.day),
  D: (t) => (DAYS[t.weekday] as string).slice(0, 3),
  j: (t) => String(t.day),
  l: (t) => DAYS[t.weekday] as string,
  S: (t) => suffix(t.day),
  w: (t) => String(t.weekday),
  N: (t) => String(t.weekday === 0 ? 7 : t.weekday),
  z: (t) => String(t.yearDay),
  W: (t) => pad(isoWeek(t).week),
  o: (t) => String(isoWeek(t).year),
  F: (t) => MONTHS[t.month - 1] as string,
  m: (t) => pad(t.month),
  M: (t) => (MONTHS[t.month - 1] as string).slice(0, 3),
  n: (t) => String(t.month),
  t: (t) => String(daysInMonth(t.year, t.month)),
  L: (t) => (isLeap(t.year) ? '1' : '0'),
  y: (t) => pad(((t.year % 100) + 100) % 100),
  Y: (t) => fullYear(t.year),
  x: (t) => (t.year >= 10000 ? '+' : '') + fullYear(t.year),
  X: (t) => (t.year >= 0 ? '+' : '') + fullYear(t.year),
  a: (t) => (t.hour >= 12 ? 'pm' : 'am'),
  A: (t) => (t.hour >= 12 ? 'PM' : 'AM'),
  B: (t) => pad(Math.floor(((((t.timestamp + 3600) % 86400) + 86400) % 86400) / 86.4), 3),
  g: (t) => String(t.hour % 12 === 0 ? 12 : t.hour % 12),
  G: (t) => String(t.hour),
  h: (t) => pad(t.hour % 12 === 0 ? 12 : t.hour % 12),
  H: (t) => pad(t.hour),
  i: (t) => pad(t.minute),
  s: (t) => pad(t.second),
  u: (t) => pad(t.micros ?? 0, 6),
  v: (t) => pad(Math.floor((t.micros ?? 0) / 1000), 3),
  I: (t) => (isSummerTime(t.zone, t.timestamp) ? '1' : '0'),
  P: (t) => offsetText(t.offset, true),
  p: (t) => (['UTC', 'Z', '+00:00'].includes(t.zone) ? 'Z' : offsetText(t.offset, true)),
  O: (t) => offsetText(t.offset, false),
  T: (t) => (t.isGmt ? 'GMT' : zoneAbbreviation(t.zone, t.timestamp)),
  e: (t) => (/^[+-]/.test(t.zone) ? t.zone.slice(0, 6) : t.zone),
  Z: (t) => String(t.offset),
  c: (t) => formatDate('Y-m-d\\TH:i:sP', t),
  r: (t) => formatDate('D, d M Y H:i:s O', t),
  U: (t) => String(t.timestamp),
};

/** A moment in a format of date(). */
export function formatDate(format: string, t: LocalTime): string {
  let out = '';
  for (let i = 0; i < format.length; i++) {
    const c = format.charAt(i);
    if (c === '\\') {
      if (i + 1 < format.length) out += format.charAt(++i);
      continue;
    }
    const field = Object.hasOwn(FIELDS, c) ? FIELDS[c] : undefined;
    out += field === undefined ? c : field(t);
  }
  return out;
}
