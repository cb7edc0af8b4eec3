/**
 * What is known of zones by name: where they are, and which abbreviations mean them.
 * Source: php-src ext/date/lib/timezonemap.h, fallbackmap.h, parse_tz.c
 */
import { ABBREVIATIONS, FALLBACKS, ZONES } from './zone-list.generated.ts';

export interface ZoneRow {
  readonly name: string;
  /** Only there for old programs. */
  readonly old: boolean;
  /** Null where there is none, as for UTC. */
  readonly place: {
    readonly country: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly remark: string;
  } | null;
}

export interface AbbreviationRow {
  readonly abbreviation: string;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly dst: boolean;
  readonly zone: string | null;
}

/** Unpacked: for the caller to keep. */
export interface ZoneLists {
  readonly zones: readonly ZoneRow[];
  readonly abbreviations: readonly AbbreviationRow[];
}

function zoneRow(text: string): ZoneRow {
  const [word = '', country, latitude, longitude, ...remark] = text.split(' ');
  const old = word.startsWith('-');
  const name = old ? word.slice(1) : word;
  if (country === undefined) return { name, old, place: null };
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  return { name, old, place: { country, ...at, remark: remark.join(' ') } };
}

function* abbreviationRows(text: string, zones: readonly ZoneRow[]): Generator<AbbreviationRow> {
  const [abbreviation = '', ...groups] = text.split(' ');
  for (const group of groups) {
    const [offset = '', ids = ''] = group.split(':');
    for (const id of ids.split(',')) {
      const named = id.startsWith('=') ? id.slice(1) : (zones[Number.parseInt(id, 36)]?.name ?? null);
      const zone = id === '-' ? null : named;
      yield { abbreviation, offset: Number(offset.replace(/^\+/, '')), dst: offset.startsWith('+'), zone };
    }
  }
}

export function unpackZoneLists(): ZoneLists {
  const zones = ZONES.split('|').map(zoneRow);
  return { zones, abbreviations: ABBREVIATIONS.split('|').flatMap((row) => [...abbreviationRows(row, zones)]) };
}

/** timelib_timezone_id_from_abbr: by the abbreviation, better with the offset too, else by offset and summer time alone. */
export function zoneOfAbbreviation(lists: ZoneLists, name: string, offset: number, dst: number): string | null {
  const lower = name.toLowerCase();
  if (lower === 'utc' || lower === 'gmt') return 'UTC';
  const rows = lists.abbreviations.filter((row) => row.abbreviation === lower);
  const found = rows.find((row) => row.offset === offset) ?? rows[0];
  if (found !== undefined) return found.zone;
  const wanted = `${dst === 1 ? '+' : ''}${offset}`;
  if (dst !== 0 && dst !== 1) return null;
  return (
    FALLBACKS.split('|')
      .map((row) => row.split(' '))
      .find(([key]) => key === wanted)?.[1] ?? null
  );
}

/** What a zone's clocks are called with this offset; null when the list has no letters for it. */
export function listedAbbreviation(zone: string, offset: number, dst: boolean): string | null {
  const at = ZONES.split('|').findIndex((row) => row.replace(/^-/, '').split(' ', 1)[0] === zone);
  if (at < 0) return null;
  const group = new RegExp(` ${dst ? '\\+' : ''}${offset}:(?:[^ |]*,)?${at.toString(36)}[, |]`);
  const row = `${ABBREVIATIONS}|`.split(/(?<=\|)/).find((text) => group.test(text));
  return row === undefined ? null : (row.split(' ', 1)[0] as string).toUpperCase();
}
