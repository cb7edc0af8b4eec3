/**
 * DO_*, RECV*, RETURN*: entering functions, receiving parameters, leaving.
 * Source: php-src Zend/zend_vm_def.h (ZEND_DO_FCALL ..., ZEND_RECV ..., ZEND_RETURN ...)
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { E_DEPRECATED, E_NOTICE } from '../../base/diagnostics.ts';
import {
  CALL_FRAME_SLOT,
  IS_CONST,
  IS_CV,
  IS_TMP_VAR,
  IS_VAR,
  type OpArray,
  type Opline,
} from '../../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_DEPRECATED, ACC_STRICT_TYPES } from '../../bytecode/type-flags.ts';
import { reportAbstractCall } from '../../object/methods.ts';
import { NEEDS_SLOW, type NativeCode } from '../../object/native-code.ts';
import { isNamedClass, TYPE_MISMATCH, typeErrorArg, verifyType, verifyTypeSlow } from '../../object/types.ts';
import { displayName } from '../../object/class-queries.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpConstantAst, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { CALL_MAY_HAVE_UNDEF, CALL_TOP, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { ENTER, startOplineCode } from '../flow.ts';
import { argumentSlot, initFuncExecuteData } from '../frame.ts';
import { callInternal } from '../internal-call.ts';
import { callName } from '../named-args.ts';
import { type Handler, makeReference, takeOp1, undefinedCv } from '../operands.ts';
import { abandonCall } from '../call-user.ts';
import { leaveFrame } from '../user-call.ts';

/** result := run(call), whatever INIT_* prepared. */
export const zendDoFcall: Handler = (vm, ex, op) => {
  const call = ex.call as ExecuteData;
  ex.call = call.prev;
  call.prev = ex;
  call.returnSlot = op.resultType === 0 ? -1 : ex.base + op.result;
  const func = call.func;
  if ((func.fnFlags & (ACC_DEPRECATED | ACC_ABSTRACT)) !== 0 && !callable(vm, call)) return ex.opline;
  if (func.type === 1) return callInternal(vm, ex, call);
  if (call.magicName !== null) packMagicArguments(call);
  initFuncExecuteData(vm, call, func);
  return ENTER;
};

/** result := run(call) of a user function the compiler knew. */
export const zendDoUcall: Handler = (vm, ex, op) => {
  const call = ex.call as ExecuteData;
  ex.call = call.prev;
  call.prev = ex;
  call.returnSlot = op.resultType === 0 ? -1 : ex.base + op.result;
  initFuncExecuteData(vm, call, call.func as OpArray);
  return ENTER;
};

/** result := run(call) of an internal function. */
export const zendDoIcall: Handler = (vm, ex, op) => {
  const call = ex.call as ExecuteData;
  ex.call = call.prev;
  call.prev = ex;
  call.returnSlot = op.resultType === 0 ? -1 : ex.base + op.result;
  return callInternal(vm, ex, call);
};

function callable(vm: Executor, call: ExecuteData): boolean {
  const func = call.func;
  if ((func.fnFlags & ACC_ABSTRACT) !== 0 && func.scope !== null) {
    reportAbstractCall(vm, func);
    abandonCall(vm, call);
    return false;
  }
  if (func.type === 2) {
    const kind = func.scope === null ? 'Function' : 'Method';
    vm.error(E_DEPRECATED, `${kind} ${callName(func)}() is deprecated`);
  }
  return true;
}

/** __call and __callStatic get the name and the arguments as an array. */
export function packMagicArguments(call: ExecuteData): void {
  const first = call.base + CALL_FRAME_SLOT;
  const args: Zval[] = [];
  for (let i = 0; i < call.numArgs; i++) {
    args.push(call.slots[first + i]);
    call.slots[first + i] = undefined;
  }
  const packed = PhpArray.fromList(args);
  if (call.extraNamedParams !== null) {
    for (const [k, v] of call.extraNamedParams.entries()) packed.set(k, addRef(v));
  }
  call.slots[first] = call.magicName;
  call.slots[first + 1] = packed;
  call.numArgs = 2;
  call.magicName = null;
}

