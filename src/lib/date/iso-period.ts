/**
 * ISO 8601 texts of repeating intervals: `R4/2012-07-01T00:00:00Z/P7D`.
 * Source: php-src ext/date/lib/parse_iso_intervals.re, php_date.c (date_period_initialize)
 */
import { daysFromCivil } from '../calendar-days.ts';
import { type Interval, parseIsoInterval } from './interval.ts';
import { isValidDate, type Moment } from './resolve.ts';

export interface IsoPeriod {
  start: Moment | null;
  end: Moment | null;
  interval: Interval | null;
  recurrences: number;
}

/** `20120701T000000Z` or `2012-07-01T00:00:00Z` */
function isoMoment(text: string): Moment | null {
  const m = /^([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})T([0-9]{2})(:?)([0-9]{2})\6([0-9]{2})Z$/.exec(text);
  if (m === null) return null;
  const [y, mon, d, h, i, s] = [m[1], m[3], m[4], m[5], m[7], m[8]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isValidDate(y, mon, d) || h > 24 || i > 59 || s > 60) return null;
  return { timestamp: daysFromCivil(y, mon, d) * 86400 + h * 3600 + i * 60 + s, micros: 0, zone: '+00:00' };
}

/** The parts of a text; null when one is none. Which of them are there is for the caller to ask. */
export function parseIsoPeriod(text: string): IsoPeriod | null {
  const out: IsoPeriod = { start: null, end: null, interval: null, recurrences: 0 };
  for (const part of text.split('/')) {
    const repeats = /^R([0-9]+)$/.exec(part);
    const moment = isoMoment(part);
    const interval = part.startsWith('P') ? parseIsoInterval(part) : null;
    if (repeats !== null) out.recurrences = Number(repeats[1]);
    else if (moment !== null && out.start === null) out.start = moment;
    else if (moment !== null) out.end = moment;
    else if (interval !== null) out.interval = interval;
    else return null;
  }
  return out;
}
