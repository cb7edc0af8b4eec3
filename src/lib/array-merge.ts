/**
 * Arrays put together: merge, replace, combine, fill, pad.
 * Source: php-src ext/standard/array.c
 */
import { closureData } from '../object/closure.ts';
import { objectToArray } from '../object/object-vars.ts';
import type { NativeCode } from '../object/native-code.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { copyElement, elementTexts } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';

const MAX_PAD = 1048576;

/** (array)$v as an owned array (convert_to_array). */
export function toArray(rt: Executor, v: Zval): PhpArray {
  if (v instanceof PhpArray) return addRef(v);
  if (v === null || v === undefined) return new PhpArray();
  if (v instanceof PhpObject && closureData(v) === null) return objectToArray(rt, v);
  return PhpArray.fromList([addRef(v)]);
}

/** php_array_merge: int keys append, string keys overwrite. */
function mergeInto(rt: Executor, out: PhpArray, array: PhpArray): void {
  array.forEach((v, key) => {
    if (typeof key === 'string') out.update(rt, key, copyElement(v));
    else out.append(copyElement(v));
  });
}

/** php_array_merge_recursive; false after "Recursion detected". */
function mergeRecursive(rt: Executor, out: PhpArray, array: PhpArray): boolean {
  for (const [key, held] of array.entries()) {
    if (typeof key !== 'string') {
      out.append(copyElement(held));
      continue;
    }
    const there = out.get(key);
    if (there === undefined) {
      out.set(key, copyElement(held));
      continue;
    }
    const value = deref(held);
    const base = deref(there);
    if (loops(base, value) || (held instanceof PhpReference && held === there && held.rc % 2 !== 0)) {
      rt.throwError('Error', 'Recursion detected');
      return false;
    }
    const target = asOwnArray(rt, base);
    out.update(rt, key, target);
    const source = value instanceof PhpObject ? objectToArray(rt, value) : addRef(value);
    const ok = source instanceof PhpArray ? mergeGuarded(rt, target, source) : target.append(addRef(source));
    rt.releaseValue(source);
    if (!ok) return false;
  }
  return true;
}

function loops(a: Zval, b: Zval): boolean {
  return (a instanceof PhpArray && a.guarded) || (b instanceof PhpArray && b.guarded);
}

function mergeGuarded(rt: Executor, target: PhpArray, source: PhpArray): boolean {
  source.guarded = true;
  try {
    return mergeRecursive(rt, target, source);
  } finally {
    source.guarded = false;
  }
}

/** What a value becomes when something is merged into it: a fresh array of its own; null counts as an element. */
function asOwnArray(rt: Executor, v: Zval): PhpArray {
  if (v === null) return PhpArray.fromList([null]);
  const array = toArray(rt, v);
  if (array.rc === 1) return array;
  const copy = array.dup();
  rt.releaseValue(array);
  return copy;
}

/** php_array_replace_recursive; false after "Recursion detected". */
function replaceRecursive(rt: Executor, out: PhpArray, array: PhpArray): boolean {
  for (const [key, held] of array.entries()) {
    const value = deref(held);
    const there = out.get(key);
    const base = deref(there);
    if (!(value instanceof PhpArray && base instanceof PhpArray)) {
      out.update(rt, key, copyElement(held));
      continue;
    }
    if (loops(base, value) || (held instanceof PhpReference && held === there && held.rc % 2 !== 0)) {
      rt.throwError('Error', 'Recursion detected');
      return false;
    }
    const target = asOwnArray(rt, base);
    out.update(rt, key, target);
    value.guarded = true;
    const ok = replaceRecursive(rt, target, value);
    value.guarded = false;
    if (!ok) return false;
  }
  return true;
}

function merged(
  rt: Executor,
  arrays: readonly PhpArray[],
  into: (rt: Executor, out: PhpArray, from: PhpArray) => boolean | void,
): Zval {
  const out = new PhpArray();
  for (const array of arrays) {
    if (into(rt, out, array) === false) {
      rt.releaseValue(out);
      return null;
    }
  }
  return out;
}

function* combineWith(rt: Executor, keys: readonly Zval[], value: (i: number) => Zval): NativeCode {
  const out = new PhpArray();
  for (let i = 0; i < keys.length; i++) {
    const key = deref(keys[i]);
    if (typeof key === 'number' || typeof key === 'bigint') {
      out.update(rt, key, value(i));
      continue;
    }
    const texts = yield* elementTexts(rt, [key]);
    if (texts === null) {
      rt.releaseValue(out);
      return null;
    }
    out.update(rt, normalizeKey(texts[0] as string), value(i));
  }
  return out;
}

/** Elements from which on an array of its final size is made at once: V8 then keeps it as one that may have holes. */
const MANY = 65536;

function fillAtOnce(count: number, value: Zval): PhpArray {
  if (typeof value === 'object') for (let i = 0; i < count; i++) addRef(value);
  return PhpArray.fromList(new Array<Zval>(count).fill(value));
}

