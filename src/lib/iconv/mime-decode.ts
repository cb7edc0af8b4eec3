/**
 * iconv_mime_decode(): a mail header with its encoded words read.
 * Source: php-src 8.2 ext/iconv/iconv.c (_php_iconv_mime_decode), a machine of thirteen states
 */
import type { Executor } from '../../vm/executor.ts';
import { fromBase64, fromQuotedPrintable } from '../mbstring/transfer-encodings.ts';
import { findCharset } from './charsets.ts';
import { convert, type IconvError } from './convert.ts';

export const MIME_DECODE_STRICT = 1;
export const MIME_DECODE_CONTINUE_ON_ERROR = 2;

/** Names of charsets are shorter. */
const LONGEST_NAME = 79;

type State =
  | 'any'
  | 'word-mark'
  | 'charset'
  | 'scheme'
  | 'scheme-end'
  | 'text'
  | 'word-end'
  | 'line-feed'
  | 'fold'
  | 'behind-word'
  | 'language'
  | 'spaces'
  | 'plain';

const NONE = -1;

/** Ends the decoding. */
class Stop {
  readonly error: IconvError;
  constructor(error: IconvError) {
    this.error = error;
  }
}

export class HeaderDecoder {
  private readonly rt: Executor;
  private readonly str: string;
  private readonly to: string;
  private readonly strict: boolean;
  private readonly goesOn: boolean;
  private state: State = 'any';
  private at: number;
  private left: number;
  private wordAt = NONE;
  private spacesAt = NONE;
  private charsetAt = NONE;
  private charset = '';
  private scheme: 'B' | 'Q' = 'B';
  private textAt = 0;
  private text = '';
  private out = '';
  private stop: Stop | null = null;

  constructor(rt: Executor, str: string, from: number, to: string, mode: number) {
    this.rt = rt;
    this.str = str;
    this.to = to;
    this.at = from;
    this.left = str.length - from;
    this.strict = (mode & MIME_DECODE_STRICT) !== 0;
    this.goesOn = (mode & MIME_DECODE_CONTINUE_ON_ERROR) !== 0;
  }

  /** The text and where the next header begins, or the error. */
  run(): { readonly text: string; readonly next: number } | IconvError {
    if (findCharset(this.rt, this.to) === null) return 'charset';
    for (; this.left > 0 && this.stop === null; this.left--, this.at++) this.step(this.str.charAt(this.at));
    const stop = this.stop as Stop | null;
    if (stop !== null) return stop.error;
    if (!['any', 'fold', 'spaces', 'plain'].includes(this.state)) {
      if (!this.goesOn) return 'malformed';
      if (this.state === 'word-mark') this.out += '=';
    }
    return { text: this.out, next: this.at };
  }

  private fail(error: IconvError): void {
    this.stop ??= new Stop(error);
  }

  /** Appends bytes of another charset, when they are right. */
  private append(bytes: string, charset = 'ASCII'): IconvError | null {
    const done = convert(this.rt, bytes, this.to, charset);
    if (done.error === null) this.out += done.text;
    return done.error;
  }

  private appendOrFail(bytes: string): boolean {
    const error = this.append(bytes);
    if (error !== null) this.fail(error);
    return error === null;
  }

  private plainState(): State {
    return this.strict ? 'plain' : 'any';
  }

  /** The encoded word up to here as it stands. */
  private keepWord(): void {
    if (!this.appendOrFail(this.str.slice(this.wordAt, this.at + 1))) return;
    this.wordAt = NONE;
    this.state = this.plainState();
  }

  private keepWordOrFail(): void {
    if (this.goesOn) this.keepWord();
    else this.fail('malformed');
  }

  private step(c: string): void {
    switch (this.state) {
      case 'any':
        return this.any(c);
      case 'word-mark':
        return this.wordMark(c);
      case 'charset':
        return this.charsetName(c);
      case 'scheme':
        if ('bBqQ'.includes(c)) {
          this.scheme = 'bB'.includes(c) ? 'B' : 'Q';
          this.state = 'scheme-end';
        } else this.keepWordOrFail();
        return;
      case 'scheme-end':
        if (c !== '?') return this.keepWordOrFail();
        this.textAt = this.at + 1;
        this.state = 'text';
        return;
      case 'text':
        if (c !== '?') return;
        this.text = this.str.slice(this.textAt, this.at);
        this.state = 'word-end';
        return;
      case 'word-end':
        return this.wordEnd(c);
      case 'language':
        if (c === '?') this.state = 'scheme';
        return;
      default:
        return this.between(c);
    }
  }