/** result := arg[op1], required. */
export const zendRecv: Handler = (vm, ex, op) => {
  const slot = ex.base + op.result;
  if (op.op1 > ex.numArgs || ex.slots[slot] === undefined) {
    missingArgument(vm, ex, op);
    return ex.opline;
  }
  const type = (ex.func as OpArray).argInfo[op.op1 - 1]?.type;
  if (type === null) return ex.opline + 1;
  if (type === undefined) return verifyRecv(vm, ex, op);
  const v = ex.slots[slot];
  return v instanceof PhpObject && isNamedClass(type, v) ? ex.opline + 1 : verifyRecv(vm, ex, op);
};

function missingArgument(vm: Executor, ex: ExecuteData, op: Opline): void {
  const func = ex.func as OpArray;
  if ((ex.callInfo & CALL_MAY_HAVE_UNDEF) !== 0 && op.op1 <= ex.numArgs) {
    const name = func.argInfo[op.op1 - 1]?.name ?? '';
    vm.throwError('ArgumentCountError', `${callName(func)}(): Argument #${op.op1} ($${name}) not passed`);
    return;
  }
  const scope = func.scope === null ? '' : `${displayName(func.scope.name)}::`;
  const from = callSite(ex);
  const words = func.requiredNumArgs === func.numArgs ? 'exactly' : 'at least';
  const called = from === null ? '' : ` in ${from.file} on line ${from.line}`;
  vm.throwError(
    'ArgumentCountError',
    `Too few arguments to function ${scope}${func.functionName ?? ''}(), ${ex.numArgs} passed${called} and ${words} ${func.requiredNumArgs} expected`,
  );
}

/** Checks the parameter's type, coerces it in its slot. */
function verifyRecv(vm: Executor, ex: ExecuteData, op: Opline): number {
  const func = ex.func as OpArray;
  const type = func.argInfo[Math.min(op.op1, func.argInfo.length) - 1]?.type ?? null;
  if (type === null) return ex.opline + 1;
  const held = ex.slots[ex.base + op.result];
  const v = held instanceof PhpReference ? held.val : held;
  const result = verifyType(vm, type, v, func.scope, ex.calledScope, callerIsStrict(ex));
  if (result === v) return ex.opline + 1;
  if (result === NEEDS_SLOW) return startOplineCode(vm, ex, verifyRecvSlow(vm, ex, op));
  if (result === TYPE_MISMATCH) argumentMismatch(vm, ex, op, v);
  else storeParameter(vm, ex, op, result as Zval);
  return ex.opline + 1;
}

