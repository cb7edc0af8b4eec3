/**
 * mb_strpos() and the others that look for text in text.
 * Source: php-src 8.2 ext/mbstring/mbstring.c (mb_strpos, php_mb_strstr_variants, mb_substr_count)
 */
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { encodingArgument } from './arguments.ts';
import { convertCase } from './case.ts';
import { isValid } from './convert.ts';
import type { Encoding } from './encoding.ts';
import { mbState } from './registry.ts';
import { asUtf8, findText, substringOf, textLength } from './text.ts';

const FOLD_SIMPLE = 7;
const encodingParam = p.nullable(p.string('encoding'), { default: null });

interface Search {
  readonly reverse: boolean;
  readonly ignoresCase: boolean;
}

/** The text in UTF-8, folded when case does not matter. */
function comparable(rt: Executor, e: Encoding, s: string, { ignoresCase }: Search): string {
  const state = mbState(rt);
  return ignoresCase ? state.write(state.utf8, convertCase(e.decode(s), FOLD_SIMPLE)) : asUtf8(state, e, s);
}

function find(
  rt: Executor,
  e: Encoding,
  haystack: string,
  needle: string,
  offset: number,
  search: Search,
): number | null {
  const text = comparable(rt, e, haystack, search);
  if (text === '' && search.ignoresCase) return -1;
  return findText(text, comparable(rt, e, needle, search), offset, search.reverse);
}

function positionFunction(name: string, doc: string, search: Search): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('haystack'), p.string('needle'), p.int('offset', { default: 0 }), encodingParam],
    returns: ['int', 'false'],
    impl: (rt, haystack, needle, offset, encodingName): Zval => {
      const e = encodingArgument(rt, encodingName, 4);
      if (e === null) return null;
      const at = find(rt, e, haystack, needle, offset, search);
      if (at === null) return rt.argumentValueError(3, 'must be contained in argument #1 ($haystack)');
      return at < 0 ? false : at;
    },
  });
}

function partFunction(name: string, doc: string, search: Search): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('haystack'), p.string('needle'), p.bool('before_needle', { default: false }), encodingParam],
    returns: ['string', 'false'],
    impl: (rt, haystack, needle, before, encodingName): Zval => {
      const e = encodingArgument(rt, encodingName, 4);
      if (e === null) return null;
      const at = find(rt, e, haystack, needle, 0, search);
      if (at === null || at < 0) return false;
      return before
        ? substringOf(mbState(rt), e, haystack, 0, at)
        : substringOf(mbState(rt), e, haystack, at, textLength(e, haystack));
    },
  });
}

function countCodes(codes: readonly number[], wanted: readonly number[]): number {
  let count = 0;
  for (let at = 0; at + wanted.length <= codes.length; ) {
    const found = wanted.every((code, i) => codes[at + i] === code);
    if (found) count++;
    at += found ? wanted.length : 1;
  }
  return count;
}

const FIRST: Search = { reverse: false, ignoresCase: false };
const LAST: Search = { reverse: true, ignoresCase: false };
const FIRST_ANY_CASE: Search = { reverse: false, ignoresCase: true };
const LAST_ANY_CASE: Search = { reverse: true, ignoresCase: true };

export const mbSearchFunctions: readonly FunctionDef[] = [
  positionFunction('mb_strpos', 'Where a text first occurs in another, in characters.', FIRST),
  positionFunction('mb_strrpos', 'Where a text last occurs in another.', LAST),
  positionFunction('mb_stripos', 'Where a text first occurs in another, in any case.', FIRST_ANY_CASE),
  positionFunction('mb_strripos', 'Where a text last occurs in another, in any case.', LAST_ANY_CASE),
  partFunction('mb_strstr', 'A text from where another first occurs in it.', FIRST),
  partFunction('mb_strrchr', 'A text from where another last occurs in it.', LAST),
  partFunction('mb_stristr', 'A text from where another first occurs in it, in any case.', FIRST_ANY_CASE),
  partFunction('mb_strrichr', 'A text from where another last occurs in it, in any case.', LAST_ANY_CASE),
  fn({
    name: 'mb_substr_count',
    doc: 'How often a text occurs in another.',
    params: [p.string('haystack'), p.string('needle'), encodingParam],
    returns: ['int'],
    impl: (rt, haystack, needle, encodingName) => {
      const e = encodingArgument(rt, encodingName, 3);
      if (e === null) return null;
      const state = mbState(rt);
      // what means nothing is the same whatever its bytes are
      const wanted = asUtf8(state, e, needle);
      if (wanted === '') return rt.argumentValueError(2, 'must not be empty');
      if (e === state.utf8 && (!isValid(e, needle) || !isValid(e, haystack))) {
        return countCodes(e.decode(haystack), e.decode(needle));
      }
      const text = asUtf8(state, e, haystack);
      let count = 0;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) count++;
      return count;
    },
  }),
];
