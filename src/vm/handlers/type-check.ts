/**
 * Types of values: casts, type questions, instanceof, and the compiled forms of strlen(), defined(), get_class(), ...
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import { IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_ISEMPTY } from '../../bytecode/operand-flags.ts';
import {
  ACC_STRICT_TYPES,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_DOUBLE,
  MAY_BE_LONG,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_RESOURCE,
  MAY_BE_STRING,
} from '../../bytecode/type-flags.ts';
import type { ClassEntry } from '../../object/class-entry.ts';
import { instanceOf } from '../../object/class-queries.ts';
import { closureData } from '../../object/closure.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { fillFromArray, objectToArray } from '../../object/object-vars.ts';
import { givenTypeName, typeBit } from '../../object/types.ts';
import { gettypeName, toBool, toFloat, toInt, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, PhpFloat, PhpResource, type Zval } from '../../value/zval.ts';
import { calledClass, classInSlot, fetchRelativeClass } from '../class-fetch.ts';
import { findConstant } from '../constants.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { argumentSlot } from '../frame.ts';
import { freeOp1, type Handler, readOp1, setResult } from '../operands.ts';

/** result := (type) op1. ZEND_CAST; `extendedValue` is one of Zend's IS_* numbers. */
export const zendCast: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  const type = 1 << op.extendedValue;
  if (type === MAY_BE_STRING && v instanceof PhpObject) return startOplineCode(vm, ex, castToStringSlow(vm, ex, op, v));
  const result = castTo(vm, type, v);
  freeOp1(vm, ex, op);
  setResult(ex, op, result);
  return ex.opline + 1;
};

/** An owned value of the type whose MAY_BE_* bit is given. */
function castTo(vm: Executor, type: number, v: Zval): Zval {
  switch (type) {
    case MAY_BE_LONG:
      return toInt(vm, v);
    case MAY_BE_DOUBLE:
      return v instanceof PhpFloat ? v : new PhpFloat(toFloat(vm, v));
    case MAY_BE_STRING:
      return toStr(vm, v);
    case MAY_BE_ARRAY:
      return castToArray(vm, v);
    case MAY_BE_OBJECT:
      return castToObject(vm, v);
    case MAY_BE_NULL:
      return null;
    default:
      return toBool(v);
  }
}

