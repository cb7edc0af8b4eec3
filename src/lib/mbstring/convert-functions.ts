/**
 * mb_convert_encoding(), mb_detect_encoding(), mb_check_encoding(), mb_convert_variables(), mb_parse_str().
 * Source: php-src 8.2 ext/mbstring/mbstring.c
 */
import { E_DEPRECATED, E_WARNING } from '../../base/diagnostics.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { expandTraces } from '../../value/compact-trace.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, PhpReference, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { docref, setRef } from '../string-util.ts';
import { queryVariables } from '../url-functions.ts';
import { encodingArgument, encodingList, namedEncodings } from './arguments.ts';
import { convertBytes, detectEncoding, isValid } from './convert.ts';
import type { Encoding } from './encoding.ts';
import { mbState } from './registry.ts';

/** Converts one string from the encoding it is in, or seems to be in; null when that cannot be told. */
function convertOne(rt: Executor, s: string, to: Encoding, from: readonly Encoding[]): string | null {
  const state = mbState(rt);
  if (from.length === 1) return convertBytes(state, s, to, from[0] as Encoding);
  const source = detectEncoding([s], from, true);
  if (source === null) {
    docref(rt, E_WARNING, 'Unable to detect character encoding');
    return null;
  }
  return convertBytes(state, s, to, source);
}

function convertArray(rt: Executor, input: PhpArray, to: Encoding, from: readonly Encoding[]): PhpArray {
  const out = new PhpArray();
  for (const [key, held] of input.entries()) {
    const newKey = typeof key === 'string' ? (convertOne(rt, key, to, from) ?? '') : key;
    const v = deref(held);
    let value: Zval = v;
    if (typeof v === 'string') value = convertOne(rt, v, to, from) ?? false;
    else if (v instanceof PhpArray) value = convertArray(rt, v, to, from);
    else if (typeof v === 'object' && v !== null && v instanceof PhpObject) {
      docref(rt, E_WARNING, 'Object is not supported');
      continue;
    }
    out.update(rt, typeof newKey === 'string' ? normalizeKey(newKey) : newKey, value);
  }
  return out;
}

function convert(rt: Executor, input: string | PhpArray, toName: string, fromNames: string | PhpArray | null): Zval {
  const to = encodingArgument(rt, toName, 2);
  if (to === null) return null;
  const from = fromNames === null ? [mbState(rt).internal] : encodingList(rt, fromNames, 3);
  if (from === null) return null;
  if (from.length === 0) return rt.argumentValueError(3, 'must specify at least one encoding');
  return typeof input === 'string' ? (convertOne(rt, input, to, from) ?? false) : convertArray(rt, input, to, from);
}

function checkAll(value: Zval, e: Encoding): boolean {
  const v = deref(value);
  if (typeof v === 'string') return isValid(e, v);
  if (!(v instanceof PhpArray)) return !(v instanceof PhpObject);
  for (const [key, held] of v.entries()) {
    if (typeof key === 'string' && !isValid(e, key)) return false;
    if (!checkAll(held, e)) return false;
  }
  return true;
}

/** All strings in a value; null after a warning about recursion. */
function stringsIn(value: Zval, seen: Set<unknown>, out: string[]): boolean {
  const v = deref(value);
  if (typeof v === 'string') out.push(v);
  else if (v instanceof PhpArray || v instanceof PhpObject) {
    if (seen.has(v)) return false;
    seen.add(v);
    if (v instanceof PhpObject) expandTraces(v);
    const values = v instanceof PhpArray ? v.valueList() : v.props;
    for (const held of values) if (held !== undefined && !stringsIn(held, seen, out)) return false;
    seen.delete(v);
  }
  return true;
}

function convertInPlace(rt: Executor, v: Zval, to: Encoding, from: Encoding): Zval {
  const state = mbState(rt);
  if (v instanceof PhpReference) {
    const old = v.val;
    v.val = convertInPlace(rt, old, to, from);
    if (v.val !== old) rt.releaseValue(old);
    return v;
  }
  if (typeof v === 'string') return convertBytes(state, v, to, from);
  if (v instanceof PhpArray) {
    const out = new PhpArray();
    for (const [key, held] of v.entries()) {
      const converted = convertInPlace(rt, held, to, from);
      out.set(key, converted === held ? addRef(held) : converted);
    }
    return out;
  }
  if (v instanceof PhpObject) {
    expandTraces(v);
    for (const [i, held] of v.props.entries()) {
      if (held === undefined) continue;
      const converted = convertInPlace(rt, held, to, from);
      if (converted === held) continue;
      v.props[i] = converted;
      rt.releaseValue(held);
    }
  }
  return v;
}

