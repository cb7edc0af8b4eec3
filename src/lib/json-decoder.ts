/**
 * json_decode: a parser with its own stack, so that the depth of a text is bounded by `depth` alone.
 * Source: php-src ext/json/json_scanner.re, json_parser.y
 */
import { encodeUtf8 } from '../base/encode-utf8.ts';
import { normalizeKey } from '../value/array-key.ts';
import { fitsInt64, normalizeInt } from '../value/integer.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import * as J from './json-constants.ts';
import { decodeUtf8At } from './utf8.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** An array or object that is being read. */
interface Open {
  /** Objects are made when their first member is complete, as PHP's parser does: handles show the order. */
  container: PhpArray | PhpObject | null;
  /** ']' or '}' */
  readonly closer: string;
  key: string;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/** Raised inside the parser only; `parse` turns it into the error code. */
class JsonFailure extends Error {
  readonly code: number;
  constructor(code: number) {
    super('json');
    this.code = code;
  }
}

export class JsonDecoder {
  private readonly rt: Executor;
  private readonly s: string;
  private readonly flags: number;
  private readonly maxDepth: number;
  private i = 0;
  error: number = J.JSON_ERROR_NONE;

  constructor(rt: Executor, s: string, flags: number, maxDepth: number) {
    this.rt = rt;
    this.s = s;
    this.flags = flags;
    this.maxDepth = maxDepth;
  }

  /** The value, owned; null with `error` set when the text is no JSON. */
  parse(): Zval {
    const stack: Open[] = [];
    try {
      return this.document(stack);
    } catch (failure) {
      if (!(failure instanceof JsonFailure)) throw failure;
      this.error = failure.code;
      for (const open of stack) if (open.container !== null) release(this.rt, open.container);
      return null;
    }
  }

  private document(stack: Open[]): Zval {
    for (;;) {
      // a value is due
      let done = this.value(stack);
      // a finished value goes into what encloses it, which may be finished then too
      while (done !== undefined) {
        const top = stack[stack.length - 1];
        if (top === undefined) {
          this.skipSpace();
          if (this.i < this.s.length) {
            release(this.rt, done);
            this.unexpected();
          }
          return done;
        }
        this.store(top, done);
        done = this.afterElement(stack, top);
      }
    }
  }

  /** A finished value, or undefined when an array or object was opened that has elements. */
  private value(stack: Open[]): Zval {
    this.skipSpace();
    const c = this.s.charAt(this.i);
    switch (c) {
      case '"':
        return this.string();
      case '[':
        return this.open(stack, ']');
      case '{':
        return this.open(stack, '}');
      default:
        return this.scalar(c);
    }
  }

  private containerOf(top: Open): PhpArray | PhpObject {
    const asArray = top.closer === ']' || (this.flags & J.JSON_OBJECT_AS_ARRAY) !== 0;
    top.container ??= asArray ? new PhpArray() : this.rt.newObject(this.rt.classOf('stdClass'));
    return top.container;
  }

  private open(stack: Open[], closer: ']' | '}'): Zval {
    // what an array holds is one level more
    if (stack.length + 1 >= this.maxDepth) throw new JsonFailure(J.JSON_ERROR_DEPTH);
    this.i++;
    const top: Open = { container: null, closer, key: '' };
    stack.push(top);
    this.skipSpace();
    const c = this.s.charAt(this.i);
    if (c === closer) return this.close(stack);
    if (closer === '}') this.key(top, c);
    else if (c === '}') throw new JsonFailure(J.JSON_ERROR_STATE_MISMATCH);
    return undefined;
  }

  private close(stack: Open[]): Zval {
    this.i++;
    const top = stack.pop();
    return top === undefined ? null : this.containerOf(top);
  }

  /** After an element: the next one (undefined) or the finished container. */
  private afterElement(stack: Open[], top: Open): Zval {
    this.skipSpace();
    const c = this.s.charAt(this.i);
    if (c === top.closer) return this.close(stack);
    if (c === ',') {
      this.i++;
      if (top.closer === '}') {
        this.skipSpace();
        this.key(top, this.s.charAt(this.i));
      }
      return undefined;
    }
    if (c === ']' || c === '}') throw new JsonFailure(J.JSON_ERROR_STATE_MISMATCH);
    return this.unexpected();
  }

  private key(top: Open, c: string): void {
    if (c !== '"') {
      if (c === ']') throw new JsonFailure(J.JSON_ERROR_STATE_MISMATCH);
      this.checkToken(c);
      throw new JsonFailure(J.JSON_ERROR_SYNTAX);
    }
    top.key = this.string();
    this.skipSpace();
    if (this.s.charAt(this.i) !== ':') this.unexpected();
    this.i++;
  }

