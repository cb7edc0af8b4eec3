/**
 * PHP's patterns: delimiters, modifiers, the cache of compiled ones, and running one over a subject.
 * Source: php-src ext/pcre/php_pcre.c (pcre_get_compiled_regex_cache_ex)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { Executor } from '../vm/executor.ts';
import { type ParsedRegex, RegexError } from './regex/ast.ts';
import { compileRegex } from './regex/compiler.ts';
import { Matcher } from './regex/matcher.ts';
import { NativeMatcher, TextView } from './regex/native-matcher.ts';
import { parseRegex } from './regex/parser.ts';
import type { RegexProgram } from './regex/program.ts';
import { docref } from './string-util.ts';
import { isAscii, isUtf8 } from './utf8.ts';

export const PREG_NO_ERROR = 0;
export const PREG_INTERNAL_ERROR = 1;
export const PREG_BACKTRACK_LIMIT_ERROR = 2;
export const PREG_RECURSION_LIMIT_ERROR = 3;
export const PREG_BAD_UTF8_ERROR = 4;
export const PREG_BAD_UTF8_OFFSET_ERROR = 5;
export const PREG_JIT_STACKLIMIT_ERROR = 6;

/** A compiled pattern. */
export interface PcrePattern {
  readonly program: RegexProgram;
  readonly native: NativeMatcher;
  readonly anchored: boolean;
  readonly hasNames: boolean;
  readonly utf: boolean;
  readonly groupCount: number;
  /** The name of each group by number; null for unnamed ones. */
  readonly names: readonly (string | null)[];
}

interface PcreState {
  readonly cache: Map<string, PcrePattern>;
  lastError: number;
  /** The last subject in UTF mode that was not ASCII: walks over it ask again and again. */
  wide: { readonly subject: string; readonly view: TextView | null };
}

/** PCRE_G */
export function pcreState(rt: Executor): PcreState {
  return rt.moduleState('pcre', () => ({
    cache: new Map<string, PcrePattern>(),
    lastError: PREG_NO_ERROR,
    wide: { subject: '', view: null },
  }));
}

const CACHE_SIZE = 4096;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The compiled form of a pattern with delimiters; null after a warning. */
export function compilePattern(rt: Executor, regex: string): PcrePattern | null {
  const state = pcreState(rt);
  const known = state.cache.get(regex);
  if (known !== undefined) return known;
  const made = compileAnew(rt, regex);
  if (made === null) {
    state.lastError = PREG_INTERNAL_ERROR;
    return null;
  }
  if (state.cache.size >= CACHE_SIZE) state.cache.clear();
  state.cache.set(regex, made);
  return made;
}

function warn(rt: Executor, message: string): null {
  docref(rt, E_WARNING, message);
  return null;
}

function compileAnew(rt: Executor, regex: string): PcrePattern | null {
  const text = regex.replace(/^[ \t\n\r\v\f]+/, '');
  if (text === '') return warn(rt, 'Empty regular expression');
  const delimiter = text.charAt(0);
  if (/[A-Za-z0-9\\\0]/.test(delimiter)) {
    return warn(rt, 'Delimiter must not be alphanumeric, backslash, or NUL');
  }
  const closer = CLOSERS[delimiter] ?? delimiter;
  const end = endOfPattern(text, delimiter, closer);
  if (end < 0) {
    const matching = closer === delimiter ? '' : 'matching ';
    return warn(rt, `No ending ${matching}delimiter '${closer}' found`);
  }
  const modifiers = readModifiers(rt, text.slice(end + 1));
  if (modifiers === null) return null;
  const source = text.slice(1, end);
  if (modifiers.has('u') && !isUtf8(source)) {
    return warn(rt, 'Compilation failed: UTF-8 error: byte 2 top bits not 0x80 at offset 0');
  }
  try {
    const parsed = parseRegex(source, {
      caseless: modifiers.has('i'),
      multiline: modifiers.has('m'),
      dotAll: modifiers.has('s'),
      extended: modifiers.has('x'),
      ungreedy: modifiers.has('U'),
      dupNames: modifiers.has('J'),
      noAutoCapture: modifiers.has('n'),
      anchored: modifiers.has('A'),
      dollarEndOnly: modifiers.has('D'),
      utf: modifiers.has('u'),
    });
    return patternOf(parsed, modifiers.has('A'));
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    return warn(rt, `Compilation failed: ${error.message} at offset ${error.offset}`);
  }
}

/** A pattern that begins with \G is an anchored one without it, which the host can run. */
function withoutFrom(parsed: ParsedRegex): ParsedRegex | null {
  const { node } = parsed;
  const first = node.t === 'seq' ? node.items[0] : undefined;
  if (node.t !== 'seq' || first?.t !== 'assert' || first.kind !== 'from') return null;
  return { ...parsed, node: { ...node, items: node.items.slice(1) } };
}

