/**
 * What the property oplines share: the object in operand 1, the name in operand 2, the run-time cache, the messages.
 *
 * An opline with a literal name owns three slots of the run-time cache: the class seen last, the number of its property
 * slot (DYNAMIC for none), and the PropertyInfo when it is typed.
 * Source: php-src 8.2 Zend/zend_execute.c, zend_object_handlers.h (CACHE_POLYMORPHIC_PTR_EX)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { DYNAMIC, lookupProperty } from '../object/property-lookup.ts';
import { toStr, typeName } from '../value/convert.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { undefinedCv } from './operands.ts';

/** Operand 1 of a property opline, pointers and references followed: UNUSED is $this. Undefined for an undefined CV. */
export function objectOperand(ex: ExecuteData, op: Opline): Zval {
  if (op.op1Type === IS_UNUSED) return ex.thisObject;
  if (op.op1Type === IS_CONST) return op.op1Lit;
  let v = ex.slots[ex.base + op.op1];
  if (v instanceof PhpIndirect) v = v.slots[v.index];
  return v instanceof PhpReference ? v.val : v;
}

/** Operand 2 as a property name; NEEDS_SLOW for an object; undefined after an exception. An undefined variable warns. */
export function nameOperand(vm: Executor, ex: ExecuteData, op: Opline): string | typeof NEEDS_SLOW | undefined {
  if (op.op2Type === IS_CONST) return op.op2Lit as string;
  const raw = ex.slots[ex.base + op.op2];
  const v = raw instanceof PhpReference ? raw.val : raw;
  if (typeof v === 'string') return v;
  if (v === undefined && op.op2Type === IS_CV) undefinedCv(vm, ex, op.op2);
  if (v instanceof PhpObject) return NEEDS_SLOW;
  const text = toStr(vm, v);
  return vm.exception !== null ? undefined : text;
}

/** Operand 2 as a property name, objects included; null after an exception. */
export function* nameOperandSlow(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<string | null> {
  const name = nameOperand(vm, ex, op);
  if (name === undefined) return null;
  if (name !== NEEDS_SLOW) return name;
  const raw = ex.slots[ex.base + op.op2];
  return yield* vm.toStringOf(raw instanceof PhpReference ? raw.val : raw);
}

/** First run-time cache slot of an opline whose extendedValue is a cache offset with flags in the low bits. */
export function cacheSlot(extendedValue: number): number {
  return extendedValue >> 3;
}

/** Looks the property up as `scope` sees it and remembers it in the three cache slots from `cache`; WRONG ones are not remembered. */
export function fillPropertyCache(
  ex: ExecuteData,
  cache: number,
  ce: ClassEntry,
  name: string,
): PropertyInfo | null | undefined {
  const info = lookupProperty(ce, name, ex.func.scope);
  if (info === undefined) return undefined;
  if (info === null) {
    const declared = ce.propertiesInfo.get(name);
    if (declared !== undefined && (declared.flags & ACC_STATIC) !== 0) return null;
  }
  const slots = ex.runTimeCache;
  slots[cache] = ce;
  slots[cache + 1] = info === null ? DYNAMIC : info.slot;
  slots[cache + 2] = info !== null && info.type !== null ? info : null;
  return info;
}

/** zend_wrong_property_read's and zend_throw_non_object_error's name: never throws for what is no string. */
export function nameForMessage(vm: Executor, ex: ExecuteData, op: Opline): string {
  const name = nameOperand(vm, ex, op);
  return typeof name === 'string' ? name : '';
}

/** zend_throw_non_object_error: "Attempt to assign property "x" on null" */
export function throwNonObject(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  const name = nameForMessage(vm, ex, op);
  if (vm.exception !== null) return;
  vm.throwError('Error', `Attempt to ${nonObjectVerb(op.opcode)} property "${name}" on ${typeName(v ?? null)}`);
}

function nonObjectVerb(opcode: number): string {
  switch (opcode) {
    case OP.PRE_INC_OBJ:
    case OP.PRE_DEC_OBJ:
    case OP.POST_INC_OBJ:
    case OP.POST_DEC_OBJ:
      return 'increment/decrement';
    case OP.FETCH_OBJ_W:
    case OP.FETCH_OBJ_FUNC_ARG:
    case OP.FETCH_OBJ_RW:
    case OP.ASSIGN_OBJ_REF:
      return 'modify';
    default:
      return 'assign';
  }
}
