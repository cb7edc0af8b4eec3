/**
 * isset, empty and unset of elements and properties.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, IS_CV, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_ISEMPTY } from '../../bytecode/operand-flags.ts';
import { objHasDimension, objUnsetDimension } from '../../object/dimensions.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { objHasProperty, objUnsetProperty } from '../../object/property-slow.ts';
import { hasPropertySync, unsetPropertySync } from '../../object/property-sync.ts';
import { type ArrayKey, normalizeKey } from '../../value/array-key.ts';
import { toArrayKey, toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { objectOffset, rawOp2 } from '../dim-fetch.ts';
import { issetByMethod } from '../direct-access.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import { falseToArrayDeprecated, separateAt, separateInRef } from '../places.ts';
import { cachedProperty } from './fetch-obj-r.ts';
import { cacheSlot, nameOperand, nameOperandSlow, objectOperand } from '../property-operand.ts';
import { hasStringOffset } from '../string-offset.ts';

function isEmptyOp(op: Opline): boolean {
  return (op.extendedValue & ZEND_ISEMPTY) !== 0;
}

/** Operand 2 with the warning for an undefined variable, which is null then. */
function readDimOperand(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  const v = rawOp2(ex, op);
  return v === undefined && op.op2Type === IS_CV ? undefinedCv(vm, ex, op.op2) : v;
}

