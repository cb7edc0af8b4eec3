/**
 * Jumps, short-circuit operators, echo, casts, ropes, temporaries, exceptions and finally.
 * Source: php-src Zend/zend_vm_def.h
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { E_WARNING } from '../../base/diagnostics.ts';
import { CALL_FRAME_SLOT, IS_CV, IS_TMP_VAR, IS_VAR, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import type { ClassEntry } from '../../object/class-entry.ts';
import { instanceOf } from '../../object/class-queries.ts';
import { flush, type NativeCode } from '../../object/native-code.ts';
import { assignToTypedReference } from '../../object/typed-reference.ts';
import { toBool } from '../../value/convert.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { FastCall, fastCallAt, setFastCall } from '../fast-call.ts';
import { RELOAD, returnToNative, startOplineCode } from '../flow.ts';
import { closeGeneratorFrame } from '../generator-frame.ts';
import { freeOp1, freeSlot, type Handler, peekOp1, readOp1, takeOp1 } from '../operands.ts';
import { assignToSlot } from '../places.ts';
import { cleanupUnfinishedCalls, dispatchTryCatch, dropReturnValue, leaveByException } from '../unwind.ts';

export const zendNop: Handler = (_vm, ex) => ex.opline + 1;

/** goto op1 */
export const zendJmp: Handler = (_vm, _ex, op) => op.op1;

/** if !op1 goto op2 */
export const zendJmpz: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_TMP_VAR || op.op1Type === IS_VAR) {
    if (v === true) return ex.opline + 1;
    if (v === false) return op.op2;
  }
  const truth = toBool(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  return truth ? ex.opline + 1 : op.op2;
};

/** if op1 goto op2 */
export const zendJmpnz: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_TMP_VAR || op.op1Type === IS_VAR) {
    if (v === true) return op.op2;
    if (v === false) return ex.opline + 1;
  }
  const truth = toBool(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  return truth ? op.op2 : ex.opline + 1;
};

