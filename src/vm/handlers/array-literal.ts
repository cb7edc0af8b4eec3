/**
 * Array literals and the functions on arrays that have opcodes of their own: count, in_array, array_key_exists.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, IS_CV, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_ARRAY_ELEMENT_REF, ZEND_ARRAY_NOT_PACKED } from '../../bytecode/operand-flags.ts';
import { instanceOf } from '../../object/class-queries.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { compare } from '../../value/compare.ts';
import { needsUserToString, toArrayKey, toInt, typeName } from '../../value/convert.ts';
import { countSymbols, PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { dimKey } from '../dim-fetch.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { isNativeIterable, spreadIterator } from '../iterate.ts';
import { freeOp1, freeOp2, type Handler, readOp1, readOp2, setResult, takeOp1, undefinedCv } from '../operands.ts';
import { cannotAddElement, makeRefAt } from '../places.ts';

/** result := [op2 => op1]. ZEND_INIT_ARRAY */
export const zendInitArray: Handler = (vm, ex, op) => {
  const array = new PhpArray();
  setResult(ex, op, array);
  if (op.op1Type === IS_UNUSED) {
    array.nextFreeIsMin = false;
    return ex.opline + 1;
  }
  if ((op.extendedValue & ZEND_ARRAY_NOT_PACKED) !== 0) array.toHash();
  return addElement(vm, ex, op, array);
};

/** result[op2] := op1. ZEND_ADD_ARRAY_ELEMENT */
export const zendAddArrayElement: Handler = (vm, ex, op) =>
  addElement(vm, ex, op, ex.slots[ex.base + op.result] as PhpArray);

function addElement(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray): number {
  const value = (op.extendedValue & ZEND_ARRAY_ELEMENT_REF) !== 0 ? takeReference(vm, ex, op) : takeOp1(vm, ex, op);
  if (op.op2Type === IS_UNUSED) {
    if (!array.append(value)) {
      cannotAddElement(vm);
      release(vm, value);
    }
    return ex.opline + 1;
  }
  const key = dimKey(vm, ex, op);
  if (key === undefined) release(vm, value);
  else array.update(vm, key, value);
  freeOp2(vm, ex, op);
  return ex.opline + 1;
}

/** Operand 1 as a reference, owned. */
function takeReference(vm: Executor, ex: ExecuteData, op: Opline): PhpReference {
  let slots = ex.slots;
  let at = ex.base + op.op1;
  const v = slots[at];
  if (op.op1Type === IS_VAR && v instanceof PhpIndirect) {
    slots = v.slots;
    at = v.index;
  }
  const ref = addRef(makeRefAt(slots, at));
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ref;
}