/** result := isset(op1[op2]). ZEND_ISSET_ISEMPTY_DIM_OBJ */
export const zendIssetIsemptyDimObj: Handler = (vm, ex, op) => {
  const container = op.op1Type === IS_CONST ? op.op1Lit : deref(ex.slots[ex.base + op.op1]);
  const isEmpty = isEmptyOp(op);
  let answer: boolean;
  if (container instanceof PhpArray) {
    const dim = readDimOperand(vm, ex, op);
    const key: ArrayKey | null =
      typeof dim === 'number'
        ? dim
        : typeof dim === 'string'
          ? op.op2Type === IS_CONST
            ? dim
            : normalizeKey(dim)
          : toArrayKey(vm, dim, 'isset');
    const v = key === null ? undefined : deref(container.get(key));
    answer = isEmpty ? !toBool(v) : v !== undefined && v !== null;
  } else if (container instanceof PhpObject) {
    const flow = isEmpty ? null : issetByMethod(vm, ex, op, container);
    return flow ?? startOplineCode(vm, ex, hasDimSlow(vm, ex, op, container));
  } else {
    const dim = readDimOperand(vm, ex, op);
    const has = typeof container === 'string' && hasStringOffset(vm, container, dim, isEmpty);
    answer = isEmpty ? !has : has;
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  if (vm.exception === null) setResult(ex, op, answer);
  return ex.opline + 1;
};

function* hasDimSlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  try {
    const isEmpty = isEmptyOp(op);
    const has = yield* objHasDimension(vm, obj, objectOffset(vm, ex, op), isEmpty);
    if (vm.exception === null) setResult(ex, op, isEmpty ? !has : has);
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := isset(op1->op2). ZEND_ISSET_ISEMPTY_PROP_OBJ */
export const zendIssetIsemptyPropObj: Handler = (vm, ex, op) => {
  const isEmpty = isEmptyOp(op);
  const obj = objectOperand(ex, op);
  let answer: boolean | typeof NEEDS_SLOW = isEmpty;
  if (obj instanceof PhpObject) {
    const known = op.op2Type === IS_CONST ? cachedProperty(ex, op, obj, cacheSlot(op.extendedValue)) : undefined;
    if (known !== undefined && obj.ce.handlers.hasProperty === null) {
      const v = deref(known);
      answer = isEmpty ? !toBool(v) : v !== null;
    } else {
      const name = nameOperand(vm, ex, op);
      answer = NEEDS_SLOW;
      if (typeof name === 'string' && obj.ce.handlers.hasProperty === null) {
        const has = hasPropertySync(obj, name, isEmpty ? 1 : 0, ex.func.scope);
        answer = has === NEEDS_SLOW ? has : isEmpty ? !has : has;
      } else if (name === undefined) {
        answer = false;
      }
      if (answer === NEEDS_SLOW) return startOplineCode(vm, ex, hasPropertySlow(vm, ex, op, obj));
    }
  } else if (op.op2Type === IS_CV && ex.slots[ex.base + op.op2] === undefined) {
    undefinedCv(vm, ex, op.op2);
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  if (vm.exception === null) setResult(ex, op, answer);
  return ex.opline + 1;
};

function* hasPropertySlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name === null) return ex.opline + 1;
    const isEmpty = isEmptyOp(op);
    const has = yield* objHasProperty(vm, obj, name, isEmpty ? 1 : 0, ex.func.scope);
    if (vm.exception === null) setResult(ex, op, isEmpty ? !has : has);
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** unset(op1[op2]). ZEND_UNSET_DIM */
export const zendUnsetDim: Handler = (vm, ex, op) => {
  let slots = ex.slots;
  let at = ex.base + op.op1;
  let v = slots[at];
  if (v instanceof PhpIndirect) {
    slots = v.slots;
    at = v.index;
    v = slots[at];
  }
  let ref: PhpReference | null = null;
  if (v instanceof PhpReference) {
    ref = v;
    v = ref.val;
  }
  if (v instanceof PhpArray) {
    const array = ref === null ? separateAt(slots, at, v) : separateInRef(ref, v);
    const key = unsetKey(vm, ex, op);
    if (key !== null) array.delete(vm, key);
  } else if (v instanceof PhpObject) {
    return startOplineCode(vm, ex, unsetDimSlow(vm, ex, op, v));
  } else {
    if (v === undefined && op.op1Type === IS_CV) v = undefinedCv(vm, ex, op.op1);
    readDimOperand(vm, ex, op);
    refuseUnset(vm, v);
  }
  freeOp2(vm, ex, op);
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function unsetKey(vm: Executor, ex: ExecuteData, op: Opline): ArrayKey | null {
  const dim = readDimOperand(vm, ex, op);
  if (typeof dim === 'number') return dim;
  if (typeof dim === 'string') return op.op2Type === IS_CONST ? dim : normalizeKey(dim);
  return toArrayKey(vm, dim, 'unset');
}

function refuseUnset(vm: Executor, v: Zval): void {
  if (typeof v === 'string') {
    vm.throwError('Error', 'Cannot unset string offsets');
  } else if (v === false) {
    falseToArrayDeprecated(vm);
  } else if (v !== null && v !== undefined) {
    vm.throwError('Error', 'Cannot unset offset in a non-array variable');
  }
}

function* unsetDimSlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  const offset = addRef(objectOffset(vm, ex, op));
  try {
    yield* objUnsetDimension(vm, obj, offset);
  } finally {
    release(vm, offset);
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** unset(op1->op2). ZEND_UNSET_OBJ */
export const zendUnsetObj: Handler = (vm, ex, op) => {
  const obj = objectOperand(ex, op);
  if (obj instanceof PhpObject) {
    const name = nameOperand(vm, ex, op);
    const sync = typeof name === 'string' && obj.ce.handlers.unsetProperty === null;
    if (name !== undefined && (!sync || unsetPropertySync(vm, obj, name, ex.func.scope) === NEEDS_SLOW)) {
      return startOplineCode(vm, ex, unsetPropertySlow(vm, ex, op, obj));
    }
  } else {
    if (op.op2Type === IS_CV && ex.slots[ex.base + op.op2] === undefined) undefinedCv(vm, ex, op.op2);
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function* unsetPropertySlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name !== null) yield* objUnsetProperty(vm, obj, name, ex.func.scope);
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

export const issetUnsetHandlers: Partial<Record<OpName, Handler>> = {
  ISSET_ISEMPTY_DIM_OBJ: zendIssetIsemptyDimObj,
  ISSET_ISEMPTY_PROP_OBJ: zendIssetIsemptyPropObj,
  UNSET_DIM: zendUnsetDim,
  UNSET_OBJ: zendUnsetObj,
};
