/**
 * What a DatePeriod holds.
 * Source: php-src 8.2 ext/date/php_date.h (php_period_obj)
 */
import type { ClassEntry } from '../object/class-entry.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Interval } from './date/interval.ts';
import type { Moment } from './date/resolve.ts';
import { IntervalState } from './date-objects.ts';

/** What a period consists of; its properties show copies. */
export interface PeriodState {
  readonly start: Moment;
  /** The class of the dates. */
  readonly startClass: ClassEntry;
  readonly end: Moment | null;
  readonly interval: Interval;
  /** With the start and the end where they are included. */
  readonly recurrences: number;
  readonly includeStart: boolean;
  readonly includeEnd: boolean;
  current: Moment | null;
}

/** The text that an interval was made of; null for others. */
export function intervalText(obj: PhpObject): string | null {
  return obj.native instanceof IntervalState ? obj.native.text : null;
}

/** State with the text of its interval, for showing it again. */
export interface NewPeriod extends PeriodState {
  readonly text: string | null;
}
