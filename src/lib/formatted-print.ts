/**
 * The engine of the printf family.
 * Source: php-src ext/standard/formatted_print.c (php_formatted_print)
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { toFloat, toInt } from '../value/convert.ts';
import { isInt } from '../value/integer.ts';
import { phpGcvt } from '../value/number-format.ts';
import { deref, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { formatExponent, formatFixed } from './format-float.ts';
import { docref, stringOf } from './string-util.ts';

const INT_MAX = 2147483647;
const MAX_FLOAT_PRECISION = 53;
/** ARG_NUM_NEXT, ARG_NUM_INVALID */
const NEXT = -1;
const INVALID = -2;

/** Where the format is being read. */
class Cursor {
  readonly text: string;
  i = 0;
  constructor(text: string) {
    this.text = text;
  }
  /** The byte here, '' at the end. */
  get c(): string {
    return this.text.charAt(this.i);
  }
  get isDigit(): boolean {
    const c = this.text.charCodeAt(this.i);
    return c >= 48 && c <= 57;
  }
  get isLetter(): boolean {
    const c = this.text.charCodeAt(this.i) | 32;
    return c >= 97 && c <= 122;
  }
  /** php_sprintf_getnumber: -1 when it is too large. */
  number(): number {
    const start = this.i;
    while (this.isDigit) this.i++;
    const n = Number(this.text.slice(start, this.i));
    return n >= INT_MAX ? -1 : n;
  }
}

interface Spec {
  left: boolean;
  padding: string;
  plus: boolean;
  width: number;
  precision: number;
  hasPrecision: boolean;
  argnum: number;
}

/** What the reader of one specifier answers besides success. */
type Step = 'ok' | 'missing' | 'failed';

class Printer {
  private readonly rt: Executor;
  private readonly args: readonly Zval[];
  private current = 0;
  private maxMissing = -1;
  private readonly extra: number;
  constructor(rt: Executor, args: readonly Zval[], extra: number) {
    this.rt = rt;
    this.args = args;
    this.extra = extra;
  }

  *print(format: string): NativeCode<string | null> {
    const cur = new Cursor(format);
    let out = '';
    while (cur.i < format.length) {
      const at = format.indexOf('%', cur.i);
      if (at < 0) {
        out += format.slice(cur.i);
        break;
      }
      out += format.slice(cur.i, at);
      cur.i = at + 1;
      if (cur.c === '%') {
        out += '%';
        cur.i++;
        continue;
      }
      const spec = newSpec();
      const step = this.readSpec(cur, spec);
      if (step === 'failed') return null;
      if (step === 'missing') continue;
      let text: string | null;
      if (cur.c === 's') {
        const arg = this.args[spec.argnum];
        text = typeof arg === 'string' ? arg : yield* stringOf(this.rt, arg);
        if (text !== null) text = pad(text, spec, false, spec.hasPrecision);
      } else text = this.convert(cur, spec);
      if (text === null) return null;
      out += text;
      cur.i++;
    }
    return this.maxMissing >= 0 ? this.tooFew() : out;
  }

  private tooFew(): null {
    const need = this.maxMissing + 1;
    const given = this.args.length;
    if (this.extra === -1) {
      return this.rt.throwError('ValueError', `The arguments array must contain ${need} items, ${given} given`);
    }
    return this.rt.throwError(
      'ArgumentCountError',
      `${need + this.extra} arguments are required, ${given + this.extra} given`,
    );
  }

  private fail(message: string): 'failed' {
    this.rt.throwError('ValueError', message);
    return 'failed';
  }

  private readSpec(cur: Cursor, spec: Spec): Step {
    if (!cur.isLetter) {
      const step = this.readModifiers(cur, spec);
      if (step !== 'ok') return step;
    }
    if (cur.c === 'l') cur.i++;
    if (spec.argnum === NEXT) spec.argnum = this.current++;
    if (spec.argnum >= this.args.length) {
      this.maxMissing = Math.max(this.maxMissing, spec.argnum);
      return 'missing';
    }
    if (spec.hasPrecision && spec.precision === -1 && !/[gGhH]/.test(cur.c)) {
      return this.fail('Precision -1 is only supported for %g, %G, %h and %H');
    }
    return 'ok';
  }

