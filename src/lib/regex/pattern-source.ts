/**
 * The text of a pattern while it is read: where reading stands, which options hold there, what is skipped.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */
import { decodeUtf8At } from '../utf8.ts';
import { RegexError, type RegexOptions } from './ast.ts';
import type { EscapeSource } from './escape.ts';

/** The options that `(?i)` and friends change. */
interface LocalOptions {
  caseless: boolean;
  multiline: boolean;
  dotAll: boolean;
  extended: boolean;
  ungreedy: boolean;
  dupNames: boolean;
  noAutoCapture: boolean;
}

/** A pattern, read from left to right. */
export class PatternSource implements EscapeSource {
  readonly s: string;
  /** Where reading stands. */
  i = 0;
  readonly utf: boolean;
  /** The pattern's own options. */
  readonly whole: RegexOptions;
  /** Those that hold here. */
  local: LocalOptions;

  constructor(pattern: string, options: RegexOptions) {
    this.s = pattern;
    this.utf = options.utf;
    this.whole = options;
    const { caseless, multiline, dotAll, extended, ungreedy, dupNames, noAutoCapture } = options;
    this.local = { caseless, multiline, dotAll, extended, ungreedy, dupNames, noAutoCapture };
  }

  get ucp(): boolean {
    return this.utf;
  }

  get caseless(): boolean {
    return this.local.caseless;
  }

  /** @throws RegexError always */
  fail(message: string, offset: number = this.i): never {
    throw new RegexError(message, offset);
  }

  /** The character here, a whole code point in UTF mode. */
  nextCode(): number {
    const { code, length } = this.utf ? decodeUtf8At(this.s, this.i) : { code: this.s.charCodeAt(this.i), length: 1 };
    this.i += length;
    return code;
  }

  /** White space and comments under /x: whether `c`, which is next, begins some. */
  skipExtended(c: string): boolean {
    if (!this.local.extended) return false;
    if (/[ \t\n\r\f\v]/.test(c)) {
      this.i++;
      return true;
    }
    if (c !== '#') return false;
    const end = this.s.indexOf('\n', this.i);
    this.i = end < 0 ? this.s.length : end + 1;
    return true;
  }

  /** All there is of them. */
  skipAllExtended(): void {
    while (this.i < this.s.length && this.skipExtended(this.s.charAt(this.i)));
  }
}
