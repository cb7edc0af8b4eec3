/**
 * The texts that strtotime() understands. At each place the longest of the forms below wins, as in timelib's scanner.
 * Source: php-src ext/date/lib/parse_date.re, https://www.php.net/manual/en/datetime.formats.php
 */
import { civilFromDays, daysFromCivil } from '../calendar-days.ts';
import { emptyTime, type ParsedTime } from './parsed-time.ts';
import { offsetName, parseOffset } from './zones.ts';
import {
  DAY,
  DAYLZ,
  DTEXT,
  H12,
  H24,
  H24LZ,
  MABBR,
  MERIDIAN,
  MIN,
  MINLZ,
  MON,
  MONLZ,
  MTEXT,
  ORD,
  ORDINALS,
  SEC,
  SECLZ,
  SP,
  TZ,
  TZCORR,
  UNIT,
  dayOf,
  fullYear,
  hour12,
  micros,
  monthOf,
  num,
  type Match,
  zoneByName,
} from './date-patterns.ts';

type Action = (p: DateParser, m: Match) => void;

const RULES: readonly (readonly [RegExp, Action])[] = (
  [
    ['now', () => {}],
    ['today|midnight', (p) => p.clearTime()],
    ['noon', (p) => p.setTime(12, 0, 0)],
    ['yesterday', (p) => p.moveDay(-1)],
    ['tomorrow', (p) => p.moveDay(1)],
    ['@(-?[0-9]+)(?:\\.([0-9]{0,6}))?', (p, m) => p.timestamp(num(m[1]), m[2])],
    [`(first|last) day of`, (p, m) => p.firstLast(m[1] as string)],
    [`(back|front) of (${H24})(?:${SP}${MERIDIAN})?`, (p, m) => p.backFront(m)],
    [`${ORD}[ \\t]+${DTEXT}[ \\t]+of`, (p, m) => p.weekdayOf(m[1] as string, m[2] as string)],
    [`(${H12})${SP}${MERIDIAN}`, (p, m) => p.time(hour12(m[1] as string, m[2] as string), 0, 0)],
    [`(${H12})[:.](${MINLZ})${SP}${MERIDIAN}`, (p, m) => p.time(hour12(m[1] as string, m[3] as string), num(m[2]), 0)],
    [
      `(${H12})[:.](${MIN})[:.](${SECLZ})${SP}${MERIDIAN}`,
      (p, m) => p.time(hour12(m[1] as string, m[4] as string), num(m[2]), num(m[3])),
    ],
    [`t?(${H24})[:.](${MIN})(?:[:.](${SEC})(?:[.,]([0-9]+))?)?`, (p, m) => p.timeZoned(m[1], m[2], m[3], m[4])],
    [`t(${H24LZ})(${MINLZ})(${SECLZ})?(?:${SP}(${TZ}))?`, (p, m) => p.timeZoned(m[1], m[2], m[3], undefined, m[4])],
    [`(${H24LZ})(${MINLZ})`, (p, m) => p.fourDigits(m[0])],
    [`(${MON})/(${DAY})`, (p, m) => p.date(null, num(m[1]), num(m[2]))],
    [`(${MON})/(${DAY})/([0-9]{1,4})`, (p, m) => p.date(fullYear(m[3] as string), num(m[1]), num(m[2]))],
    [`([0-9]{4})/(${MON})/(${DAY})/?`, (p, m) => p.date(num(m[1]), num(m[2]), num(m[3]))],
    [`([+-]?[0-9]{4})-(${MONLZ})-(${DAYLZ})`, (p, m) => p.date(num(m[1]), num(m[2]), num(m[3]))],
    [`([+-][0-9]{5,19})-(${MONLZ})-(${DAYLZ})`, (p, m) => p.date(num(m[1]), num(m[2]), num(m[3]))],
    [`([0-9]{2})-(${MONLZ})-(${DAYLZ})`, (p, m) => p.date(fullYear(m[1] as string), num(m[2]), num(m[3]))],
    [`([0-9]{4})-(${MON})`, (p, m) => p.date(num(m[1]), num(m[2]), 1)],
    [`([0-9]{1,4})-(${MON})-(${DAY})`, (p, m) => p.date(fullYear(m[1] as string), num(m[2]), num(m[3]))],
    [`(${DAY})[.\\t-](${MON})[.-]([0-9]{4})`, (p, m) => p.date(num(m[3]), num(m[2]), num(m[1]))],
    [`(${DAY})[.\\t](${MON})\\.([0-9]{2})`, (p, m) => p.date(fullYear(m[3] as string), num(m[2]), num(m[1]))],
    [
      `(${DAY})(?:st|nd|rd|th|[ \\t.-])*${MTEXT}[ \\t.-]*([0-9]{1,4})`,
      (p, m) => p.date(fullYear(m[3] as string), monthOf(m[2] as string), num(m[1])),
    ],
    [`${MTEXT}[ .\\t-]*([0-9]{4})`, (p, m) => p.date(num(m[2]), monthOf(m[1] as string), 1)],
    [`([0-9]{4})[ .\\t-]*${MTEXT}`, (p, m) => p.date(num(m[1]), monthOf(m[2] as string), 1)],
    [
      `${MTEXT}[ .\\t-]*(${DAY})[,.stndrh\\t ]+([0-9]{1,4})(?![0-9:])`,
      (p, m) => p.date(fullYear(m[3] as string), monthOf(m[1] as string), num(m[2])),
    ],
    [
      `${MTEXT}[ .\\t-]*(${DAY})(?:[,.stndrh\\t ]+|(?=[\\0])|$)`,
      (p, m) => p.date(null, monthOf(m[1] as string), num(m[2])),
    ],
    [`(${DAY})(?:st|nd|rd|th|[ .\\t-])*${MTEXT}`, (p, m) => p.date(null, monthOf(m[2] as string), num(m[1]))],
    [MTEXT, (p, m) => p.date(null, monthOf(m[1] as string), null)],
    [`([0-9]{4})(${MONLZ})(${DAYLZ})`, (p, m) => p.date(num(m[1]), num(m[2]), num(m[3]))],
    [
      `([0-9]{4})-?(${MONLZ})-?(${DAYLZ})[Tt](${H24LZ}):?(${MINLZ}):?(${SECLZ})(?:\\.([0-9]+))?(?:(${TZCORR}))?`,
      (p, m) => {
        p.date(num(m[1]), num(m[2]), num(m[3]));
        p.timeZoned(m[4], m[5], m[6], m[7], m[8]);
      },
    ],
    [
      `([0-9]{4})(${MONLZ})(${DAYLZ})(${H24LZ})(${MINLZ})(${SECLZ})`,
      (p, m) => {
        p.date(num(m[1]), num(m[2]), num(m[3]));
        p.time(num(m[4]), num(m[5]), num(m[6]));
      },
    ],
    [
      `([0-9]{4})-(${MON})-(${DAY})T(${H24}):(${MIN}):(${SEC})`,
      (p, m) => {
        p.date(num(m[1]), num(m[2]), num(m[3]));
        p.time(num(m[4]), num(m[5]), num(m[6]));
      },
    ],
    [
      `([0-9]{4}):(${MONLZ}):(${DAYLZ}) (${H24LZ}):(${MINLZ}):(${SECLZ})`,
      (p, m) => {
        p.date(num(m[1]), num(m[2]), num(m[3]));
        p.time(num(m[4]), num(m[5]), num(m[6]));
      },
    ],
    [
      '([0-9]{4})[.-]?(00[1-9]|0[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6])',
      (p, m) => p.date(num(m[1]), 1, num(m[2])),
    ],
    ['([0-9]{4})-?W(0[1-9]|[1-4][0-9]|5[0-3])(?:-?([0-7]))?', (p, m) => p.isoWeek(num(m[1]), num(m[2]), m[3])],
    [
      `${MABBR}-(${DAYLZ})-([0-9]{1,4})`,
      (p, m) => p.date(fullYear(m[3] as string), monthOf(m[1] as string), num(m[2])),
    ],
    [
      `([0-9]{1,4})-${MABBR}-(${DAYLZ})`,
      (p, m) => p.date(fullYear(m[1] as string), monthOf(m[2] as string), num(m[3])),
    ],
    [
      `(${DAY})/${MABBR}/([0-9]{4}):(${H24LZ}):(${MINLZ}):(${SECLZ})[ \\t]+(${TZCORR})`,
      (p, m) => {
        p.date(num(m[3]), monthOf(m[2] as string), num(m[1]));
        p.timeZoned(m[4], m[5], m[6], undefined, m[7]);
      },
    ],
    [
      `([+-]*)[ \\t]*([0-9]{1,13})[ \\t]*${UNIT}(?![A-Za-z])`,
      (p, m) => p.relative(m[1] as string, num(m[2]), m[3] as string),
    ],
    [`${ORD}[ \\t]+${UNIT}(?![A-Za-z])`, (p, m) => p.relativeText(m[1] as string, m[2] as string)],
    ['ago(?![A-Za-z])', (p) => p.ago()],
    [DTEXT, (p, m) => p.weekday(m[1] as string)],
    [TZ, (p, m) => p.zone(m[0])],
  ] as [string, Action][]
).map(([source, action]) => [new RegExp(source, 'iy'), action] as const);

