/**
 * pack and unpack.
 * Source: php-src ext/standard/pack.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { normalizeKey } from '../value/array-key.ts';
import { toFloat, toInt } from '../value/convert.ts';
import { toInt64 } from '../value/integer.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref, stringOf } from './string-util.ts';

/** Repeaters are of 32 bits. */
const PHP_INT32_MAX = 0x7fffffff;

interface NumberFormat {
  readonly size: number;
  readonly signed: boolean;
  readonly big: boolean;
  readonly float: boolean;
}

function format(size: number, signed: boolean, big: boolean, float = false): NumberFormat {
  return { size, signed, big, float };
}

/** Numbers by their code, as a little-endian 64-bit machine has them. */
const NUMBERS: Readonly<Record<string, NumberFormat>> = {
  c: format(1, true, false),
  C: format(1, false, false),
  s: format(2, true, false),
  S: format(2, false, false),
  n: format(2, false, true),
  v: format(2, false, false),
  i: format(4, true, false),
  I: format(4, false, false),
  l: format(4, true, false),
  L: format(4, false, false),
  N: format(4, false, true),
  V: format(4, false, false),
  q: format(8, true, false),
  Q: format(8, false, false),
  J: format(8, false, true),
  P: format(8, false, false),
  f: format(4, true, false, true),
  g: format(4, true, false, true),
  G: format(4, true, true, true),
  d: format(8, true, false, true),
  e: format(8, true, false, true),
  E: format(8, true, true, true),
};

function encodeNumber(rt: Executor, v: Zval, f: NumberFormat): string {
  const view = new DataView(new ArrayBuffer(8));
  if (f.float) {
    if (f.size === 4) view.setFloat32(0, toFloat(rt, v), !f.big);
    else view.setFloat64(0, toFloat(rt, v), !f.big);
  } else {
    let n = BigInt.asUintN(8 * f.size, BigInt(toInt(rt, v)));
    for (let i = 0; i < f.size; i++, n >>= 8n) view.setUint8(f.big ? f.size - 1 - i : i, Number(n & 255n));
  }
  let out = '';
  for (let i = 0; i < f.size; i++) out += String.fromCharCode(view.getUint8(i));
  return out;
}

function decodeNumber(bytes: string, f: NumberFormat): Zval {
  const view = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < f.size; i++) view.setUint8(i, bytes.charCodeAt(i));
  if (f.float) return new PhpFloat(f.size === 4 ? view.getFloat32(0, !f.big) : view.getFloat64(0, !f.big));
  let n = 0n;
  for (let i = 0; i < f.size; i++) n = (n << 8n) | BigInt(view.getUint8(f.big ? i : f.size - 1 - i));
  return toInt64(f.signed ? BigInt.asIntN(8 * f.size, n) : n);
}

/** One code of a format with its repeater: a number, -1 for `*`, null for none. */
interface Code {
  readonly code: string;
  readonly count: number | null;
}

function readCodes(text: string): Code[] {
  const out: Code[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charAt(i++);
    if (text.charAt(i) === '*') {
      i++;
      out.push({ code, count: -1 });
      continue;
    }
    const digits = /^[0-9]+/.exec(text.slice(i))?.[0] ?? '';
    i += digits.length;
    out.push({ code, count: digits === '' ? null : Number(digits) });
  }
  return out;
}

function packHex(rt: Executor, text: string, code: string, count: number): string {
  let nibbles = count < 0 ? text.length : count;
  if (nibbles > text.length) {
    docref(rt, E_WARNING, `Type ${code}: not enough characters in string`);
    nibbles = text.length;
  }
  let out = '';
  for (let i = 0; i < nibbles; i += 2) {
    let byte = 0;
    for (let k = 0; k < 2 && i + k < nibbles; k++) {
      const digit = Number.parseInt(text.charAt(i + k), 16);
      if (Number.isNaN(digit)) docref(rt, E_WARNING, `Type ${code}: illegal hex digit ${text.charAt(i + k)}`);
      const high = (k === 0) === (code === 'H');
      byte |= (Number.isNaN(digit) ? 0 : digit) << (high ? 4 : 0);
    }
    out += String.fromCharCode(byte);
  }
  return out;
}

function packString(rt: Executor, text: string, code: string, count: number | null): string {
  if (code === 'h' || code === 'H') return packHex(rt, text, code, count ?? 1);
  const size = count === null ? 1 : count < 0 ? text.length + (code === 'Z' ? 1 : 0) : count;
  const fillers: Readonly<Record<string, string>> = { a: '\0', A: ' ', Z: '\0' };
  const body = code === 'Z' ? text.slice(0, Math.max(0, size - 1)) : text.slice(0, size);
  return body.padEnd(size, fillers[code] as string);
}

function* pack(rt: Executor, text: string, values: readonly Zval[]): NativeCode {
  let out = '';
  let next = 0;
  for (const { code, count } of readCodes(text)) {
    if ('aAZhH'.includes(code)) {
      if (next >= values.length) return rt.throwError('ValueError', `Type ${code}: not enough arguments`);
      const value = yield* stringOf(rt, values[next++]);
      if (value === null) return null;
      out += packString(rt, value, code, count);
      continue;
    }
    const number = NUMBERS[code];
    if (number !== undefined) {
      const n = count === null ? 1 : count < 0 ? values.length - next : count;
      if (n > values.length - next) return rt.throwError('ValueError', `Type ${code}: too few arguments`);
      for (let k = 0; k < n; k++) out += encodeNumber(rt, values[next++], number);
      continue;
    }
    const moved = move(rt, out, code, count);
    if (moved === null) return null;
    out = moved;
  }
  if (next < values.length) docref(rt, E_WARNING, `${values.length - next} arguments unused`);
  return out;
}