function fill(rt: Executor, start: number | bigint, count: number, value: Zval): Zval {
  if (count < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
  if (count > 0x7fffffff) return rt.argumentValueError(2, 'is too large');
  const out = new PhpArray();
  if (count === 0) return out;
  if (start === 0 && count >= MANY) return fillAtOnce(count, value);
  out.set(start, addRef(value));
  for (let i = 1; i < count; i++) {
    if (out.append(addRef(value))) continue;
    rt.releaseValue(value);
    rt.releaseValue(out);
    return rt.throwError('Error', 'Cannot add element to the array as the next element is already occupied');
  }
  return out;
}

function pad(rt: Executor, array: PhpArray, length: number, value: Zval): Zval {
  const missing = Math.abs(length) - array.count;
  if (missing > MAX_PAD) return rt.argumentValueError(2, 'must be less than or equal to 1048576');
  if (missing <= 0) return addRef(array);
  const out = new PhpArray();
  const add = (): void => {
    for (let i = 0; i < missing; i++) out.append(addRef(value));
  };
  if (length < 0) add();
  mergeInto(rt, out, array);
  if (length > 0) add();
  return out;
}

export const arrayMergeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'array_merge',
    doc: 'Puts arrays one after the other; string keys overwrite, int keys are renumbered.',
    params: [p.rest(p.array('arrays'))],
    returns: ['array'],
    impl: (rt, arrays) => merged(rt, arrays, mergeInto),
  }),
  fn({
    name: 'array_merge_recursive',
    doc: 'Merges arrays; values under the same string key are merged into arrays.',
    params: [p.rest(p.array('arrays'))],
    returns: ['array'],
    impl: (rt, arrays) => merged(rt, arrays, mergeRecursive),
  }),
  fn({
    name: 'array_replace',
    doc: 'Overwrites elements with those of other arrays under the same keys.',
    params: [p.array('array'), p.rest(p.array('replacements'))],
    returns: ['array'],
    impl(rt, array, others) {
      const out = array.dup();
      for (const other of others) other.forEach((v, key) => out.update(rt, key, copyElement(v)));
      return out;
    },
  }),
  fn({
    name: 'array_replace_recursive',
    doc: 'Overwrites elements with those of other arrays, array by array.',
    params: [p.array('array'), p.rest(p.array('replacements'))],
    returns: ['array'],
    impl(rt, array, others) {
      const out = array.dup();
      for (const other of others) {
        if (replaceRecursive(rt, out, other)) continue;
        rt.releaseValue(out);
        return null;
      }
      return out;
    },
  }),
  fn({
    name: 'array_combine',
    doc: 'Makes an array of keys from one array and values from another.',
    params: [p.array('keys'), p.array('values')],
    returns: ['array'],
    impl(rt, keys, values) {
      if (keys.count !== values.count) {
        return rt.throwError(
          'ValueError',
          'array_combine(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements',
        );
      }
      const vals = values.valueList();
      return combineWith(rt, keys.valueList(), (i) => copyElement(vals[i]));
    },
  }),
  fn({
    name: 'array_fill',
    doc: 'Makes an array of the same value.',
    params: [p.int64('start_index'), p.int('count'), p.mixed('value')],
    returns: ['array'],
    impl: fill,
  }),
  fn({
    name: 'array_fill_keys',
    doc: 'Makes an array with the same value under every key.',
    params: [p.array('keys'), p.mixed('value')],
    returns: ['array'],
    impl: (rt, keys, value) => combineWith(rt, keys.valueList(), () => addRef(value)),
  }),
  fn({
    name: 'array_pad',
    doc: 'Fills an array up to a length with a value.',
    params: [p.array('array'), p.int('length'), p.mixed('value')],
    returns: ['array'],
    impl: pad,
  }),
  fn({
    name: 'array_reverse',
    doc: 'The elements in reverse order.',
    params: [p.array('array'), p.bool('preserve_keys', { default: false })],
    returns: ['array'],
    impl(_rt, array, preserve) {
      const out = new PhpArray();
      for (let pos = array.lastPos(); pos >= 0; pos = array.prevPos(pos)) {
        const key = array.keyAt(pos);
        const v = copyElement(array.valueAt(pos));
        if (typeof key === 'string' || preserve) out.set(key, v);
        else out.append(v);
      }
      return out;
    },
  }),
  fn({
    name: 'array_chunk',
    doc: 'Splits an array into lists of a length.',
    params: [p.array('array'), p.int('length'), p.bool('preserve_keys', { default: false })],
    returns: ['array'],
    impl(rt, array, length, preserve) {
      if (length < 1) return rt.argumentValueError(2, 'must be greater than 0');
      const out = new PhpArray();
      let chunk: PhpArray | null = null;
      array.forEach((v, key) => {
        if (chunk === null || chunk.count >= length) {
          chunk = new PhpArray();
          out.append(chunk);
        }
        if (preserve) chunk.set(key, copyElement(v));
        else chunk.append(copyElement(v));
      });
      return out;
    },
  }),
];
