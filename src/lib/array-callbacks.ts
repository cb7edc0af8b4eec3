/**
 * Arrays through callbacks: map, filter, reduce, walk.
 * Source: php-src ext/standard/array.c (array_map, array_filter, array_reduce, php_array_walk)
 */
import { mangledName } from '../object/property-lookup.ts';
import { ownDynamic } from '../object/property-sync.ts';
import { addTypeSource } from '../object/typed-reference.ts';
import { LEFT, type NativeCode, WAIT } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { expandTraces } from '../value/compact-trace.ts';
import { toBool, typeName } from '../value/convert.ts';
import { PhpArray, separateArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import { DirectCallback } from '../vm/direct-callback.ts';
import type { Executor } from '../vm/executor.ts';
import { unwrapOwned } from '../vm/operands.ts';
import { copyElement } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';

const USE_BOTH = 1;
const USE_KEY = 2;

function plainResult(rt: Executor, v: Zval): Zval {
  return v instanceof PhpReference ? unwrapOwned(rt, v) : v;
}

/** Builds an array step by step; an exception on the way releases it. */
function* building(rt: Executor, build: (out: PhpArray) => NativeCode<void>): NativeCode {
  const out = new PhpArray();
  let done = false;
  try {
    yield* build(out);
    done = true;
    return out;
  } finally {
    if (!done) rt.releaseValue(out);
  }
}

function mapOne(rt: Executor, callback: Callable, array: PhpArray): NativeCode {
  const direct = new DirectCallback(rt, callback);
  return building(rt, function* (out) {
    for (let at = array.firstPos(); at < array.used; at = array.nextPos(at)) {
      let v = direct.call1(array.valueAt(at));
      if (v === LEFT) v = yield WAIT;
      out.set(array.keyAt(at), plainResult(rt, v));
    }
  });
}

/** Rows of the arrays side by side; null where one has ended. */
function rows(arrays: readonly PhpArray[]): Zval[][] {
  const lists = arrays.map((a) => a.valueList());
  const length = Math.max(...lists.map((l) => l.length));
  return Array.from({ length }, (_, i) => lists.map((l) => (i < l.length ? l[i] : null)));
}

function map(rt: Executor, callback: Callable | null, array: PhpArray, rest: readonly PhpArray[]): Zval | NativeCode {
  if (rest.length === 0) return callback === null ? addRef(array) : mapOne(rt, callback, array);
  const table = rows([array, ...rest]);
  if (callback === null) return PhpArray.fromList(table.map((row) => PhpArray.fromList(row.map(copyElement))));
  const direct = new DirectCallback(rt, callback);
  return building(rt, function* (out) {
    for (const row of table) {
      let v = direct.call(row);
      if (v === LEFT) v = yield WAIT;
      out.append(plainResult(rt, v));
    }
  });
}

function filter(rt: Executor, array: PhpArray, callback: Callable | null, mode: number): Zval | NativeCode {
  if (callback === null) {
    const out = new PhpArray();
    array.forEach((v, key) => {
      if (toBool(v)) out.set(key, copyElement(v));
    });
    return out;
  }
  const direct = new DirectCallback(rt, callback);
  return building(rt, function* (out) {
    for (let at = array.firstPos(); at < array.used; at = array.nextPos(at)) {
      const key = array.keyAt(at);
      const v = array.valueAt(at);
      let answer = mode === USE_BOTH ? direct.call2(v, key) : direct.call1(mode === USE_KEY ? key : v);
      if (answer === LEFT) answer = yield WAIT;
      answer = plainResult(rt, answer);
      if (toBool(answer)) out.set(key, copyElement(v));
      rt.releaseValue(answer);
    }
  });
}

function* reduce(rt: Executor, array: PhpArray, callback: Callable, initial: Zval): NativeCode {
  const direct = new DirectCallback(rt, callback);
  let carry = addRef(initial);
  for (const v of array.valueList()) {
    const before = carry;
    carry = undefined;
    try {
      const result = direct.call2(before, v);
      carry = plainResult(rt, result === LEFT ? yield WAIT : result);
    } finally {
      rt.releaseValue(before);
    }
  }
  return carry;
}

/** The variable an array_walk goes over: the caller's, or an element that is an array. */
interface Walk {
  readonly ref: PhpReference;
  readonly direct: DirectCallback;
  readonly extra: Zval;
  readonly recursive: boolean;
}

function makeElementRef(array: PhpArray, pos: number): PhpReference {
  const v = array.valueAt(pos);
  if (v instanceof PhpReference) return v;
  const ref = new PhpReference(v);
  array.setAt(pos, ref);
  return ref;
}

/** php_array_walk over an array. */
function* walkArray(rt: Executor, walk: Walk): NativeCode<boolean> {
  const { ref } = walk;
  const start = separateArray(ref.val as PhpArray);
  ref.val = start;
  const it = start.iteratorAdd(start.firstPos());
  try {
    for (;;) {
      if (!(ref.val instanceof PhpArray)) {
        rt.throwError('TypeError', 'Iterated value is no longer an array or object');
        return false;
      }
      const array = ref.val.iteratorSeparate(it);
      ref.val = array;
      const pos = array.posFrom(it.pos);
      if (pos >= array.used) return true;
      const key = array.keyAt(pos);
      const element = addRef(makeElementRef(array, pos));
      it.pos = array.nextPos(pos);
      try {
        if (!(yield* walkElement(rt, walk, element, key))) return false;
      } finally {
        rt.releaseValue(element);
      }
    }
  } finally {
    it.array?.iteratorDel(it);
  }
}

function* walkElement(rt: Executor, walk: Walk, element: PhpReference, key: ArrayKey): NativeCode<boolean> {
  if (walk.recursive && element.val instanceof PhpArray) {
    const array = separateArray(element.val);
    element.val = array;
    if (array.guarded) {
      rt.throwError('Error', 'Recursion detected');
      return false;
    }
    array.guarded = true;
    try {
      return yield* walkArray(rt, { ...walk, ref: element });
    } finally {
      array.guarded = false;
    }
  }
  const args: Zval[] = walk.extra === undefined ? [element, key] : [element, key, walk.extra];
  const result = walk.direct.call(args);
  rt.releaseValue(result === LEFT ? yield WAIT : result);
  return true;
}

/** php_array_walk over the properties of an object. */
function* walkObject(rt: Executor, walk: Walk, obj: PhpObject): NativeCode<boolean> {
  expandTraces(obj);
  for (const [slot, info] of obj.ce.propertiesInfoTable.entries()) {
    const v = obj.props[slot];
    if (info === null || v === undefined) continue;
    let element: PhpReference;
    if (v instanceof PhpReference) element = v;
    else {
      element = new PhpReference(v);
      if (info.type !== null) addTypeSource(element, info);
      obj.props[slot] = element;
    }
    if (!(yield* walkHeld(rt, walk, element, mangledName(info)))) return false;
  }
  if (obj.dyn === null) return true;
  for (const key of obj.dyn.keyList()) {
    const dyn = ownDynamic(obj);
    const pos = dyn.posOf(key);
    if (pos >= 0 && !(yield* walkHeld(rt, walk, makeElementRef(dyn, pos), key))) return false;
  }
  return true;
}

function* walkHeld(rt: Executor, walk: Walk, element: PhpReference, key: ArrayKey): NativeCode<boolean> {
  addRef(element);
  try {
    return yield* walkElement(rt, walk, element, key);
  } finally {
    rt.releaseValue(element);
  }
}

function* walkAny(rt: Executor, ref: PhpReference, callback: Callable, extra: Zval, recursive: boolean): NativeCode {
  const walk: Walk = { ref, direct: new DirectCallback(rt, callback), extra, recursive };
  if (ref.val instanceof PhpArray) yield* walkArray(rt, walk);
  else if (ref.val instanceof PhpObject) yield* walkObject(rt, walk, ref.val);
  else return rt.argumentTypeError(1, `must be of type array, ${typeName(ref.val)} given`);
  return true;
}

const walkParams = [p.ref('array', ['array', 'object']), p.callable('callback'), p.optional(p.mixed('arg'))] as const;

export const arrayCallbackFunctions: readonly FunctionDef[] = [
  fn({
    name: 'array_map',
    atOnce: true,
    doc: 'The results of a callback for each element of one or more arrays.',
    params: [p.nullable(p.callable('callback')), p.array('array'), p.rest(p.array('arrays'))],
    returns: ['array'],
    impl: map,
  }),
  fn({
    name: 'array_filter',
    atOnce: true,
    doc: 'The elements for which a callback answers true.',
    params: [p.array('array'), p.nullable(p.callable('callback'), { default: null }), p.int('mode', { default: 0 })],
    returns: ['array'],
    impl: filter,
  }),
  fn({
    name: 'array_reduce',
    atOnce: true,
    doc: 'Folds an array into one value.',
    params: [p.array('array'), p.callable('callback'), p.mixed('initial', { default: null })],
    returns: ['mixed'],
    impl: reduce,
  }),
  fn({
    name: 'array_walk',
    atOnce: true,
    doc: 'Calls a callback with each element by reference.',
    params: walkParams,
    returns: ['true'],
    impl: (rt, ref, callback, extra) => walkAny(rt, ref, callback, extra, false),
  }),
  fn({
    name: 'array_walk_recursive',
    atOnce: true,
    doc: 'Calls a callback with each element by reference, nested arrays included.',
    params: walkParams,
    returns: ['true'],
    impl: (rt, ref, callback, extra) => walkAny(rt, ref, callback, extra, true),
  }),
];