/** result := [...result, ...op1]. ZEND_ADD_ARRAY_UNPACK */
export const zendAddArrayUnpack: Handler = (vm, ex, op) => {
  const source = readOp1(vm, ex, op);
  const array = ex.slots[ex.base + op.result] as PhpArray;
  if (source instanceof PhpArray) {
    unpackArray(vm, array, source);
  } else if (source instanceof PhpObject) {
    if (isNativeIterable(vm, source)) return startOplineCode(vm, ex, unpackSlow(vm, ex, op, source, array));
    vm.throwError('TypeError', 'Only arrays and Traversables can be unpacked');
  } else {
    vm.throwError('Error', 'Only arrays and Traversables can be unpacked');
  }
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function unpackArray(vm: Executor, array: PhpArray, source: PhpArray): void {
  for (let pos = source.firstPos(); pos < source.used; pos = source.nextPos(pos)) {
    const v = source.valueAt(pos);
    const value = addRef(v instanceof PhpReference && v.rc === 1 ? v.val : v);
    const key = source.keyAt(pos);
    if (typeof key === 'string') {
      array.update(vm, key, value);
    } else if (!array.append(value)) {
      cannotAddElement(vm);
      release(vm, value);
      return;
    }
  }
}

function* unpackSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  source: PhpObject,
  array: PhpArray,
): NativeCode<number> {
  source.rc++;
  try {
    yield* spreadIterator(vm, source, array);
  } finally {
    release(vm, source);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := count(op1). ZEND_COUNT */
export const zendCount: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  if (v instanceof PhpArray) {
    setResult(ex, op, v === vm.symbolTable ? countSymbols(v) : v.count);
    freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  if (v instanceof PhpObject) {
    if (v.ce.handlers.countElements !== null || instanceOf(v.ce, vm.classOf('Countable'))) {
      return startOplineCode(vm, ex, countObject(vm, ex, op, v));
    }
  }
  const name = op.extendedValue !== 0 ? 'sizeof' : 'count';
  vm.throwError('TypeError', `${name}(): Argument #1 ($value) must be of type Countable|array, ${typeName(v)} given`);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function* countObject(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  try {
    setResult(ex, op, yield* countOf(vm, obj));
  } finally {
    release(vm, obj);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** count() of a Countable object. */
export function* countOf(vm: Executor, obj: PhpObject): NativeCode {
  const own = obj.ce.handlers.countElements;
  if (own !== null) return yield* own(vm, obj);
  const answer = yield* vm.callMethod(obj, 'count');
  const count = toInt(vm, deref(answer));
  release(vm, answer);
  return count;
}

/** result := op1 in op2, whose keys are the list's values. ZEND_IN_ARRAY */
export const zendInArray: Handler = (vm, ex, op) => {
  const needle = readOp1(vm, ex, op);
  const keys = op.op2Lit as PhpArray;
  let found = false;
  if (typeof needle === 'string') {
    found = keys.getStr(needle) !== undefined;
  } else if (op.extendedValue !== 0) {
    found = (typeof needle === 'number' || typeof needle === 'bigint') && keys.getInt(needle) !== undefined;
  } else if (needle === null || needle === undefined || needle === false) {
    found = keys.getStr('') !== undefined;
  } else if (needsUserToString(needle)) {
    return startOplineCode(vm, ex, inArraySlow(vm, ex, op, needle, keys));
  } else {
    found = keys.keyList().some((key) => compare(vm, needle, String(key)) === 0);
  }
  freeOp1(vm, ex, op);
  setResult(ex, op, found);
  return ex.opline + 1;
};

function* inArraySlow(vm: Executor, ex: ExecuteData, op: Opline, needle: Zval, keys: PhpArray): NativeCode<number> {
  addRef(needle);
  try {
    let found = false;
    for (const key of keys.keyList()) {
      const text = yield* vm.toStringOf(needle);
      if (text === null) return ex.opline + 1;
      found = compare(vm, text, String(key)) === 0;
      if (found) break;
    }
    setResult(ex, op, found);
  } finally {
    release(vm, needle);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := op1 is a key of op2. ZEND_ARRAY_KEY_EXISTS */
export const zendArrayKeyExists: Handler = (vm, ex, op) => {
  const subject = op.op2Type === IS_CONST ? op.op2Lit : deref(ex.slots[ex.base + op.op2]);
  if (subject instanceof PhpArray) {
    const key = toArrayKey(vm, readOp1(vm, ex, op));
    if (key !== null) setResult(ex, op, subject.has(key));
  } else {
    keyExistsError(vm, ex, op, subject);
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function keyExistsError(vm: Executor, ex: ExecuteData, op: Opline, subject: Zval): void {
  if (op.op1Type === IS_CV && ex.slots[ex.base + op.op1] === undefined) undefinedCv(vm, ex, op.op1);
  const shown = subject === undefined ? readOp2(vm, ex, op) : subject;
  vm.throwError(
    'TypeError',
    `array_key_exists(): Argument #2 ($array) must be of type array, ${typeName(shown)} given`,
  );
}

export const arrayHandlers: Partial<Record<OpName, Handler>> = {
  INIT_ARRAY: zendInitArray,
  ADD_ARRAY_ELEMENT: zendAddArrayElement,
  ADD_ARRAY_UNPACK: zendAddArrayUnpack,
  COUNT: zendCount,
  IN_ARRAY: zendInArray,
  ARRAY_KEY_EXISTS: zendArrayKeyExists,
};
