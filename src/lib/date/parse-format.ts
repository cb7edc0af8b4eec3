/**
 * Date texts of a given format (createFromFormat).
 * Source: php-src ext/date/lib/parse_date.re (timelib_parse_from_format_with_map)
 */
import { civilFromDays, daysFromCivil } from '../calendar-days.ts';
import { dayOf, zoneByName } from './date-patterns.ts';
import { emptyTime, type ParsedTime } from './parsed-time.ts';
import { offsetName, parseOffset } from './zones.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)/i;
const WEEKDAYS =
  /^(sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tues|tue|wednes|wed|thurs|thur|thu|fri|sat)/i;
const ZONE = /^(?:(?:GMT|UTC)?[+-][0-9]{1,2}:?[0-9]{0,2}(?::[0-9]{2})?|[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*)/;

class FormatParser {
  private readonly t: ParsedTime = emptyTime();
  private readonly format: string;
  private readonly s: string;
  private f = 0;
  private i = 0;
  private meridian: 'am' | 'pm' | null = null;
  private hour12 = false;
  /** `|` or `!` was there: what is not in the format is that of 1970. */
  private reset = false;
  private done = false;

  constructor(format: string, s: string) {
    this.format = format;
    this.s = s;
  }

  parse(): ParsedTime {
    for (; this.f < this.format.length && !this.done; this.f++) {
      const c = this.format.charAt(this.f);
      if (this.i >= this.s.length && !'!|*+'.includes(c)) break;
      this.step(c);
    }
    this.finish();
    return this.t;
  }

  private error(message: string): void {
    if (!this.t.errors.has(this.i)) this.t.errors.set(this.i, message);
  }

  private take(pattern: RegExp, message: string): string | null {
    const m = pattern.exec(this.s.slice(this.i));
    if (m === null || m[0] === '') {
      this.error(message);
      return null;
    }
    this.i += m[0].length;
    return m[0];
  }

  private digits(most: number, message: string): number | null {
    const text = this.take(new RegExp(`^[0-9]{1,${most}}`), message);
    return text === null ? null : Number(text);
  }

  private step(c: string): void {
    const { t } = this;
    switch (c) {
      case 'd':
      case 'j':
        t.d = this.digits(2, 'A two digit day could not be found');
        t.haveDate = true;
        break;
      case 'D':
      case 'l':
        this.weekday();
        break;
      case 'S':
        this.take(/^(?:st|nd|rd|th)/i, 'A two character suffix could not be found');
        break;
      case 'z':
        this.dayOfTheYear();
        break;
      case 'm':
      case 'n':
        t.m = this.digits(2, 'A two digit month could not be found');
        t.haveDate = true;
        break;
      case 'M':
      case 'F': {
        const name = this.take(FULL_MONTHS, 'A textual month could not be found');
        if (name !== null) t.m = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
        t.haveDate = true;
        break;
      }
      case 'y': {
        const y = this.digits(2, 'A two digit year could not be found');
        t.y = y === null ? null : y < 70 ? y + 2000 : y + 1900;
        t.haveDate = true;
        break;
      }
      case 'Y':
        t.y = this.digits(4, 'A four digit year could not be found');
        t.haveDate = true;
        break;
      default:
        this.timeStep(c);
    }
  }

  /** The name of a day moves the date forward to it. */
  private weekday(): void {
    const { t } = this;
    const name = this.take(WEEKDAYS, 'A textual day could not be found');
    if (name === null) return;
    t.haveRelative = true;
    t.relative.weekday = dayOf(name);
    t.relative.weekdayBehavior = 1;
  }

  private dayOfTheYear(): void {
    const { t } = this;
    if (t.y === null) {
      this.error("A 'day of year' can only come after a year has been found");
      return;
    }
    const day = this.digits(3, 'A three digit day-of-year could not be found');
    if (day === null) return;
    const date = civilFromDays(daysFromCivil(t.y, 1, day + 1));
    Object.assign(t, { y: date.year, m: date.month, d: date.day, haveDate: true });
  }

  private timeStep(c: string): void {
    const { t } = this;
    switch (c) {
      case 'g':
      case 'h':
        t.h = this.digits(2, 'A two digit hour could not be found');
        if (t.h !== null && (t.h < 1 || t.h > 12)) this.error('Hour cannot be higher than 12');
        this.hour12 = true;
        t.haveTime = true;
        break;
      case 'G':
      case 'H':
        t.h = this.digits(2, 'A two digit hour could not be found');
        t.haveTime = true;
        break;
      case 'a':
      case 'A': {
        const text = this.take(/^[ap]\.?m\.?/i, 'A meridian could not be found');
        if (text !== null) this.meridian = text.charAt(0).toLowerCase() === 'p' ? 'pm' : 'am';
        if (t.h === null) this.error('Meridian can only come after an hour has been found');
        break;
      }
      case 'i':
        t.i = this.pair('A two digit minute could not be found');
        break;
      case 's':
        t.s = this.pair('A two digit second could not be found');
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

  private pair(message: string): number | null {
    const text = this.take(/^[0-9]{2}/, message);
    this.t.haveTime = true;
    return text === null ? null : Number(text);
  }

  private fraction(most: number, message: string): void {
    const text = this.take(new RegExp(`^[0-9]{1,${most}}`), message);
    if (text !== null) this.t.us = Math.floor(Number(`0.${text}`) * 1e6 + 1e-6);
  }

  private otherStep(c: string): void {
    const { t, s } = this;
    switch (c) {
      case ' ':
        if (this.take(/^[ \t]+/, 'The separation symbol could not be found') === null) break;
        break;
      case 'U': {
        const text = this.take(/^[+-]?[0-9]+/, 'A unix timestamp could not be found');
        if (text === null) break;
        Object.assign(t, { y: 1970, m: 1, d: 1, h: 0, i: 0, s: 0, haveDate: true, haveTime: true });
        t.relative.s += Number(text);
        t.haveRelative = true;
        t.zone = '+00:00';
        t.haveZone = true;
        break;
      }
      case 'e':
      case 'p':
      case 'T':
      case 'O':
      case 'P':
        this.zone();
        break;
      case '#':
        this.take(/^[;:/.,()-]/, 'The separation symbol ([;:/.,-]) could not be found');
        break;
      case ';':
      case ':':
      case '/':
      case '.':
      case ',':
      case '-':
      case '(':
      case ')':
        if (s.charAt(this.i) === c) this.i++;
        else this.error('The separation symbol could not be found');
        break;
      case '!':
        this.resetAll();
        break;
      case '|':
        this.reset = true;
        break;
      case '?':
        this.i++;
        break;
      case '\\':
        this.f++;
        if (s.charAt(this.i) === this.format.charAt(this.f)) this.i++;
        else this.error('The escaped character could not be found');
        break;
      case '*':
        this.i += /^[^ ,;:/.\\()-]*/.exec(s.slice(this.i))?.[0].length ?? 0;
        break;
      case '+':
        if (this.i < s.length) t.warnings.set(this.i, 'Trailing data');
        this.i = s.length;
        this.done = true;
        break;
      default:
        if (s.charAt(this.i) !== c) this.error('The format separator does not match');
        this.i++;
    }
  }

  private zone(): void {
    const { t } = this;
    const text = this.take(ZONE, 'The timezone could not be found in the database');
    if (text === null) return;
    const offset = parseOffset(text.replace(/^(?:GMT|UTC)(?=[+-])/i, ''));
    const zone = offset === null ? zoneByName(text) : offsetName(offset);
    t.haveZone = true;
    if (zone === null) this.error('The timezone could not be found in the database');
    else t.zone = zone;
  }

  private resetAll(): void {
    const { t } = this;
    Object.assign(t, { y: 1970, m: 1, d: 1, h: 0, i: 0, s: 0, us: 0 });
  }

  private finish(): void {
    const { t } = this;
    if (this.i < this.s.length && t.errors.size === 0) this.error('Trailing data');
    else if (this.f < this.format.length && t.errors.size === 0 && !this.done) this.formatLeft();
    if (this.meridian !== null && t.h !== null && this.hour12) {
      t.h = (t.h % 12) + (this.meridian === 'pm' ? 12 : 0);
    }
    if (t.haveTime || t.h !== null || t.i !== null || t.s !== null) {
      t.h ??= 0;
      t.i ??= 0;
      t.s ??= 0;
      t.us ??= 0;
    }
    if (this.reset) {
      t.y ??= 1970;
      t.m ??= 1;
      t.d ??= 1;
      t.h ??= 0;
      t.i ??= 0;
      t.s ??= 0;
      t.us ??= 0;
    }
  }

  /** What is left of the format when the text has ended. */
  private formatLeft(): void {
    for (; this.f < this.format.length; this.f++) {
      const c = this.format.charAt(this.f);
      if (c === '!') this.resetAll();
      else if (c === '|') this.reset = true;
      else if (c !== '*' && c !== '+' && c !== ' ') {
        this.error('Not enough data available to satisfy format');
        return;
      }
    }
  }
}

/** Reads a text by a format; what went wrong is in `errors` by position. */
export function parseByFormat(format: string, text: string): ParsedTime {
  return new FormatParser(format, text).parse();
}