class DateParser {
  readonly t: ParsedTime = emptyTime();
  private readonly s: string;
  /** Where the form that is being applied begins. */
  private at = 0;
  private end = 0;

  constructor(s: string) {
    this.s = s;
  }

  parse(): ParsedTime {
    const trimmed = this.s.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
    if (trimmed === '') return this.t;
    let i = this.s.length - this.s.trimStart().length;
    const stop = i + trimmed.length;
    const text = this.s.slice(0, stop);
    while (i < stop) {
      const c = text.charAt(i);
      if (' \t\n\r,.;'.includes(c)) {
        i++;
        continue;
      }
      const best = longest(text, i);
      if (best === null) {
        this.t.errors.set(i, 'Unexpected character');
        i++;
        continue;
      }
      this.at = i;
      this.end = i + best.match[0].length;
      best.action(this, best.match);
      i = this.end;
    }
    return this.t;
  }

  private error(message: string): void {
    if (!this.t.errors.has(this.at)) this.t.errors.set(this.at, message);
  }

  setTime(h: number, i: number, s: number): void {
    Object.assign(this.t, { h, i, s, us: 0, haveTime: true });
  }

  /** today, midnight: the time goes, another may follow. */
  clearTime(): void {
    Object.assign(this.t, { h: 0, i: 0, s: 0, us: 0, haveTime: false });
  }

