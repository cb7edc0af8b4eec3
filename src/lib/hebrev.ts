/**
 * hebrev: Hebrew in the order of its letters becomes lines in the order in which they are seen.
 * Source: php-src ext/standard/string.c
 */
import { type FunctionDef, fn, p } from './define.ts';

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '\\': '/',
  '/': '\\',
};

/** A letter of ISO 8859-8. */
function isHebrew(c: string): boolean {
  return c >= '\xe0' && c <= '\xfa';
}

function isBlank(c: string): boolean {
  return c === ' ' || c === '\t' || c === '\r' || c === '\v';
}

function isPunctuation(c: string): boolean {
  return /[!-/:-@[-`{-~]/.test(c);
}

function isNewline(c: string): boolean {
  return c === '\n' || c === '\r';
}

/** The text from its end, blocks of other letters turned round once more. */
function reordered(s: string): string[] {
  const out: string[] = [];
  let hebrew = isHebrew(s.charAt(0));
  let start = 0;
  for (let end = 0; ; start = end + 1) {
    const last = s.length - 1;
    if (hebrew) {
      const belongs = (c: string): boolean => isHebrew(c) || isBlank(c) || isPunctuation(c) || c === '\n';
      while (end < last && belongs(s.charAt(end + 1))) end++;
      for (let i = start; i <= end; i++) out.unshift(MIRRORED[s.charAt(i)] ?? s.charAt(i));
    } else {
      while (end < last && !isHebrew(s.charAt(end + 1)) && s.charAt(end + 1) !== '\n') end++;
      const trailing = (c: string): boolean => (isBlank(c) || isPunctuation(c)) && c !== '/' && c !== '-';
      while (end > start && trailing(s.charAt(end))) end--;
      out.unshift(...s.slice(start, end + 1));
    }
    hebrew = !hebrew;
    if (end >= last) return out;
  }
}

/** Where the line that ends at `begin` starts, at most `most` characters before (0: no limit). */
function lineStart(chars: readonly string[], from: number, most: number): number {
  let begin = from;
  let count = 0;
  while ((most === 0 || (most > 0 && count < most)) && begin > 0) {
    count++;
    begin--;
    if (isNewline(chars[begin] as string)) {
      while (begin > 0 && isNewline(chars[begin - 1] as string)) {
        begin--;
        count++;
      }
      break;
    }
  }
  if (most < 0 || count !== most) return begin;
  // no word is broken, if that can be
  let at = begin;
  let left = count;
  for (; left > 0; at++, left--) {
    const c = chars[at] as string;
    if (isBlank(c) || isNewline(c)) break;
  }
  return left > 0 ? at : begin;
}

function hebrev(s: string, most: number): string {
  if (s === '') return '';
  const chars = reordered(s);
  let out = '';
  let end = s.length - 1;
  for (let begin = end; ; ) {
    const start = lineStart(chars, begin, most);
    if (isBlank(chars[start] as string)) chars[start] = '\n';
    let content = start;
    while (content <= end && isNewline(chars[content] as string)) content++;
    out += chars.slice(content, end + 1).join('');
    for (let i = start; i <= end && isNewline(chars[i] as string); i++) out += chars[i];
    if (start === 0) return out.slice(0, s.length);
    begin = end = start - 1;
  }
}

export const hebrevFunctions: readonly FunctionDef[] = [
  fn({
    name: 'hebrev',
    doc: 'Logical Hebrew text as visual text.',
    params: [p.string('string'), p.int('max_chars_per_line', { default: 0 })],
    returns: ['string'],
    impl: (_rt, s, most) => hebrev(s, most),
  }),
];
