/**
 * preg_match, preg_match_all, preg_split, preg_grep, preg_quote and the errors.
 * Source: php-src ext/pcre/php_pcre.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import * as pcre from './pcre-pattern.ts';
import { capturedArray, groupValue, matchedGroups } from './preg-captures.ts';
import { setRef, stringOf } from './string-util.ts';

const PATTERN_ORDER = 1;
const SET_ORDER = 2;
const OFFSET_CAPTURE = 256;
const UNMATCHED_AS_NULL = 512;
const SPLIT_NO_EMPTY = 1;
const SPLIT_DELIM_CAPTURE = 2;
const SPLIT_OFFSET_CAPTURE = 4;

/** A start offset from the end when negative; null past the end. */
function startOffset(rt: Executor, subject: string, offset: number): number | null {
  const from = offset < 0 ? Math.max(0, subject.length + offset) : offset;
  if (from <= subject.length) return from;
  pcre.pcreState(rt).lastError = pcre.PREG_INTERNAL_ERROR;
  return null;
}

function matchOnce(
  rt: Executor,
  regex: string,
  subject: string,
  matches: PhpReference | null,
  flags: number,
  offset: number,
): Zval {
  const pattern = pcre.compilePattern(rt, regex);
  if (pattern === null) return false;
  if ((flags & 0xff) !== 0) return rt.argumentValueError(4, 'must be a PREG_* constant');
  const found = new PhpArray();
  const from = startOffset(rt, subject, offset);
  if (from === null) {
    setRef(rt, matches, found);
    return false;
  }
  pcre.pcreState(rt).lastError = pcre.PREG_NO_ERROR;
  const scan = new pcre.PcreScan(rt, pattern, subject, from);
  const captures = scan.check() && scan.next();
  if (captures === null || captures === false) {
    setRef(rt, matches, found);
    return captures === null ? 0 : false;
  }
  setRef(rt, matches, capturedArray(pattern, subject, captures, flags, scan.mark));
  return 1;
}

function matchAll(
  rt: Executor,
  regex: string,
  subject: string,
  matches: PhpReference | null,
  flags: number,
  offset: number,
): Zval {
  const pattern = pcre.compilePattern(rt, regex);
  if (pattern === null) return false;
  const order = (flags & 0xff) === 0 ? PATTERN_ORDER : flags & 0xff;
  if (order > SET_ORDER) return rt.argumentValueError(4, 'must be a PREG_* constant');
  const from = startOffset(rt, subject, offset);
  if (from === null) {
    setRef(rt, matches, new PhpArray());
    return false;
  }
  pcre.pcreState(rt).lastError = pcre.PREG_NO_ERROR;
  const scan = new pcre.PcreScan(rt, pattern, subject, from);
  const all: pcre.Captures[] = [];
  const marks: (string | null)[] = [];
  let failed = !scan.check();
  while (!failed) {
    const captures = scan.next();
    if (captures === null) break;
    if (captures === false) failed = true;
    else {
      all.push(captures);
      marks.push(scan.mark);
    }
  }
  const result =
    order === SET_ORDER
      ? setOrder(pattern, subject, all, marks, flags)
      : patternOrder(pattern, subject, all, marks, flags);
  setRef(rt, matches, result);
  return failed ? false : all.length;
}

function setOrder(
  pattern: pcre.PcrePattern,
  subject: string,
  all: readonly pcre.Captures[],
  marks: readonly (string | null)[],
  flags: number,
): PhpArray {
  return PhpArray.fromList(
    all.map((captures, i) => capturedArray(pattern, subject, captures, flags, marks[i] ?? null)),
  );
}

function patternOrder(
  pattern: pcre.PcrePattern,
  subject: string,
  all: readonly pcre.Captures[],
  marks: readonly (string | null)[],
  flags: number,
): PhpArray {
  const out = new PhpArray();
  const withOffset = (flags & OFFSET_CAPTURE) !== 0;
  const asNull = (flags & UNMATCHED_AS_NULL) !== 0;
  for (let g = 0; g <= pattern.groupCount; g++) {
    const column = PhpArray.fromList(all.map((captures) => groupValue(subject, captures, g, withOffset, asNull)));
    const name = pattern.names[g] ?? null;
    if (name !== null) out.set(name, addRef(column));
    out.set(g, column);
  }
  const marked = new PhpArray();
  for (const [i, mark] of marks.entries()) if (mark !== null) marked.set(i, mark);
  if (marked.count > 0) out.set('MARK', marked);
  return out;
}

