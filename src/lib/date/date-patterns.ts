/**
 * The patterns of date texts and what reads their parts.
 * Source: php-src ext/date/lib/parse_date.re
 */
import { canonicalZone } from '../calendar.ts';
import { abbreviation } from './zones.ts';

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  eight: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  next: 1,
  last: -1,
  previous: -1,
  this: 0,
};

export const SP = '[ \\t]*';
export const H24 = '(?:2[0-4]|[01]?[0-9])';
export const H24LZ = '(?:[01][0-9]|2[0-4])';
export const H12 = '(?:1[0-2]|0?[1-9])';
export const MIN = '[0-5]?[0-9]';
export const MINLZ = '[0-5][0-9]';
export const SEC = '(?:60|[0-5]?[0-9])';
export const SECLZ = '(?:60|[0-5][0-9])';
export const MERIDIAN = '([ap])\\.?m\\.?(?=[\\0\\t ]|$)';
export const MON = '(?:1[0-2]|0?[0-9])';
export const MONLZ = '(?:0[0-9]|1[0-2])';
export const DAY = '(?:3[01]|[0-2]?[0-9])';
export const DAYLZ = '(?:[0-2][0-9]|3[01])';
export const MTEXT =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|viii|vii|vi|iv|ix|iii|ii|i|xii|xi|x|v)';
export const MABBR = '(jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)';
export const DTEXT =
  '(sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sun|mon|tues?|wed|thur?s?|fri|sat|weekdays?)';
export const TZCORR = '(?:GMT)?[+-][0-9]{1,2}(?::?[0-9]{1,2}(?::?[0-9]{2})?)?';
export const TZ: string = `(?:[A-Z][a-z]+(?:[_/-][A-Z][a-z]+)+|${TZCORR}|\\(?[A-Za-z]{1,6}\\)?)`;
export const ORD =
  '(first|second|third|fourth|fifth|sixth|seventh|eighth?|ninth|tenth|eleventh|twelfth|next|last|previous|this)';
export const UNIT =
  '(msecs?|milliseconds?|ms|microseconds?|usecs?|µs|\\xc2\\xb5s|seconds?|secs?|minutes?|mins?|hours?|days?|fort(?:h)?nights?|months?|mons?|years?|weekdays?|weeks?|sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sun|mon|tues?|wed|thur?s?|fri|sat)';

export type Match = RegExpExecArray;
export function num(text: string | undefined): number {
  return Number(text ?? 0);
}

/** Two digits mean 1970 to 2069. */
export function fullYear(text: string): number {
  const n = Number(text);
  if (text.replace(/^[+-]/, '').length >= 3) return n;
  return n < 70 ? n + 2000 : n < 100 ? n + 1900 : n;
}

export function monthOf(text: string): number {
  const lower = text.toLowerCase();
  const roman = ROMAN.indexOf(lower);
  return roman >= 0 ? roman + 1 : MONTH_NAMES.indexOf(lower.slice(0, 3)) + 1;
}

export function hour12(hour: string, meridian: string): number {
  const h = Number(hour) % 12;
  return meridian.toLowerCase() === 'p' ? h + 12 : h;
}

export function micros(fraction: string): number {
  return Math.floor(Number(`0.${fraction}`) * 1e6 + 1e-7);
}

/** UTC, an abbreviation or an id; null when there is no such zone. */
export function zoneByName(name: string): string | null {
  const upper = name.toUpperCase();
  if (upper === 'UTC') return 'UTC';
  if (abbreviation(upper) !== null) return upper;
  return canonicalZone(name);
}

export function dayOf(name: string): number {
  return DAY_NAMES.indexOf(name.toLowerCase().slice(0, 3));
}
