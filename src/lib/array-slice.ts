/**
 * Parts of arrays: slice, splice, column, unique, range, sums, extremes.
 * Source: php-src ext/standard/array.c
 */
import { BP_VAR_R } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import { objHasProperty, objReadProperty } from '../object/property-slow.ts';
import { type ArrayKey, normalizeKey } from '../value/array-key.ts';
import { compare } from '../value/compare.ts';
import { toArrayKey, toFloat, toNumberSilent, toStr, typeName } from '../value/convert.ts';
import { mulInt } from '../value/integer.ts';
import { add } from '../value/operators.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, PhpFloat, type PhpInt, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { sortNow, SORT_STRING, textOrder, valueOrder } from './array-sort-order.ts';
import { anyObject, copyElement, elementTexts, ownArray, rebuild } from './array-util.ts';
import { renumber } from './array-basic.ts';
import { toArray } from './array-merge.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** Offset and length of a slice within `count` elements. */
function clamp(count: number, offset: number, length: number | null): { from: number; length: number } {
  const from = offset > count ? count : offset < 0 ? Math.max(0, count + offset) : offset;
  const wanted = length ?? count;
  if (wanted < 0) return { from, length: Math.max(0, count - from + wanted) };
  return { from, length: Math.min(wanted, count - from) };
}

function slice(array: PhpArray, offset: number, wanted: number | null, preserve: boolean): PhpArray {
  const out = new PhpArray();
  const { from, length } = clamp(array.count, offset, wanted);
  if (length <= 0) return out;
  let index = 0;
  for (let pos = array.firstPos(); pos < array.used && index < from + length; pos = array.nextPos(pos), index++) {
    if (index < from) continue;
    const key = array.keyAt(pos);
    if (typeof key === 'string' || preserve) out.set(key, copyElement(array.valueAt(pos)));
    else out.append(copyElement(array.valueAt(pos)));
  }
  return out;
}

function splice(rt: Executor, ref: PhpReference, offset: number, wanted: number | null, replacement: Zval): Zval {
  const fresh = toArray(rt, replacement);
  const array = ownArray(ref);
  const { from, length } = clamp(array.count, offset, wanted);
  const keys = array.keyList();
  const vals = array.valueList();
  const removed = new PhpArray();
  for (let i = from; i < from + length; i++) {
    const key = keys[i] as ArrayKey;
    if (typeof key === 'string') removed.set(key, vals[i]);
    else removed.append(vals[i]);
  }
  const added = fresh.valueList().map((v) => addRef(v));
  keys.splice(from, length, ...added.map((): ArrayKey => 0));
  vals.splice(from, length, ...added);
  const done = renumber(keys);
  const iterators = array.iterators;
  rebuild(array, done.keys, vals);
  array.nextFree = done.next;
  if (iterators !== null) {
    for (const it of iterators) if (it.pos >= from + length) it.pos += added.length - length;
  }
  rt.releaseValue(fresh);
  return removed;
}

/** array_column_fetch_prop: an owned value, undefined when the row has none. */
function* fetchColumn(rt: Executor, row: Zval, name: ArrayKey): NativeCode {
  if (row instanceof PhpArray) {
    const v = row.get(typeof name === 'string' ? normalizeKey(name) : name);
    return v === undefined ? undefined : addRef(deref(v));
  }
  if (!(row instanceof PhpObject)) return undefined;
  const text = String(name);
  const scope = rt.executedScope();
  const there = (yield* objHasProperty(rt, row, text, 2, scope)) || (yield* objHasProperty(rt, row, text, 0, scope));
  if (!there) return undefined;
  const v = yield* objReadProperty(rt, row, text, BP_VAR_R, scope);
  if (!(v instanceof PhpReference)) return v;
  const inner = addRef(v.val);
  rt.releaseValue(v);
  return inner;
}

function* column(rt: Executor, array: PhpArray, columnKey: Zval, indexKey: Zval): NativeCode {
  const out = new PhpArray();
  for (const held of array.valueList()) {
    const row = deref(held);
    const value = columnKey === null ? addRef(row) : yield* fetchColumn(rt, row, columnKey as ArrayKey);
    if (rt.exception !== null) break;
    if (value === undefined) continue;
    const index = indexKey === null ? undefined : yield* fetchColumn(rt, row, indexKey as ArrayKey);
    if (index === undefined) {
      out.append(value);
      continue;
    }
    const key = toArrayKey(rt, index);
    if (key !== null) out.update(rt, key, value);
    else rt.releaseValue(value);
    rt.releaseValue(index);
    if (rt.exception !== null) break;
  }
  return out;
}

function uniqueByText(array: PhpArray, texts: readonly string[]): PhpArray {
  const out = new PhpArray();
  const seen = new Set<string>();
  let i = 0;
  array.forEach((v, key) => {
    const text = texts[i++] as string;
    if (!seen.has(text)) out.set(key, copyElement(v));
    seen.add(text);
  });
  return out;
}

