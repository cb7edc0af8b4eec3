/**
 * Classes as operands: by name with autoload, by self/parent/static, and the class a FETCH_CLASS left in a slot.
 * Source: php-src 8.2 Zend/zend_execute_API.c (zend_fetch_class, zend_fetch_class_by_name)
 */
import { IS_CONST, IS_UNUSED, type OpArray } from '../bytecode/op-array.ts';
import {
  ZEND_FETCH_CLASS_INTERFACE,
  ZEND_FETCH_CLASS_MASK,
  ZEND_FETCH_CLASS_NO_AUTOLOAD,
  ZEND_FETCH_CLASS_PARENT,
  ZEND_FETCH_CLASS_SELF,
  ZEND_FETCH_CLASS_SILENT,
  ZEND_FETCH_CLASS_STATIC,
  ZEND_FETCH_CLASS_TRAIT,
} from '../bytecode/operand-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { lcName } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

/** The class that a FETCH_CLASS or DECLARE_ANON_CLASS left in a slot (relative to the frame). Such a slot is no PHP value. */
export function classInSlot(ex: ExecuteData, slot: number): ClassEntry {
  return ex.slots[ex.base + slot] as unknown as ClassEntry;
}

/** Leaves a class in a slot (relative to the frame) for the opline that consumes it. Needs no freeing. */
export function setClassInSlot(ex: ExecuteData, slot: number, ce: ClassEntry): void {
  ex.slots[ex.base + slot] = ce as unknown as Zval;
}

/** "Class "X" not found", with the word for what was looked for. */
function reportClassNotFound(vm: Executor, name: string, fetchType: number): null {
  const kind = fetchType & ZEND_FETCH_CLASS_MASK;
  const word = kind === ZEND_FETCH_CLASS_INTERFACE ? 'Interface' : kind === ZEND_FETCH_CLASS_TRAIT ? 'Trait' : 'Class';
  return vm.throwError('Error', `${word} "${name}" not found`);
}

/** zend_fetch_class_by_name: autoloads; null after an Error unless the fetch is silent. */
export function* fetchClassByName(vm: Executor, name: string, fetchType: number): NativeCode<ClassEntry | null> {
  const bare = name.charCodeAt(0) === 92 ? name.slice(1) : name;
  const known = vm.classTable.get(lcName(bare));
  if (known !== undefined) return known;
  if ((fetchType & ZEND_FETCH_CLASS_NO_AUTOLOAD) !== 0) return null;
  const ce = yield* vm.autoloadClass(bare);
  if (ce !== null || vm.exception !== null) return ce;
  if ((fetchType & ZEND_FETCH_CLASS_SILENT) === 0) reportClassNotFound(vm, bare, fetchType);
  return null;
}

/** zend_fetch_class(NULL, type) for self, parent and static, seen from frame `ex`; null after an Error. */
export function fetchRelativeClass(vm: Executor, ex: ExecuteData, fetchType: number): ClassEntry | null {
  const scope = ex.func.scope;
  switch (fetchType & ZEND_FETCH_CLASS_MASK) {
    case ZEND_FETCH_CLASS_SELF:
      return scope ?? vm.throwError('Error', 'Cannot access "self" when no class scope is active');
    case ZEND_FETCH_CLASS_PARENT:
      if (scope === null) return vm.throwError('Error', 'Cannot access "parent" when no class scope is active');
      return scope.parent ?? vm.throwError('Error', 'Cannot access "parent" when current class scope has no parent');
    case ZEND_FETCH_CLASS_STATIC:
      return calledClass(ex) ?? vm.throwError('Error', 'Cannot access "static" when no class scope is active');
    default:
      return vm.throwError('Error', 'Cannot access "self" when no class scope is active');
  }
}

/** static:: of a frame (zend_get_called_scope of that frame). */
export function calledClass(ex: ExecuteData): ClassEntry | null {
  return ex.thisObject !== null ? ex.thisObject.ce : ex.calledScope;
}

/**
 * The class that an operand of a class fetch names: CONST (name, with the lower-cased one in the next literal), UNUSED
 * (self, parent, static in `num`) or VAR (a class in a slot). `undefined` when it must be autoloaded first, null after an
 * Error.
 */
export function classOperand(vm: Executor, ex: ExecuteData, type: number, num: number): ClassEntry | null | undefined {
  if (type === IS_CONST) return vm.classTable.get((ex.func as OpArray).literals[num + 1] as string);
  return type === IS_UNUSED ? fetchRelativeClass(vm, ex, num) : classInSlot(ex, num);
}

/** The name in a CONST class operand. */
export function classOperandName(ex: ExecuteData, num: number): string {
  return (ex.func as OpArray).literals[num] as string;
}
