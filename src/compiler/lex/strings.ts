/**
 * Values of string literals: escapes and heredoc indentation.
 * Source: php-src Zend/zend_language_scanner.l (zend_scan_escape_string, strip_multiline_string_indentation)
 */
import { encodeUtf8 } from '../../base/encode-utf8.ts';
import { countNewlines, LexError } from './lex-error.ts';

/** The value of the inside of a single-quoted string: only `\\` and `\'` are escapes. */
export function unescapeSingle(raw: string): string {
  return raw.includes('\\') ? raw.replace(/\\([\\'])/g, '$1') : raw;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['e', '\x1b'],
  ['\\', '\\'],
  ['$', '$'],
]);

/** A piece of an escaped string: what it stands for and the offset after it. */
interface Unescaped {
  readonly text: string;
  readonly next: number;
}

function unescapeCodepoint(raw: string, at: number): Unescaped | LexError {
  if (raw.charAt(at + 1) !== '{') {
    return { text: '\\u', next: at + 1 };
  }
  const digits = /^[0-9a-fA-F]*/.exec(raw.slice(at + 2))?.[0] ?? '';
  const close = at + 2 + digits.length;
  if (digits === '' || raw.charAt(close) !== '}') {
    return new LexError('Invalid UTF-8 codepoint escape sequence', countNewlines(raw, at));
  }
  const codepoint = Number.parseInt(digits, 16);
  if (codepoint > 0x10ffff) {
    return new LexError('Invalid UTF-8 codepoint escape sequence: Codepoint too large', countNewlines(raw, at));
  }
  return { text: encodeUtf8(codepoint), next: close + 1 };
}

function unescapeOne(raw: string, at: number, quote: string, warn: (message: string) => void): Unescaped | LexError {
  const char = raw.charAt(at);
  const simple = SIMPLE_ESCAPES.get(char);
  if (simple !== undefined) {
    return { text: simple, next: at + 1 };
  }
  if (char === 'u') {
    return unescapeCodepoint(raw, at);
  }
  if (char === 'x' || char === 'X') {
    const hex = /^[0-9a-fA-F]{1,2}/.exec(raw.slice(at + 1, at + 3));
    if (hex !== null) {
      return { text: String.fromCharCode(Number.parseInt(hex[0], 16)), next: at + 1 + hex[0].length };
    }
  }
  const octal = /^[0-7]{1,3}/.exec(raw.slice(at, at + 3));
  if (octal !== null) {
    if (octal[0].length === 3 && octal[0].charAt(0) > '3') {
      warn(`Octal escape sequence overflow \\${octal[0]} is greater than \\377`);
    }
    return { text: String.fromCharCode(Number.parseInt(octal[0], 8) & 255), next: at + octal[0].length };
  }
  return { text: char === quote && char !== '' ? char : `\\${char}`, next: at + 1 };
}

/**
 * Resolves the escapes of a double-quoted string, heredoc or backquoted text.
 * `quote` is the quote that may be escaped ('"', '`' or '' in a heredoc). `warn` hears octal overflows together with
 * the number of newlines before them.
 */
export function unescapeDouble(
  raw: string,
  quote: string,
  warn: (message: string, newlines: number) => void,
): string | LexError {
  let at = raw.indexOf('\\');
  if (at === -1) {
    return raw;
  }
  let out = raw.slice(0, at);
  while (at < raw.length) {
    if (at + 1 >= raw.length) {
      return `${out}\\`;
    }
    const slash = at;
    const piece = unescapeOne(raw, at + 1, quote, (message) => warn(message, countNewlines(raw, slash)));
    if (piece instanceof LexError) {
      return piece;
    }
    const next = raw.indexOf('\\', piece.next);
    at = next === -1 ? raw.length : next;
    out += piece.text + raw.slice(piece.next, at);
  }
  return out;
}

/** How the closing label of a heredoc is indented. */
export interface Indentation {
  readonly width: number;
  readonly usesSpaces: boolean;
}

/** Offset and length of the next newline; null when there is none. */
function nextNewline(text: string, from: number): { at: number; length: number } | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      return { at, length: 1 };
    }
    if (code === 13) {
      return { at, length: text.charCodeAt(at + 1) === 10 ? 2 : 1 };
    }
  }
  return null;
}

/**
 * Removes the closing label's indentation from every line of a heredoc's text.
 * `startsLine`: the text starts at the start of a line; `endsLine`: a newline (already cut off) follows it.
 * Lines of white space alone may be shorter than the indentation.
 */
export function stripIndentation(
  text: string,
  indentation: Indentation,
  startsLine: boolean,
  endsLine: boolean,
): string | LexError {
  let at = 0;
  let out = '';
  let newlines = 0;
  if (!startsLine) {
    const first = nextNewline(text, 0);
    if (first === null) {
      return text;
    }
    at = first.at + first.length;
    out = text.slice(0, at);
    newlines++;
  }
  for (;;) {
    const newline = nextNewline(text, at);
    const stop = newline === null ? (endsLine ? text.length : -1) : newline.at;
    for (let skipped = 0; skipped < indentation.width && at !== stop; skipped++, at++) {
      const char = text.charAt(at);
      if (char !== ' ' && char !== '\t') {
        const message = `Invalid body indentation level (expecting an indentation level of at least ${indentation.width})`;
        return new LexError(message, newlines);
      }
      if ((char === ' ') !== indentation.usesSpaces) {
        return new LexError('Invalid indentation - tabs and spaces cannot be mixed', newlines);
      }
    }
    if (newline === null) {
      return out + text.slice(at);
    }
    out += text.slice(at, newline.at + newline.length);
    at = newline.at + newline.length;
    newlines++;
  }
}
