/**
 * Lists of zones: by name, by abbreviation, where they are, and the changes of their clocks.
 * Source: php-src 8.2 ext/date/php_date.c
 */
import { PhpArray } from '../value/php-array.ts';
import { PHP_INT_MAX, PHP_INT_MIN } from '../value/integer.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { localTime } from './calendar.ts';
import { historyByIntl, type LocalType, parseZoneFile, type ZoneHistory } from './date/zone-file.ts';
import { unpackZoneLists, type ZoneLists, zoneOfAbbreviation } from './date/zone-list.ts';
import { zoneType } from './date/zones.ts';
import { formatDate } from './date-format.ts';
import { zoneOfObject } from './date-objects.ts';
import { type FunctionDef, fn, type MethodDef, method, p, staticMethod } from './define.ts';

const GROUPS: readonly string[] = [
  'Africa/',
  'America/',
  'Antarctica/',
  'Arctic/',
  'Asia/',
  'Atlantic/',
  'Australia/',
  'Europe/',
  'Indian/',
  'Pacific/',
  'UTC',
];
const ALL = 2047;
const ALL_WITH_BC = 4095;
const PER_COUNTRY = 4096;
const FOLDER = '/usr/share/zoneinfo/';

function listsOf(rt: Executor): ZoneLists {
  return rt.moduleState('zone lists', unpackZoneLists);
}

function identifiers(rt: Executor, group: number, country: string | null): Zval {
  if (group === PER_COUNTRY && country?.length !== 2) {
    const what = 'must be a two-letter ISO 3166-1 compatible country code when argument #1 ($timezoneGroup) is';
    return rt.argumentValueError(2, `${what} DateTimeZone::PER_COUNTRY`);
  }
  const { zones } = listsOf(rt);
  const rows = zones.filter((row) => {
    if (group === PER_COUNTRY) return row.place?.country === country;
    if (group === ALL_WITH_BC) return true;
    return !row.old && GROUPS.some((prefix, i) => (group & (1 << i)) !== 0 && row.name.startsWith(prefix));
  });
  return PhpArray.fromList(rows.map((row) => row.name));
}

function abbreviationArray(rt: Executor): PhpArray {
  const out = new PhpArray();
  for (const { abbreviation, dst, offset, zone } of listsOf(rt).abbreviations) {
    let list = out.getStr(abbreviation);
    if (!(list instanceof PhpArray)) {
      list = new PhpArray();
      out.setStr(abbreviation, list);
    }
    list.append(
      PhpArray.fromEntries([
        ['dst', dst],
        ['offset', offset],
        ['timezone_id', zone],
      ]),
    );
  }
  return out;
}

function locationArray(rt: Executor, zone: string): Zval {
  if (zoneType(zone) !== 3) return false;
  const place = listsOf(rt).zones.find((row) => row.name.toLowerCase() === zone.toLowerCase())?.place ?? null;
  return PhpArray.fromEntries([
    ['country_code', place?.country ?? '??'],
    ['latitude', new PhpFloat(place?.latitude ?? 0)],
    ['longitude', new PhpFloat(place?.longitude ?? 0)],
    ['comments', place?.remark ?? '?'],
  ]);
}

/** Read once an engine. */
function historyOf(rt: Executor, zone: string): ZoneHistory {
  const cache = rt.moduleState('zone histories', () => new Map<string, ZoneHistory>());
  let history = cache.get(zone);
  if (history === undefined) {
    const file = /^[A-Za-z0-9_+\-/]+$/.test(zone) ? rt.host.readFile(FOLDER + zone) : null;
    history = (file === null ? null : parseZoneFile(file)) ?? historyByIntl(zone);
    cache.set(zone, history);
  }
  return history;
}

/** The date of the smallest int, which floats cannot count to. */
const FIRST_TIME = '-292277022657-01-27T08:29:52+00:00';

function transition(timestamp: PhpInt, type: LocalType): PhpArray {
  const time =
    timestamp === PHP_INT_MIN ? FIRST_TIME : formatDate('Y-m-d\\TH:i:sP', localTime(Number(timestamp), 'UTC'));
  return PhpArray.fromEntries([
    ['ts', timestamp],
    ['time', time],
    ['offset', type.offset],
    ['isdst', type.dst],
    ['abbr', type.abbreviation],
  ]);
}

