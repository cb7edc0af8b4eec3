/**
 * Reading values out of text by a format: what sscanf and fscanf share.
 * Source: php-src ext/standard/scanf.c
 */
import { fitsInt64, normalizeInt, PHP_INT_MAX, PHP_INT_MIN } from '../value/integer.ts';
import { strtod } from '../value/numeric-string.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type PhpInt, type PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { setRef } from './string-util.ts';

/** SCAN_MAX_ARGS */
const MAX_ARGS = 0xff;
/** Longest number that is read. */
const NUMBER_LENGTH = 63;
const SPACE = /[ \t\n\v\f\r]/;

/** A piece of a format. */
type Directive =
  | { readonly kind: 'space' }
  | { readonly kind: 'literal'; readonly char: string }
  | {
      readonly kind: 'field';
      readonly suppress: boolean;
      /** From `%n$`, from 0; -1 when sequential. */
      readonly index: number;
      readonly width: number;
      readonly conversion: string;
      readonly set: ((c: string) => boolean) | null;
    };

interface Format {
  readonly directives: readonly Directive[];
  readonly total: number;
}

function valueError(rt: Executor, message: string): null {
  return rt.throwError('ValueError', message);
}

/** BuildCharSet: membership in `[...]`, given without the brackets. */
function charSet(body: string): (c: string) => boolean {
  const negated = body.startsWith('^');
  const text = negated ? body.slice(1) : body;
  const chars = new Set<string>();
  const ranges: [string, string][] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (text.charAt(i + 1) === '-' && i + 2 < text.length) {
      const d = text.charAt(i + 2);
      ranges.push(c < d ? [c, d] : [d, c]);
      i += 2;
    } else chars.add(c);
  }
  return (c) => (chars.has(c) || ranges.some(([a, b]) => c >= a && c <= b)) !== negated;
}

const FIELD = /(\*)?(?:(\d+)\$)?(\d+)?[lLh]?/y;

/** Where a `[` set that starts at `from` ends; -1 when it does not. */
function setEnd(format: string, from: number): number {
  let i = from;
  if (format.charAt(i) === '^') i++;
  return format.indexOf(']', format.charAt(i) === ']' ? i + 1 : i);
}

/** ValidateFormat: null after a ValueError. */
function parseFormat(rt: Executor, format: string, variables: number): Format | null {
  const directives: Directive[] = [];
  const assigned: number[] = [];
  let numbered = false;
  let sequential = false;
  let size = 0;
  let next = 0;
  for (let i = 0; i < format.length; ) {
    const c = format.charAt(i++);
    if (c !== '%' || format.charAt(i) === '%') {
      if (c === '%') i++;
      directives.push(SPACE.test(c) ? { kind: 'space' } : { kind: 'literal', char: c });
      continue;
    }
    FIELD.lastIndex = i;
    const m = FIELD.exec(format) as RegExpExecArray;
    i = FIELD.lastIndex;
    const suppress = m[1] !== undefined;
    let index = -1;
    if (!suppress && m[2] !== undefined) {
      numbered = true;
      index = Number(m[2]) - 1;
    } else if (!suppress) sequential = true;
    if (numbered && sequential) return valueError(rt, 'cannot mix "%" and "%n$" conversion specifiers');
    if (index >= 0) next = index;
    const outside = !suppress && variables > 0 && next >= variables;
    if (numbered && !suppress && (index < 0 || outside || (variables === 0 && index >= MAX_ARGS))) {
      return valueError(rt, '"%n$" argument index out of range');
    }
    if (outside) return valueError(rt, 'Different numbers of variable names and field specifiers');
    const conversion = format.charAt(i++);
    let set: ((c: string) => boolean) | null = null;
    if (conversion === '[') {
      const end = setEnd(format, i);
      if (end < 0) return valueError(rt, 'Unmatched [ in format string');
      set = charSet(format.slice(i, end));
      i = end + 1;
    } else if (conversion === '' || !'ndDioxXufeEgsc'.includes(conversion)) {
      return valueError(rt, `Bad scan conversion character "${conversion}"`);
    }
    directives.push({ kind: 'field', suppress, index, width: Number(m[3] ?? 0), conversion, set });
    if (suppress) continue;
    assigned[next] = (assigned[next] ?? 0) + 1;
    next++;
    if (numbered) size = Math.max(size, next);
  }
  const total = variables === 0 ? (numbered ? size : next) : variables;
  for (let k = 0; k < total; k++) {
    if ((assigned[k] ?? 0) > 1) return valueError(rt, 'Variable is assigned by multiple "%n$" conversion specifiers');
    if (!numbered && (assigned[k] ?? 0) === 0) {
      return valueError(rt, 'Variable is not assigned by any conversion specifiers');
    }
  }
  return { directives, total };
}

