/** What a date text says: fields that it sets, a time zone, and movements relative to them. */
export interface Relative {
  y: number;
  m: number;
  d: number;
  h: number;
  i: number;
  s: number;
  us: number;
  /** Weekday to move to (0 Sunday), null for none. */
  weekday: number | null;
  /** 0: the current day does not count (timelib's weekday_behavior); 1: it does; 2: within the week. */
  weekdayBehavior: number;
  /** Working days to move; 0 leaves a weekend, null is none. */
  weekdays: number | null;
  /** 1 first day of, 2 last day of the month. */
  firstLast: 0 | 1 | 2;
  /** "first monday of": which (from 1, negative from the end) and which weekday. */
  nthWeekday: { n: number; weekday: number } | null;
}

export interface ParsedTime {
  y: number | null;
  m: number | null;
  d: number | null;
  h: number | null;
  i: number | null;
  s: number | null;
  us: number | null;
  /** An id, an abbreviation or an offset as zones.ts spells it. */
  zone: string | null;
  relative: Relative;
  haveRelative: boolean;
  haveDate: boolean;
  haveTime: boolean;
  haveZone: boolean;
  warnings: DateMessages;
  errors: DateMessages;
}

/** Messages by position in the text: the last one at a place is kept, all are counted (timelib's error containers). */
export class DateMessages extends Map<number, string> {
  total = 0;

  override set(position: number, message: string): this {
    this.total++;
    return super.set(position, message);
  }
}

export function emptyRelative(): Relative {
  return {
    y: 0,
    m: 0,
    d: 0,
    h: 0,
    i: 0,
    s: 0,
    us: 0,
    weekday: null,
    weekdayBehavior: 0,
    weekdays: null,
    firstLast: 0,
    nthWeekday: null,
  };
}

export function emptyTime(): ParsedTime {
  return {
    y: null,
    m: null,
    d: null,
    h: null,
    i: null,
    s: null,
    us: null,
    zone: null,
    relative: emptyRelative(),
    haveRelative: false,
    haveDate: false,
    haveTime: false,
    haveZone: false,
    warnings: new DateMessages(),
    errors: new DateMessages(),
  };
}
