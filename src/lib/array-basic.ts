/**
 * Arrays: counting, keys and values, searching, adding and removing at the ends.
 * Source: php-src ext/standard/array.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { type ArrayKey, normalizeKey } from '../value/array-key.ts';
import { isIdentical, looseEquals } from '../value/compare.ts';
import { needsUserToString, toInt, typeName } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, PhpFloat, type PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { compareLater } from './array-sort-order.ts';
import { copyDeref, copyElement, ownArray, rebuild } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { asciiLower, asciiUpper } from './string-util.ts';

const NEXT_OCCUPIED = 'Cannot add element to the array as the next element is already occupied';

function countRecursive(rt: Executor, array: PhpArray): number {
  if (array.guarded) {
    rt.error(E_WARNING, 'count(): Recursion detected');
    return 0;
  }
  array.guarded = true;
  let n = array.count;
  for (const held of array.valueList()) {
    const v = deref(held);
    if (v instanceof PhpArray) n += countRecursive(rt, v);
  }
  array.guarded = false;
  return n;
}

function* countObject(rt: Executor, obj: PhpObject): NativeCode {
  const own = obj.ce.handlers.countElements;
  if (own !== null) return yield* own(rt, obj);
  const result = yield* rt.callMethod(obj, 'count');
  const n = toInt(rt, result);
  rt.releaseValue(result);
  return n;
}

function count(rt: Executor, value: Zval, mode: number): Zval | NativeCode {
  if (mode !== 0 && mode !== 1) return rt.argumentValueError(2, 'must be either COUNT_NORMAL or COUNT_RECURSIVE');
  if (value instanceof PhpArray) return mode === 1 ? countRecursive(rt, value) : value.count;
  if (value instanceof PhpObject) {
    if (value.ce.handlers.countElements !== null || instanceOf(value.ce, rt.classOf('Countable'))) {
      return countObject(rt, value);
    }
  }
  return rt.argumentTypeError(1, `must be of type Countable|array, ${typeName(value)} given`);
}

const countParams = [p.mixed('value'), p.int('mode', { default: 0, text: 'COUNT_NORMAL' })] as const;

/** Walks an array for a value; the position found, -1 when there is none. */
function find(rt: Executor, needle: Zval, array: PhpArray, strict: boolean): number {
  for (let pos = array.firstPos(); pos < array.used; pos = array.nextPos(pos)) {
    const v = array.valueAt(pos);
    if (strict ? isIdentical(rt, needle, v) : looseEquals(rt, needle, v)) return pos;
  }
  return -1;
}

function* findLater(rt: Executor, needle: Zval, array: PhpArray): NativeCode<number> {
  addRef(array);
  try {
    for (let pos = array.firstPos(); pos < array.used; pos = array.nextPos(pos)) {
      if ((yield* compareLater(rt, needle, array.valueAt(pos))) === 0) return pos;
      if (rt.exception !== null) return -1;
    }
    return -1;
  } finally {
    rt.releaseValue(array);
  }
}

/** Does == of the needle with some element call a __toString? */
function searchNeedsCode(needle: Zval, array: PhpArray, strict: boolean): boolean {
  if (strict) return false;
  if (needsUserToString(needle)) return true;
  return typeof needle === 'string' && array.vals.some((v) => typeof v === 'object' && needsUserToString(deref(v)));
}

function search(
  rt: Executor,
  needle: Zval,
  array: PhpArray,
  strict: boolean,
  answer: (pos: number) => Zval,
): Zval | NativeCode {
  if (searchNeedsCode(needle, array, strict)) {
    return (function* () {
      return answer(yield* findLater(rt, needle, array));
    })();
  }
  return answer(find(rt, needle, array, strict));
}

/** The key that array_key_exists and array_column look for; undefined after a TypeError. */
function keyOf(rt: Executor, key: Zval): ArrayKey | undefined {
  if (typeof key === 'string') return normalizeKey(key);
  if (typeof key === 'number' || typeof key === 'bigint') return key;
  if (key === null) return '';
  if (key instanceof PhpFloat) return toInt(rt, key);
  if (key === true) return 1;
  if (key === false) return 0;
  if (key instanceof PhpResource) {
    rt.error(E_WARNING, `Resource ID#${key.id} used as offset, casting to integer (${key.id})`);
    return key.id;
  }
  rt.argumentTypeError(1, 'must be a valid array offset type');
  return undefined;
}

function keyExists(rt: Executor, key: Zval, array: PhpArray): Zval {
  const at = keyOf(rt, key);
  return at === undefined ? null : array.has(at);
}

