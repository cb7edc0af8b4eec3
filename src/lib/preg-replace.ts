/**
 * preg_replace, preg_filter, preg_replace_callback(_array).
 * Source: php-src ext/pcre/php_pcre.c (preg_replace_common, php_pcre_replace_impl, php_pcre_replace_func_impl)
 */
import { LEFT, type NativeCode, WAIT } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import { release } from '../value/refcount.ts';
import { deref, type PhpReference, type Zval } from '../value/zval.ts';
import { DirectCallback } from '../vm/direct-callback.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { type Captures, compilePattern, PcreScan, type PcrePattern, pcreState, PREG_NO_ERROR } from './pcre-pattern.ts';
import { capturedArray } from './preg-captures.ts';
import { setRef, stringOf, stringsOf } from './string-util.ts';

/** A replacement text with references, or a callback with its flags. */
type Replacement = { readonly text: string } | { readonly direct: DirectCallback; readonly flags: number };

/** How many replacements were made so far. */
interface Counter {
  n: number;
}

/** `\1`, `$1`, `${1}` at a position: the group and the length; null when there is none. */
function reference(text: string, i: number): { group: number; length: number } | null {
  const m = /^(?:\\([0-9]{1,2})|\$([0-9]{1,2})|\$\{([0-9]{1,2})\})/.exec(text.slice(i, i + 5));
  if (m === null) return null;
  return { group: Number(m[1] ?? m[2] ?? m[3]), length: m[0].length };
}

/** The text with references filled in; a backslash before `\` or `$` takes their meaning away. */
function fill(text: string, subject: string, captures: Captures, groupCount: number): string {
  if (!/[\\$]/.test(text)) return text;
  let out = '';
  let escaped = false;
  for (let i = 0; i < text.length; ) {
    const c = text.charAt(i);
    if (c === '\\' || c === '$') {
      if (escaped) {
        out = out.slice(0, -1) + c;
        escaped = false;
        i++;
        continue;
      }
      const ref = reference(text, i);
      if (ref !== null) {
        if (ref.group <= groupCount && (captures[2 * ref.group + 1] as number) >= 0) {
          out += subject.slice(captures[2 * ref.group], captures[2 * ref.group + 1]);
        }
        i += ref.length;
        escaped = false;
        continue;
      }
    }
    out += c;
    escaped = c === '\\';
    i++;
  }
  return out;
}

/** One pattern over one subject; null after an error (noted) or an exception. */
function* replaceOne(
  rt: Executor,
  pattern: PcrePattern,
  subject: string,
  by: Replacement,
  limit: number,
  counter: Counter,
): NativeCode<string | null> {
  pcreState(rt).lastError = PREG_NO_ERROR;
  const scan = new PcreScan(rt, pattern, subject, 0);
  if (!scan.check()) return null;
  let out = '';
  let last = 0;
  for (let left = limit; left !== 0; left--) {
    const captures = scan.next();
    if (captures === false) return null;
    if (captures === null) break;
    out += subject.slice(last, captures[0]);
    if ('text' in by) out += fill(by.text, subject, captures, pattern.groupCount);
    else {
      const matches = capturedArray(pattern, subject, captures, by.flags, scan.mark);
      let result: Zval;
      try {
        const answer = by.direct.call1(matches);
        result = answer === LEFT ? yield WAIT : answer;
      } finally {
        release(rt, matches);
      }
      const text = yield* stringOf(rt, result);
      release(rt, result);
      if (text === null) return null;
      out += text;
    }
    counter.n++;
    last = captures[1] as number;
  }
  return out + subject.slice(last);
}

/** Every pattern in turn over one subject. */
function* replaceAll(
  rt: Executor,
  patterns: readonly string[],
  by: (i: number) => Replacement,
  subject: string,
  limit: number,
  counter: Counter,
): NativeCode<string | null> {
  let text: string | null = subject;
  for (const [i, regex] of patterns.entries()) {
    const pattern = compilePattern(rt, regex);
    if (pattern === null) return null;
    text = yield* replaceOne(rt, pattern, text, by(i), limit, counter);
    if (text === null) return null;
  }
  return text;
}

/** The subject or each of an array; `filter`: only those in which something was replaced. */
function* overSubjects(
  rt: Executor,
  subject: string | PhpArray,
  counter: Counter,
  filter: boolean,
  replace: (text: string) => NativeCode<string | null>,
): NativeCode {
  if (!(subject instanceof PhpArray)) {
    const before = counter.n;
    const text = yield* replace(subject);
    return filter && counter.n === before ? null : text;
  }
  const out = new PhpArray();
  for (const [key, held] of [...subject.entries()]) {
    const text = yield* stringOf(rt, held);
    if (text === null) return null;
    const before = counter.n;
    const replaced = yield* replace(text);
    if (rt.exception !== null) return null;
    if (replaced !== null && !(filter && counter.n === before)) out.set(key, replaced);
  }
  return out;
}