function* verifyRecvSlow(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<number> {
  const func = ex.func as OpArray;
  const type = func.argInfo[Math.min(op.op1, func.argInfo.length) - 1]?.type ?? null;
  const held = ex.slots[ex.base + op.result];
  const v = held instanceof PhpReference ? held.val : held;
  if (type === null) return ex.opline + 1;
  const result = yield* verifyTypeSlow(vm, type, v, func.scope, ex.calledScope, callerIsStrict(ex));
  if (result === TYPE_MISMATCH) argumentMismatch(vm, ex, op, v);
  else storeParameter(vm, ex, op, result);
  return ex.opline + 1;
}

function storeParameter(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  const held = ex.slots[ex.base + op.result];
  if (held instanceof PhpReference) {
    const old = held.val;
    held.val = v;
    release(vm, old);
  } else {
    ex.slots[ex.base + op.result] = v;
    release(vm, held);
  }
}

function argumentMismatch(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  if (vm.exception !== null) return;
  typeErrorArg(vm, ex.func, op.op1, v, callSite(ex));
}

/** Where user code made the call; null when native code did. */
function callSite(ex: ExecuteData): { file: string; line: number } | null {
  const caller = ex.prev;
  if (caller === null || caller.func.type !== 2 || caller.opcodes.length === 0 || (ex.callInfo & CALL_TOP) !== 0)
    return null;
  return { file: caller.func.fileName, line: caller.opcodes[caller.opline]?.lineno ?? 0 };
}

function callerIsStrict(ex: ExecuteData): boolean {
  const caller = ex.prev;
  return (
    caller !== null &&
    (ex.callInfo & CALL_TOP) === 0 &&
    caller.func.type === 2 &&
    (caller.func.fnFlags & ACC_STRICT_TYPES) !== 0
  );
}

/** result := arg[op1], or its default op2 when it was not passed. */
export const zendRecvInit: Handler = (vm, ex, op) => {
  const slot = ex.base + op.result;
  if (op.op1 <= ex.numArgs && ex.slots[slot] !== undefined) {
    return verifyRecv(vm, ex, op);
  }
  const value = op.op2Lit;
  if (value instanceof PhpConstantAst) return startOplineCode(vm, ex, recvInitSlow(vm, ex, op, value));
  ex.slots[slot] = addRef(value);
  return verifyRecv(vm, ex, op);
};

function* recvInitSlow(vm: Executor, ex: ExecuteData, op: Opline, ast: Zval): NativeCode<number> {
  const func = ex.func as OpArray;
  const value = yield* vm.evalConstant(ast, func.scope, func);
  if (value === undefined || vm.exception !== null) return ex.opline;
  ex.slots[ex.base + op.result] = value;
  const type = func.argInfo[op.op1 - 1]?.type ?? null;
  if (type !== null) {
    const result = yield* verifyTypeSlow(vm, type, value, func.scope, ex.calledScope, callerIsStrict(ex));
    if (result === TYPE_MISMATCH) argumentMismatch(vm, ex, op, value);
    else if (result !== value) storeParameter(vm, ex, op, result);
  }
  return ex.opline + 1;
}

/** result := [arg[op1], ...] */
export const zendRecvVariadic: Handler = (vm, ex, op) => {
  const func = ex.func as OpArray;
  const rest = new PhpArray();
  const type = func.argInfo[func.numArgs]?.type ?? null;
  ex.slots[ex.base + op.result] = rest;
  const strict = callerIsStrict(ex);
  for (let i = op.op1 - 1; i < ex.numArgs; i++) {
    const at = argumentSlot(ex, i);
    let v = ex.slots[at];
    if (type !== null) {
      const plain = v instanceof PhpReference ? v.val : v;
      const result = verifyType(vm, type, plain, func.scope, ex.calledScope, strict);
      if (result === NEEDS_SLOW) return startOplineCode(vm, ex, recvVariadicSlow(vm, ex, op, i));
      if (result === TYPE_MISMATCH) {
        argumentMismatchAt(vm, ex, i + 1, plain);
        return ex.opline;
      }
      if (result !== plain) v = result as Zval;
    }
    rest.append(addRef(v));
  }
  addExtraNamed(vm, ex, rest, op);
  return ex.opline + 1;
};

function* recvVariadicSlow(vm: Executor, ex: ExecuteData, op: Opline, from: number): NativeCode<number> {
  const func = ex.func as OpArray;
  const rest = ex.slots[ex.base + op.result] as PhpArray;
  const type = func.argInfo[func.numArgs]?.type ?? null;
  for (let i = from; i < ex.numArgs && type !== null; i++) {
    const v = ex.slots[argumentSlot(ex, i)];
    const plain = v instanceof PhpReference ? v.val : v;
    const result = yield* verifyTypeSlow(vm, type, plain, func.scope, ex.calledScope, callerIsStrict(ex));
    if (result === TYPE_MISMATCH) {
      argumentMismatchAt(vm, ex, i + 1, plain);
      return ex.opline;
    }
    rest.append(addRef(result === plain ? v : result));
  }
  addExtraNamed(vm, ex, rest, op);
  return ex.opline + 1;
}

function argumentMismatchAt(vm: Executor, ex: ExecuteData, n: number, v: Zval): void {
  if (vm.exception === null) typeErrorArg(vm, ex.func, n, v, callSite(ex));
}

function addExtraNamed(vm: Executor, ex: ExecuteData, rest: PhpArray, op: Opline): void {
  const func = ex.func as OpArray;
  const type = func.argInfo[func.numArgs]?.type ?? null;
  if (ex.extraNamedParams === null) return;
  for (const [k, v] of ex.extraNamedParams.entries()) {
    if (type !== null) {
      const plain = v instanceof PhpReference ? v.val : v;
      const result = verifyType(vm, type, plain, func.scope, ex.calledScope, callerIsStrict(ex));
      if (result === TYPE_MISMATCH || result === NEEDS_SLOW) {
        argumentMismatch(vm, ex, op, plain);
        return;
      }
      rest.set(k, addRef(result as Zval));
    } else rest.set(k, addRef(v));
  }
}

/** Leaves the frame with op1. */
export const zendReturn: Handler = (vm, ex, op) => {
  if (ex.returnSlot < 0 && (ex.callInfo & CALL_TOP) === 0) return returnUnused(vm, ex, op);
  if (op.op1Type === IS_CV) {
    const slot = ex.base + op.op1;
    const v = ex.slots[slot];
    if (v === undefined) return leaveFrame(vm, ex, undefinedCv(vm, ex, op.op1));
    if (v instanceof PhpReference) return leaveFrame(vm, ex, addRef(v.val));
    // The variable dies with the frame: its count moves to the return value.
    if (typeof v === 'object' && ex.symbolTable === null) {
      ex.slots[slot] = undefined;
      return leaveFrame(vm, ex, v);
    }
    return leaveFrame(vm, ex, addRef(v));
  }
  return leaveFrame(vm, ex, takeOp1(vm, ex, op));
};

/** Nobody takes the value: a temporary dies before the frame's variables, a variable among them. */
function returnUnused(vm: Executor, ex: ExecuteData, op: Opline): number {
  if (op.op1Type !== IS_CV) release(vm, takeOp1(vm, ex, op));
  else if (ex.slots[ex.base + op.op1] === undefined) undefinedCv(vm, ex, op.op1);
  return leaveFrame(vm, ex, null);
}

/** Leaves a function that returns by reference. */
export const zendReturnByRef: Handler = (vm, ex, op) => {
  if (op.op1Type === IS_CONST || op.op1Type === IS_TMP_VAR) {
    vm.error(E_NOTICE, 'Only variable references should be returned by reference');
    return leaveFrame(vm, ex, new PhpReference(takeOp1(vm, ex, op)));
  }
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_VAR) {
    if (v instanceof PhpIndirect) return leaveFrame(vm, ex, addRef(makeReference(v)));
    if (v instanceof PhpReference) return leaveFrame(vm, ex, v);
    // a function's result that is no reference
    if (op.extendedValue === 1) vm.error(E_NOTICE, 'Only variable references should be returned by reference');
    return leaveFrame(vm, ex, new PhpReference(v));
  }
  return leaveFrame(vm, ex, addRef(makeReference(new PhpIndirect(ex.slots, ex.base + op.op1))));
};

export const doCallHandlers: Partial<Record<OpName, Handler>> = {
  DO_FCALL: zendDoFcall,
  DO_FCALL_BY_NAME: zendDoFcall,
  DO_UCALL: zendDoUcall,
  DO_ICALL: zendDoIcall,
  RECV: zendRecv,
  RECV_INIT: zendRecvInit,
  RECV_VARIADIC: zendRecvVariadic,
  RETURN: zendReturn,
  RETURN_BY_REF: zendReturnByRef,
};
