/**
 * Dates of the proleptic Gregorian calendar and offsets of time zones.
 * Source: php-src ext/date/lib (timelib); zones come from the host's Intl
 */

import { type CivilDate, civilFromDays, daysFromCivil } from './calendar-days.ts';
import { hostZone } from './date/host-zones.ts';
import { listedAbbreviation } from './date/zone-list.ts';
import { abbreviation, parseOffset } from './date/zones.ts';

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
  if (hostZone(name) === null) return null;
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
  return hostZone(zone)?.offset(timestamp) ?? 0;
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

/**
 * The moment that a zone's clocks show so; in a gap the clocks are taken to have gone on.
 * @param seconds what the clocks show, as if it were UTC
 * @param from the moment that was moved there: of two moments that look alike, the one in the same half of the year
 * counts; null where there is none
 * Source: php-src ext/date/lib/tm2unixtime.c (do_adjust_timezone)
 */
export function timestampOf(seconds: number, zone: string, from: number | null = null): number {
  const current = zoneOffset(zone, seconds);
  const after = zoneOffset(zone, seconds - current);
  if (current === after) return seconds - (from === null ? current : clarified(seconds, zone, current, from));
  const second = seconds - after;
  return after < current || zoneOffset(zone, second) === after ? second : seconds - current;
}

/** The offset that counts shortly after the clocks went back, for a moment moved there. */
function clarified(seconds: number, zone: string, current: number, from: number): number {
  const east = current >= 0;
  const near = zoneOffset(zone, seconds - current + (east ? -7200 : 7200));
  // west of it, UTC's summer ends before that of the clocks
  if (near === current || isSummerTime(zone, from) !== east || isSummerTime(zone, seconds) === east) return current;
  const there = zoneOffset(zone, seconds - near);
  return (east ? there !== current : there === near) ? near : current;
}

/** When a zone's offset changes after `low` and not after `high`; null when it is the same at both. */
export function changeOfOffset(zone: string, low: number, high: number): number | null {
  const before = zoneOffset(zone, low);
  if (zoneOffset(zone, high) === before) return null;
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (zoneOffset(zone, middle) === before) from = middle;
    else to = middle;
  }
  return to;
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
  const shown = hostZone(zone)?.name(timestamp) ?? '';
  if (/^[A-Z]+$/.test(shown)) return shown;
  const listed = listedAbbreviation(zone, offset, summer);
  if (listed !== null) return listed;
  const hours = Math.abs(Math.trunc(offset / 3600));
  const minutes = Math.abs(Math.trunc((offset % 3600) / 60));
  const text = String(hours).padStart(2, '0') + (minutes === 0 ? '' : String(minutes).padStart(2, '0'));
  return (offset < 0 ? '-' : '+') + text;
}
