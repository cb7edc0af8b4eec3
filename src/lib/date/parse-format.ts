/**
 * Date texts of a given format (createFromFormat).
 * Source: php-src ext/date/lib/parse_date.re (timelib_parse_from_format_with_map)
 */
import { civilFromDays, daysFromCivil } from '../calendar-days.ts';
import { dayOf, zoneByName } from './date-patterns.ts';
import { emptyTime, type ParsedTime } from './parsed-time.ts';
import { isValidDate } from './resolve.ts';
import { offsetName, parseOffset } from './zones.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)$/i;
const ROMAN_MONTHS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const WEEKDAYS =
  /^(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tues|tue|wednes|wed|thurs|thur|thu|fri|sat|weekdays?)$/i;
const NO_ZONE = 'The timezone could not be found in the database';
const SEPARATOR = 'The separation symbol could not be found';

/** Fields of whole numbers: digits at most, what is said when there are none, and the digits that must be there. */
const NUMBERS: Readonly<Record<string, { most: number; missing: string; exactly?: number }>> = {
  d: { most: 2, missing: 'A two digit day could not be found' },
  m: { most: 2, missing: 'A two digit month could not be found' },
  y: { most: 2, missing: 'A two digit year could not be found' },
  Y: { most: 4, missing: 'A four digit year could not be found' },
  z: { most: 3, missing: 'A three digit day-of-year could not be found' },
  h: { most: 2, missing: 'A two digit hour could not be found' },
  H: { most: 2, missing: 'A two digit hour could not be found' },
  i: { most: 2, missing: 'A two digit minute could not be found', exactly: 2 },
  s: { most: 2, missing: 'A two digit second could not be found', exactly: 2 },
};
const SAME_AS: Readonly<Record<string, string>> = { j: 'd', n: 'm', g: 'h', G: 'H', X: 'x', D: 'l', F: 'M', A: 'a' };

/** timelib reads with two pointers, one in the format and one in the text: an error does not stop it. */
class FormatParser {
  private readonly t: ParsedTime = emptyTime();
  private readonly format: string;
  private readonly s: string;
  private f = 0;
  private i = 0;
  /** Where the text stood when the current character of the format came. */
  private begin = 0;
  private allowExtra = false;

  constructor(format: string, s: string) {
    this.format = cutAtNul(format);
    this.s = cutAtNul(s);
  }

  parse(): ParsedTime {
    for (; this.f < this.format.length && this.i < this.s.length; this.f++) {
      this.begin = this.i;
      const c = this.format.charAt(this.f);
      this.step(SAME_AS[c] ?? c);
    }
    this.finish();
    return this.t;
  }

  private error(message: string, at: number = this.begin): void {
    this.t.errors.set(at, message);
  }

  /** timelib_get_nr_ex: the next digits, whatever stands before them; null when there are none. */
  private number(most: number): string | null {
    const { s } = this;
    while (this.i < s.length && !isDigit(s, this.i)) this.i++;
    const start = this.i;
    while (this.i < s.length && this.i - start < most && isDigit(s, this.i)) this.i++;
    return this.i === start ? null : s.slice(start, this.i);
  }

  /** TIMELIB_CHECK_NUMBER */
  private checkNumber(signs = ''): void {
    if (!isDigit(this.s, this.i) && !signs.includes(this.s.charAt(this.i))) this.error('Unexpected data found.');
  }

  private letters(): string {
    const word = /^[A-Za-z]*/.exec(this.s.slice(this.i))?.[0] ?? '';
    this.i += word.length;
    return word;
  }

  private step(c: string): void {
    const { t } = this;
    const row = NUMBERS[c];
    if (row !== undefined) {
      this.checkNumber();
      if (c === 'z' && t.y === null) this.error("A 'day of year' can only come after a year has been found");
      const text = this.number(row.most);
      if (text === null || (row.exactly !== undefined && text.length !== row.exactly)) this.error(row.missing);
      else this.setNumber(c, Number(text));
      return;
    }
    switch (c) {
      case 'l':
        this.weekday();
        break;
      case 'S':
        if (/^(?:st|nd|rd|th)/i.test(this.s.slice(this.i))) this.i += 2;
        break;
      case 'M':
        this.month();
        break;
      case 'x':
        this.checkNumber('+-');
        t.y = this.signedNumber(19);
        t.haveDate = true;
        break;
      case 'a':
        this.meridian();
        break;
      case 'u':
        this.fraction(6, 'A six digit microsecond could not be found');
        break;
      case 'v':
        this.fraction(3, 'A three digit millisecond could not be found');
        break;
      default:
        this.otherStep(c);
    }
  }