/** The pieces between the matches. */
function split(rt: Executor, regex: string, subject: string, limitArg: number, flags: number): Zval {
  const pattern = pcre.compilePattern(rt, regex);
  if (pattern === null) return false;
  pcre.pcreState(rt).lastError = pcre.PREG_NO_ERROR;
  const out = new PhpArray();
  const noEmpty = (flags & SPLIT_NO_EMPTY) !== 0;
  const add = (start: number, end: number): void => {
    const text = end < 0 ? '' : subject.slice(start, end);
    out.append((flags & SPLIT_OFFSET_CAPTURE) !== 0 ? PhpArray.fromList([text, start]) : text);
  };
  let limit = limitArg === 0 ? -1 : limitArg;
  let last = 0;
  const scan = new pcre.PcreScan(rt, pattern, subject, 0);
  if (!scan.check()) return false;
  while (limit === -1 || limit > 1) {
    const captures = scan.next();
    if (captures === false) return false;
    if (captures === null) break;
    const start = captures[0] as number;
    const end = captures[1] as number;
    if (!noEmpty || start !== last) {
      add(last, start);
      if (limit !== -1) limit--;
    }
    if ((flags & SPLIT_DELIM_CAPTURE) !== 0) {
      for (let g = 1; g < matchedGroups(captures, pattern.groupCount); g++) {
        const [from, to] = [captures[2 * g] as number, captures[2 * g + 1] as number];
        if (!noEmpty || to > from) add(from, to);
      }
    }
    last = end;
    if (end <= start && start >= subject.length) break;
  }
  if (!noEmpty || last < subject.length) add(last, subject.length);
  return out;
}

function* grep(rt: Executor, regex: string, array: PhpArray, flags: number): NativeCode {
  const pattern = pcre.compilePattern(rt, regex);
  if (pattern === null) return false;
  pcre.pcreState(rt).lastError = pcre.PREG_NO_ERROR;
  const invert = (flags & 1) !== 0;
  const out = new PhpArray();
  for (const [key, held] of [...array.entries()]) {
    const text = yield* stringOf(rt, held);
    if (text === null) return null;
    const scan = new pcre.PcreScan(rt, pattern, text, 0);
    const captures = scan.check() && scan.next();
    if (captures === false) break;
    if ((captures !== null) !== invert) out.set(key, addRef(held));
  }
  return out;
}

const ERRORS: readonly string[] = [
  'No error',
  'Internal error',
  'Backtrack limit exhausted',
  'Recursion limit exhausted',
  'Malformed UTF-8 characters, possibly incorrectly encoded',
  'The offset did not correspond to the beginning of a valid UTF-8 code point',
  'JIT stack exhausted',
];

export const pregFunctions: readonly FunctionDef[] = [
  fn({
    name: 'preg_match',
    doc: 'Whether a pattern matches, and what its groups caught.',
    params: [
      p.string('pattern'),
      p.string('subject'),
      p.ref('matches', undefined, { default: null }),
      p.int('flags', { default: 0 }),
      p.int('offset', { default: 0 }),
    ],
    returns: ['int', 'false'],
    impl: matchOnce,
  }),
  fn({
    name: 'preg_match_all',
    doc: 'Every match of a pattern.',
    params: [
      p.string('pattern'),
      p.string('subject'),
      p.ref('matches', undefined, { default: null }),
      p.int('flags', { default: 0 }),
      p.int('offset', { default: 0 }),
    ],
    returns: ['int', 'false'],
    impl: matchAll,
  }),
  fn({
    name: 'preg_split',
    doc: 'Splits a string at every match of a pattern.',
    params: [p.string('pattern'), p.string('subject'), p.int('limit', { default: -1 }), p.int('flags', { default: 0 })],
    returns: ['array', 'false'],
    impl: split,
  }),
  fn({
    name: 'preg_grep',
    doc: 'The elements of an array that a pattern matches.',
    params: [p.string('pattern'), p.array('array'), p.int('flags', { default: 0 })],
    returns: ['array', 'false'],
    impl: grep,
  }),
  fn({
    name: 'preg_quote',
    doc: 'Puts a backslash before what has a meaning in patterns.',
    params: [p.string('str'), p.nullable(p.string('delimiter'), { default: null })],
    returns: ['string'],
    impl: (_rt, s, delimiter) => {
      const own = delimiter === null ? '' : delimiter.charAt(0);
      let out = '';
      for (const c of s) {
        if (c === '\0') out += '\\000';
        else out += '.\\+*?[^]$(){}=!<>|:-#'.includes(c) || c === own ? `\\${c}` : c;
      }
      return out;
    },
  }),
  fn({
    name: 'preg_last_error',
    doc: 'The error of the last preg call.',
    params: [],
    returns: ['int'],
    impl: (rt) => pcre.pcreState(rt).lastError,
  }),
  fn({
    name: 'preg_last_error_msg',
    doc: 'The error of the last preg call in words.',
    params: [],
    returns: ['string'],
    impl: (rt) => ERRORS[pcre.pcreState(rt).lastError] ?? 'Unknown error',
  }),
];
