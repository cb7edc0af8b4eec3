/**
 * nl_langinfo: what the C locale calls days, months and formats.
 * Source: php-src ext/standard/string.c; glibc nl_langinfo(3)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { Zval } from '../value/zval.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { currentLocale } from './locale-state.ts';
import { docref } from './string-util.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function numbered(prefix: string, from: number, names: readonly string[]): [string, number, string][] {
  return names.map((name, i) => [`${prefix}_${i + 1}`, from + i, name]);
}

const CODESET = 14;

/** Constant, value, text. */
const ITEMS: readonly (readonly [name: string, item: number, text: string])[] = [
  ...numbered(
    'ABDAY',
    131072,
    DAYS.map((day) => day.slice(0, 3)),
  ),
  ...numbered('DAY', 131079, DAYS),
  ...numbered(
    'ABMON',
    131086,
    MONTHS.map((month) => month.slice(0, 3)),
  ),
  ...numbered('MON', 131098, MONTHS),
  ['AM_STR', 131110, 'AM'],
  ['PM_STR', 131111, 'PM'],
  ['D_T_FMT', 131112, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 131113, '%m/%d/%y'],
  ['T_FMT', 131114, '%H:%M:%S'],
  ['T_FMT_AMPM', 131115, '%I:%M:%S %p'],
  ['ERA', 131116, ''],
  ['ERA_YEAR', 131117, ''],
  ['ERA_D_T_FMT', 131120, ''],
  ['ERA_D_FMT', 131118, ''],
  ['ERA_T_FMT', 131121, ''],
  ['ALT_DIGITS', 131119, ''],
  ['CRNCYSTR', 262159, '-'],
  ['RADIXCHAR', 65536, '.'],
  ['THOUSEP', 65537, ''],
  ['YESEXPR', 327680, '^[yY]'],
  ['NOEXPR', 327681, '^[nN]'],
  ['CODESET', CODESET, ''],
];

export const langinfoConstants: Readonly<Record<string, Zval>> = Object.fromEntries(
  ITEMS.map(([name, item]) => [name, item]),
);

export const langinfoFunctions: readonly FunctionDef[] = [
  fn({
    name: 'nl_langinfo',
    doc: 'What the locale says about an item.',
    params: [p.int('item')],
    returns: ['string', 'false'],
    impl: (rt, item) => {
      const row = ITEMS.find(([, value]) => value === item);
      if (row === undefined) {
        docref(rt, E_WARNING, `Item '${item}' is not valid`);
        return false;
      }
      if (item !== CODESET) return row[2];
      return currentLocale(rt, 0) === 'C' ? 'ANSI_X3.4-1968' : 'UTF-8';
    },
  }),
];