function patternOf(original: ParsedRegex, wasAnchored: boolean): PcrePattern {
  const stripped = withoutFrom(original);
  const parsed = stripped ?? original;
  const anchored = wasAnchored || stripped !== null;
  const hasNames = parsed.names.size > 0;
  const names = new Array<string | null>(parsed.groupCount + 1).fill(null);
  for (const [name, groups] of parsed.names) for (const g of groups) names[g] = name;
  const native = new NativeMatcher(parsed);
  const { utf, groupCount } = parsed;
  return { program: compileRegex(parsed), native, anchored, utf, groupCount, names, hasNames };
}

function endOfPattern(text: string, delimiter: string, closer: string): number {
  let depth = 1;
  for (let i = 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\') i++;
    else if (c === closer && --depth === 0) return i;
    else if (c === delimiter && closer !== delimiter) depth++;
  }
  return -1;
}

function readModifiers(rt: Executor, text: string): Set<string> | null {
  const out = new Set<string>();
  for (const c of text) {
    if (' \n\r'.includes(c)) continue;
    if (!'imsxADSUXuJn'.includes(c)) {
      if (c === 'e')
        return warn(rt, 'The /e modifier is no longer supported, use preg_replace_callback instead') as null;
      if (c === '\0') return warn(rt, 'NUL is not a valid modifier') as null;
      return warn(rt, `Unknown modifier '${c}'`) as null;
    }
    out.add(c);
  }
  return out;
}

/** One match: start and end of each group, -1 when it took no part. */
export type Captures = readonly number[];

/** The limit with which patterns may run on the host's regular expressions, which count nothing. */
const DEFAULT_BACKTRACK_LIMIT = 1_000_000;

/** A walk over a subject, match after match, as PHP's global functions do it. */
export class PcreScan {
  private readonly rt: Executor;
  private readonly pattern: PcrePattern;
  private readonly subject: string;
  private readonly limit: number;
  /** The subject's text for patterns in UTF mode, unless it is ASCII. */
  private view: TextView | null = null;
  private at: number;
  /** An empty match was found at `at`: the next one there must not be empty. */
  private afterEmpty = false;
  /** Not for the host's regular expressions. */
  private ownOnly: boolean;
  /** The name of the last (*MARK) on the way of the last match. */
  mark: string | null = null;

  constructor(rt: Executor, pattern: PcrePattern, subject: string, from: number) {
    this.rt = rt;
    this.pattern = pattern;
    this.subject = subject;
    this.at = from;
    this.limit = rt.ini.number('pcre.backtrack_limit');
    this.ownOnly = this.limit !== DEFAULT_BACKTRACK_LIMIT;
  }

  /** False, with the error noted, when the subject or offset is no valid UTF-8 for a /u pattern. */
  check(): boolean {
    const { subject } = this;
    if (!this.pattern.utf || isAscii(subject)) return true;
    const state = pcreState(this.rt);
    if (state.wide.subject !== subject) {
      if (!isUtf8(subject)) return this.checkFromHere();
      state.wide = { subject, view: new TextView(subject) };
    }
    if ((subject.charCodeAt(this.at) & 0xc0) === 0x80) return this.fail(PREG_BAD_UTF8_OFFSET_ERROR);
    this.view = state.wide.view;
    return true;
  }

  /** PCRE2 looks at the subject from the start offset on only. */
  private checkFromHere(): boolean {
    const { subject, at } = this;
    if (at === 0 || !isUtf8(subject.slice(at))) return this.fail(PREG_BAD_UTF8_ERROR);
    this.ownOnly = true;
    return true;
  }

  private fail(code: number): false {
    pcreState(this.rt).lastError = code;
    return false;
  }

  /** The next match, null when there is none; false after an error, which is noted. */
  next(): Captures | null | false {
    for (;;) {
      const captures = this.find();
      if (captures === false) return false;
      if (captures !== null) {
        const start = captures[0] as number;
        const end = captures[1] as number;
        this.afterEmpty = end <= start;
        this.at = end < start ? start : end;
        return captures;
      }
      if (!this.afterEmpty || this.at >= this.subject.length) return null;
      // nothing but an empty match here: one character on
      this.afterEmpty = false;
      this.at++;
      if (this.pattern.utf) {
        while (this.at < this.subject.length && (this.subject.charCodeAt(this.at) & 0xc0) === 0x80) this.at++;
      }
    }
  }

  private find(): Captures | null | false {
    const { pattern, subject, at, afterEmpty } = this;
    if (afterEmpty && pattern.native.alwaysEmpty) return null;
    if (!afterEmpty && !this.ownOnly) {
      const found = pattern.native.search(subject, this.view, at, pattern.anchored);
      if (found !== undefined) return found;
    }
    const matcher = new Matcher(pattern.program, subject, this.limit);
    const status = matcher.search(at, pattern.anchored || afterEmpty, afterEmpty);
    switch (status) {
      case 'match':
        this.mark = matcher.mark;
        return matcher.captures;
      case 'no match':
        return null;
      case 'backtrack limit':
        return this.fail(PREG_BACKTRACK_LIMIT_ERROR);
      case 'stack limit':
        return this.fail(PREG_JIT_STACKLIMIT_ERROR);
      case 'recursion limit':
        return this.fail(PREG_RECURSION_LIMIT_ERROR);
    }
  }
}