  time(h: number, i: number, s: number): void {
    if (this.t.haveTime) this.error('Double time specification');
    this.setTime(h, i, s);
  }

  timeZoned(h?: string, i?: string, s?: string, fraction?: string, zone?: string): void {
    this.time(num(h), num(i), num(s));
    if (fraction !== undefined) this.t.us = micros(fraction);
    if (zone !== undefined && zone !== '') {
      this.at = this.end - zone.length;
      if (/^[ap]m?$/i.test(zone)) return;
      this.zone(zone);
    }
  }

  /** Four digits: a time after a date, else a year. */
  fourDigits(text: string): void {
    if (!this.t.haveTime && this.t.haveDate === false) this.time(num(text.slice(0, 2)), num(text.slice(2)), 0);
    else if (this.t.haveTime) this.t.y = num(text);
    else this.time(num(text.slice(0, 2)), num(text.slice(2)), 0);
  }

  date(y: number | null, m: number | null, d: number | null): void {
    const { t } = this;
    if (t.haveDate && y !== null) this.error('Double date specification');
    t.haveDate = true;
    if (y !== null) t.y = y;
    if (m !== null) t.m = m;
    if (d !== null) t.d = d;
  }

  isoWeek(year: number, week: number, day: string | undefined): void {
    const jan4 = daysFromCivil(year, 1, 4);
    const weekday = (((jan4 + 3) % 7) + 7) % 7;
    const date = civilFromDays(jan4 - weekday + (week - 1) * 7 + (day === undefined ? 1 : Number(day)) - 1);
    this.date(date.year, date.month, date.day);
  }

  timestamp(seconds: number, fraction: string | undefined): void {
    const { t } = this;
    Object.assign(t, { y: 1970, m: 1, d: 1, h: 0, i: 0, s: 0, us: 0, haveDate: true, haveTime: true });
    t.relative.s += seconds;
    if (fraction !== undefined) t.relative.us += (seconds < 0 ? -1 : 1) * micros(fraction);
    t.haveRelative = true;
    t.zone = '+00:00';
    t.haveZone = true;
  }

  moveDay(n: number): void {
    this.clearTime();
    this.t.relative.d += n;
    this.t.haveRelative = true;
  }

  firstLast(which: string): void {
    this.t.relative.firstLast = which.toLowerCase() === 'first' ? 1 : 2;
    this.t.haveRelative = true;
  }

  backFront(m: Match): void {
    const hour = m[3] === undefined ? num(m[2]) : hour12(m[2] as string, m[3]);
    if ((m[1] as string).toLowerCase() === 'back') this.setTime(hour, 15, 0);
    else this.setTime(hour - 1, 45, 0);
  }