function* keysWith(rt: Executor, array: PhpArray, wanted: Zval): NativeCode {
  const out = new PhpArray();
  for (let pos = array.firstPos(); pos < array.used; pos = array.nextPos(pos)) {
    if ((yield* compareLater(rt, wanted, array.valueAt(pos))) === 0) out.append(array.keyAt(pos));
  }
  return out;
}

function arrayKeys(rt: Executor, array: PhpArray, wanted: Zval, strict: boolean): Zval | NativeCode {
  if (wanted === undefined) return PhpArray.fromList(array.keyList());
  if (searchNeedsCode(wanted, array, strict)) return keysWith(rt, array, wanted);
  const out: Zval[] = [];
  array.forEach((v, key) => {
    if (strict ? isIdentical(rt, wanted, v) : looseEquals(rt, wanted, v)) out.push(key);
  });
  return PhpArray.fromList(out);
}

function flip(rt: Executor, array: PhpArray): PhpArray {
  const out = new PhpArray();
  array.forEach((held, key) => {
    const v = deref(held);
    if (typeof v === 'string') out.set(normalizeKey(v), key);
    else if (typeof v === 'number' || typeof v === 'bigint') out.set(v, key);
    else rt.error(E_WARNING, 'array_flip(): Can only flip string and integer values, entry skipped');
  });
  return out;
}

function countValues(rt: Executor, array: PhpArray): PhpArray {
  const out = new PhpArray();
  array.forEach((held) => {
    const v = deref(held);
    if (typeof v === 'string' || typeof v === 'number' || typeof v === 'bigint') {
      const key = typeof v === 'string' ? normalizeKey(v) : v;
      const n = out.get(key);
      out.set(key, typeof n === 'number' ? n + 1 : 1);
    } else rt.error(E_WARNING, 'array_count_values(): Can only count string and integer values, entry skipped');
  });
  return out;
}

function pop(rt: Executor, ref: PhpReference): Zval {
  if ((ref.val as PhpArray).count === 0) return null;
  const array = ownArray(ref);
  const pos = array.lastPos();
  const key = array.keyAt(pos);
  const v = copyDeref(array.valueAt(pos));
  rt.releaseValue(array.removeAt(pos));
  if (typeof key === 'number' && key === Number(array.nextFree) - 1) array.nextFree = key;
  array.moveFirst();
  return v;
}

/** Gives the int keys new numbers from 0; string keys stay (array_shift, array_unshift, array_splice). */
export function renumber(keys: readonly ArrayKey[]): { keys: ArrayKey[] | null; next: number } {
  let next = 0;
  let strings = false;
  const out = keys.map((k) => {
    if (typeof k !== 'string') return next++;
    strings = true;
    return k;
  });
  return { keys: strings ? out : null, next };
}

/** Replaces the contents of an array, int keys renumbered. */
function rebuildRenumbered(array: PhpArray, keys: readonly ArrayKey[], vals: Zval[]): void {
  const fresh = renumber(keys);
  rebuild(array, fresh.keys, vals);
  array.nextFree = fresh.next;
}

function shift(rt: Executor, ref: PhpReference): Zval {
  if ((ref.val as PhpArray).count === 0) return null;
  const array = ownArray(ref);
  if (array.isPlainList() && array.iterators === null) {
    const first = array.vals.shift();
    array.count--;
    array.nextFree = array.count;
    array.internalPos = 0;
    const v = copyDeref(first);
    rt.releaseValue(first);
    return v;
  }
  const keys = array.keyList();
  const vals = array.valueList();
  keys.shift();
  const first = vals.shift();
  const at = array.iterators;
  rebuildRenumbered(array, keys, vals);
  if (at !== null) for (const it of at) if (it.pos > 0) it.pos--;
  const v = copyDeref(first);
  rt.releaseValue(first);
  return v;
}