/** result := bool(op1); if !result goto op2 */
export const zendJmpzEx: Handler = (vm, ex, op) => {
  const truth = toBool(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  ex.slots[ex.base + op.result] = truth;
  return truth ? ex.opline + 1 : op.op2;
};

/** result := bool(op1); if result goto op2 */
export const zendJmpnzEx: Handler = (vm, ex, op) => {
  const truth = toBool(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  ex.slots[ex.base + op.result] = truth;
  return truth ? op.op2 : ex.opline + 1;
};

/** if op1 then result := op1 and goto op2 */
export const zendJmpSet: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  if (toBool(v)) {
    ex.slots[ex.base + op.result] = takeOp1(vm, ex, op);
    return op.op2;
  }
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** if op1 is not null then result := op1 and goto op2 */
export const zendCoalesce: Handler = (vm, ex, op) => {
  const v = peekOp1(ex, op);
  if (v !== null && v !== undefined) {
    ex.slots[ex.base + op.result] = takeOp1(vm, ex, op);
    return op.op2;
  }
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** ZEND_SHORT_CIRCUITING_CHAIN_* in extended_value of JMP_NULL. */
const CHAIN_ISSET = 1;
const CHAIN_EMPTY = 2;

/** if op1 is null then result := null (what the chain means) and goto op2 */
export const zendJmpNull: Handler = (vm, ex, op) => {
  const v = peekOp1(ex, op);
  if (v !== null && v !== undefined) return ex.opline + 1;
  const kind = op.extendedValue & 3;
  if (kind === CHAIN_ISSET) ex.slots[ex.base + op.result] = false;
  else if (kind === CHAIN_EMPTY) ex.slots[ex.base + op.result] = true;
  else {
    if (op.op1Type === IS_CV && v === undefined && (op.extendedValue & 4) === 0) readOp1(vm, ex, op);
    ex.slots[ex.base + op.result] = null;
  }
  return op.op2;
};

/** result := op1 */
export const zendQmAssign: Handler = (vm, ex, op) => {
  ex.slots[ex.base + op.result] = takeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** echo op1 */
export const zendEcho: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  if (typeof v === 'string' && vm.deferred.length === 0) {
    vm.write(v);
    if (vm.output.chunkFull) return startOplineCode(vm, ex, overflow(vm, ex));
    return ex.opline + 1;
  }
  return echoGeneral(vm, ex, op, v);
};

function echoGeneral(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): number {
  if (typeof v === 'number' && vm.deferred.length === 0) {
    vm.write(`${v}`);
    return vm.output.chunkFull ? startOplineCode(vm, ex, overflow(vm, ex)) : ex.opline + 1;
  }
  return startOplineCode(vm, ex, echoSlow(vm, ex, op, v));
}

function* overflow(vm: Executor, ex: ExecuteData): NativeCode<number> {
  yield* vm.output.overflow();
  return ex.opline + 1;
}

/** What the conversion raises (a user error handler's output) comes before the text itself. */
function* echoSlow(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  try {
    const text = yield* vm.toStringOf(v);
    if (vm.deferred.length > 0) yield* flush();
    if (text !== null && vm.exception === null) vm.write(text);
    yield* vm.output.overflow();
  } finally {
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** free op1 */
export const zendFree: Handler = (vm, ex, op) => {
  freeSlot(vm, ex, op.op1);
  return ex.opline + 1;
};

// Ropes: the parts of an interpolated string gather in consecutive temporaries.

/** rope[0] := op2; result is the first slot of the rope. */
export const zendRopeInit: Handler = (vm, ex, op) => ropePart(vm, ex, op);

/** rope[extended_value] := op2 */
export const zendRopeAdd: Handler = (vm, ex, op) => ropePart(vm, ex, op);

/** result := rope joined with op2 */
export const zendRopeEnd: Handler = (vm, ex, op) => {
  const v = op.op2Type === 1 ? op.op2Lit : ex.slots[ex.base + op.op2];
  if (typeof v === 'string') {
    joinRope(ex, op, v);
    return ex.opline + 1;
  }
  return startOplineCode(vm, ex, ropeEndSlow(vm, ex, op));
};

// Each part takes one slot although Zend packs two string pointers into one zval: T is Zend's count, so parts are
// gathered in one JS string in the first slot instead.
function ropePart(vm: Executor, ex: ExecuteData, op: Opline): number {
  const v = op.op2Type === 1 ? op.op2Lit : ex.slots[ex.base + op.op2];
  if (typeof v === 'string') {
    addPart(ex, op, v);
    return ex.opline + 1;
  }
  return startOplineCode(vm, ex, ropePartSlow(vm, ex, op));
}

function addPart(ex: ExecuteData, op: Opline, text: string): void {
  const at = ex.base + op.result;
  ex.slots[at] = op.op1Type === 0 ? text : (ex.slots[ex.base + op.op1] as string) + text;
}

function joinRope(ex: ExecuteData, op: Opline, text: string): void {
  ex.slots[ex.base + op.result] = (ex.slots[ex.base + op.op1] as string) + text;
}

function* ropePartSlow(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<number> {
  const text = yield* ropeText(vm, ex, op);
  if (text !== null) addPart(ex, op, text);
  return ex.opline + 1;
}

function* ropeEndSlow(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<number> {
  const text = yield* ropeText(vm, ex, op);
  if (text !== null) joinRope(ex, op, text);
  return ex.opline + 1;
}

function* ropeText(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<string | null> {
  const held = ex.slots[ex.base + op.op2];
  const v = held instanceof PhpReference ? held.val : held;
  if (v === undefined && op.op2Type === IS_CV) {
    vm.error(E_WARNING, `Undefined variable $${(ex.func as OpArray).vars[op.op2 - CALL_FRAME_SLOT] ?? ''}`);
    return '';
  }
  try {
    const text = yield* vm.toStringOf(v);
    return vm.exception === null ? text : null;
  } finally {
    if (op.op2Type !== IS_CV) freeSlot(vm, ex, op.op2);
  }
}

// Exceptions and finally.

/** Takes the exception in flight when it is of class op1, stores it in result; jumps to op2 otherwise. */
export const zendCatch: Handler = (vm, ex, op) => {
  const exception = vm.exception;
  vm.atCatch = false;
  if (exception === null) return op.op2;
  const slot = (op.extendedValue & ~1) >>> 3;
  let ce = ex.runTimeCache[slot] as ClassEntry | undefined;
  if (ce === undefined) {
    ce = vm.classTable.get((ex.func as OpArray).literals[op.op1 + 1] as string);
    if (ce !== undefined) ex.runTimeCache[slot] = ce;
  }
  if (ce !== exception.ce && (ce === undefined || !instanceOf(exception.ce, ce))) {
    if ((op.extendedValue & 1) !== 0) {
      // The last catch: the exception goes on outwards.
      vm.attention = true;
      return RELOAD;
    }
    return op.op2;
  }
  vm.exception = null;
  if (vm.deferred.length > 0) vm.attention = true;
  if (op.resultType === IS_CV) bindCaught(vm, ex, op.result, exception);
  else release(vm, exception);
  return ex.opline + 1;
};

/** Gives the exception (owned) to the catch variable; a typed reference there takes it strictly or not at all. */
function bindCaught(vm: Executor, ex: ExecuteData, slot: number, exception: PhpObject): void {
  const held = ex.slots[ex.base + slot];
  if (held instanceof PhpReference && held.sources !== null) {
    assignToTypedReference(vm, held, exception, true);
    release(vm, exception);
  } else {
    assignToSlot(vm, ex, ex.slots, ex.base + slot, exception);
  }
}

/** result := next opline; goto op1 (a finally block) */
export const zendFastCall: Handler = (_vm, ex, op) => {
  setFastCall(ex, op.result, new FastCall(null, ex.opline));
  return op.op1;
};

/** Leaves a finally block: on behind its FAST_CALL, or the exception that entered it goes on. */
export const zendFastRet: Handler = (vm, ex, op) => {
  const state = fastCallAt(ex, op.op1);
  setFastCall(ex, op.op1, null);
  if (state === null) return ex.opline + 1;
  if (state.opline >= 0) return state.opline + 1;
  // A generator that is being destroyed has no exception here, and goes on to the finally block outside.
  vm.exception = state.exception;
  vm.currentExecuteData = ex;
  cleanupUnfinishedCalls(vm, ex);
  // op2 is the number of the try block around the finally.
  if (dispatchTryCatch(vm, ex, op.op2Type === 0 ? op.op2 : -1, ex.opline)) {
    // A catch block takes the exception; what was deferred on the way runs behind its CATCH.
    if (vm.exception !== null) vm.attention = false;
    return ex.opline;
  }
  if (vm.exception !== null) return leaveByException(vm, ex);
  const prev = ex.prev as ExecuteData;
  closeGeneratorFrame(vm, ex);
  return returnToNative(vm, prev, undefined);
};

/** return in a finally block: drops the exception or return that entered it. */
export const zendDiscardException: Handler = (vm, ex, op) => {
  const state = fastCallAt(ex, op.op1);
  setFastCall(ex, op.op1, null);
  if (state === null) return ex.opline + 1;
  dropReturnValue(vm, ex, ex.func as OpArray, state);
  if (state.exception !== null) release(vm, state.exception);
  return ex.opline + 1;
};

/** zend_throw_exception_object: Exception and Error are the first two classes that come to mind. */
function isThrowable(vm: Executor, ce: ClassEntry): boolean {
  for (let at: ClassEntry | null = ce; at !== null; at = at.parent) {
    if (at.type === 1 && (at.name === 'Exception' || at.name === 'Error')) return true;
  }
  return instanceOf(ce, vm.classOf('Throwable'));
}

/** throw op1 */
export const zendThrow: Handler = (vm, ex, op) => {
  const v = takeOp1(vm, ex, op);
  if (v instanceof PhpObject && isThrowable(vm, v.ce)) {
    vm.throwObject(v);
    return ex.opline;
  }
  if (vm.exception === null) {
    const what =
      v instanceof PhpObject ? 'Cannot throw objects that do not implement Throwable' : 'Can only throw objects';
    vm.throwError('Error', what);
  }
  release(vm, v);
  return ex.opline;
};

export const flowControlHandlers: Partial<Record<OpName, Handler>> = {
  NOP: zendNop,
  EXT_STMT: zendNop,
  EXT_FCALL_BEGIN: zendNop,
  EXT_FCALL_END: zendNop,
  EXT_NOP: zendNop,
  JMP: zendJmp,
  JMPZ: zendJmpz,
  JMPNZ: zendJmpnz,
  JMPZ_EX: zendJmpzEx,
  JMPNZ_EX: zendJmpnzEx,
  JMP_SET: zendJmpSet,
  COALESCE: zendCoalesce,
  JMP_NULL: zendJmpNull,
  QM_ASSIGN: zendQmAssign,
  ECHO: zendEcho,
  FREE: zendFree,
  ROPE_INIT: zendRopeInit,
  ROPE_ADD: zendRopeAdd,
  ROPE_END: zendRopeEnd,
  CATCH: zendCatch,
  FAST_CALL: zendFastCall,
  FAST_RET: zendFastRet,
  DISCARD_EXCEPTION: zendDiscardException,
  THROW: zendThrow,
};
