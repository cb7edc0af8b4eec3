/**
 * SEND_*: writing arguments into the slots of the frame that INIT_* pushed.
 * Source: php-src Zend/zend_vm_def.h (ZEND_SEND_VAL ... ZEND_SEND_USER)
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { E_NOTICE, E_WARNING } from '../../base/diagnostics.ts';
import { CALL_FRAME_SLOT, IS_CONST, IS_CV, IS_TMP_VAR, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { argumentLabel } from '../../object/types.ts';
import { typeName } from '../../value/convert.ts';
import { PhpArray, separateArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpFloat, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import { CALL_SEND_ARG_BY_REF } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { callName, growArguments, namedArgumentPlace, storeNamed } from '../named-args.ts';
import { copyOf, freeOp1, type Handler, makeReference, takeOp1, undefinedCv, unwrapOwned } from '../operands.ts';
import { ownFloat } from '../../bytecode/own-floats.ts';
import { argIsByRef, argMustBeRef, argPrefersRef } from '../send-mode.ts';
import { iteratorOf } from '../iterate.ts';

/** Writes an argument: by position (op2 is the number from 1) or by name (op2 is a literal). */
function setArg(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  const call = ex.call as ExecuteData;
  if (op.op2Type !== IS_CONST) {
    call.slots[call.base + CALL_FRAME_SLOT + op.op2 - 1] = v;
    return;
  }
  const place = namedArgumentPlace(vm, call, op.op2Lit as string);
  if (place === null) release(vm, v);
  else storeNamed(call, place, v);
}

/** Number from 0 of the parameter that the opline passes; -1 for an unknown name. */
function argNumber(ex: ExecuteData, op: Opline): number {
  if (op.op2Type !== IS_CONST) return op.op2 - 1;
  const func = (ex.call as ExecuteData).func;
  const at = func.argInfo.findIndex((info) => info.name === op.op2Lit);
  return at >= 0 && at < func.numArgs ? at : func.numArgs;
}

/** arg[op2] := op1 (a literal or temporary). */
export const zendSendVal: Handler = (vm, ex, op) => {
  setArg(vm, ex, op, op.op1Type === IS_CONST ? addRef(op.op1Lit) : ex.slots[ex.base + op.op1]);
  return ex.opline + 1;
};

/** SEND_VAL to a function found at run time: an Error when it wants a reference. */
export const zendSendValEx: Handler = (vm, ex, op) => {
  const n = argNumber(ex, op);
  const func = (ex.call as ExecuteData).func;
  if (argMustBeRef(func, n)) {
    const argument = `Argument #${n + 1}${argumentLabel(func, n + 1)}`;
    vm.throwError('Error', `${callName(func)}(): ${argument} cannot be passed by reference`);
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  return zendSendVal(vm, ex, op);
};

/** arg[op2] := op1 (a variable), by value. */
export const zendSendVar: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_CV) {
    if (op.op2Type !== IS_CONST && typeof v === 'number') {
      const call = ex.call as ExecuteData;
      call.slots[call.base + CALL_FRAME_SLOT + op.op2 - 1] = v;
      return ex.opline + 1;
    }
    if (op.scratch !== null && v instanceof PhpFloat) setArg(vm, ex, op, ownFloat(false, op.scratch, null, v));
    else setArg(vm, ex, op, v === undefined ? undefinedCv(vm, ex, op.op1) : copyOf(v));
  } else {
    setArg(vm, ex, op, v instanceof PhpReference ? unwrapOwned(vm, v) : v);
  }
  return ex.opline + 1;
};

/** By value or reference, as the function found at run time wants. */
export const zendSendVarEx: Handler = (vm, ex, op) => {
  return argIsByRef((ex.call as ExecuteData).func, argNumber(ex, op))
    ? zendSendRef(vm, ex, op)
    : zendSendVar(vm, ex, op);
};