export const arrayBasicFunctions: readonly FunctionDef[] = [
  fn({
    name: 'count',
    doc: 'How many elements an array or Countable has.',
    params: countParams,
    returns: ['int'],
    impl: count,
  }),
  fn({
    name: 'sizeof',
    doc: 'How many elements an array or Countable has (count).',
    params: countParams,
    returns: ['int'],
    impl: count,
  }),
  fn({
    name: 'in_array',
    doc: 'Whether a value is in an array.',
    params: [p.mixed('needle'), p.array('haystack'), p.bool('strict', { default: false })],
    returns: ['bool'],
    impl: (rt, needle, array, strict) => search(rt, needle, array, strict, (pos) => pos >= 0),
  }),
  fn({
    name: 'array_search',
    doc: 'The first key of a value, false when it is not there.',
    params: [p.mixed('needle'), p.array('haystack'), p.bool('strict', { default: false })],
    returns: ['string', 'int', 'false'],
    impl: (rt, needle, array, strict) =>
      search(rt, needle, array, strict, (pos) => (pos >= 0 ? array.keyAt(pos) : false)),
  }),
  fn({
    name: 'array_keys',
    doc: 'The keys of an array, all or those of a value.',
    params: [p.array('array'), p.optional(p.mixed('filter_value')), p.bool('strict', { default: false })],
    returns: ['array'],
    impl: arrayKeys,
  }),
  fn({
    name: 'array_values',
    doc: 'The values of an array as a list.',
    params: [p.array('array')],
    returns: ['array'],
    impl: (_rt, array) =>
      array.isPlainList() && array.nextFree === array.count
        ? addRef(array)
        : PhpArray.fromList(array.valueList().map(copyElement)),
  }),
  fn({
    name: 'array_key_exists',
    doc: 'Whether an array has a key.',
    params: [p.mixed('key'), p.array('array')],
    returns: ['bool'],
    impl: keyExists,
  }),
  fn({
    name: 'key_exists',
    doc: 'Whether an array has a key (array_key_exists).',
    params: [p.mixed('key'), p.array('array')],
    returns: ['bool'],
    impl: keyExists,
  }),
  fn({
    name: 'array_key_first',
    doc: 'The first key of an array, null when it is empty.',
    params: [p.array('array')],
    returns: ['string', 'int', 'null'],
    impl: (_rt, array) => (array.count === 0 ? null : array.keyAt(array.firstPos())),
  }),
  fn({
    name: 'array_key_last',
    doc: 'The last key of an array, null when it is empty.',
    params: [p.array('array')],
    returns: ['string', 'int', 'null'],
    impl: (_rt, array) => (array.count === 0 ? null : array.keyAt(array.lastPos())),
  }),
  fn({
    name: 'array_is_list',
    doc: 'Whether the keys are 0, 1, 2, ... in order.',
    params: [p.array('array')],
    returns: ['bool'],
    impl: (_rt, array) => array.isList(),
  }),
  fn({
    name: 'array_flip',
    doc: 'Exchanges keys and values.',
    params: [p.array('array')],
    returns: ['array'],
    impl: flip,
  }),
  fn({
    name: 'array_count_values',
    doc: 'How often each value occurs.',
    params: [p.array('array')],
    returns: ['array'],
    impl: countValues,
  }),
  fn({
    name: 'array_change_key_case',
    doc: 'Changes the case of string keys.',
    params: [p.array('array'), p.int('case', { default: 0, text: 'CASE_LOWER' })],
    returns: ['array'],
    impl(rt, array, mode) {
      const out = new PhpArray();
      const change = mode !== 0 ? asciiUpper : asciiLower;
      array.forEach((v, key) => out.update(rt, typeof key === 'string' ? change(key) : key, copyElement(v)));
      return out;
    },
  }),
  fn({
    name: 'array_push',
    doc: 'Appends values; returns the new count.',
    params: [p.ref('array', ['array']), p.rest(p.mixed('values'))],
    returns: ['int'],
    impl(rt, ref, values) {
      const array = ownArray(ref);
      for (const v of values) {
        if (array.append(addRef(v))) continue;
        rt.releaseValue(v);
        return rt.throwError('Error', NEXT_OCCUPIED);
      }
      return array.count;
    },
  }),
  fn({
    name: 'array_pop',
    doc: 'Removes the last element and returns its value.',
    params: [p.ref('array', ['array'])],
    returns: ['mixed'],
    impl: pop,
  }),
  fn({
    name: 'array_shift',
    doc: 'Removes the first element and returns its value.',
    params: [p.ref('array', ['array'])],
    returns: ['mixed'],
    impl: shift,
  }),
  fn({
    name: 'array_unshift',
    doc: 'Puts values before the others; returns the new count.',
    params: [p.ref('array', ['array']), p.rest(p.mixed('values'))],
    returns: ['int'],
    impl(_rt, ref, values) {
      const array = ownArray(ref);
      const keys: ArrayKey[] = [...values.map((_, i) => i), ...array.keyList()];
      const at = array.iterators;
      rebuildRenumbered(array, keys, [...values.map((v) => addRef(v)), ...array.valueList()]);
      if (at !== null) for (const it of at) it.pos += values.length;
      return array.count;
    },
  }),
];