/** x, X, @: bytes forward, back, to a position. */
function move(rt: Executor, out: string, code: string, count: number | null): string | null {
  if (!'xX@'.includes(code)) return rt.throwError('ValueError', `Type ${code}: unknown format code`);
  let n = count ?? 1;
  if (n < 0) {
    docref(rt, E_WARNING, `Type ${code}: '*' ignored`);
    n = 1;
  }
  if (code === 'x') return out + '\0'.repeat(n);
  if (code === '@') return out.slice(0, n).padEnd(n, '\0');
  if (n > out.length) docref(rt, E_WARNING, `Type ${code}: outside of string`);
  return out.slice(0, Math.max(0, out.length - n));
}

function unpackString(bytes: string, code: string, count: number): string {
  if (code === 'a') return bytes;
  if (code === 'A') return bytes.replace(/[\0\t\r\n ]+$/, '');
  if (code === 'Z') {
    const end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.slice(0, end);
  }
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes.charCodeAt(i);
    const [first, second] = code === 'H' ? [c >> 4, c & 15] : [c & 15, c >> 4];
    out += first.toString(16) + second.toString(16);
  }
  return count < 0 ? out : out.slice(0, count);
}

/** How many bytes one item takes; -1: the rest. */
function itemSize(code: string, count: number | null): number | null {
  if ('aAZ'.includes(code)) return count ?? 1;
  if (code === 'h' || code === 'H') return count === null ? 1 : count < 0 ? -1 : Math.ceil(count / 2);
  if (code === 'x') return 1;
  if (code === 'X') return 0;
  if (code === '@') return 0;
  return NUMBERS[code]?.size ?? null;
}

class Unpacker {
  private readonly rt: Executor;
  private readonly s: string;
  private pos = 0;
  private readonly out = new PhpArray();
  constructor(rt: Executor, s: string) {
    this.rt = rt;
    this.s = s;
  }

  run(text: string): Zval {
    for (const element of text.split('/')) {
      const m = /^(.)(\*|[0-9]+)?([\s\S]*)$/.exec(element);
      if (m === null) continue;
      const count = m[2] === undefined ? null : m[2] === '*' ? -1 : Number(m[2]);
      const done = this.element(m[1] as string, count, m[3] ?? '');
      if (done !== true) return done;
    }
    return this.out;
  }

  private element(code: string, count: number | null, name: string): true | false | null {
    const size = itemSize(code, count);
    if (size === null) return this.rt.throwError('ValueError', `Invalid format type ${code}`);
    if (code === '@') {
      if (count !== null && count <= this.s.length) this.pos = Math.max(0, count);
      else docref(this.rt, E_WARNING, `Type @: outside of string`);
      return true;
    }
    if (code === 'X' && count === -1) docref(this.rt, E_WARNING, `Type X: '*' ignored`);
    if ((code === 'h' || code === 'H') && count !== null && count > PHP_INT32_MAX) {
      docref(this.rt, E_WARNING, `Type ${code}: integer overflow`);
      return false;
    }
    const whole = 'aAZhH'.includes(code);
    const repeat = whole ? 1 : (count ?? 1);
    for (let i = 0; i !== repeat; i++) {
      if (code === 'X') {
        this.pos = Math.max(0, this.pos - 1);
        if (repeat < 0) break;
        continue;
      }
      const length = size < 0 ? this.s.length - this.pos : size;
      if (this.pos + length > this.s.length) {
        if (repeat < 0) break;
        const left = this.s.length - this.pos;
        docref(this.rt, E_WARNING, `Type ${code}: not enough input, need ${length}, have ${left}`);
        return false;
      }
      const bytes = this.s.slice(this.pos, this.pos + length);
      this.pos += length;
      if (code === 'x') continue;
      const number = NUMBERS[code];
      const key = repeat !== 1 || name === '' ? `${name}${i + 1}` : name;
      const value = number === undefined ? unpackString(bytes, code, count ?? 1) : decodeNumber(bytes, number);
      this.out.update(this.rt, normalizeKey(key), value);
      if (length === 0 && repeat < 0) break;
    }
    return true;
  }
}

export const packFunctions: readonly FunctionDef[] = [
  fn({
    name: 'pack',
    doc: 'Values as bytes.',
    params: [p.string('format'), p.rest(p.mixed('values'))],
    returns: ['string'],
    impl: (rt, text, values) => pack(rt, text, values),
  }),
  fn({
    name: 'unpack',
    doc: 'The values of bytes.',
    params: [p.string('format'), p.string('string'), p.int('offset', { default: 0 })],
    returns: ['array', 'false'],
    impl: (rt, text, s, offset) => {
      if (offset < 0 || offset > s.length) return rt.argumentValueError(3, 'must be contained in argument #2 ($data)');
      return new Unpacker(rt, s.slice(offset)).run(text);
    },
  }),
];
