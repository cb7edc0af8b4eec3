/**
 * Static properties as operands: the class, the name, the box.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_fetch_static_property_address_ex)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_TRAIT } from '../bytecode/type-flags.ts';
import { needsConstantsUpdate, updateClassConstants } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { FetchMode } from '../object/class-handlers.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { getStaticProperty, type StaticPlace } from '../object/static-properties.ts';
import { toStr } from '../value/convert.ts';
import { PhpObject } from '../value/php-object.ts';
import { deref } from '../value/zval.ts';
import { classOperand, classOperandName, fetchClassByName } from './class-fetch.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { freeOp1, undefinedCv } from './operands.ts';

/** What the run-time cache keeps at its second slot: the place found for the class in the first. */
function cachedPlace(ex: ExecuteData, cache: number, ce: ClassEntry | null): StaticPlace | null {
  const known = ex.runTimeCache[cache];
  return known !== undefined && (ce === null || known === ce) ? (ex.runTimeCache[cache + 1] as StaticPlace) : null;
}

function remember(ex: ExecuteData, op: Opline, cache: number, ce: ClassEntry, place: StaticPlace): void {
  if (op.op1Type !== IS_CONST || (place.info.ce.flags & ACC_TRAIT) !== 0) return;
  ex.runTimeCache[cache] = ce;
  ex.runTimeCache[cache + 1] = place;
}

/**
 * Finds the static property of the opline without running user code. Null after an error (or, in IS mode, when there is
 * none); NEEDS_SLOW when the class must be autoloaded, its constants evaluated, or the name converted. Operand 1 is not freed.
 */
export function staticPlace(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  mode: FetchMode,
  cache: number,
): StaticPlace | null | typeof NEEDS_SLOW {
  if (op.op1Type === IS_CONST && op.op2Type === IS_CONST) {
    const known = cachedPlace(ex, cache, null);
    if (known !== null && (mode !== 0 || known.member.value !== undefined)) return known;
  }
  const ce = classOperand(vm, ex, op.op2Type, op.op2);
  if (ce === null) return null;
  if (ce === undefined || needsConstantsUpdate(ce)) return NEEDS_SLOW;
  if (op.op1Type === IS_CONST) {
    const known = cachedPlace(ex, cache, ce);
    if (known !== null && (mode !== 0 || known.member.value !== undefined)) return known;
  }
  const name = staticName(vm, ex, op);
  if (name === NEEDS_SLOW) return NEEDS_SLOW;
  if (name === undefined) return null;
  const place = getStaticProperty(vm, ce, name, ex.func.scope, mode);
  if (place !== null) remember(ex, op, cache, ce, place);
  return place;
}

function staticName(vm: Executor, ex: ExecuteData, op: Opline): string | typeof NEEDS_SLOW | undefined {
  if (op.op1Type === IS_CONST) return op.op1Lit as string;
  const v = deref(ex.slots[ex.base + op.op1]);
  if (typeof v === 'string') return v;
  if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  if (v instanceof PhpObject) return NEEDS_SLOW;
  const name = toStr(vm, v);
  return vm.exception !== null ? undefined : name;
}

/** staticPlace with user code: autoload, constant expressions, __toString. Null after an error. */
export function* staticPlaceSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  mode: FetchMode,
  cache: number,
): NativeCode<StaticPlace | null> {
  let ce = op.op2Type === IS_UNUSED || op.op2Type === IS_CONST ? null : classOperand(vm, ex, op.op2Type, op.op2);
  if (op.op2Type === IS_CONST) ce = yield* fetchClassByName(vm, classOperandName(ex, op.op2), 0);
  else if (op.op2Type === IS_UNUSED) ce = classOperand(vm, ex, IS_UNUSED, op.op2);
  if (ce === null || ce === undefined) return null;
  if (needsConstantsUpdate(ce) && !(yield* updateClassConstants(vm, ce))) return null;
  let name = staticName(vm, ex, op);
  if (name === NEEDS_SLOW) name = (yield* vm.toStringOf(deref(ex.slots[ex.base + op.op1]))) ?? undefined;
  if (name === undefined) return null;
  const place = getStaticProperty(vm, ce, name, ex.func.scope, mode);
  if (place !== null) remember(ex, op, cache, ce, place);
  return place;
}

/** Frees the operand that held the name. */
export function freeStaticName(vm: Executor, ex: ExecuteData, op: Opline): void {
  if (op.op1Type !== IS_CONST) freeOp1(vm, ex, op);
}
