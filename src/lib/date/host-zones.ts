/**
 * Offsets and letters of time zones as the host's Intl knows them.
 *
 * A formatter is costly to make and slow to ask, so what has been asked is kept: facts of the host, the same for every
 * engine of the process, so that none can see another through them.
 */
import { daysFromCivil } from '../calendar-days.ts';

/** Offsets are asked for at the ends of such spans; where both are equal, so it is between. */
const SPAN = 14 * 86400;
const MOST_SPANS = 20_000;
/** Beyond it Intl has no dates. */
const LAST = 8.6e12;

class HostZone {
  private readonly fields: Intl.DateTimeFormat;
  private readonly letters: Intl.DateTimeFormat;
  /** Offset by number of span; NaN: it changes there. */
  private readonly spans: Map<number, number> = new Map();
  private readonly edges: Map<number, number> = new Map();

  /** Throws a RangeError when there is no such zone. */
  constructor(zone: string) {
    this.fields = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    this.letters = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  }

  private ask(timestamp: number): number {
    const parts = this.fields.formatToParts(timestamp * 1000);
    const n = (type: string): number => Number(parts.find((x) => x.type === type)?.value ?? 0);
    const bc = parts.find((x) => x.type === 'era')?.value === 'BC';
    const year = bc ? 1 - n('year') : n('year');
    const days = daysFromCivil(year, n('month'), n('day'));
    return days * 86400 + n('hour') * 3600 + n('minute') * 60 + n('second') - timestamp;
  }

  private edge(span: number): number {
    let offset = this.edges.get(span);
    if (offset === undefined) {
      offset = this.ask(span * SPAN);
      this.edges.set(span, offset);
    }
    return offset;
  }

  offset(timestamp: number): number {
    if (Math.abs(timestamp) > LAST - SPAN) return Math.abs(timestamp) > LAST ? 0 : this.ask(timestamp);
    const span = Math.floor(timestamp / SPAN);
    let offset = this.spans.get(span);
    if (offset === undefined) {
      if (this.spans.size > MOST_SPANS) {
        this.spans.clear();
        this.edges.clear();
      }
      const start = this.edge(span);
      offset = start === this.edge(span + 1) ? start : Number.NaN;
      this.spans.set(span, offset);
    }
    return Number.isNaN(offset) ? this.ask(timestamp) : offset;
  }

  /** As "CET" or "GMT+1". */
  name(timestamp: number): string {
    const parts = this.letters.formatToParts(Math.abs(timestamp) > LAST ? 0 : timestamp * 1000);
    return parts.find((x) => x.type === 'timeZoneName')?.value ?? '';
  }
}

const known: Map<string, HostZone | null> = new Map();

/** A zone that the host knows; null when it does not. */
export function hostZone(name: string): HostZone | null {
  let zone = known.get(name);
  if (zone === undefined) {
    try {
      zone = new HostZone(name);
    } catch {
      zone = null;
    }
    known.set(name, zone);
  }
  return zone;
}
