/**
 * json_encode.
 * Source: php-src ext/json/json_encoder.c
 */
import { ByteText } from '../base/byte-text.ts';
import { ACC_ENUM } from '../bytecode/type-flags.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { objectPropertiesTable } from '../object/object-vars.ts';
import { floatForJson } from '../value/number-format.ts';
import { parseNumeric } from '../value/numeric-string.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_PROTECTED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpFloat, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import * as J from './json-constants.ts';
import { decodeUtf8At } from './utf8.ts';

const HEX = '0123456789abcdef';
const PLAIN = /^[\x20\x21\x23-\x25\x28-\x2e\x30-\x3b\x3d\x3f-\x5b\x5d-\x7f]*$/;

function valueOf(held: Zval): Zval {
  return held instanceof PhpReference ? held.val : held instanceof PhpIndirect ? held.slots[held.index] : held;
}

export class JsonEncoder {
  private readonly rt: Executor;
  private readonly options: number;
  private readonly maxDepth: number;
  private depth = 0;
  private readonly out: ByteText = new ByteText();
  error: number = J.JSON_ERROR_NONE;

  constructor(rt: Executor, options: number, maxDepth: number) {
    this.rt = rt;
    this.options = options;
    this.maxDepth = maxDepth;
  }

  get text(): string {
    return this.out.toString();
  }

  private has(flag: number): boolean {
    return (this.options & flag) !== 0;
  }

  private get partial(): boolean {
    return this.has(J.JSON_PARTIAL_OUTPUT_ON_ERROR);
  }

  /** php_json_encode_zval: false after an error that ends the encoding. */
  *value(held: Zval): NativeCode<boolean> {
    const done = this.scalar(held);
    if (done !== null) return done;
    const v = valueOf(held);
    return v instanceof PhpArray ? yield* this.array(v) : yield* this.object(v as PhpObject);
  }

  /** `value` of what is neither an array nor an object; null for those. */
  private scalar(held: Zval): boolean | null {
    const v = valueOf(held);
    switch (typeof v) {
      case 'boolean':
        this.out.add(v ? 'true' : 'false');
        return true;
      case 'number':
      case 'bigint':
        this.out.add(String(v));
        return true;
      case 'string':
        return this.string(v);
      default:
    }
    if (v === null || v === undefined) {
      this.out.add('null');
      return true;
    }
    if (v instanceof PhpFloat) return this.float(v.value);
    return v instanceof PhpArray || v instanceof PhpObject ? null : this.fail(J.JSON_ERROR_UNSUPPORTED_TYPE);
  }

  /** Notes the error; with partial output a null goes on in its place. */
  private fail(code: number, instead: string = 'null'): boolean {
    this.error = code;
    if (!this.partial) return false;
    this.out.add(instead);
    return true;
  }

  private float(n: number): boolean {
    if (!Number.isFinite(n)) return this.fail(J.JSON_ERROR_INF_OR_NAN, '0');
    this.out.add(floatForJson(n, this.rt.serializePrecision, this.has(J.JSON_PRESERVE_ZERO_FRACTION)));
    return true;
  }

  private newline(): void {
    if (this.has(J.JSON_PRETTY_PRINT)) this.out.add(`\n${'    '.repeat(this.depth)}`);
  }

  private *array(array: PhpArray): NativeCode<boolean> {
    if (array.guarded) return this.fail(J.JSON_ERROR_RECURSION);
    array.guarded = true;
    try {
      if (!this.has(J.JSON_FORCE_OBJECT) && array.isList()) return yield* this.list(array);
      return yield* this.members(array, null);
    } finally {
      array.guarded = false;
    }
  }

  private *list(array: PhpArray): NativeCode<boolean> {
    this.out.add('[');
    this.depth++;
    let first = true;
    for (const v of array.valueList()) {
      if (!first) this.out.add(',');
      first = false;
      this.newline();
      if (!(this.scalar(v) ?? (yield* this.value(v)))) return false;
    }
    return this.close(']', !first);
  }

  private close(bracket: string, any: boolean): boolean {
    if (this.depth > this.maxDepth) {
      this.error = J.JSON_ERROR_DEPTH;
      if (!this.partial) return false;
    }
    this.depth--;
    if (any) this.newline();
    this.out.add(bracket);
    return true;
  }

  /** The members of an array or a property table (`of` its object: only what is public). */
  private *members(table: PhpArray, of: PhpObject | null): NativeCode<boolean> {
    this.out.add('{');
    this.depth++;
    let first = true;
    const end = table.used;
    for (let pos = table.firstPos(); pos < end; pos = table.nextPos(pos)) {
      const key = table.keyAt(pos);
      const held = table.valueAt(pos);
      if (held instanceof PhpIndirect && held.slots[held.index] === undefined) continue;
      const name = String(key);
      // only what is public
      if (of !== null && name.charCodeAt(0) === 0) continue;
      if (!first) this.out.add(',');
      first = false;
      this.newline();
      if (!this.key(name)) return false;
      this.out.add(this.has(J.JSON_PRETTY_PRINT) ? ': ' : ':');
      if (!(this.scalar(held) ?? (yield* this.value(held)))) return false;
    }
    return this.close('}', !first);
  }

  /** A member's name is never taken for a number; one that is not UTF-8 becomes "" in partial output. */
  private key(name: string): boolean {
    return this.quoted(name, '""');
  }

