/**
 * The difference of two moments.
 * Source: php-src ext/date/lib/interval.c (timelib_diff, timelib_diff_with_tzid, timelib_diff_days), tm2unixtime.c
 */
import { changeOfOffset, isSummerTime, type LocalTime, localTime, zoneOffset } from '../calendar.ts';
import { daysFromCivil, daysInMonth } from '../calendar-days.ts';
import { emptyInterval, type Interval } from './interval.ts';
import type { Moment } from './resolve.ts';
import { zoneType } from './zones.ts';

const DAY = 86400;

/** A moment with what the clocks of its zone show. */
interface Shown {
  readonly moment: Moment;
  readonly local: LocalTime;
  readonly dst: boolean;
}

function shown(moment: Moment): Shown {
  const { timestamp, zone } = moment;
  return { moment, local: localTime(timestamp, zone), dst: isSummerTime(zone, timestamp) };
}

/** timelib_diff */
export function difference(from: Moment, to: Moment): Interval {
  const [a, b] = [shown(from), shown(to)];
  return zoneType(from.zone) === 3 && from.zone === to.zone ? inOneZone(a, b) : acrossZones(a, b);
}

function acrossZones(from: Shown, to: Shown): Interval {
  const out = emptyInterval();
  out.invert = isLater(from.moment.timestamp - to.moment.timestamp, from, to);
  const [one, two] = out.invert ? [to, from] : [from, to];
  subtractFields(out, one, two);
  out.s += one.local.offset - two.local.offset;
  normalize(out, (out.invert ? one : two).local);
  return out;
}

/** timelib_diff_with_tzid: clocks of one zone are compared as they show. */
function inOneZone(from: Shown, to: Shown): Interval {
  const out = emptyInterval();
  out.invert = isLater(onTheWall(from) - onTheWall(to), from, to);
  const [one, two] = out.invert ? [to, from] : [from, to];
  subtractFields(out, one, two);
  const correction = two.local.offset - one.local.offset;
  const elapsed = two.moment.timestamp - one.moment.timestamp;
  if (elapsed < 0) {
    // both within the hour that comes twice: what shows later was earlier
    const flipped = Math.abs(out.i * 60 + out.s - correction);
    out.h = Math.trunc(flipped / 3600);
    out.i = Math.trunc((flipped - out.h * 3600) / 60);
    out.s = flipped % 60;
    out.invert = !out.invert;
  }
  normalize(out, (out.invert ? one : two).local);
  if (one.dst !== two.dst) {
    const corrects = one.dst ? elapsed + correction < DAY : isShortDay(one, two, correction);
    if (corrects) {
      out.h -= Math.trunc(correction / 3600);
      out.i -= Math.trunc((correction % 3600) / 60);
    }
  } else if (elapsed >= DAY && isBeforeChange(one, two)) {
    out.d--;
    out.h = 24;
  }
  return out;
}

/** Whether the clocks went on within the last part of the difference that makes no whole day. */
function isShortDay(one: Shown, two: Shown, correction: number): boolean {
  const at = two.moment.timestamp;
  const change = changeOfOffset(two.moment.zone, at - DAY, at);
  if (change === null) return false;
  const dayLater = one.moment.timestamp + DAY;
  if (dayLater > change && dayLater <= change + correction) return false;
  return (at - one.moment.timestamp + correction) % DAY > at - change;
}

/** Whether it ends in the time before a change of the clocks that they skip or show twice. */
function isBeforeChange(one: Shown, two: Shown): boolean {
  const { timestamp, zone } = two.moment;
  const later = timestamp - two.local.offset;
  const change = later > timestamp ? changeOfOffset(zone, timestamp, later) : null;
  return change !== null && timestamp >= change - (one.local.offset - zoneOffset(zone, later)) && timestamp < change;
}

/** Microseconds decide where the seconds do not. */
function isLater(seconds: number, one: Shown, two: Shown): boolean {
  return seconds > 0 || (seconds === 0 && one.moment.micros > two.moment.micros);
}

/** What the clocks show, in seconds as if it were UTC. */
function onTheWall({ moment, local }: Shown): number {
  return moment.timestamp + local.offset;
}

function subtractFields(out: Interval, one: Shown, two: Shown): void {
  const [a, b] = [one.local, two.local];
  out.y = b.year - a.year;
  out.m = b.month - a.month;
  out.d = b.day - a.day;
  out.h = b.hour - a.hour;
  out.i = b.minute - a.minute;
  out.s = b.second - a.second;
  out.us = two.moment.micros - one.moment.micros;
  out.days = wholeDays(one, two);
}

/** timelib_diff_days */
function wholeDays(one: Shown, two: Shown): number {
  const elapsed = two.moment.timestamp - one.moment.timestamp;
  if (!isSameZone(one, two)) return Math.trunc(Math.abs(elapsed) / DAY);
  const [early, late] = elapsed >= 0 ? [one, two] : [two, one];
  const dayOf = ({ local }: Shown): number => daysFromCivil(local.year, local.month, local.day);
  const timeOf = ({ local: { hour, minute, second }, moment }: Shown): number =>
    hour * 3600 + minute * 60 + second + moment.micros / 1e6;
  const days = Math.abs(dayOf(one) - dayOf(two));
  return timeOf(late) < timeOf(early) && days > 0 ? days - 1 : days;
}

/** timelib_same_timezone: zones without a name are the same when their offsets are. */
function isSameZone(one: Shown, two: Shown): boolean {
  const named = zoneType(one.moment.zone) === 3;
  if (named !== (zoneType(two.moment.zone) === 3)) return false;
  return named ? one.moment.zone === two.moment.zone : one.local.offset === two.local.offset;
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
