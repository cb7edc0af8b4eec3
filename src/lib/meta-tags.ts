/**
 * get_meta_tags.
 * Source: php-src ext/standard/file.c (php_next_meta_token)
 */
import type { NativeCode } from '../object/native-code.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { readWhole } from './file-functions.ts';
import { asciiLower } from './string-util.ts';

/** META_DEF_BUFSIZE */
const LONGEST = 8192;
const TOKENS =
  /(?<open><)|(?<close>>)|(?<equal>=)|(?<slash>\/)|(?<quote>['"])|(?<id>[A-Za-z0-9][A-Za-z0-9_.:-]*)|(?<other>[^\n\r\t])/y;

interface Token {
  readonly kind: string;
  readonly text: string;
}

/** A string ends at its quote, or before a tag: then the quote was an apostrophe. */
function stringEnd(html: string, quote: string, from: number): number {
  let end = from;
  while (end < html.length && end - from < LONGEST && !`${quote}<>\0`.includes(html.charAt(end))) end++;
  return end;
}

/** Everything from the opening of a file to its NUL, in tokens. */
function* tokens(html: string): Generator<Token, void> {
  for (let at = 0; at < html.length && html.charAt(at) !== '\0'; ) {
    TOKENS.lastIndex = at;
    const groups = TOKENS.exec(html)?.groups;
    if (groups === undefined) {
      at++;
      continue;
    }
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as string;
    const text = groups[kind] as string;
    at += text.length;
    if (kind === 'quote') {
      const end = stringEnd(html, text, at);
      yield { kind: 'string', text: html.slice(at, end) };
      at = end + (html.charAt(end) === text ? 1 : 0);
      continue;
    }
    yield { kind, text: text.slice(0, LONGEST) };
    // what ends a word is skipped when it is none of the signs that mean something
    if (kind === 'id' && html.charAt(at) === '-') at++;
  }
}

/** The contents of the tags by name, up to the end of the head. */
function metaTags(html: string): PhpArray {
  const out = new PhpArray();
  let last = '';
  let inMeta = false;
  let inTag = false;
  let wanted: 'name' | 'content' | null = null;
  let found: { name?: string; content?: string } = {};
  for (const { kind, text } of tokens(html)) {
    const word = kind === 'id' ? asciiLower(text) : '';
    if (kind === 'id' && last === 'open') inMeta = word === 'meta';
    else if (kind === 'id' && last === 'slash' && inTag) {
      if (word === 'head') return out;
    } else if (wanted !== null && last === 'equal' && (kind === 'id' || kind === 'string')) {
      found[wanted] = text;
      wanted = null;
    } else if (kind === 'id' && inMeta && (word === 'name' || word === 'content')) wanted = word;
    else if (kind === 'open') {
      if (wanted !== null) found = {};
      wanted = null;
      inTag = true;
    } else if (kind === 'close') {
      if (found.name !== undefined) {
        const name = asciiLower(found.name.replace(/[.\\+*?[^\]$() ]/g, '_'));
        out.set(normalizeKey(name), found.content ?? '');
      }
      found = {};
      wanted = null;
      inTag = inMeta = false;
    }
    last = kind;
  }
  return out;
}

function* getMetaTags(rt: Executor, path: string, useIncludePath: boolean): NativeCode {
  const html = yield* readWhole(rt, path, useIncludePath);
  return typeof html === 'string' ? metaTags(html) : html;
}

export const metaTagFunctions: readonly FunctionDef[] = [
  fn({
    name: 'get_meta_tags',
    doc: 'The meta tags of a page by name.',
    params: [p.string('filename'), p.bool('use_include_path', { default: false })],
    returns: ['array', 'false'],
    impl: getMetaTags,
  }),
];