const NUMBER_SHAPES: Readonly<Record<string, RegExp>> = {
  d: /^[+-]?[0-9]+/,
  o: /^[+-]?[0-7]+/,
  x: /^[+-]?(?:0[xX](?=[0-9a-fA-F]))?[0-9a-fA-F]+/,
  i: /^[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/,
  f: /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/,
};

function shapeOf(conversion: string): string {
  const lower = conversion.toLowerCase();
  if (lower === 'u') return 'd';
  return lower === 'e' || lower === 'g' ? 'f' : lower;
}

/** strtol of matched digits, saturating; a negative `%u` wraps and becomes a string. */
function toNumber(text: string, shape: string, unsigned: boolean): PhpInt | PhpFloat | string {
  if (shape === 'f') return new PhpFloat(strtod(text));
  const negative = text.startsWith('-');
  const digits = text.replace(/^[+-]/, '');
  const hex = shape === 'x' || (shape === 'i' && /^0[xX]/.test(digits));
  const octal = shape === 'o' || (shape === 'i' && !hex && digits.startsWith('0') && digits.length > 1);
  const bare = digits.replace(/^0[xX]/, '').replace(/^0+(?=.)/, '');
  const magnitude = BigInt(hex ? `0x${bare}` : octal ? `0o${bare}` : bare);
  const value = negative ? -magnitude : magnitude;
  if (unsigned && (value < 0n || value > BigInt(PHP_INT_MAX))) {
    return value >= 1n << 64n ? String((1n << 64n) - 1n) : BigInt.asUintN(64, value).toString();
  }
  if (fitsInt64(value)) return normalizeInt(value);
  return negative ? PHP_INT_MIN : PHP_INT_MAX;
}

/** What one field reads at `pos`: the value and where it ends; null when nothing matches. */
function scanField(
  d: Extract<Directive, { kind: 'field' }>,
  text: string,
  pos: number,
): { value: Zval; end: number } | null {
  const { conversion } = d;
  const limit = d.width === 0 ? (conversion === 'c' ? 1 : Number.POSITIVE_INFINITY) : d.width;
  if (conversion === 's' || conversion === 'c' || d.set !== null) {
    let end = pos;
    const takes = d.set ?? ((c: string) => !SPACE.test(c));
    while (end < text.length && end - pos < limit && takes(text.charAt(end))) end++;
    return d.set !== null && end === pos ? null : { value: text.slice(pos, end), end };
  }
  const shape = shapeOf(conversion);
  const part = text.slice(pos, pos + Math.min(limit, NUMBER_LENGTH));
  const m = (NUMBER_SHAPES[shape] as RegExp).exec(part);
  if (m === null) return null;
  return { value: toNumber(m[0], shape, conversion === 'u'), end: pos + m[0].length };
}

interface Scan {
  /** [place, value] of what was assigned. */
  readonly found: [number, Zval][];
  conversions: number;
  underflow: boolean;
}

function run(format: Format, text: string): Scan {
  const scan: Scan = { found: [], conversions: 0, underflow: false };
  let pos = 0;
  let place = 0;
  for (const d of format.directives) {
    if (d.kind === 'space') {
      while (pos < text.length && SPACE.test(text.charAt(pos))) pos++;
      continue;
    }
    if (d.kind === 'field' && d.conversion === 'n') {
      if (d.index >= 0) place = d.index;
      if (!d.suppress) scan.found.push([place++, pos]);
      scan.conversions++;
      continue;
    }
    if (d.kind === 'field' && d.set === null && d.conversion !== 'c') {
      while (pos < text.length && SPACE.test(text.charAt(pos))) pos++;
    }
    if (pos >= text.length) {
      scan.underflow = true;
      return scan;
    }
    if (d.kind === 'literal') {
      if (text.charAt(pos++) !== d.char) return scan;
      continue;
    }
    if (d.index >= 0) place = d.index;
    const got = scanField(d, text, pos);
    if (got === null) return scan;
    pos = got.end;
    if (!d.suppress) scan.found.push([place++, got.value]);
    scan.conversions++;
  }
  return scan;
}

/**
 * php_sscanf_internal: an array of what was read, or with variables how many were assigned (-1 when the text ended first; null without variables).
 * Null after a ValueError.
 */
export function scanText(rt: Executor, text: string, formatText: string, variables: readonly PhpReference[]): Zval {
  const format = parseFormat(rt, formatText, variables.length);
  if (format === null) return null;
  const nul = text.indexOf('\0');
  const scan = run(format, nul < 0 ? text : text.slice(0, nul));
  const ended = scan.underflow && scan.conversions === 0;
  if (variables.length > 0) {
    for (const [place, value] of scan.found) setRef(rt, variables[place], value);
    return ended ? -1 : scan.conversions;
  }
  if (ended) return null;
  const out = PhpArray.fromList(new Array<Zval>(format.total).fill(null));
  for (const [place, value] of scan.found) out.set(place, value);
  return out;
}
