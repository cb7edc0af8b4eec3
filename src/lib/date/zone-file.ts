/**
 * The changes of a zone's clocks, out of the host's zone files (RFC 8536), or by asking Intl where there are none.
 * Source: php-src ext/date/lib/parse_tz.c
 */
import { changeOfOffset, isSummerTime, zoneAbbreviation, zoneOffset } from '../calendar.ts';

/** How a zone's clocks go for a while. */
export interface LocalType {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly dst: boolean;
  readonly abbreviation: string;
}

export interface Transition extends LocalType {
  /** Since when, in seconds since 1970. */
  readonly timestamp: number;
}

export interface ZoneHistory {
  /** Before the first change. */
  readonly first: LocalType;
  readonly changes: readonly Transition[];
}

const HEADER = 44;

class Bytes {
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  byte(at: number): number {
    return this.text.charCodeAt(at) & 255;
  }
  int32(at: number): number {
    return (this.byte(at) << 24) | (this.byte(at + 1) << 16) | (this.byte(at + 2) << 8) | this.byte(at + 3);
  }
  int64(at: number): number {
    return this.int32(at) * 2 ** 32 + (this.int32(at + 4) >>> 0);
  }
  /** Up to the next NUL. */
  name(at: number): string {
    return this.text.slice(at, this.text.indexOf('\0', at));
  }
}

interface Counts {
  readonly isUt: number;
  readonly isStd: number;
  readonly leap: number;
  readonly time: number;
  readonly type: number;
  readonly char: number;
}

function countsAt(b: Bytes, at: number): Counts {
  const [isUt, isStd, leap, time, type, char] = [20, 24, 28, 32, 36, 40].map((n) => b.int32(at + n)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { isUt, isStd, leap, time, type, char };
}

/** The 64-bit half of a zone file; null when it is none. */
export function parseZoneFile(text: string): ZoneHistory | null {
  if (!text.startsWith('TZif') || text.charCodeAt(4) < 0x32) return null;
  const b = new Bytes(text);
  const old = countsAt(b, 0);
  const start = HEADER + old.time * 5 + old.type * 6 + old.char + old.leap * 8 + old.isStd + old.isUt;
  const n = countsAt(b, start);
  const times = start + HEADER;
  const types = times + n.time * 9;
  const names = types + n.type * 6;
  const typeAt = (i: number): LocalType => {
    const at = types + i * 6;
    return { offset: b.int32(at), dst: b.byte(at + 4) !== 0, abbreviation: b.name(names + b.byte(at + 5)) };
  };
  const changes = Array.from({ length: n.time }, (_v, i) => ({
    timestamp: b.int64(times + i * 8),
    ...typeAt(b.byte(times + n.time * 8 + i)),
  }));
  return { first: typeAt(0), changes };
}

const FROM = Date.UTC(1850, 0, 1) / 1000;
const TO = Date.UTC(2038, 0, 1) / 1000;
const STEP = 30 * 86400;

function typeOf(zone: string, timestamp: number): LocalType {
  return {
    offset: zoneOffset(zone, timestamp),
    dst: isSummerTime(zone, timestamp),
    abbreviation: zoneAbbreviation(zone, timestamp),
  };
}

/** The changes of offsets that Intl knows, found month by month. */
export function historyByIntl(zone: string): ZoneHistory {
  const changes: Transition[] = [];
  for (let at = FROM; at < TO; at += STEP) {
    const timestamp = changeOfOffset(zone, at, at + STEP);
    if (timestamp !== null) changes.push({ timestamp, ...typeOf(zone, timestamp) });
  }
  return { first: typeOf(zone, FROM), changes };
}