function* castToStringSlow(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  try {
    const text = yield* vm.toStringOf(v);
    if (text !== null && vm.exception === null) setResult(ex, op, text);
  } finally {
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** (array): null is empty, an object its properties, anything else (closures too) one element. Owned. */
export function castToArray(vm: Executor, v: Zval): PhpArray {
  if (v instanceof PhpArray) return addRef(v);
  if (v === null || v === undefined) return PhpArray.empty();
  if (v instanceof PhpObject && closureData(v) === null) return objectToArray(vm, v);
  return PhpArray.fromList([addRef(v)]);
}

/** (object): an array's elements become properties, a scalar the property `scalar`. Owned. */
export function castToObject(vm: Executor, v: Zval): PhpObject {
  if (v instanceof PhpObject) return addRef(v);
  const obj = vm.newObject(vm.classOf('stdClass'));
  if (v instanceof PhpArray) {
    fillFromArray(obj, v);
  } else if (v !== null && v !== undefined) {
    obj.dyn = new PhpArray();
    obj.dyn.setStr('scalar', addRef(v));
  }
  return obj;
}

/** result := type(op1) in extendedValue. ZEND_TYPE_CHECK */
export const zendTypeCheck: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  let result = (typeBit(v) & op.extendedValue) !== 0;
  // is_resource() is false for a closed one
  if (result && op.extendedValue === MAY_BE_RESOURCE) result = !(v instanceof PhpResource && v.type === 'Unknown');
  freeOp1(vm, ex, op);
  setResult(ex, op, result);
  return ex.opline + 1;
};

/** result := gettype(op1). ZEND_GET_TYPE */
export const zendGetType: Handler = (vm, ex, op) => {
  const name = gettypeName(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  setResult(ex, op, name);
  return ex.opline + 1;
};

/** Reads op1 for its warning only. ZEND_CHECK_VAR */
export const zendCheckVar: Handler = (vm, ex, op) => {
  readOp1(vm, ex, op);
  return ex.opline + 1;
};

/** result := strlen(op1). ZEND_STRLEN */
export const zendStrlen: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  if (typeof v === 'string') {
    freeOp1(vm, ex, op);
    setResult(ex, op, v.length);
    return ex.opline + 1;
  }
  const strict = ((ex.func as OpArray).fnFlags & ACC_STRICT_TYPES) !== 0;
  if (!strict && v instanceof PhpObject && v.ce.magic.toString !== null) {
    return startOplineCode(vm, ex, strlenSlow(vm, ex, op, v));
  }
  if (strict || (typeBit(v) & (MAY_BE_NULL | MAY_BE_BOOL | MAY_BE_LONG | MAY_BE_DOUBLE)) === 0) {
    if (vm.exception === null) {
      vm.throwError('TypeError', `strlen(): Argument #1 ($string) must be of type string, ${givenTypeName(v)} given`);
    }
  } else if (v === null || v === undefined) {
    vm.error(E_DEPRECATED, 'strlen(): Passing null to parameter #1 ($string) of type string is deprecated');
    setResult(ex, op, 0);
  } else {
    setResult(ex, op, toStr(vm, v).length);
  }
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function* strlenSlow(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  try {
    const text = yield* vm.toStringOf(v);
    if (text !== null) setResult(ex, op, text.length);
  } finally {
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := is the constant op1 defined. ZEND_DEFINED */
export const zendDefined: Handler = (vm, ex, op) => {
  setResult(ex, op, findConstant(vm, op.op1Lit as string, false) !== undefined);
  return ex.opline + 1;
};

/** result := get_class(op1), or the class of the running method. ZEND_GET_CLASS */
export const zendGetClass: Handler = (vm, ex, op) => {
  if (op.op1Type === IS_UNUSED) {
    const scope = ex.func.scope;
    if (scope === null) vm.throwError('Error', 'get_class() without arguments must be called from within a class');
    else setResult(ex, op, scope.name);
    return ex.opline + 1;
  }
  const v = readOp1(vm, ex, op);
  if (v instanceof PhpObject) {
    setResult(ex, op, v.ce.name);
  } else if (vm.exception === null) {
    vm.throwError('TypeError', `get_class(): Argument #1 ($object) must be of type object, ${givenTypeName(v)} given`);
  }
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** result := static::class. ZEND_GET_CALLED_CLASS */
export const zendGetCalledClass: Handler = (vm, ex, op) => {
  const called = calledClass(ex);
  if (called === null) vm.throwError('Error', 'get_called_class() must be called from within a class');
  else setResult(ex, op, called.name);
  return ex.opline + 1;
};

/** result := op1 instanceof op2. ZEND_INSTANCEOF: an unknown class is never loaded. */
export const zendInstanceof: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  if (!(v instanceof PhpObject)) {
    freeOp1(vm, ex, op);
    setResult(ex, op, false);
    return ex.opline + 1;
  }
  let ce: ClassEntry | null | undefined;
  if (op.op2Type === IS_CONST) {
    const cache = op.extendedValue >>> 3;
    ce = ex.runTimeCache[cache] as ClassEntry | undefined;
    if (ce === undefined) {
      ce = vm.classTable.get((ex.func as OpArray).literals[op.op2 + 1] as string);
      if (ce !== undefined) ex.runTimeCache[cache] = ce;
    }
  } else if (op.op2Type === IS_UNUSED) {
    ce = fetchRelativeClass(vm, ex, op.op2);
  } else {
    ce = classInSlot(ex, op.op2);
  }
  const result = ce !== null && ce !== undefined && instanceOf(v.ce, ce);
  freeOp1(vm, ex, op);
  if (ce === null && op.op2Type === IS_UNUSED) return ex.opline + 1;
  setResult(ex, op, result);
  return ex.opline + 1;
};

/** result := func_num_args(). ZEND_FUNC_NUM_ARGS */
export const zendFuncNumArgs: Handler = (_vm, ex, op) => {
  setResult(ex, op, ex.numArgs);
  return ex.opline + 1;
};

/** result := the arguments from number op1 on. ZEND_FUNC_GET_ARGS */
export const zendFuncGetArgs: Handler = (_vm, ex, op) => {
  const skip = op.op1Type === IS_CONST ? (op.op1Lit as number) : 0;
  const args: Zval[] = [];
  for (let n = skip; n < ex.numArgs; n++) args.push(addRef(deref(ex.slots[argumentSlot(ex, n)]) ?? null));
  setResult(ex, op, args.length === 0 ? PhpArray.empty() : PhpArray.fromList(args));
  return ex.opline + 1;
};

/** result := isset($this), or empty($this). ZEND_ISSET_ISEMPTY_THIS */
export const zendIssetIsemptyThis: Handler = (_vm, ex, op) => {
  const empty = (op.extendedValue & ZEND_ISEMPTY) !== 0;
  setResult(ex, op, (ex.thisObject !== null) !== empty);
  return ex.opline + 1;
};

export const typeCheckHandlers: Partial<Record<OpName, Handler>> = {
  CAST: zendCast,
  TYPE_CHECK: zendTypeCheck,
  GET_TYPE: zendGetType,
  CHECK_VAR: zendCheckVar,
  STRLEN: zendStrlen,
  DEFINED: zendDefined,
  GET_CLASS: zendGetClass,
  GET_CALLED_CLASS: zendGetCalledClass,
  INSTANCEOF: zendInstanceof,
  FUNC_NUM_ARGS: zendFuncNumArgs,
  FUNC_GET_ARGS: zendFuncGetArgs,
  ISSET_ISEMPTY_THIS: zendIssetIsemptyThis,
};