/** arg[op2] := &op1 */
export const zendSendRef: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_CV) {
    if (v instanceof PhpReference) setArg(vm, ex, op, addRef(v));
    else setArg(vm, ex, op, addRef(makeReference(new PhpIndirect(ex.slots, ex.base + op.op1))));
  } else if (v instanceof PhpIndirect) {
    setArg(vm, ex, op, addRef(makeReference(v)));
  } else {
    setArg(vm, ex, op, v instanceof PhpReference ? v : new PhpReference(v === undefined ? null : v));
  }
  return ex.opline + 1;
};

/** SEND_FUNC_ARG: what CHECK_FUNC_ARG decided. */
export const zendSendFuncArg: Handler = (vm, ex, op) => {
  const call = ex.call as ExecuteData;
  if ((call.callInfo & CALL_SEND_ARG_BY_REF) !== 0) return zendSendRef(vm, ex, op);
  const v = ex.slots[ex.base + op.op1];
  setArg(
    vm,
    ex,
    op,
    v instanceof PhpReference ? unwrapOwned(vm, v) : v instanceof PhpIndirect ? copyOf(v.slots[v.index]) : v,
  );
  return ex.opline + 1;
};

/** Remembers in the prepared call whether argument op2 goes by reference. */
export const zendCheckFuncArg: Handler = (_vm, ex, op) => {
  const call = ex.call as ExecuteData;
  if (argIsByRef(call.func, argNumber(ex, op))) call.callInfo |= CALL_SEND_ARG_BY_REF;
  else call.callInfo &= ~CALL_SEND_ARG_BY_REF;
  return ex.opline + 1;
};

const ONLY_VARIABLES = 'Only variables should be passed by reference';

/** A call's result where a reference is wanted: fine when it returned one, a notice otherwise. */
export const zendSendVarNoRef: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (v instanceof PhpReference) {
    setArg(vm, ex, op, v);
    return ex.opline + 1;
  }
  setArg(vm, ex, op, new PhpReference(v instanceof PhpIndirect ? copyOf(v.slots[v.index]) : v));
  vm.error(E_NOTICE, ONLY_VARIABLES);
  return ex.opline + 1;
};

/** The same for a function found at run time. */
export const zendSendVarNoRefEx: Handler = (vm, ex, op) => {
  const n = argNumber(ex, op);
  const func = (ex.call as ExecuteData).func;
  const v = ex.slots[ex.base + op.op1];
  if (!argIsByRef(func, n)) {
    setArg(vm, ex, op, v instanceof PhpReference ? unwrapOwned(vm, v) : v);
  } else if (v instanceof PhpReference) {
    setArg(vm, ex, op, v);
  } else if (argPrefersRef(func, n)) {
    setArg(vm, ex, op, v);
  } else {
    setArg(vm, ex, op, new PhpReference(v));
    vm.error(E_NOTICE, ONLY_VARIABLES);
  }
  return ex.opline + 1;
};

/** An argument of call_user_func: by value; a by-reference parameter warns. */
export const zendSendUser: Handler = (vm, ex, op) => {
  const v = takeOp1(vm, ex, op);
  const func = (ex.call as ExecuteData).func;
  if (argMustBeRef(func, op.op2 - 1)) {
    const shown = argumentLabel(func, op.op2);
    vm.error(E_WARNING, `${callName(func)}(): Argument #${op.op2}${shown} must be passed by reference, value given`);
  }
  setArg(vm, ex, op, v);
  return ex.opline + 1;
};

