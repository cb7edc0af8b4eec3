/**
 * Atoms that begin with a backslash: classes, assertions, quoted text, references to groups.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */
import type { RegexNode } from './ast.ts';
import { ANY_CHAR, CharSet, classEscape, NOT_NEWLINE } from './char-set.ts';
import { parseProperty } from './class-parser.ts';
import { simpleEscape } from './escape.ts';
import type { RegexParser } from './parser.ts';

/** The atom at the backslash; null: nothing that matches. */
export function backslash(p: RegexParser): RegexNode | null {
  const at = p.i;
  const c = p.s.charAt(p.i + 1);
  if (c === '') p.fail('\\ at end of pattern', p.s.length);
  const simple = assertion(c);
  if (simple !== undefined) {
    p.i += 2;
    return simple;
  }
  if (c === 'Q') return quotedLiteral(p);
  if (c === 'E') {
    p.i += 2;
    return null;
  }
  if (c === 'g' || c === 'k') return namedReference(p, c);
  if (c === 'p' || c === 'P') return { t: 'set', set: CharSet.of(parseProperty(p)) };
  if (/[1-9]/.test(c)) {
    const ref = numberedReference(p);
    if (ref !== null) return ref;
  }
  const test = classEscape(c, p.ucp);
  if (test !== null) {
    p.i += 2;
    return { t: 'set', set: CharSet.of(test) };
  }
  if (/[FLlUu]/.test(c)) p.fail('PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u', at + 2);
  const code = simpleEscape(p);
  if (code === null) return p.fail('unrecognized character follows \\', at + 1);
  return p.charNode(code);
}

/** Escapes that match no character by themselves, and \N \R \X; undefined for others. */
function assertion(c: string): RegexNode | undefined {
  switch (c) {
    case 'A':
      return { t: 'assert', kind: 'start' };
    case 'z':
      return { t: 'assert', kind: 'end' };
    case 'Z':
      return { t: 'assert', kind: 'endZ' };
    case 'b':
      return { t: 'assert', kind: 'word' };
    case 'B':
      return { t: 'assert', kind: 'notWord' };
    case 'G':
      return { t: 'assert', kind: 'from' };
    case 'K':
      return { t: 'keep' };
    case 'N':
      return { t: 'set', set: CharSet.of(NOT_NEWLINE) };
    case 'C':
      return { t: 'set', set: CharSet.of(ANY_CHAR) };
    case 'R': {
      const crlf: RegexNode = { t: 'seq', items: [plain(13), plain(10)] };
      const one: RegexNode = {
        t: 'set',
        set: CharSet.of((x) => (x >= 10 && x <= 13) || x === 0x85 || x === 0x2028 || x === 0x2029),
      };
      return { t: 'atomic', body: { t: 'alt', items: [crlf, one] } };
    }
    case 'X': {
      const mark = classOfProperty('\\p{M}');
      const base: RegexNode = { t: 'set', set: CharSet.of(ANY_CHAR) };
      const marks: RegexNode = { t: 'set', set: CharSet.of(mark) };
      const rest: RegexNode = { t: 'repeat', body: marks, min: 0, max: Number.POSITIVE_INFINITY, mode: 'possessive' };
      return { t: 'atomic', body: { t: 'seq', items: [base, rest] } };
    }
    default:
      return undefined;
  }
}

function plain(code: number): RegexNode {
  return { t: 'char', code, fold: false };
}

function quotedLiteral(p: RegexParser): RegexNode | null {
  const end = p.s.indexOf('\\E', p.i + 2);
  const stop = end < 0 ? p.s.length : end;
  p.i += 2;
  const items: RegexNode[] = [];
  while (p.i < stop) {
    const node = p.literal();
    // a quantifier after \E binds the last character alone
    items.push(p.i >= stop && end >= 0 ? afterQuote(p, node, end + 2) : node);
  }
  if (end >= 0 && p.i < end + 2) p.i = end + 2;
  return items.length === 0 ? null : { t: 'seq', items };
}

function afterQuote(p: RegexParser, node: RegexNode, next: number): RegexNode {
  p.i = next;
  return p.quantified(node);
}

/** \1 ... : a back reference when there are so many groups or it has one digit; null: an octal code. */
function numberedReference(p: RegexParser): RegexNode | null {
  const digits = /^[0-9]+/.exec(p.s.slice(p.i + 1))?.[0] ?? '';
  const n = Number(digits);
  if (n > 9 && n > p.references.total()) {
    if (/^[0-7]/.test(digits)) return null;
    p.fail('reference to non-existent subpattern', p.i + 1);
  }
  const at = p.i + 1;
  p.i += 1 + digits.length;
  return p.backReference(n, at);
}

/** \g{..} \g1 \g<..> \k<..> \k'..' \k{..} */
function namedReference(p: RegexParser, kind: string): RegexNode {
  const m = /^\\[gk](?:\{([^}]*)\}|<([^>]*)>|'([^']*)'|([+-]?[0-9]+))/.exec(p.s.slice(p.i));
  if (m === null) {
    const message =
      kind === 'g'
        ? 'a numbered reference must not be zero'
        : '\\k is not followed by a braced, angle-bracketed, or quoted name';
    return p.fail(message, p.i + 2);
  }
  const at = p.i + (m[4] === undefined ? 3 : 2);
  p.i += m[0].length;
  const text = m[1] ?? m[2] ?? m[3] ?? m[4] ?? '';
  const recursive = kind === 'g' && m[1] === undefined && m[4] === undefined;
  const name = p.references.named(text);
  if (recursive) return p.references.recursion(name, at);
  return p.backReference(name, at);
}

function classOfProperty(source: string): (code: number) => boolean {
  const pattern = new RegExp(`^${source}$`, 'u');
  return (code) => code <= 0x10ffff && pattern.test(String.fromCodePoint(code));
}