  private store(top: Open, v: Zval): void {
    const container = this.containerOf(top);
    if (top.closer === ']') (container as PhpArray).append(v);
    else if (container instanceof PhpArray) container.update(this.rt, normalizeKey(top.key), v);
    else {
      if (top.key.charCodeAt(0) === 0) {
        release(this.rt, v);
        throw new JsonFailure(J.JSON_ERROR_INVALID_PROPERTY_NAME);
      }
      container.dyn ??= new PhpArray();
      container.dyn.update(this.rt, top.key, v);
    }
  }

  private skipSpace(): void {
    for (;;) {
      const c = this.s.charCodeAt(this.i);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return;
      this.i++;
    }
  }

  /** What the scanner or the parser says of something that may not stand here. */
  private unexpected(): never {
    this.checkToken(this.s.charAt(this.i));
    throw new JsonFailure(J.JSON_ERROR_SYNTAX);
  }

  /** Scanner errors come before the parser's: control characters, broken UTF-8, broken strings. */
  private checkToken(c: string): void {
    if (this.i >= this.s.length) return;
    const code = c.charCodeAt(0);
    if (code < 32) throw new JsonFailure(J.JSON_ERROR_CTRL_CHAR);
    if (code >= 0x80 && decodeUtf8At(this.s, this.i).code < 0) throw new JsonFailure(J.JSON_ERROR_UTF8);
    if (c === '"') this.string();
  }

  private scalar(c: string): Zval {
    NUMBER.lastIndex = this.i;
    const m = c === '-' || (c >= '0' && c <= '9') ? NUMBER.exec(this.s) : null;
    if (m !== null) {
      this.i += m[0].length;
      return this.number(m[0], m[1] !== undefined || m[2] !== undefined);
    }
    WORD.lastIndex = this.i;
    const word = WORD.exec(this.s)?.[0];
    if (word === undefined) return this.unexpected();
    this.i += word.length;
    return word === 'false' ? false : word === 'true' ? true : null;
  }

  private number(text: string, isFloat: boolean): Zval {
    if (isFloat) return new PhpFloat(Number(text));
    if (text.length < 16) return Number(text) + 0;
    const big = BigInt(text);
    if (fitsInt64(big)) return normalizeInt(big);
    return (this.flags & J.JSON_BIGINT_AS_STRING) !== 0 ? text : new PhpFloat(Number(text));
  }

  private string(): string {
    const { s } = this;
    let out = '';
    let from = ++this.i;
    for (;;) {
      const c = s.charCodeAt(this.i);
      if (c === 34) {
        out += s.slice(from, this.i++);
        return out;
      }
      if (Number.isNaN(c) || c < 32) throw new JsonFailure(J.JSON_ERROR_CTRL_CHAR);
      if (c === 92) {
        out += s.slice(from, this.i) + this.escape();
        from = this.i;
      } else if (c >= 0x80) {
        const { code, length } = decodeUtf8At(s, this.i);
        if (code < 0) {
          out += s.slice(from, this.i) + this.invalidUtf8();
          from = this.i + 1;
          this.i++;
        } else this.i += length;
      } else this.i++;
    }
  }

  private invalidUtf8(): string {
    if ((this.flags & J.JSON_INVALID_UTF8_IGNORE) !== 0) return '';
    if ((this.flags & J.JSON_INVALID_UTF8_SUBSTITUTE) !== 0) return '\xef\xbf\xbd';
    throw new JsonFailure(J.JSON_ERROR_UTF8);
  }

  /** Behind a backslash at `i`; moves behind the escape. */
  private escape(): string {
    const c = this.s.charAt(this.i + 1);
    if (c !== 'u') {
      const plain = ESCAPES[c];
      if (plain === undefined) throw new JsonFailure(J.JSON_ERROR_SYNTAX);
      this.i += 2;
      return plain;
    }
    const hex = this.s.slice(this.i + 2, this.i + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw new JsonFailure(J.JSON_ERROR_SYNTAX);
    const code = Number.parseInt(hex, 16);
    this.i += 6;
    if (code < 0xd800 || code > 0xdfff) return encodeUtf8(code);
    const low = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})$/.exec(this.s.slice(this.i, this.i + 6))?.[1];
    if (code > 0xdbff || low === undefined) throw new JsonFailure(J.JSON_ERROR_UTF16);
    this.i += 6;
    return encodeUtf8(0x10000 + ((code & 0x3ff) << 10) + (Number.parseInt(low, 16) & 0x3ff));
  }
}
