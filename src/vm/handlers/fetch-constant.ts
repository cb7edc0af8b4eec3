/**
 * Constants, class constants, classes and class names as operands.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_execute.c (zend_quick_get_constant)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import {
  IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE,
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_CLASS_DEFAULT,
  ZEND_FETCH_CLASS_MASK,
  ZEND_FETCH_CLASS_PARENT,
  ZEND_FETCH_CLASS_SELF,
} from '../../bytecode/operand-flags.ts';
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import { classConstantFast, getClassConstant } from '../../object/class-constants.ts';
import type { ClassEntry } from '../../object/class-entry.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { typeName } from '../../value/convert.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import {
  calledClass,
  classOperand,
  classOperandName,
  fetchClassByName,
  fetchRelativeClass,
  setClassInSlot,
} from '../class-fetch.ts';
import type { Constant, Executor } from '../executor.ts';
import type { ExecuteData } from '../execute-data.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import { cacheSlot } from '../property-operand.ts';
import { specialConstant } from '../../bytecode/internal-constants.ts';

/** result := constant op2. ZEND_FETCH_CONSTANT */
export const zendFetchConstant: Handler = (vm, ex, op) => {
  const cache = cacheSlot(op.extendedValue);
  const known = ex.runTimeCache[cache] as Constant | undefined;
  if (known !== undefined) {
    setResult(ex, op, addRef(known.value));
    return ex.opline + 1;
  }
  const literals = (ex.func as OpArray).literals;
  const found = findByLiterals(vm, literals, op);
  if (found === undefined) {
    const special = specialConstant(literals[op.op2] as string);
    if (special !== undefined) setResult(ex, op, special);
    else vm.throwError('Error', `Undefined constant "${literals[op.op2] as string}"`);
    return ex.opline + 1;
  }
  if (found.deprecated) vm.error(E_DEPRECATED, `Constant ${found.name} is deprecated`);
  else ex.runTimeCache[cache] = found;
  setResult(ex, op, addRef(found.value));
  return ex.opline + 1;
};

/** The literals behind the name: the key with a lower-cased namespace, and the bare name when that may be meant too. */
function findByLiterals(vm: Executor, literals: readonly Zval[], op: Opline): Constant | undefined {
  const found = vm.constants.get(literals[op.op2 + 1] as string);
  if (found !== undefined) return found;
  if ((op.op1 & IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE) === 0) return undefined;
  return vm.constants.get(literals[op.op2 + 2] as string);
}

/** result := op1::op2. ZEND_FETCH_CLASS_CONSTANT */
export const zendFetchClassConstant: Handler = (vm, ex, op) => {
  const cache = cacheSlot(op.extendedValue);
  const slots = ex.runTimeCache;
  let ce: ClassEntry | null | undefined;
  if (op.op1Type === IS_CONST) {
    if (slots[cache] !== undefined) {
      setResult(ex, op, addRef(slots[cache + 1] as Zval));
      return ex.opline + 1;
    }
    ce = classOperand(vm, ex, IS_CONST, op.op1);
  } else {
    ce = classOperand(vm, ex, op.op1Type, op.op1);
    if (ce === null) return ex.opline + 1;
    if (slots[cache] === ce) {
      setResult(ex, op, addRef(slots[cache + 1] as Zval));
      return ex.opline + 1;
    }
  }
  if (ce !== null && ce !== undefined) {
    const value = classConstantFast(ce, op.op2Lit as string, ex.func.scope);
    if (value !== NEEDS_SLOW) {
      slots[cache] = ce;
      slots[cache + 1] = value;
      setResult(ex, op, addRef(value));
      return ex.opline + 1;
    }
  }
  return startOplineCode(vm, ex, fetchClassConstantSlow(vm, ex, op, ce ?? null));
};

function* fetchClassConstantSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  known: ClassEntry | null,
): NativeCode<number> {
  let ce = known;
  if (ce === null) {
    const name = classOperandName(ex, op.op1);
    ce = yield* fetchClassByName(vm, name, ZEND_FETCH_CLASS_DEFAULT | ZEND_FETCH_CLASS_EXCEPTION);
    if (ce === null) return ex.opline + 1;
  }
  const value = yield* getClassConstant(vm, ce, op.op2Lit as string, ex.func.scope);
  if (value === undefined) return ex.opline + 1;
  const cache = cacheSlot(op.extendedValue);
  ex.runTimeCache[cache] = ce;
  ex.runTimeCache[cache + 1] = value;
  setResult(ex, op, addRef(value));
  return ex.opline + 1;
}

/** result := class op2. ZEND_FETCH_CLASS */
export const zendFetchClass: Handler = (vm, ex, op) => {
  if (op.op2Type === IS_UNUSED) {
    const ce = fetchRelativeClass(vm, ex, op.op1);
    if (ce !== null) setClassInSlot(ex, op.result, ce);
    return ex.opline + 1;
  }
  const v = op.op2Type === IS_CONST ? op.op2Lit : deref(ex.slots[ex.base + op.op2]);
  if (v instanceof PhpObject) {
    setClassInSlot(ex, op.result, v.ce);
  } else if (typeof v === 'string') {
    const known = vm.lookupClass(v);
    if (known === null) return startOplineCode(vm, ex, fetchClassSlow(vm, ex, op, v));
    setClassInSlot(ex, op.result, known);
  } else {
    if (v === undefined && op.op2Type === IS_CV) undefinedCv(vm, ex, op.op2);
    vm.throwError('Error', 'Class name must be a valid object or a string');
  }
  freeOp2(vm, ex, op);
  return ex.opline + 1;
};

function* fetchClassSlow(vm: Executor, ex: ExecuteData, op: Opline, name: string): NativeCode<number> {
  try {
    const ce = yield* fetchClassByName(vm, name, op.op1);
    if (ce !== null) setClassInSlot(ex, op.result, ce);
  } finally {
    freeOp2(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := op1::class. ZEND_FETCH_CLASS_NAME */
export const zendFetchClassName: Handler = (vm, ex, op) => {
  if (op.op1Type !== IS_UNUSED) {
    const v = deref(ex.slots[ex.base + op.op1]);
    if (v instanceof PhpObject) {
      setResult(ex, op, v.ce.name);
    } else {
      const shown = v === undefined && op.op1Type === IS_CV ? undefinedCv(vm, ex, op.op1) : v;
      vm.throwError('TypeError', `Cannot use "::class" on value of type ${typeName(shown)}`);
    }
    freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  const scope = ex.func.scope;
  const kind = op.op1 & ZEND_FETCH_CLASS_MASK;
  if (scope === null) {
    const word = kind === ZEND_FETCH_CLASS_SELF ? 'self' : kind === ZEND_FETCH_CLASS_PARENT ? 'parent' : 'static';
    vm.throwError('Error', `Cannot use "${word}" in the global scope`);
  } else if (kind === ZEND_FETCH_CLASS_SELF) {
    setResult(ex, op, scope.name);
  } else if (kind === ZEND_FETCH_CLASS_PARENT) {
    if (scope.parent === null) vm.throwError('Error', 'Cannot use "parent" when current class scope has no parent');
    else setResult(ex, op, scope.parent.name);
  } else {
    setResult(ex, op, (calledClass(ex) ?? scope).name);
  }
  return ex.opline + 1;
};

export const constantHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_CONSTANT: zendFetchConstant,
  FETCH_CLASS_CONSTANT: zendFetchClassConstant,
  FETCH_CLASS: zendFetchClass,
  FETCH_CLASS_NAME: zendFetchClassName,
};