  private readModifiers(cur: Cursor, spec: Spec): Step {
    spec.argnum = this.readArgnum(cur);
    if (spec.argnum === INVALID) return 'failed';
    for (; ; cur.i++) {
      const c = cur.c;
      if (c === ' ' || c === '0') spec.padding = c;
      else if (c === '-') spec.left = true;
      else if (c === '+') spec.plus = true;
      else if (c === "'") {
        if (cur.i + 1 >= cur.text.length) return this.fail('Missing padding character');
        cur.i++;
        spec.padding = cur.c;
      } else break;
    }
    const step = this.readWidth(cur, spec);
    if (step !== 'ok' || cur.c !== '.') return step;
    cur.i++;
    return this.readPrecision(cur, spec);
  }

  /** php_sprintf_get_argnum */
  private readArgnum(cur: Cursor): number {
    let k = cur.i;
    while (cur.text.charCodeAt(k) >= 48 && cur.text.charCodeAt(k) <= 57) k++;
    if (cur.text.charAt(k) !== '$') return NEXT;
    const n = cur.number();
    if (n <= 0) {
      this.fail(`Argument number specifier must be greater than zero and less than ${INT_MAX}`);
      return INVALID;
    }
    cur.i++;
    return n - 1;
  }

  /** The int argument that a `*` names: null when there is none (noted as missing) or it failed. */
  private starArgument(cur: Cursor, what: string): Zval | Step {
    cur.i++;
    let n = this.readArgnum(cur);
    if (n === INVALID) return 'failed';
    if (n === NEXT) n = this.current++;
    if (n >= this.args.length) {
      this.maxMissing = Math.max(this.maxMissing, n);
      return 'missing';
    }
    const v = deref(this.args[n]);
    return isInt(v) ? v : this.fail(`${what} must be an integer`);
  }

  private readWidth(cur: Cursor, spec: Spec): Step {
    if (cur.c === '*') {
      const v = this.starArgument(cur, 'Width');
      if (typeof v === 'string') return v as Step;
      spec.width = Number(v);
      if (spec.width < 0 || spec.width > INT_MAX) {
        return this.fail(`Width must be greater than zero and less than ${INT_MAX}`);
      }
    } else if (cur.isDigit) {
      spec.width = cur.number();
      if (spec.width < 0) return this.fail(`Width must be greater than zero and less than ${INT_MAX}`);
    }
    return 'ok';
  }

  private readPrecision(cur: Cursor, spec: Spec): Step {
    if (cur.c === '*') {
      const v = this.starArgument(cur, 'Precision');
      if (typeof v === 'string') return v as Step;
      spec.precision = Number(v);
      if (spec.precision < -1 || spec.precision > INT_MAX) {
        return this.fail(`Precision must be between -1 and ${INT_MAX}`);
      }
      spec.hasPrecision = true;
    } else if (cur.isDigit) {
      spec.precision = cur.number();
      if (spec.precision < 0) return this.fail(`Precision must be greater than zero and less than ${INT_MAX}`);
      spec.hasPrecision = true;
    }
    return 'ok';
  }