function* replaceCommon(
  rt: Executor,
  pattern: string | PhpArray,
  replacement: string | PhpArray,
  subject: string | PhpArray,
  limit: number,
  count: PhpReference | null,
  filter: boolean,
): NativeCode {
  if (replacement instanceof PhpArray && !(pattern instanceof PhpArray)) {
    return rt.argumentTypeError(1, 'must be of type array when argument #2 ($replacement) is an array, string given');
  }
  const patterns = pattern instanceof PhpArray ? yield* stringsOf(rt, pattern) : [pattern];
  const texts = replacement instanceof PhpArray ? yield* stringsOf(rt, replacement) : replacement;
  if (patterns === null || texts === null) return null;
  const by = (i: number): Replacement => ({ text: typeof texts === 'string' ? texts : (texts[i] ?? '') });
  const counter = { n: 0 };
  const result = yield* overSubjects(rt, subject, counter, filter, (text) =>
    replaceAll(rt, patterns, by, text, limit, counter),
  );
  setRef(rt, count, counter.n);
  return result;
}

function* replaceCallback(
  rt: Executor,
  pattern: string | PhpArray,
  callable: Callable,
  subject: string | PhpArray,
  limit: number,
  count: PhpReference | null,
  flags: number,
): NativeCode {
  const patterns = pattern instanceof PhpArray ? yield* stringsOf(rt, pattern) : [pattern];
  if (patterns === null) return null;
  const counter = { n: 0 };
  const direct = new DirectCallback(rt, callable);
  const result = yield* overSubjects(rt, subject, counter, false, (text) =>
    replaceAll(rt, patterns, () => ({ direct, flags }), text, limit, counter),
  );
  setRef(rt, count, counter.n);
  return result;
}

function* replaceCallbackArray(
  rt: Executor,
  map: PhpArray,
  subject: string | PhpArray,
  limit: number,
  count: PhpReference | null,
  flags: number,
): NativeCode {
  const pairs: { regex: string; direct: DirectCallback }[] = [];
  for (const [key, held] of map.entries()) {
    if (typeof key !== 'string') {
      return rt.argumentTypeError(1, 'must contain only string patterns as keys');
    }
    const value = deref(held);
    const callable = rt.resolveCallable(value);
    if (callable === null) return rt.argumentTypeError(1, 'must contain only valid callbacks');
    pairs.push({ regex: key, direct: new DirectCallback(rt, callable) });
  }
  const patterns = pairs.map((x) => x.regex);
  const counter = { n: 0 };
  const by = (i: number): Replacement => ({ direct: (pairs[i] as (typeof pairs)[number]).direct, flags });
  const result = yield* overSubjects(rt, subject, counter, false, (text) =>
    replaceAll(rt, patterns, by, text, limit, counter),
  );
  setRef(rt, count, counter.n);
  return result;
}

export const pregReplaceFunctions: readonly FunctionDef[] = [
  fn({
    name: 'preg_replace',
    doc: 'Replaces every match of patterns.',
    params: [
      p.union('pattern', ['array', 'string']),
      p.union('replacement', ['array', 'string']),
      p.union('subject', ['array', 'string']),
      p.int('limit', { default: -1 }),
      p.ref('count', undefined, { default: null }),
    ],
    returns: ['array', 'string', 'null'],
    impl: (rt, pattern, replacement, subject, limit, count) =>
      replaceCommon(rt, pattern, replacement, subject, limit, count, false),
  }),
  fn({
    name: 'preg_filter',
    doc: 'preg_replace() that gives back only what it changed.',
    params: [
      p.union('pattern', ['array', 'string']),
      p.union('replacement', ['array', 'string']),
      p.union('subject', ['array', 'string']),
      p.int('limit', { default: -1 }),
      p.ref('count', undefined, { default: null }),
    ],
    returns: ['array', 'string', 'null'],
    impl: (rt, pattern, replacement, subject, limit, count) =>
      replaceCommon(rt, pattern, replacement, subject, limit, count, true),
  }),
  fn({
    name: 'preg_replace_callback',
    atOnce: true,
    doc: 'Replaces every match by what a callback makes of it.',
    params: [
      p.union('pattern', ['array', 'string']),
      p.callable('callback'),
      p.union('subject', ['array', 'string']),
      p.int('limit', { default: -1 }),
      p.ref('count', undefined, { default: null }),
      p.int('flags', { default: 0 }),
    ],
    returns: ['array', 'string', 'null'],
    impl: replaceCallback,
  }),
  fn({
    name: 'preg_replace_callback_array',
    atOnce: true,
    doc: 'Replaces the matches of each pattern by its own callback.',
    params: [
      p.array('pattern'),
      p.union('subject', ['array', 'string']),
      p.int('limit', { default: -1 }),
      p.ref('count', undefined, { default: null }),
      p.int('flags', { default: 0 }),
    ],
    returns: ['array', 'string', 'null'],
    impl: replaceCallbackArray,
  }),
];
