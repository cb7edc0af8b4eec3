/**
 * A subject and a place in it: characters, what is asked about a place, comparison with text that was matched before.
 */
import type { CharSet } from './char-set.ts';
import { otherCases } from './char-set.ts';
import { decodeUtf8At } from '../utf8.ts';
import * as P from './program.ts';

export class Subject {
  protected readonly s: string;
  protected readonly utf: boolean;
  /** Where the matcher stands. */
  protected pos = 0;
  /** Where the search began (\G). */
  protected from = 0;

  constructor(s: string, utf: boolean) {
    this.s = s;
    this.utf = utf;
  }

  /** Behind the character at `pos` when it is in the set, else -1. */
  protected step(set: CharSet, pos: number): number {
    if (pos >= this.s.length) return -1;
    const c = this.s.charCodeAt(pos);
    if (!this.utf || c < 128) return set.bits[c] === 1 ? pos + 1 : -1;
    const { code, length } = decodeUtf8At(this.s, pos);
    return set.has(code) ? pos + length : -1;
  }

  /** Before the character in front of `pos`. */
  protected back(pos: number): number {
    let p = pos - 1;
    if (this.utf) while (p > 0 && (this.s.charCodeAt(p) & 0xc0) === 0x80) p--;
    return p;
  }

  private isWordAt(pos: number, back: boolean): boolean {
    const at = back ? this.back(pos) : pos;
    if (at < 0 || at >= this.s.length || (back && pos === 0)) return false;
    const c = this.s.charCodeAt(at);
    if (c < 128 || !this.utf) return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
    return /^[\p{L}\p{N}_]$/u.test(String.fromCodePoint(Math.max(0, decodeUtf8At(this.s, at).code)));
  }

  /** Whether an assertion holds here. */
  protected assertion(kind: number): boolean {
    const { s, pos } = this;
    const n = s.length;
    switch (kind) {
      case P.ASSERTS.bol:
      case P.ASSERTS.start:
        return pos === 0;
      case P.ASSERTS.bolMulti:
        return pos === 0 || (pos < n && s.charCodeAt(pos - 1) === 10);
      case P.ASSERTS.eol:
      case P.ASSERTS.endZ:
        return pos === n || (pos === n - 1 && s.charCodeAt(pos) === 10);
      case P.ASSERTS.eolDollarEnd:
      case P.ASSERTS.end:
        return pos === n;
      case P.ASSERTS.eolMulti:
        return pos === n || s.charCodeAt(pos) === 10;
      case P.ASSERTS.from:
        return pos === this.from;
      default:
        return (this.isWordAt(pos, true) !== this.isWordAt(pos, false)) === (kind === P.ASSERTS.word);
    }
  }

  /** Goes back so many characters; false: there are fewer. */
  protected behind(count: number): boolean {
    let p = this.pos;
    for (let n = 0; n < count; n++) {
      if (p <= 0) return false;
      p = this.back(p);
    }
    this.pos = p;
    return true;
  }

  /** Goes behind the text if it is here but for the case of its letters. */
  protected foldedReference(text: string): boolean {
    let p = this.pos;
    for (let i = 0; i < text.length; ) {
      if (p >= this.s.length) return false;
      const a = this.codeAt(text, i);
      const b = this.codeAt(this.s, p);
      if (a.code !== b.code && !otherCases(a.code, this.utf).includes(b.code)) return false;
      i += a.length;
      p += b.length;
    }
    this.pos = p;
    return true;
  }

  private codeAt(s: string, i: number): { code: number; length: number } {
    return this.utf ? decodeUtf8At(s, i) : { code: s.charCodeAt(i), length: 1 };
  }
}
