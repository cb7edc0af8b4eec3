/**
 * strftime() and gmstrftime(), as the C library of GNU writes dates in the locale "C".
 * Source: php-src ext/date/php_date.c (php_strftime), strftime(3)
 */
import type { Executor } from '../vm/executor.ts';
import { daysFromCivil } from './calendar-days.ts';
import { type LocalTime, localTime } from './calendar.ts';
import { formatDate, isoWeek } from './date-format.ts';
import { nowSeconds, zoneState } from './date-functions.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** A conversion: its digits with the width and the character that fill it, a text, or a format made of others. */
type Field = (t: LocalTime) => string | { readonly n: number; readonly width: number; readonly fill: string };

function digits(of: (t: LocalTime) => number, width = 2, fill = '0'): Field {
  return (t) => ({ n: of(t), width, fill });
}

const twelve = (t: LocalTime): number => (t.hour % 12 === 0 ? 12 : t.hour % 12);
const century = (year: number): number => Math.floor(year / 100);
const inCentury = (year: number): number => ((year % 100) + 100) % 100;
/** The week of the year when weeks begin with a weekday; the days before the first one are in week 0. */
const weekFrom = (t: LocalTime, first: number): number =>
  Math.floor((t.yearDay + 7 - ((t.weekday - first + 7) % 7)) / 7);

const ALIASES: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  x: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  X: '%H:%M:%S',
};

const FIELDS: Readonly<Record<string, Field>> = {
  a: (t) => formatDate('D', t),
  A: (t) => formatDate('l', t),
  b: (t) => formatDate('M', t),
  h: (t) => formatDate('M', t),
  B: (t) => formatDate('F', t),
  C: digits((t) => century(t.year)),
  d: digits((t) => t.day),
  e: digits((t) => t.day, 2, ' '),
  g: digits((t) => inCentury(isoWeek(t).year)),
  G: digits((t) => isoWeek(t).year, 1),
  H: digits((t) => t.hour),
  I: digits(twelve),
  j: digits((t) => t.yearDay + 1, 3),
  k: digits((t) => t.hour, 2, ' '),
  l: digits(twelve, 2, ' '),
  m: digits((t) => t.month),
  M: digits((t) => t.minute),
  n: () => '\n',
  p: (t) => formatDate('A', t),
  P: (t) => formatDate('a', t),
  // mktime(3) of the fields, on a machine whose clock shows UTC
  s: digits((t) => daysFromCivil(t.year, t.month, t.day) * 86400 + t.hour * 3600 + t.minute * 60 + t.second, 1),
  S: digits((t) => t.second),
  t: () => '\t',
  u: digits((t) => (t.weekday === 0 ? 7 : t.weekday), 1),
  U: digits((t) => weekFrom(t, 0)),
  V: digits((t) => isoWeek(t).week),
  w: digits((t) => t.weekday, 1),
  W: digits((t) => weekFrom(t, 1)),
  y: digits((t) => inCentury(t.year)),
  Y: digits((t) => t.year, 1),
  z: (t) => formatDate('O', t),
  Z: (t) => formatDate('T', t),
  '%': () => '%',
};

function padded(text: string, width: number, fill: string): string {
  return fill === '0' && text.startsWith('-')
    ? `-${text.slice(1).padStart(width - 1, '0')}`
    : text.padStart(width, fill);
}

/** A moment in a format of strftime(3); what is no conversion stays as it is. */
function strftime(format: string, t: LocalTime): string {
  return format.replace(/%([_0^#-]*)([0-9]*)[EO]?([a-zA-Z%])/g, (whole, flags: string, width: string, c: string) => {
    const alias = Object.hasOwn(ALIASES, c) ? ALIASES[c] : undefined;
    const field = Object.hasOwn(FIELDS, c) ? FIELDS[c] : undefined;
    if (alias === undefined && field === undefined) return whole;
    const value = alias === undefined ? (field as Field)(t) : strftime(alias, t);
    const flag = /[_0-](?!.*[_0-])/.exec(flags)?.[0];
    const given = flag === '_' ? ' ' : flag;
    let text: string;
    if (typeof value === 'string') text = value.padStart(Number(width), given === '0' ? '0' : ' ');
    else if (given === '-') text = String(value.n);
    else text = padded(String(value.n), Number(width) || value.width, given ?? value.fill);
    if (flags.includes('^')) text = text.toUpperCase();
    return flags.includes('#') ? (c === 'Z' || c === 'p' ? text.toLowerCase() : text.toUpperCase()) : text;
  });
}

function written(rt: Executor, format: string, timestamp: number | null, zone: string | null): string | false {
  const t = localTime(timestamp ?? nowSeconds(rt), zone ?? zoneState(rt).zone);
  return format === '' ? false : strftime(format, zone === null ? t : { ...t, isGmt: true });
}

const params = [p.string('format'), p.nullable(p.int('timestamp'), { default: null })] as const;

export const strftimeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'strftime',
    doc: 'A local date in a format of strftime(3).',
    params,
    returns: ['string', 'false'],
    deprecated: true,
    impl: (rt, format, timestamp) => written(rt, format, timestamp, null),
  }),
  fn({
    name: 'gmstrftime',
    doc: 'A date of UTC in a format of strftime(3).',
    params,
    returns: ['string', 'false'],
    deprecated: true,
    impl: (rt, format, timestamp) => written(rt, format, timestamp, 'UTC'),
  }),
];