  private setNumber(c: string, n: number): void {
    const { t } = this;
    if ('dmyY'.includes(c)) t.haveDate = true;
    if ('hHis'.includes(c)) t.haveTime = true;
    if (c === 'y') t.y = n < 70 ? n + 2000 : n + 1900;
    else if (c === 'Y') t.y = n;
    else if (c === 'z') this.dayOfTheYear(n);
    else if (c === 'h' || c === 'H') {
      if (c === 'h' && (n < 1 || n > 12)) this.error('Hour cannot be higher than 12');
      t.h = n;
    } else t[c as 'd' | 'm' | 'i' | 's'] = n;
  }

  /** The name of a day moves the date forward to it. */
  private weekday(): void {
    const { t } = this;
    const name = this.letters();
    if (!WEEKDAYS.test(name)) {
      this.error('A textual day could not be found');
      return;
    }
    t.haveRelative = true;
    t.relative.weekday = name.toLowerCase().startsWith('weekday') ? 1 : dayOf(name);
    t.relative.weekdayBehavior = 1;
  }

  private month(): void {
    const { t } = this;
    const name = this.letters().toLowerCase();
    const roman = ROMAN_MONTHS.indexOf(name);
    if (FULL_MONTHS.test(name)) t.m = MONTHS.indexOf(name.slice(0, 3)) + 1;
    else if (roman >= 0) t.m = roman + 1;
    else {
      this.error('A textual month could not be found');
      return;
    }
    t.haveDate = true;
  }

  private dayOfTheYear(day: number): void {
    const { t } = this;
    if (t.y === null) return;
    const date = civilFromDays(daysFromCivil(t.y, 1, day + 1));
    Object.assign(t, { y: date.year, m: date.month, d: date.day, haveDate: true });
  }

  /** timelib_meridian_with_check */
  private meridian(): void {
    const { t, s } = this;
    if (t.h === null) this.error('Meridian can only come after an hour has been found');
    while (this.i < s.length && !'aApP'.includes(s.charAt(this.i))) this.i++;
    const isPm = s.charAt(this.i).toLowerCase() === 'p';
    const dotted = s.charAt(this.i + 1) === '.';
    const m = /^[ap](?:\.m\.|m)/i.exec(s.slice(this.i));
    if (m === null) {
      this.i = Math.min(s.length, this.i + (dotted ? 2 : 1));
      this.error('A meridian could not be found');
      return;
    }
    this.i += m[0].length;
    if (t.h === null) return;
    t.haveTime = true;
    if (isPm && t.h !== 12) t.h += 12;
    else if (!isPm && t.h === 12) t.h = 0;
  }

  private fraction(most: number, message: string): void {
    this.checkNumber();
    const text = this.number(most);
    if (text === null) this.error(message);
    else this.t.us = Math.floor(Number(`0.${text}`) * 1e6 + 1e-6);
  }

  /** timelib_get_signed_nr */
  private signedNumber(most: number): number {
    const { s } = this;
    const m = /^[^0-9+-]*([+-]*)[^0-9]*([0-9]+)/.exec(s.slice(this.i));
    if (m === null) {
      this.i = s.length;
      this.error('Found unexpected data', 0);
      return 0;
    }
    const digits = (m[2] as string).slice(0, most);
    this.i += m[0].length - (m[2] as string).length + digits.length;
    const minus = ((m[1] as string).split('-').length - 1) % 2 === 1;
    if (BigInt(digits) > 9223372036854775807n) {
      this.error('Number out of range', 0);
      return 0;
    }
    return minus ? -Number(digits) : Number(digits);
  }

  private timestamp(): void {
    const { t } = this;
    this.checkNumber('+-');
    const timestamp = this.signedNumber(24);
    const days = Math.floor(timestamp / 86400);
    const date = civilFromDays(days);
    const s = timestamp - days * 86400;
    Object.assign(t, { y: date.year, m: date.month, d: date.day, haveDate: true, haveTime: true });
    Object.assign(t, { h: Math.floor(s / 3600), i: Math.floor((s % 3600) / 60), s: s % 60 });
    t.zone = '+00:00';
    t.haveZone = true;
  }

