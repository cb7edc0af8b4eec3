/**
 * A text of serialized values while it is read: where reading stands, and what holds nothing else (numbers, strings, names).
 * Source: php-src ext/standard/var_unserializer.re
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { fitsInt64, normalizeInt, PHP_INT_MAX, PHP_INT_MIN } from '../value/integer.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { docref } from './string-util.ts';

/** What is read from left to right. */
export class SerializedText {
  readonly rt: Executor;
  readonly s: string;
  /** Where reading stands; the offset of the notice after a failure. */
  p = 0;
  private digitsEnd = 0;

  constructor(rt: Executor, s: string) {
    this.rt = rt;
    this.s = s;
  }

  /** What a pattern matches right here. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.p;
    return pattern.exec(this.s);
  }

  /** null, bool, int, float, string; undefined after an error. */
  scalar(): Zval {
    const { s, p } = this;
    const c = s.charCodeAt(p);
    if (c === 105 && s.charCodeAt(p + 1) === 58) {
      const n = this.digits(p + 2);
      if (n >= 0 && s.charCodeAt(this.digitsEnd) === 59) {
        this.p = this.digitsEnd + 1;
        return n;
      }
    }
    if (c === 115) return this.string();
    let m = this.match(/N;|b:([01]);|i:([+-]?[0-9]+);/y);
    if (m !== null) {
      this.p += m[0].length;
      if (m[1] !== undefined) return m[1] === '1';
      return m[2] === undefined ? null : this.integer(m[2]);
    }
    m = this.match(/d:(NAN|-?INF|[+-]?(?:[0-9]*\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+)(?:[eE][+-]?[0-9]+)?);/y);
    if (m !== null) {
      this.p += m[0].length;
      return new PhpFloat(Number((m[1] as string).replace('INF', 'Infinity').replace('NAN', 'NaN')));
    }
    return this.string();
  }

  /** One to fifteen digits as a number, `digitsEnd` behind them; -1 when there are none or more. */
  private digits(from: number): number {
    const { s } = this;
    let n = 0;
    let at = from;
    for (; at < from + 16; at++) {
      const d = s.charCodeAt(at) - 48;
      if (!(d >= 0 && d <= 9)) break;
      n = n * 10 + d;
    }
    this.digitsEnd = at;
    return at === from || at === from + 16 ? -1 : n;
  }

  /** The int of some digits; a warning when it is too large for one. */
  integer(digits: string): PhpInt {
    const big = /[0-9]/.test(digits) ? BigInt(digits.startsWith('+') ? digits.slice(1) : digits) : 0n;
    if (fitsInt64(big)) return normalizeInt(big);
    docref(this.rt, E_WARNING, 'Numerical result out of range');
    return big < 0n ? PHP_INT_MIN : PHP_INT_MAX;
  }

  private string(): Zval {
    const { s } = this;
    let length = s.charCodeAt(this.p + 1) === 58 ? this.digits(this.p + 2) : -1;
    let start = this.digitsEnd + 2;
    const kind = s.charAt(this.p);
    if (length < 0 || kind !== 's' || s.charCodeAt(start - 2) !== 58 || s.charCodeAt(start - 1) !== 34) {
      const m = this.match(/[sS]:([0-9]+):"/y);
      if (m === null) return undefined;
      length = Number(m[1]);
      start = this.p + m[0].length;
    }
    if (this.s.length - start < length) {
      this.p += 2;
      return undefined;
    }
    let text = this.s.slice(start, start + length);
    let end = start + length;
    if (kind === 'S') {
      const read = this.escaped(start, length);
      if (read === null) return undefined;
      ({ text, end } = read);
    }
    if (this.s.charAt(end) !== '"') {
      this.p = end;
      return undefined;
    }
    if (this.s.charAt(end + 1) !== ';') {
      this.p = end + 1;
      return undefined;
    }
    this.p = end + 2;
    return text;
  }

  /** unserialize_str: bytes with `\xx` escapes. */
  private escaped(start: number, length: number): { text: string; end: number } | null {
    let text = '';
    let i = start;
    for (let n = 0; n < length; n++) {
      if (i >= this.s.length) return null;
      if (this.s.charAt(i) !== '\\') {
        text += this.s.charAt(i++);
        continue;
      }
      const hex = this.s.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) return null;
      text += String.fromCharCode(Number.parseInt(hex, 16));
      i += 3;
    }
    return { text, end: i };
  }

  /** The length-prefixed name after `O:`, `C:`, `E:`; null after an error with `p` set. */
  quotedName(after: string): string | null {
    const m = this.match(/[OCE]:([0-9]+):"/y);
    if (m === null) return null;
    const length = Number(m[1]);
    const start = this.p + m[0].length;
    if (this.s.length - start < length || length === 0) {
      this.p += 2;
      return null;
    }
    const end = start + length;
    if (this.s.charAt(end) !== '"') {
      this.p = end;
      return null;
    }
    if (this.s.charAt(end + 1) !== after) {
      this.p = end + 1;
      return null;
    }
    return this.s.slice(start, end);
  }

  /** Reads the number behind two signs (`":`), 0 when it is missing. */
  count(): PhpInt {
    const digits = /^[+-]?[0-9]*/.exec(this.s.slice(this.p + 2))?.[0] ?? '';
    this.p += 2 + digits.length;
    return this.integer(digits);
  }

  /** Goes behind the `}` of an array or object; false: there is none. */
  endOfNested(): boolean {
    if (this.s.charAt(this.p) !== '}') return false;
    this.p++;
    return true;
  }
}