function convertVariables(
  rt: Executor,
  toName: string,
  fromNames: string | PhpArray,
  refs: readonly PhpReference[],
): Zval {
  const to = encodingArgument(rt, toName, 1);
  const list = to === null ? null : encodingList(rt, fromNames, 2);
  if (to === null || list === null) return null;
  if (list.length === 0) return rt.argumentValueError(2, 'must specify at least one encoding');
  let from: Encoding | null = list[0] as Encoding;
  if (list.length > 1) {
    const texts: string[] = [];
    for (const ref of refs) {
      if (!stringsIn(ref, new Set(), texts)) {
        docref(rt, E_WARNING, 'Cannot handle recursive references');
        return false;
      }
    }
    from = detectEncoding(texts, list, true);
    if (from === null) {
      docref(rt, E_WARNING, 'Unable to detect encoding');
      return false;
    }
  }
  for (const ref of refs) convertInPlace(rt, ref, to, from);
  return from.name;
}

function detect(rt: Executor, s: string, list: string | PhpArray | null, strict: boolean | undefined): Zval {
  const state = mbState(rt);
  const candidates = list === null ? state.detectOrder : encodingList(rt, list, 2);
  if (candidates === null) return null;
  if (candidates.length === 0) return rt.argumentValueError(2, 'must specify at least one encoding');
  const isStrict = strict ?? rt.ini.flag('mbstring.strict_detection');
  return detectEncoding([s], candidates, isStrict)?.name ?? false;
}

export const mbConvertFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mb_convert_encoding',
    doc: 'A text, or the texts of an array, in another encoding.',
    params: [
      p.union('string', ['array', 'string']),
      p.string('to_encoding'),
      p.union('from_encoding', ['array', 'string', 'null'], { default: null }),
    ],
    returns: ['array', 'string', 'false'],
    impl: convert,
  }),
  fn({
    name: 'mb_detect_encoding',
    doc: 'The encoding that a text most likely is in.',
    params: [
      p.string('string'),
      p.union('encodings', ['array', 'string', 'null'], { default: null }),
      p.bool('strict', { default: false }),
    ],
    returns: ['string', 'false'],
    impl: detect,
  }),
  fn({
    name: 'mb_check_encoding',
    doc: 'Whether a text is right in an encoding.',
    params: [
      p.union('value', ['array', 'string', 'null'], { default: null }),
      p.nullable(p.string('encoding'), { default: null }),
    ],
    returns: ['bool'],
    impl: (rt, value, name) => {
      const e = encodingArgument(rt, name, 2);
      if (e === null) return null;
      if (value !== null) return checkAll(value, e);
      docref(rt, E_DEPRECATED, 'Calling mb_check_encoding() without argument is deprecated');
      return mbState(rt).illegalChars === 0;
    },
  }),
  fn({
    name: 'mb_convert_variables',
    doc: 'Converts the texts in variables; tells the encoding they were in.',
    params: [
      p.string('to_encoding'),
      p.union('from_encoding', ['array', 'string']),
      p.ref('var'),
      p.rest(p.ref('vars')),
    ],
    returns: ['string', 'false'],
    impl: (rt, to, from, first, rest) => convertVariables(rt, to, from, [first, ...rest]),
  }),
  fn({
    name: 'mb_parse_str',
    doc: 'The variables of a query string.',
    params: [p.string('string'), p.ref('result')],
    returns: ['bool'],
    link: 'function.mb-parse-str',
    impl: (rt, s, result) => {
      setRef(rt, result, queryVariables(rt, s));
      return true;
    },
  }),
  fn({
    name: 'mb_detect_order',
    doc: 'The encodings that are tried when none is named.',
    params: [p.union('encoding', ['array', 'string', 'null'], { default: null })],
    returns: ['array', 'bool'],
    impl: (rt, list): Zval => {
      const state = mbState(rt);
      if (list === null) return PhpArray.fromList(state.detectOrder.map((e) => e.name));
      const order =
        typeof list === 'string' ? encodingList(rt, list, 1) : namedEncodings(rt, list.valueList().map(String), 1);
      if (order === null) return null;
      if (order.length === 0) return rt.argumentValueError(1, 'must specify at least one encoding');
      state.detectOrder = order;
      return true;
    },
  }),
];