  private *object(obj: PhpObject): NativeCode<boolean> {
    if ((obj.ce.flags & ACC_ENUM) !== 0 && !this.isSerializable(obj)) {
      if (obj.ce.enumBackingType === null) return this.fail(J.JSON_ERROR_NON_BACKED_ENUM, '0');
      return yield* this.value(obj.props[1]);
    }
    if (this.isSerializable(obj)) return yield* this.serializable(obj);
    if ((obj.flags & OBJ_PROTECTED) !== 0) return this.fail(J.JSON_ERROR_RECURSION);
    obj.flags |= OBJ_PROTECTED;
    const table = objectPropertiesTable(this.rt, obj);
    try {
      return yield* this.members(table, obj);
    } finally {
      obj.flags &= ~OBJ_PROTECTED;
      release(this.rt, table);
    }
  }

  private isSerializable(obj: PhpObject): boolean {
    return instanceOf(obj.ce, this.rt.classOf('JsonSerializable'));
  }

  private *serializable(obj: PhpObject): NativeCode<boolean> {
    if ((obj.flags & OBJ_PROTECTED) !== 0) return this.fail(J.JSON_ERROR_RECURSION);
    obj.flags |= OBJ_PROTECTED;
    try {
      const result = yield* this.rt.callMethod(obj, 'jsonserialize');
      if (this.rt.exception !== null) {
        release(this.rt, result);
        return false;
      }
      try {
        if (result instanceof PhpObject && result === obj) {
          const table = objectPropertiesTable(this.rt, obj);
          const ok = yield* this.members(table, obj);
          release(this.rt, table);
          return ok;
        }
        return yield* this.value(result);
      } finally {
        release(this.rt, result);
      }
    } finally {
      obj.flags &= ~OBJ_PROTECTED;
    }
  }

  private string(s: string): boolean {
    if (this.has(J.JSON_NUMERIC_CHECK)) {
      const n = parseNumeric(s, false);
      if (n !== null) {
        if (!(n.value instanceof PhpFloat)) {
          this.out.add(String(n.value));
          return true;
        }
        if (Number.isFinite(n.value.value)) return this.float(n.value.value);
      }
    }
    return this.quoted(s);
  }

  /** php_json_escape_string */
  private quoted(s: string, instead: string = 'null'): boolean {
    if (s === '') {
      this.out.add('""');
      return true;
    }
    if (PLAIN.test(s)) {
      this.out.add(`"${s}"`);
      return true;
    }
    let out = '"';
    const special = /[\x00-\x1f"&'/<>\\\x80-\xff]/g;
    for (let i = 0; i < s.length; ) {
      special.lastIndex = i;
      const at = special.test(s) ? special.lastIndex - 1 : s.length;
      if (at > i) out += s.slice(i, at);
      i = at;
      if (i === s.length) break;
      const c = s.charCodeAt(i);
      if (c < 0x80) {
        out += this.asciiChar(c);
        i++;
        continue;
      }
      const { code, length } = decodeUtf8At(s, i);
      if (code >= 0) {
        out += this.wideChar(s.slice(i, i + length), code);
        i += length;
      } else if (this.has(J.JSON_INVALID_UTF8_IGNORE)) i += length;
      else if (this.has(J.JSON_INVALID_UTF8_SUBSTITUTE)) {
        out += this.has(J.JSON_UNESCAPED_UNICODE) ? '\xef\xbf\xbd' : '\\ufffd';
        i += length;
      } else {
        return this.fail(J.JSON_ERROR_UTF8, instead);
      }
    }
    this.out.add(`${out}"`);
    return true;
  }

  private wideChar(bytes: string, code: number): string {
    const lineEnd = code === 0x2028 || code === 0x2029;
    if (this.has(J.JSON_UNESCAPED_UNICODE) && (!lineEnd || this.has(J.JSON_UNESCAPED_LINE_TERMINATORS))) return bytes;
    if (code < 0x10000) return unicodeEscape(code);
    const rest = code - 0x10000;
    return unicodeEscape(0xd800 | (rest >> 10)) + unicodeEscape(0xdc00 | (rest & 0x3ff));
  }

  private asciiChar(c: number): string {
    switch (c) {
      case 34:
        return this.has(J.JSON_HEX_QUOT) ? '\\u0022' : '\\"';
      case 92:
        return '\\\\';
      case 47:
        return this.has(J.JSON_UNESCAPED_SLASHES) ? '/' : '\\/';
      case 8:
        return '\\b';
      case 12:
        return '\\f';
      case 10:
        return '\\n';
      case 13:
        return '\\r';
      case 9:
        return '\\t';
      case 60:
        return this.has(J.JSON_HEX_TAG) ? '\\u003C' : '<';
      case 62:
        return this.has(J.JSON_HEX_TAG) ? '\\u003E' : '>';
      case 38:
        return this.has(J.JSON_HEX_AMP) ? '\\u0026' : '&';
      case 39:
        return this.has(J.JSON_HEX_APOS) ? '\\u0027' : "'";
      default:
        return c < 32 ? unicodeEscape(c) : String.fromCharCode(c);
    }
  }
}

function unicodeEscape(code: number): string {
  return `\\u${HEX.charAt(code >> 12)}${HEX.charAt((code >> 8) & 15)}${HEX.charAt((code >> 4) & 15)}${HEX.charAt(code & 15)}`;
}
