/**
 * Dates of the proleptic Gregorian calendar and offsets of time zones.
 * Source: php-src ext/date/lib (timelib); zones come from the host's Intl
 */

import { abbreviation, parseOffset } from './date/zones.ts';

/** Days since 1970-01-01; month from 1 and day may be out of range. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month - 1;
  const y0 = year + Math.floor(shifted / 12);
  const m = shifted - Math.floor(shifted / 12) * 12 + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 + day - 1;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilFromDays(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A moment as a zone's clocks show it. */
export interface LocalTime extends CivilDate {
  readonly timestamp: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 Sunday */
  readonly weekday: number;
  /** From 0. */
  readonly yearDay: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string;
  readonly micros?: number;
  /** Made by gmdate(): the zone is called GMT. */
  readonly isGmt?: boolean;
}

/** The zone's name in the host's spelling; null when there is no such zone. */
export function canonicalZone(name: string): string | null {
  if (/^utc$/i.test(name)) return 'UTC';
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return null;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
  } catch {
    return null;
  }
  return name
    .split('/')
    .map((part) => (part === part.toLowerCase() ? part.replace(/(^|_|-)[a-z]/g, (c) => c.toUpperCase()) : part))
    .join('/');
}

/** Seconds east of UTC at a moment. */
export function zoneOffset(zone: string, timestamp: number): number {
  if (zone === 'UTC') return 0;
  const fixed = parseOffset(zone) ?? abbreviation(zone)?.offset ?? null;
  if (fixed !== null) return fixed;
  if (Math.abs(timestamp) > 8.6e12) return 0;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  }).formatToParts(timestamp * 1000);
  const n = (type: string): number => Number(parts.find((x) => x.type === type)?.value ?? 0);
  const bc = parts.find((x) => x.type === 'era')?.value === 'BC';
  const year = bc ? 1 - n('year') : n('year');
  const local = daysFromCivil(year, n('month'), n('day')) * 86400 + n('hour') * 3600 + n('minute') * 60 + n('second');
  return local - timestamp;
}

export function localTime(timestamp: number, zone: string): LocalTime {
  const offset = zoneOffset(zone, timestamp);
  const local = timestamp + offset;
  const days = Math.floor(local / 86400);
  const rest = local - days * 86400;
  const date = civilFromDays(days);
  return {
    ...date,
    timestamp,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysFromCivil(date.year, 1, 1),
    offset,
    zone,
  };
}

/** The moment that a zone's clocks show so; in a gap the clocks are taken to have gone on. */
export function timestampOf(seconds: number, zone: string): number {
  const first = seconds - zoneOffset(zone, seconds);
  const second = seconds - zoneOffset(zone, first);
  if (second === first) return first;
  // around a change of the clocks: the earlier offset counts
  return second + zoneOffset(zone, second) === seconds ? second : Math.max(first, second);
}

const EUROPE: Readonly<Record<string, readonly [string, string]>> = {
  'Europe/London': ['GMT', 'BST'],
  'Europe/Dublin': ['GMT', 'IST'],
  'Europe/Lisbon': ['WET', 'WEST'],
  'Europe/Moscow': ['MSK', 'MSK'],
  'Asia/Tokyo': ['JST', 'JST'],
  'Asia/Shanghai': ['CST', 'CST'],
  'Asia/Hong_Kong': ['HKT', 'HKT'],
  'Asia/Seoul': ['KST', 'KST'],
  'Asia/Kolkata': ['IST', 'IST'],
  'Asia/Calcutta': ['IST', 'IST'],
  'Asia/Jerusalem': ['IST', 'IDT'],
  'Australia/Sydney': ['AEST', 'AEDT'],
  'Australia/Melbourne': ['AEST', 'AEDT'],
  'Australia/Brisbane': ['AEST', 'AEST'],
  'Australia/Perth': ['AWST', 'AWST'],
  'Pacific/Auckland': ['NZST', 'NZDT'],
};

/** Whether clocks are ahead of the zone's standard time. */
export function isSummerTime(zone: string, timestamp: number): boolean {
  if (zone === 'UTC' || parseOffset(zone) !== null) return false;
  const named = abbreviation(zone);
  if (named !== null) return named.dst;
  const { year } = localTime(timestamp, 'UTC');
  const january = zoneOffset(zone, daysFromCivil(year, 1, 1) * 86400);
  const july = zoneOffset(zone, daysFromCivil(year, 7, 1) * 86400);
  return january !== july && zoneOffset(zone, timestamp) === Math.max(january, july);
}

/** The letters of a zone at a moment (CET, EDT), or its offset where it has none. */
export function zoneAbbreviation(zone: string, timestamp: number): string {
  if (parseOffset(zone) !== null) return `GMT${zone.replace(':', '')}`;
  if (zone === 'UTC' || abbreviation(zone) !== null) return zone;
  const summer = isSummerTime(zone, timestamp);
  const known = EUROPE[zone];
  if (known !== undefined) return known[summer ? 1 : 0];
  const offset = zoneOffset(zone, timestamp);
  if (zone.startsWith('Europe/')) {
    const standard = offset - (summer ? 3600 : 0);
    const names = standard === 3600 ? ['CET', 'CEST'] : standard === 7200 ? ['EET', 'EEST'] : null;
    if (names !== null) return names[summer ? 1 : 0] as string;
  }
  const shown = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(Math.abs(timestamp) > 8.6e12 ? 0 : timestamp * 1000)
    .find((x) => x.type === 'timeZoneName')?.value;
  if (shown !== undefined && /^[A-Z]+$/.test(shown)) return shown;
  const hours = Math.abs(Math.trunc(offset / 3600));
  const minutes = Math.abs(Math.trunc((offset % 3600) / 60));
  const text = String(hours).padStart(2, '0') + (minutes === 0 ? '' : String(minutes).padStart(2, '0'));
  return (offset < 0 ? '-' : '+') + text;
}
