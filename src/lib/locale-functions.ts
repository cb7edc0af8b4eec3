/**
 * The locale, and strtok.
 * Source: php-src ext/standard/string.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { chooseLocale, currentLocale } from './locale-state.ts';
import { docref, stringOf } from './string-util.ts';

const LONGEST_NAME = 255;

/** The first locale of the list that there is; "0" and null ask for the current one, "" for the environment's. */
function* setLocale(rt: Executor, category: number, locales: readonly Zval[]): NativeCode {
  for (const held of locales) {
    const v = deref(held);
    for (const one of v instanceof PhpArray ? v.valueList() : [v]) {
      const name = deref(one) === null ? '0' : yield* stringOf(rt, one);
      if (name === null) return null;
      if (name === '0') return currentLocale(rt, category);
      if (name.length >= LONGEST_NAME) {
        docref(rt, E_WARNING, 'Specified locale name is too long');
        continue;
      }
      const chosen = chooseLocale(rt, category, name);
      if (chosen !== false) return chosen;
    }
  }
  return false;
}

const CHAR_MAX = 127;
const LOCALECONV: readonly (readonly [string, string | number])[] = [
  ['decimal_point', '.'],
  ['thousands_sep', ''],
  ['int_curr_symbol', ''],
  ['currency_symbol', ''],
  ['mon_decimal_point', ''],
  ['mon_thousands_sep', ''],
  ['positive_sign', ''],
  ['negative_sign', ''],
  ['int_frac_digits', CHAR_MAX],
  ['frac_digits', CHAR_MAX],
  ['p_cs_precedes', CHAR_MAX],
  ['p_sep_by_space', CHAR_MAX],
  ['n_cs_precedes', CHAR_MAX],
  ['n_sep_by_space', CHAR_MAX],
  ['p_sign_posn', CHAR_MAX],
  ['n_sign_posn', CHAR_MAX],
];

interface TokenState {
  text: string;
  at: number;
  /** Nothing is being cut up, or its end is reached. */
  done: boolean;
}

/** The next token: separators before it are skipped, the one behind it is passed. */
function nextToken(rt: Executor, first: string, token: string | null): Zval {
  const state = rt.moduleState<TokenState>('strtok', () => ({ text: '', at: 0, done: true }));
  const separators = token ?? first;
  if (token !== null) Object.assign(state, { text: first, at: 0, done: false });
  if (state.done || state.at >= state.text.length) {
    state.done = true;
    return false;
  }
  const { text } = state;
  let start = state.at;
  while (start < text.length && separators.includes(text.charAt(start))) start++;
  if (start >= text.length) {
    state.done = true;
    return false;
  }
  let end = start;
  while (end < text.length && !separators.includes(text.charAt(end))) end++;
  state.at = end + 1;
  return text.slice(start, end);
}

export const localeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'setlocale',
    doc: 'Chooses a locale; there are C and C.UTF-8.',
    params: [p.int('category'), p.mixed('locales'), p.rest(p.mixed('rest'))],
    returns: ['string', 'false'],
    impl: (rt, category, locales, rest) => setLocale(rt, category, [locales, ...rest]),
  }),
  fn({
    name: 'localeconv',
    doc: 'How the locale writes numbers.',
    params: [],
    returns: ['array'],
    impl: () => {
      const out = PhpArray.fromEntries(LOCALECONV);
      out.setStr('grouping', new PhpArray());
      out.setStr('mon_grouping', new PhpArray());
      return out;
    },
  }),
  fn({
    name: 'strtok',
    doc: 'Cuts a string into tokens, one a call.',
    params: [p.string('string'), p.nullable(p.string('token'), { default: null })],
    returns: ['string', 'false'],
    impl: (rt, s, token) => nextToken(rt, s, token),
  }),
];