/** What holds at `begin`, then each change before `end`. */
function transitions(rt: Executor, zone: string, begin: PhpInt, end: PhpInt): Zval {
  if (zoneType(zone) !== 3) return false;
  const { first, changes } = historyOf(rt, zone);
  const out = new PhpArray();
  let next = 0;
  if (begin !== PHP_INT_MIN) {
    while (next < changes.length && (changes[next]?.timestamp ?? 0) <= begin) next++;
  }
  out.append(transition(begin, changes[next - 1] ?? first));
  for (const change of changes.slice(next)) {
    if (change.timestamp < end) out.append(transition(change.timestamp, change));
  }
  return out;
}

const beginParam = p.int64('timestampBegin', { default: PHP_INT_MIN, text: 'PHP_INT_MIN' });
const endParam = p.int64('timestampEnd', { default: PHP_INT_MAX, text: 'PHP_INT_MAX' });
const groupParam = p.int('timezoneGroup', { default: ALL, text: 'DateTimeZone::ALL' });
const countryParam = p.nullable(p.string('countryCode'), { default: null });

/** Methods of DateTimeZone. */
export const zoneListMethods: readonly MethodDef[] = [
  method({
    name: 'getTransitions',
    doc: 'When the clocks change.',
    params: [beginParam, endParam],
    returns: ['array', 'false'],
    impl: (rt, self, begin, end) => {
      const zone = zoneOfObject(rt, self);
      return zone === null ? null : transitions(rt, zone, begin, end);
    },
  }),
  method({
    name: 'getLocation',
    doc: 'Where the zone is.',
    params: [],
    returns: ['array', 'false'],
    impl: (rt, self) => {
      const zone = zoneOfObject(rt, self);
      return zone === null ? null : locationArray(rt, zone);
    },
  }),
  staticMethod({
    name: 'listAbbreviations',
    doc: 'The zones of each abbreviation.',
    params: [],
    returns: ['array'],
    impl: (rt) => abbreviationArray(rt),
  }),
  staticMethod({
    name: 'listIdentifiers',
    doc: 'The names of zones.',
    params: [groupParam, countryParam],
    returns: ['array'],
    impl: (rt, _scope, group, country) => identifiers(rt, group, country),
  }),
];

export const zoneListFunctions: readonly FunctionDef[] = [
  fn({
    name: 'timezone_name_from_abbr',
    doc: 'A zone by its abbreviation, offset and summer time.',
    params: [p.string('abbr'), p.int('utcOffset', { default: -1 }), p.int('isDST', { default: -1 })],
    returns: ['string', 'false'],
    impl: (rt, abbr, offset, dst) => zoneOfAbbreviation(listsOf(rt), abbr, offset, dst) ?? false,
  }),
  fn({
    name: 'timezone_transitions_get',
    doc: 'When the clocks of a zone change.',
    params: [p.object('object', 'DateTimeZone'), beginParam, endParam],
    returns: ['array', 'false'],
    impl: (rt, object, begin, end) => {
      const zone = zoneOfObject(rt, object);
      return zone === null ? null : transitions(rt, zone, begin, end);
    },
  }),
  fn({
    name: 'timezone_location_get',
    doc: 'Where a zone is.',
    params: [p.object('object', 'DateTimeZone')],
    returns: ['array', 'false'],
    impl: (rt, object) => {
      const zone = zoneOfObject(rt, object);
      return zone === null ? null : locationArray(rt, zone);
    },
  }),
  fn({
    name: 'timezone_identifiers_list',
    doc: 'The names of zones.',
    params: [groupParam, countryParam],
    returns: ['array'],
    impl: (rt, group, country) => identifiers(rt, group, country),
  }),
  fn({
    name: 'timezone_abbreviations_list',
    doc: 'The zones of each abbreviation.',
    params: [],
    returns: ['array'],
    impl: (rt) => abbreviationArray(rt),
  }),
];
