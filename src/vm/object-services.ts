/**
 * Classes, objects and constants for the rest of the VM and for builtins: thin, the rules live in src/object.
 * Source: php-src Zend/zend_execute_API.c, zend_API.c
 */
import { internalError } from '../base/assert.ts';
import type { OpArray } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import { updateClassConstants, needsConstantsUpdate } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName, lcName } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { objReadProperty, objWriteProperty } from '../object/property-slow.ts';
import { expandTraces } from '../value/compact-trace.ts';
import type { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import { BP_VAR_R } from '../object/class-handlers.ts';
import { evaluateConstantExpression } from './constant-expression.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { convertToString } from './to-string.ts';

/** Who loads classes in a coroutine: `load` is the usual way; null when it has nothing to add. */
export type AutoloadHook = (
  key: string,
  load: () => NativeCode<ClassEntry | null>,
) => NativeCode<ClassEntry | null> | null;

/** zend_lookup_class_ex without autoload. */
export function lookupClass(vm: Executor, name: string): ClassEntry | null {
  const bare = name.charCodeAt(0) === 92 ? name.slice(1) : name;
  return vm.classTable.get(bare) ?? vm.classTable.get(lcName(bare)) ?? null;
}

/** zend_lookup_class: asks the autoloaders one by one until the class is there. Null without an error when none knows it. */
export function* autoloadClass(vm: Executor, name: string): NativeCode<ClassEntry | null> {
  const bare = name.charCodeAt(0) === 92 ? name.slice(1) : name;
  const key = lcName(bare);
  const known = vm.classTable.get(key);
  if (known !== undefined) return known;
  // declared, but its parent or an interface is still being loaded
  if (vm.linkingClasses.has(key)) return null;
  if (!/^[A-Za-z0-9_\\\x80-\xff]+$/.test(bare)) return null;
  const load = (): NativeCode<ClassEntry | null> => askAutoloaders(vm, bare, key);
  return yield* vm.autoloadHook?.(key, load) ?? loadOnce(vm, key, load);
}

/** A class that is being loaded is not loaded again by its own loaders. */
function* loadOnce(
  vm: Executor,
  key: string,
  load: () => NativeCode<ClassEntry | null>,
): NativeCode<ClassEntry | null> {
  if (vm.autoloading.has(key)) return null;
  vm.autoloading.add(key);
  try {
    return yield* load();
  } finally {
    vm.autoloading.delete(key);
  }
}

function* askAutoloaders(vm: Executor, name: string, key: string): NativeCode<ClassEntry | null> {
  // the live list: a loader may register more
  for (let i = 0; i < vm.autoloaders.length; i++) {
    const callable = vm.resolveCallable(vm.autoloaders[i]);
    if (callable === null) continue;
    release(vm, yield* call(callable, [name]));
    const loaded = vm.classTable.get(key);
    if (loaded !== undefined) return loaded;
  }
  return null;
}

/** A class the engine itself defines. */
export function classOf(vm: Executor, name: string): ClassEntry {
  return vm.classTable.get(name.toLowerCase()) ?? internalError(`class ${name} is not defined`);
}

/** The newest frame that belongs to a user function or an internal method, trampolines left out. */
function scopeFrame(vm: Executor): ExecuteData | null {
  let ex = vm.currentExecuteData;
  while (ex !== null && ex.func.type === 1 && ex.func.scope === null) ex = ex.prev;
  return ex;
}

/** zend_get_executed_scope */
export function executedScope(vm: Executor): ClassEntry | null {
  return scopeFrame(vm)?.func.scope ?? null;
}

/** zend_get_called_scope */
export function calledScope(vm: Executor): ClassEntry | null {
  return calledScopeAt(vm.currentExecuteData);
}

/** zend_get_called_scope: static:: as a frame sees it. */
export function calledScopeAt(from: ExecuteData | null): ClassEntry | null {
  for (let ex = from; ex !== null; ex = ex.prev) {
    if (ex.thisObject !== null) return ex.thisObject.ce;
    if (ex.calledScope !== null) return ex.calledScope;
    if (ex.func.type === 2 || ex.func.scope !== null) return null;
  }
  return null;
}

/** Evaluates a constant expression; literals come back as they are (with one more count). */
export function evalConstant(vm: Executor, ast: Zval, scope: ClassEntry | null, opArray: OpArray | null): NativeCode {
  return evaluateConstantExpression(vm, ast, scope, opArray);
}

/** object_init_ex for a class whose constants are up to date. */
export function newObject(vm: Executor, ce: ClassEntry): PhpObject {
  return vm.objects.create(ce);
}

/** object_init_ex with its checks; null when it threw. */
export function* initObject(vm: Executor, ce: ClassEntry): NativeCode<PhpObject | null> {
  if ((ce.flags & (ACC_INTERFACE | ACC_TRAIT | ACC_ENUM | ACC_ABSTRACT | ACC_EXPLICIT_ABSTRACT_CLASS)) !== 0) {
    return vm.throwError('Error', `Cannot instantiate ${uninstantiableKind(ce)} ${displayName(ce.name)}`);
  }
  if (needsConstantsUpdate(ce) && !(yield* updateClassConstants(vm, ce))) return null;
  return vm.objects.create(ce);
}

/** The word for a class that has no instances. */
export function uninstantiableKind(ce: ClassEntry): string {
  if ((ce.flags & ACC_INTERFACE) !== 0) return 'interface';
  if ((ce.flags & ACC_TRAIT) !== 0) return 'trait';
  if ((ce.flags & ACC_ENUM) !== 0) return 'enum';
  return 'abstract class';
}

/** zend_objects_store_del: the last holder of the object let go. */
export function freeObject(vm: Executor, obj: PhpObject): void {
  vm.objects.free(vm, obj);
}

/** gc_possible_root */
export function gcPossibleRoot(vm: Executor, v: PhpArray | PhpObject): void {
  vm.gc.possibleRoot(v);
}

/** $obj->name with magic, in the scope of the running code unless given. */
export function readProperty(vm: Executor, obj: PhpObject, name: string, scope?: ClassEntry | null): NativeCode {
  expandTraces(obj);
  return objReadProperty(vm, obj, name, BP_VAR_R, scope === undefined ? executedScope(vm) : scope);
}

/** $obj->name = value */
export function writeProperty(
  vm: Executor,
  obj: PhpObject,
  name: string,
  value: Zval,
  scope?: ClassEntry | null,
): NativeCode {
  return objWriteProperty(vm, obj, name, value, scope === undefined ? executedScope(vm) : scope, false);
}

/** The string of any value. */
export function toStringOf(vm: Executor, v: Zval): NativeCode<string | null> {
  return convertToString(vm, v);
}

/** The compare handler of the first operand's class that has one (zend_compare's object part). */
export function compareObjects(vm: Executor, a: Zval, b: Zval): number | undefined {
  const handler =
    (a instanceof PhpObject ? a.ce.handlers.compare : null) ?? (b instanceof PhpObject ? b.ce.handlers.compare : null);
  return handler === null ? undefined : handler(vm, a, b);
}
