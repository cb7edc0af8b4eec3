/**
 * ArrayAccess of user classes, where the methods are called at the opline itself: compiled code goes on behind it. What is not
 * as usual is left to the general way (src/object/dimensions.ts).
 * Source: php-src Zend/zend_object_handlers.c (zend_std_read_dimension and neighbours)
 */
import { IS_CONST, IS_CV, type OpArray, type Opline } from '../bytecode/op-array.ts';
import type { PlainDimensions } from '../object/class-handlers.ts';
import { instanceOf } from '../object/class-queries.ts';
import { LEFT, type NativeCode, WAIT } from '../object/native-code.ts';
import { toBool } from '../value/convert.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import { objectOffset, rawOp2 } from './dim-fetch.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { waitAtOpline } from './flow.ts';
import { takeOpData } from './op-data.ts';
import { freeOp1, freeOp2, setResult, unwrapOwned } from './operands.ts';

/** The user's method that the object is accessed by; null: the general way. */
function methodFor(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, lcName: string): OpArray | null {
  if (vm.jit === null || vm.attention) return null;
  const func = obj.ce.functionTable.get(lcName);
  if (func?.type !== 2 || !instanceOf(obj.ce, vm.classOf('ArrayAccess'))) return null;
  // An undefined variable warns.
  return op.op2Type === IS_CONST || op.op2Type === 0 || rawOp2(ex, op) !== undefined ? func : null;
}

/** Calls the method and hands its value to `take`; then `end` lets go of the operands, also behind an exception. */
function callAt(
  vm: Executor,
  ex: ExecuteData,
  func: OpArray,
  obj: PhpObject,
  args: readonly Zval[],
  take: (v: Zval) => void,
  end: () => void,
  next: number,
): number {
  obj.rc++;
  const v = vm.callDirectly({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, args);
  if (v === LEFT) return waitAtOpline(vm, ex, later(vm, obj, take, end, next));
  take(v);
  release(vm, obj);
  end();
  return next;
}

function* later(
  vm: Executor,
  obj: PhpObject,
  take: (v: Zval) => void,
  end: () => void,
  next: number,
): NativeCode<number> {
  try {
    take(yield WAIT);
  } finally {
    release(vm, obj);
    end();
  }
  return next;
}

/** result := op1[op2] by offsetGet; null: the general way. */
export function readByMethod(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, keeps: boolean): number | null {
  const { plainDimensions } = obj.ce.handlers;
  if (plainDimensions?.reads(obj) === true) return readPlain(vm, ex, op, obj, keeps, plainDimensions);
  const func = obj.ce.handlers.readDimension === null ? methodFor(vm, ex, op, obj, 'offsetget') : null;
  if (func === null) return null;
  const take = (v: Zval): void => setResult(ex, op, v instanceof PhpReference ? unwrapOwned(vm, v) : v);
  const end = (): void => {
    freeOp2(vm, ex, op);
    if (!keeps) freeOp1(vm, ex, op);
  };
  return callAt(vm, ex, func, obj, [deref(objectOffset(vm, ex, op)) ?? null], take, end, ex.opline + 1);
}

function readPlain(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  keeps: boolean,
  how: PlainDimensions,
): number {
  const value = how.read(vm, obj, objectOffset(vm, ex, op));
  if (value !== undefined) setResult(ex, op, value instanceof PhpReference ? unwrapOwned(vm, value) : value);
  freeOp2(vm, ex, op);
  if (!keeps) freeOp1(vm, ex, op);
  return ex.opline + 1;
}

function writePlain(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, how: PlainDimensions): number {
  obj.rc++;
  const offset = addRef(objectOffset(vm, ex, op));
  const value = takeOpData(vm, ex);
  how.write(vm, obj, offset, value);
  if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, addRef(value));
  release(vm, value);
  release(vm, offset);
  release(vm, obj);
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** result := isset(op1[op2]) by offsetExists; null: the general way. */
export function issetByMethod(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): number | null {
  const func = obj.ce.handlers.hasDimension === null ? methodFor(vm, ex, op, obj, 'offsetexists') : null;
  if (func === null) return null;
  const take = (v: Zval): void => {
    setResult(ex, op, toBool(deref(v)));
    release(vm, v);
  };
  const end = (): void => {
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  };
  return callAt(vm, ex, func, obj, [deref(objectOffset(vm, ex, op)) ?? null], take, end, ex.opline + 1);
}

/** op1[op2] = op_data by offsetSet; null: the general way. */
export function assignByMethod(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): number | null {
  const { plainDimensions } = obj.ce.handlers;
  if (plainDimensions?.writes(obj) === true) return writePlain(vm, ex, op, obj, plainDimensions);
  const func = obj.ce.handlers.writeDimension === null ? methodFor(vm, ex, op, obj, 'offsetset') : null;
  const data = ex.opcodes[ex.opline + 1] as Opline;
  const isUndefined = data.op1Type === IS_CV && ex.slots[ex.base + data.op1] === undefined;
  if (func === null || isUndefined) return null;
  const offset = addRef(objectOffset(vm, ex, op));
  const value = takeOpData(vm, ex);
  const take = (v: Zval): void => {
    release(vm, v);
    if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, addRef(value));
  };
  const end = (): void => {
    release(vm, value);
    release(vm, offset);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  };
  return callAt(vm, ex, func, obj, [deref(offset) ?? null, value], take, end, ex.opline + 2);
}