  weekdayOf(ordinal: string, day: string): void {
    const n = ORDINALS[ordinal.toLowerCase()] ?? 0;
    this.clearTime();
    this.t.relative.nthWeekday = { n, weekday: dayOf(day) };
    this.t.haveRelative = true;
  }

  relative(signs: string, amount: number, unit: string): void {
    const minus = (signs.match(/-/g) ?? []).length % 2 === 1;
    this.move(minus ? -amount : amount, unit, 1);
  }

  relativeText(ordinal: string, unit: string): void {
    const word = ordinal.toLowerCase();
    const amount = ORDINALS[word] ?? 0;
    if (/^weeks?$/i.test(unit) && /^(next|last|previous|this)$/.test(word)) {
      this.weekText(amount);
      return;
    }
    const behavior = word === 'this' ? 1 : 0;
    // a day's name after a word takes the time away, after a number it does not
    if (/^(?:weekday|sun|mon(?!th|s$)|tue|wed|thu|fri|sat)/i.test(unit)) this.clearTime();
    this.move(amount, unit, behavior);
  }

  /** "next week" keeps to the week's days: Monday unless one is named. */
  private weekText(n: number): void {
    const r = this.t.relative;
    this.t.haveRelative = true;
    r.d += 7 * n;
    r.weekdayBehavior = 2;
    r.weekday ??= 1;
  }

  private move(n: number, unit: string, behavior: number): void {
    const { t } = this;
    const r = t.relative;
    t.haveRelative = true;
    const u = unit.toLowerCase();
    if (/^(ms|msec|milli)/.test(u)) r.us += n * 1000;
    else if (/^(us|micro|µ|\xc2)/.test(u)) r.us += n;
    else if (u.startsWith('sec')) r.s += n;
    else if (u.startsWith('min')) r.i += n;
    else if (u.startsWith('hour')) r.h += n;
    else if (/^days?$/.test(u)) r.d += n;
    else if (u.startsWith('fort')) r.d += 14 * n;
    else if (/^weekdays?$/.test(u)) r.weekdays = (r.weekdays ?? 0) + n;
    else if (/^weeks?$/.test(u)) r.d += 7 * n;
    else if (u.startsWith('month') || u === 'mons') r.m += n;
    else if (u.startsWith('year')) r.y += n;
    else this.moveToDay(n, dayOf(u), behavior);
  }

  private moveToDay(n: number, day: number, behavior: number): void {
    const r = this.t.relative;
    r.d += (n > 0 ? n - 1 : n) * 7;
    r.weekday = day;
    r.weekdayBehavior = behavior;
  }

  ago(): void {
    const r = this.t.relative;
    for (const key of ['y', 'm', 'd', 'h', 'i', 's', 'us'] as const) r[key] = 0 - r[key];
    if (r.weekdays !== null) r.weekdays = 0 - r.weekdays;
    if (r.weekday !== null) r.weekday = 0 - r.weekday;
    if (r.weekday === 0) r.weekday = -7;
  }

  weekday(name: string): void {
    const { t } = this;
    t.haveRelative = true;
    this.clearTime();
    if (/^weekdays?$/i.test(name)) {
      t.relative.weekdays = (t.relative.weekdays ?? 0) + 1;
      return;
    }
    t.relative.weekday = dayOf(name);
    if (t.relative.weekdayBehavior !== 2) t.relative.weekdayBehavior = 1;
  }

  zone(text: string): void {
    const { t } = this;
    const bare = text.replace(/^\(|\)$/g, '');
    const offset = parseOffset(bare.replace(/^GMT(?=[+-])/i, ''));
    const zone = offset !== null ? offsetName(offset) : zoneByName(bare);
    if (t.haveZone) {
      // a second zone is a comment, "-0800 (PST)"; a third is too much
      if (t.warnings.size > 0) this.error('Double timezone specification');
      t.warnings.set(this.at, 'Double timezone specification');
      return;
    }
    t.haveZone = true;
    if (zone === null) this.error('The timezone could not be found in the database');
    else t.zone = zone;
  }
}

function longest(text: string, at: number): { match: Match; action: Action } | null {
  let best: { match: Match; action: Action } | null = null;
  for (const [pattern, action] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null && match[0].length > (best?.match[0].length ?? 0)) best = { match, action };
  }
  return best;
}

/** Reads a date text; what went wrong is in `errors` by position. */
export function parseDateText(text: string): ParsedTime {
  return new DateParser(text).parse();
}