  /** Everything but `%s`. */
  private convert(cur: Cursor, spec: Spec): string | null {
    const { rt } = this;
    const arg = this.args[spec.argnum];
    switch (cur.c) {
      case 'd':
        return formatInt(toInt(rt, arg), spec);
      case 'u':
        return pad(BigInt.asUintN(64, BigInt(toInt(rt, arg))).toString(), intSpec(spec), false, false);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'h':
      case 'H':
        return formatFloat(rt, toFloat(rt, arg), spec, cur.c);
      case 'c':
        return String.fromCharCode(Number(BigInt.asUintN(8, BigInt(toInt(rt, arg)))));
      case 'o':
        return formatRadix(toInt(rt, arg), 8, spec);
      case 'x':
        return formatRadix(toInt(rt, arg), 16, spec);
      case 'X':
        return formatRadix(toInt(rt, arg), 16, spec).toUpperCase();
      case 'b':
        return formatRadix(toInt(rt, arg), 2, spec);
      case '%':
        return '%';
      case '':
        return rt.throwError('ValueError', 'Missing format specifier at end of string');
      default:
        return rt.throwError('ValueError', `Unknown format specifier "${cur.c}"`);
    }
  }
}

function newSpec(): Spec {
  return { left: false, padding: ' ', plus: false, width: 0, precision: 0, hasPrecision: false, argnum: NEXT };
}

/** php_sprintf_appendstring; `cut`: the precision bounds the length. */
function pad(text: string, spec: Spec, signed: boolean, cut: boolean): string {
  let body = cut ? text.slice(0, spec.precision) : text;
  const missing = Math.max(0, spec.width - body.length);
  if (missing === 0) return body;
  const fill = spec.padding.repeat(missing);
  if (spec.left) return body + fill;
  if (signed && spec.padding === '0') {
    const sign = body.charAt(0);
    body = body.slice(1);
    return sign + fill + body;
  }
  return fill + body;
}

/** "Can't right-pad 0's on integers" */
function intSpec(spec: Spec): Spec {
  return spec.left && spec.padding === '0' ? { ...spec, padding: ' ' } : spec;
}

function formatInt(n: PhpInt, spec: Spec): string {
  const text = n >= 0 && spec.plus ? `+${n}` : String(n);
  return pad(text, intSpec(spec), n < 0 || spec.plus, false);
}

function formatRadix(n: PhpInt, radix: number, spec: Spec): string {
  const text = n >= 0 ? n.toString(radix) : BigInt.asUintN(64, BigInt(n)).toString(radix);
  // php_sprintf_append2n passes no maximum: with a precision nothing is left of the digits
  return pad(spec.hasPrecision ? '' : text, spec, false, false);
}

/** INF and NaN ignore the width; with zero padding the sign takes the first letter's place, as in PHP. */
function formatNonFinite(value: number, spec: Spec): string {
  const text = Number.isNaN(value) ? 'NaN' : 'INF';
  if (spec.left || spec.padding !== '0' || !(value < 0 || spec.plus)) return text;
  return (value < 0 ? '-' : '+') + text.slice(1);
}

function formatFloat(rt: Executor, value: number, spec: Spec, conversion: string): string {
  let precision = spec.hasPrecision ? spec.precision : 6;
  if (precision > MAX_FLOAT_PRECISION) {
    const max = MAX_FLOAT_PRECISION;
    docref(rt, E_NOTICE, `Requested precision of ${precision} digits was truncated to PHP maximum of ${max} digits`);
    precision = max;
  }
  if (!Number.isFinite(value)) return formatNonFinite(value, spec);
  let text: string;
  if (conversion === 'f' || conversion === 'F') text = formatFixed(value, precision);
  else if (conversion === 'e' || conversion === 'E') text = formatExponent(value, precision, conversion);
  else {
    const upper = conversion === 'G' || conversion === 'H';
    text = phpGcvt(value, precision === 0 ? 1 : precision, '.', upper ? 'E' : 'e');
  }
  const negative = text.startsWith('-');
  if (!negative && spec.plus) text = `+${text}`;
  return pad(text, spec, negative || spec.plus, false);
}

/**
 * php_formatted_print: the text, or null after an exception.
 * @param extra how many parameters come before the values (for the count in the error); -1: the values came in an array
 */
export function formattedPrint(
  rt: Executor,
  format: string,
  args: readonly Zval[],
  extra: number,
): NativeCode<string | null> {
  return new Printer(rt, args, extra).print(format);
}