/** args := ...op1 */
export const zendSendUnpack: Handler = (vm, ex, op) => {
  const held = ex.slots[ex.base + op.op1];
  const v = op.op1Type === IS_CONST ? op.op1Lit : held instanceof PhpReference ? held.val : held;
  if (v instanceof PhpArray) {
    unpackArray(vm, ex, op, v);
    freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  if (v instanceof PhpObject) return startOplineCode(vm, ex, unpackIterator(vm, ex, op, v));
  if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  vm.throwError('Error', 'Only arrays and Traversables can be unpacked');
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

const POSITIONAL_AFTER_NAMED = 'Cannot use positional argument after named argument during unpacking';

function unpackArray(vm: Executor, ex: ExecuteData, op: Opline, source: PhpArray): void {
  const call = ex.call as ExecuteData;
  let array = source;
  let named = false;
  // A by-reference parameter makes the source's elements references: separate it first.
  const place = op.op1Type === IS_CV ? ex.slots[ex.base + op.op1] : undefined;
  if (wantsReferences(call, source.count) && op.op1Type === IS_CV) {
    array = separateArray(source);
    if (place instanceof PhpReference) place.val = array;
    else ex.slots[ex.base + op.op1] = array;
  }
  for (const [key, value] of array.entries()) {
    if (typeof key === 'string') {
      named = true;
      if (!unpackNamed(vm, call, key, value)) return;
      continue;
    }
    if (named) {
      vm.throwError('Error', POSITIONAL_AFTER_NAMED);
      return;
    }
    const n = call.numArgs;
    growArguments(vm, call, n + 1);
    const slot = call.base + CALL_FRAME_SLOT + n;
    if (!argIsByRef(call.func, n)) call.slots[slot] = copyOf(value);
    else if (value instanceof PhpReference) call.slots[slot] = addRef(value);
    else if (op.op1Type === IS_CV) {
      const ref = new PhpReference(value === undefined ? null : value);
      array.set(key, ref);
      call.slots[slot] = addRef(ref);
    } else call.slots[slot] = new PhpReference(copyOf(value));
  }
}

function wantsReferences(call: ExecuteData, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (argIsByRef(call.func, call.numArgs + i)) return true;
  }
  return false;
}

function unpackNamed(vm: Executor, call: ExecuteData, name: string, value: Zval): boolean {
  const place = namedArgumentPlace(vm, call, name);
  if (place === null) return false;
  const byRef = argIsByRef(call.func, place.position < 0 ? call.func.numArgs : place.position);
  const copy = copyOf(value);
  storeNamed(call, place, byRef ? new PhpReference(copy) : copy);
  return true;
}

function* unpackIterator(vm: Executor, ex: ExecuteData, op: Opline, source: PhpObject): NativeCode<number> {
  const call = ex.call as ExecuteData;
  const next = ex.opline + 1;
  const it = yield* iteratorOf(vm, source, false);
  if (it === null) {
    if (vm.exception === null) vm.throwError('Error', 'Only arrays and Traversables can be unpacked');
    freeOp1(vm, ex, op);
    return next;
  }
  try {
    let named = false;
    yield* it.rewind();
    while (vm.exception === null && (yield* it.valid())) {
      const value = yield* it.current();
      const key = yield* it.key();
      if (typeof key === 'string') {
        named = true;
        const ok = unpackNamed(vm, call, key, value);
        release(vm, value);
        if (!ok) break;
      } else if (typeof key !== 'number' && typeof key !== 'bigint') {
        vm.throwError('Error', 'Keys must be of type int|string during argument unpacking');
        break;
      } else if (named) {
        vm.throwError('Error', POSITIONAL_AFTER_NAMED);
        break;
      } else {
        unpackPositional(vm, call, value);
      }
      yield* it.next();
    }
  } finally {
    it.free();
    freeOp1(vm, ex, op);
  }
  return next;
}

function unpackPositional(vm: Executor, call: ExecuteData, value: Zval): void {
  const n = call.numArgs;
  growArguments(vm, call, n + 1);
  let v = value instanceof PhpReference ? unwrapOwned(vm, value) : value;
  if (argMustBeRef(call.func, n)) {
    vm.error(
      E_WARNING,
      `Cannot pass by-reference argument ${n + 1} of ${callName(call.func)}() by unpacking a Traversable, passing by-value instead`,
    );
    v = new PhpReference(v);
  }
  call.slots[call.base + CALL_FRAME_SLOT + n] = v;
}

/** args := array op1 (call_user_func_array). */
export const zendSendArray: Handler = (vm, ex, op) => {
  const held = ex.slots[ex.base + op.op1];
  const v = op.op1Type === IS_CONST ? op.op1Lit : held instanceof PhpReference ? held.val : held;
  if (!(v instanceof PhpArray)) {
    vm.throwError(
      'TypeError',
      `call_user_func_array(): Argument #2 ($args) must be of type array, ${typeName(v)} given`,
    );
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  const call = ex.call as ExecuteData;
  if ((op.op2Type & (IS_TMP_VAR | IS_VAR | IS_CV | IS_CONST)) !== 0) sendSlice(vm, ex, op, call, v);
  else sendAll(vm, call, v);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function sendAll(vm: Executor, call: ExecuteData, array: PhpArray): void {
  let named = false;
  for (const [key, value] of array.entries()) {
    if (typeof key === 'string') {
      named = true;
      if (!unpackNamed(vm, call, key, value)) return;
      continue;
    }
    if (named) {
      vm.throwError('Error', 'Cannot use positional argument after named argument');
      return;
    }
    sendElement(vm, call, value);
  }
}

/** call_user_func_array(f, array_slice($a, offset, length)): op2 is the offset literal's value, length follows in extended_value. */
function sendSlice(vm: Executor, ex: ExecuteData, op: Opline, call: ExecuteData, array: PhpArray): void {
  const length = op.op2Type === IS_CONST ? op.op2Lit : ex.slots[ex.base + op.op2];
  const values = array.valueList();
  const skip = op.extendedValue;
  const count =
    typeof length === 'number' && length >= 0 ? Math.min(length, values.length - skip) : values.length - skip;
  for (let i = skip; i < skip + count; i++) sendElement(vm, call, values[i]);
}

function sendElement(vm: Executor, call: ExecuteData, value: Zval): void {
  const n = call.numArgs;
  growArguments(vm, call, n + 1);
  const slot = call.base + CALL_FRAME_SLOT + n;
  if (call.magicName !== null) {
    // __call gets the references of the array, so that it can pass them on.
    call.slots[slot] = addRef(value);
  } else if (!argIsByRef(call.func, n)) {
    call.slots[slot] = copyOf(value);
  } else if (value instanceof PhpReference) {
    call.slots[slot] = addRef(value);
  } else if (argMustBeRef(call.func, n)) {
    const shown = argumentLabel(call.func, n + 1);
    vm.error(
      E_WARNING,
      `${callName(call.func)}(): Argument #${n + 1}${shown} must be passed by reference, value given`,
    );
    call.slots[slot] = new PhpReference(copyOf(value));
  } else {
    call.slots[slot] = copyOf(value);
  }
}

/** Parameters that were skipped by named arguments keep undefined: RECV_INIT fills them, RECV reports them. */
export const zendCheckUndefArgs: Handler = (_vm, ex) => ex.opline + 1;

export const sendHandlers: Partial<Record<OpName, Handler>> = {
  SEND_VAL: zendSendVal,
  SEND_VAL_EX: zendSendValEx,
  SEND_VAR: zendSendVar,
  SEND_VAR_EX: zendSendVarEx,
  SEND_REF: zendSendRef,
  SEND_FUNC_ARG: zendSendFuncArg,
  CHECK_FUNC_ARG: zendCheckFuncArg,
  SEND_VAR_NO_REF: zendSendVarNoRef,
  SEND_VAR_NO_REF_EX: zendSendVarNoRefEx,
  SEND_USER: zendSendUser,
  SEND_UNPACK: zendSendUnpack,
  SEND_ARRAY: zendSendArray,
  CHECK_UNDEF_ARGS: zendCheckUndefArgs,
};