  private otherStep(c: string): void {
    const { t, s } = this;
    const here = s.charAt(this.i);
    switch (c) {
      case ' ':
        while (/[ \t\n\v\f\r]/.test(s.charAt(this.i))) this.i++;
        break;
      case 'U':
        this.timestamp();
        break;
      case 'e':
      case 'p':
      case 'T':
      case 'O':
      case 'P':
        this.zone();
        break;
      case '#':
        if (';:/.,-()'.includes(here)) this.i++;
        else this.error('The separation symbol ([;:/.,-]) could not be found');
        break;
      case '!':
      case '|':
        this.reset(c === '!');
        break;
      case '?':
        this.i++;
        break;
      case '\\':
        this.escaped(here);
        break;
      case '*':
        this.i++;
        while (this.i < s.length && !' \t.,:;/-0123456789'.includes(s.charAt(this.i))) this.i++;
        break;
      case '+':
        this.allowExtra = true;
        break;
      default:
        if (';:/.,-()'.includes(c)) {
          if (here === c) this.i++;
          else this.error(SEPARATOR);
          break;
        }
        if (here !== c) this.error('The format separator does not match');
        this.i++;
    }
    t.haveTime ||= t.us !== null;
  }

  private escaped(here: string): void {
    if (this.f + 1 >= this.format.length) {
      this.error('Escaped character expected');
      return;
    }
    this.f++;
    if (here === this.format.charAt(this.f)) this.i++;
    else this.error('The escaped character could not be found');
  }

  /** timelib_parse_zone */
  private zone(): void {
    const { t, s } = this;
    this.i += /^[ \t(]*(?:GMT(?=[+-]))?/.exec(s.slice(this.i))?.[0].length ?? 0;
    const isOffset = /[+-]/.test(s.charAt(this.i));
    const text = (isOffset ? /^[+-][0-9:]*/ : /^[A-Za-z0-9/_+-]*/).exec(s.slice(this.i))?.[0] ?? '';
    this.i += text.length;
    while (s.charAt(this.i) === ')') this.i++;
    const offset = isOffset ? parseOffset(text) : null;
    const zone = offset === null ? (isOffset ? null : zoneByName(text)) : offsetName(offset);
    t.haveZone = true;
    if (zone === null) this.error(NO_ZONE);
    else t.zone = zone;
  }

  /** `!` sets every field to that of 1970, `|` those that are not set. */
  private reset(all: boolean): void {
    const { t } = this;
    const start = { y: 1970, m: 1, d: 1, h: 0, i: 0, s: 0, us: 0 };
    if (all) Object.assign(t, start, { zone: null });
    else for (const key of ['y', 'm', 'd', 'h', 'i', 's', 'us'] as const) t[key] ??= start[key];
  }

  private finish(): void {
    const { t, s } = this;
    if (this.i < s.length) (this.allowExtra ? t.warnings : t.errors).set(this.i, 'Trailing data');
    this.formatLeft();
    if (t.h !== null || t.i !== null || t.s !== null || t.us !== null) {
      t.h ??= 0;
      t.i ??= 0;
      t.s ??= 0;
      t.us ??= 0;
      if (t.h > 23 || t.i > 59 || t.s > 59) t.warnings.set(this.i, 'The parsed time was invalid');
    }
    if (t.y !== null && t.m !== null && t.d !== null && !isValidDate(t.y, t.m, t.d)) {
      t.warnings.set(this.i, 'The parsed date was invalid');
    }
  }

  /** What is left of the format when the text has ended. */
  private formatLeft(): void {
    for (; this.f < this.format.length; this.f++) {
      const c = this.format.charAt(this.f);
      if (c === '!' || c === '|') this.reset(c === '!');
      else if (c !== '+') {
        this.error('Not enough data available to satisfy format', this.i);
        return;
      }
    }
  }
}

function isDigit(s: string, at: number): boolean {
  const c = s.charCodeAt(at);
  return c >= 48 && c <= 57;
}

function cutAtNul(s: string): string {
  const at = s.indexOf('\0');
  return at < 0 ? s : s.slice(0, at);
}

/** Reads a text by a format; what went wrong is in `errors` by position. */
export function parseByFormat(format: string, text: string): ParsedTime {
  return new FormatParser(format, text).parse();
}