  private between(c: string): void {
    switch (this.state) {
      case 'line-feed':
        if (c === '\n') this.state = 'fold';
        else {
          this.append('\r');
          this.append(c);
          this.state = 'any';
        }
        return;
      case 'fold':
        return this.fold(c);
      case 'behind-word':
        return this.behindWord(c, false);
      case 'spaces':
        return this.spaces(c);
      default:
        return this.plain(c);
    }
  }

  private any(c: string): void {
    if (c === '\r') this.state = 'line-feed';
    else if (c === '\n') this.state = 'fold';
    else if (c === '=') this.beginWord();
    else if (c === ' ' || c === '\t') this.beginSpaces();
    else {
      const error = this.append(c);
      if (error !== null && !this.goesOn) return this.fail(error);
      this.wordAt = NONE;
      if (this.strict) this.state = 'plain';
    }
  }

  private beginWord(): void {
    this.wordAt = this.at;
    this.state = 'word-mark';
  }

  private beginSpaces(): void {
    this.spacesAt = this.at;
    this.state = 'spaces';
  }

  private wordMark(c: string): void {
    if (c === '?') {
      this.charsetAt = this.at + 1;
      this.state = 'charset';
      return;
    }
    if (c === '\r' || c === '\n') this.at--;
    this.keepWord();
  }

  private charsetName(c: string): void {
    if (c === '\r' || c === '\n') {
      this.at--;
      this.append('=?');
      if (this.appendOrFail(this.str.slice(this.charsetAt, this.at + 1))) this.state = this.plainState();
      return;
    }
    if (c !== '?' && c !== '*') return;
    this.state = c === '?' ? 'scheme' : 'language';
    const name = this.str.slice(this.charsetAt, this.at);
    if (name.length > LONGEST_NAME) return this.keepWordOrFail();
    this.charset = name;
    if (findCharset(this.rt, name) !== null) return;
    if (!this.goesOn) return this.fail('charset');
    this.skipWord();
  }

  /** The word is in a charset that nobody knows: it stays as it is. */
  private skipWord(): void {
    for (let marks = 2; marks > 0 && this.left > 1; this.left--) if (this.str.charAt(++this.at) === '?') marks--;
    if (this.str.charAt(this.at + 1) === '=') {
      this.at++;
      if (this.left > 1) this.left--;
    }
    if (this.appendOrFail(this.str.slice(this.wordAt, this.at + 1))) this.state = 'plain';
  }

  private wordEnd(c: string): void {
    if (c !== '=') return this.keepWordOrFail();
    this.state = 'behind-word';
    if (this.left === 1) this.behindWord(c, true);
  }

  private behindWord(c: string, isEnd: boolean): void {
    if (!isEnd && this.strict && !'\r\n \t'.includes(c)) {
      if (this.appendOrFail(this.str.slice(this.wordAt, this.at + 1))) this.state = 'plain';
      return;
    }
    const bytes = this.scheme === 'B' ? fromBase64(this.text) : fromQuotedPrintable(this.text.replaceAll('_', ' '));
    const error = this.append(bytes, this.charset);
    if (error !== null) {
      if (!this.goesOn) return this.fail(error);
      const kept = this.append(this.str.slice(this.wordAt, this.at));
      this.wordAt = NONE;
      if (kept !== null) return;
    }
    if (isEnd) this.state = 'any';
    else if (c === '\r') this.state = 'line-feed';
    else if (c === '\n') this.state = 'fold';
    else if (c === '=') this.state = 'word-mark';
    else if (c === ' ' || c === '\t') this.beginSpaces();
    else {
      this.append(c);
      this.state = 'plain';
    }
  }

  private fold(c: string): void {
    if (c !== ' ' && c !== '\t') {
      this.at--;
      this.left = 1;
      return;
    }
    if (this.wordAt === NONE) this.append(' ');
    this.spacesAt = NONE;
    this.state = 'spaces';
  }

  private appendSpaces(): void {
    if (this.spacesAt !== NONE) this.append(this.str.slice(this.spacesAt, this.at));
    this.spacesAt = NONE;
  }

  private spaces(c: string): void {
    if (c === '\r') this.state = 'line-feed';
    else if (c === '\n') this.state = 'fold';
    else if (c === '=') {
      // spaces between two encoded words say nothing
      if (this.wordAt === NONE) this.appendSpaces();
      this.beginWord();
    } else if (c !== ' ' && c !== '\t') {
      this.appendSpaces();
      this.append(c);
      this.wordAt = NONE;
      this.state = this.plainState();
    }
  }

  private plain(c: string): void {
    if (c === '\r') this.state = 'line-feed';
    else if (c === '\n') this.state = 'fold';
    else if (c === ' ' || c === '\t') this.beginSpaces();
    else if (c === '=' && !this.strict) this.beginWord();
    else this.append(c);
  }
}