function unique(rt: Executor, array: PhpArray, flags: number): Zval | NativeCode {
  if (array.count <= 1) return addRef(array);
  const vals = array.valueList();
  if (flags === SORT_STRING) {
    if (!anyObject(vals))
      return uniqueByText(
        array,
        vals.map((v) => toStr(rt, v)),
      );
    return (function* () {
      const texts = yield* elementTexts(rt, vals);
      return texts === null ? null : uniqueByText(array, texts);
    })();
  }
  const byText = textOrder(flags);
  const byValue = valueOrder(rt, flags);
  const order = (a: number, b: number): number =>
    byText === null ? byValue(vals[a], vals[b]) : byText(toStr(rt, vals[a]), toStr(rt, vals[b]));
  const sorted = vals.map((_, i) => i);
  sortNow(sorted, order);
  const dropped = new Set<number>();
  let kept = sorted[0] as number;
  for (const i of sorted.slice(1)) {
    if (order(kept, i) !== 0) kept = i;
    else if (kept > i) {
      dropped.add(kept);
      kept = i;
    } else dropped.add(i);
  }
  const out = array.dup();
  const keys = array.keyList();
  for (const i of dropped) out.delete(rt, keys[i] as ArrayKey);
  return out;
}

function sum(rt: Executor, array: PhpArray): Zval {
  let total: Zval = 0;
  array.forEach((held) => {
    const v = deref(held);
    if (!(v instanceof PhpArray || v instanceof PhpObject)) total = add(rt, total, toNumberSilent(v));
  });
  return total;
}

function product(rt: Executor, array: PhpArray): Zval {
  let total: PhpInt | PhpFloat = 1;
  array.forEach((held) => {
    const v = deref(held);
    if (v instanceof PhpArray || v instanceof PhpObject) return;
    const n = toNumberSilent(v);
    if (n instanceof PhpArray) return;
    if (n instanceof PhpFloat || total instanceof PhpFloat) total = new PhpFloat(toFloat(rt, total) * toFloat(rt, n));
    else total = mulInt(total, n);
  });
  return total;
}

function extreme(rt: Executor, first: Zval, rest: readonly Zval[], sign: 1 | -1): Zval {
  if (rest.length === 0) {
    if (!(first instanceof PhpArray)) return rt.argumentTypeError(1, `must be of type array, ${typeName(first)} given`);
    if (first.count === 0) return rt.argumentValueError(1, 'must contain at least one element');
    let best: Zval;
    for (const v of first.valueList()) {
      if (typeof best === 'number' && typeof v === 'number') {
        if ((best - v) * sign < 0) best = v;
      } else if (best === undefined || compare(rt, best, v) * sign < 0) best = v;
    }
    return addRef(deref(best));
  }
  let best = first;
  for (const v of rest) {
    const less = typeof v === 'number' && typeof best === 'number' ? v - best : compare(rt, v, best);
    if (sign > 0 ? less > 0 : less < 0) best = v;
  }
  return addRef(best);
}

export const arraySliceFunctions: readonly FunctionDef[] = [
  fn({
    name: 'array_slice',
    doc: 'A part of an array.',
    params: [
      p.array('array'),
      p.int('offset'),
      p.nullable(p.int('length'), { default: null }),
      p.bool('preserve_keys', { default: false }),
    ],
    returns: ['array'],
    impl: (_rt, array, offset, length, preserve) => slice(array, offset, length, preserve),
  }),
  fn({
    name: 'array_splice',
    doc: 'Takes a part out of an array and puts other values there; returns what was taken.',
    params: [
      p.ref('array', ['array']),
      p.int('offset'),
      p.nullable(p.int('length'), { default: null }),
      { ...p.mixed('replacement', { default: null }), defaultText: '[]' },
    ],
    returns: ['array'],
    impl: splice,
  }),
  fn({
    name: 'array_column',
    doc: 'One column of an array of rows.',
    params: [
      p.array('array'),
      p.nullable(p.union('column_key', ['int64', 'string'])),
      p.nullable(p.union('index_key', ['int64', 'string']), { default: null }),
    ],
    returns: ['array'],
    impl: column,
  }),
  fn({
    name: 'array_unique',
    doc: 'Removes duplicate values, the first of each stays.',
    params: [p.array('array'), p.int('flags', { default: SORT_STRING, text: 'SORT_STRING' })],
    returns: ['array'],
    impl: unique,
  }),
  fn({
    name: 'array_sum',
    doc: 'The sum of the values.',
    params: [p.array('array')],
    returns: ['int', 'float'],
    impl: sum,
  }),
  fn({
    name: 'array_product',
    doc: 'The product of the values.',
    params: [p.array('array')],
    returns: ['int', 'float'],
    impl: product,
  }),
  fn({
    name: 'min',
    doc: 'The smallest value.',
    params: [p.mixed('value'), p.rest(p.mixed('values'))],
    returns: ['mixed'],
    impl: (rt, value, values) => extreme(rt, value, values, -1),
  }),
  fn({
    name: 'max',
    doc: 'The largest value.',
    params: [p.mixed('value'), p.rest(p.mixed('values'))],
    returns: ['mixed'],
    impl: (rt, value, values) => extreme(rt, value, values, 1),
  }),
];
