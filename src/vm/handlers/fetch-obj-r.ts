/**
 * Reading properties: $o->p and its isset-mode form.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_object_handlers.c (zend_std_read_property)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_IS, BP_VAR_R, type FetchMode } from '../../object/class-handlers.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { DYNAMIC } from '../../object/property-lookup.ts';
import { objReadProperty } from '../../object/property-slow.ts';
import { readPropertySync } from '../../object/property-sync.ts';
import { typeName } from '../../value/convert.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv, unwrapOwned } from '../operands.ts';
import {
  cacheSlot,
  fillPropertyCache,
  nameForMessage,
  nameOperand,
  nameOperandSlow,
  objectOperand,
} from '../property-operand.ts';

const TEMPORARY = IS_TMP_VAR | IS_VAR;

/** The value of a property that the run-time cache knows; undefined when the long way is needed. Raw, borrowed. */
export function cachedProperty(ex: ExecuteData, op: Opline, obj: PhpObject, cache: number): Zval {
  const slots = ex.runTimeCache;
  if (slots[cache] !== obj.ce) {
    if (obj.ce.handlers.readProperty !== null) return undefined;
    if (fillPropertyCache(ex, cache, obj.ce, op.op2Lit as string) === undefined) return undefined;
    if (slots[cache] !== obj.ce) return undefined;
  }
  const slot = slots[cache + 1] as number;
  if (slot !== DYNAMIC) return obj.props[slot];
  return obj.dyn === null ? undefined : obj.dyn.getStr(op.op2Lit as string);
}

/** result := op1->op2. ZEND_FETCH_OBJ_R */
export const zendFetchObjR: Handler = (vm, ex, op) => readProperty(vm, ex, op, BP_VAR_R);

/** result := op1->op2 or null, without warnings. ZEND_FETCH_OBJ_IS */
export const zendFetchObjIs: Handler = (vm, ex, op) => readProperty(vm, ex, op, BP_VAR_IS);

function readProperty(vm: Executor, ex: ExecuteData, op: Opline, mode: FetchMode): number {
  const obj = op.op1Type === IS_UNUSED ? ex.thisObject : objectOperand(ex, op);
  if (!(obj instanceof PhpObject)) return readOfNonObject(vm, ex, op, obj, mode);
  if (op.op2Type === IS_CONST) {
    let v = cachedProperty(ex, op, obj, cacheSlot(op.extendedValue));
    if (v !== undefined) {
      if (typeof v === 'object' && v !== null) v = addRef(v instanceof PhpReference ? v.val : v);
      if ((op.op1Type & TEMPORARY) !== 0) freeOp1(vm, ex, op);
      ex.slots[ex.base + op.result] = v;
      return ex.opline + 1;
    }
  }
  const name = nameOperand(vm, ex, op);
  if (typeof name === 'string' && obj.ce.handlers.readProperty === null) {
    const value = readPropertySync(vm, obj, name, mode, ex.func.scope);
    if (value !== NEEDS_SLOW) {
      if (vm.exception === null) setResult(ex, op, addRef(value));
      freeOp2(vm, ex, op);
      freeOp1(vm, ex, op);
      return ex.opline + 1;
    }
  } else if (name === undefined) {
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  return startOplineCode(vm, ex, readPropertySlow(vm, ex, op, obj, mode));
}

function readOfNonObject(vm: Executor, ex: ExecuteData, op: Opline, container: Zval, mode: FetchMode): number {
  let v = container;
  if (mode === BP_VAR_R) {
    if (v === undefined) v = op.op1Type === IS_CV ? undefinedCv(vm, ex, op.op1) : null;
    const name = nameForMessage(vm, ex, op);
    if (vm.exception === null) vm.error(E_WARNING, `Attempt to read property "${name}" on ${typeName(v)}`);
  } else if (op.op2Type === IS_CV && ex.slots[ex.base + op.op2] === undefined) {
    undefinedCv(vm, ex, op.op2);
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  setResult(ex, op, null);
  return ex.opline + 1;
}

function* readPropertySlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  mode: FetchMode,
): NativeCode<number> {
  obj.rc++;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name === null) return ex.opline + 1;
    const value = yield* objReadProperty(vm, obj, name, mode, ex.func.scope);
    if (vm.exception !== null) release(vm, value);
    else setResult(ex, op, value instanceof PhpReference ? unwrapOwned(vm, value) : (value ?? null));
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

export const fetchObjReadHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_OBJ_R: zendFetchObjR,
  FETCH_OBJ_IS: zendFetchObjIs,
};
