/**
 * What a compiled file declares before its first opline runs: its functions, the classes that were bound at compile time,
 * and classes whose parents are known by now (delayed early binding).
 * Source: php-src 8.2 Zend/zend_compile.c (zend_try_early_bind, do_bind_function), zend_accelerator_util_funcs.c
 */
import { E_COMPILE_ERROR } from '../base/diagnostics.ts';
import type { ClassDecl } from '../bytecode/class-decl.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Func, OpArray } from '../bytecode/op-array.ts';
import { displayName } from '../object/class-queries.ts';
import { declareClass, reportNameInUse, tryEarlyBind } from '../object/link-class.ts';
import type { NativeCode } from '../object/native-code.ts';
import { displayError } from './errors.ts';
import type { Executor } from './executor.ts';

/** Declares what `main` brings along; a name that is taken ends the request as PHP does. */
export function* bindScript(vm: Executor, main: OpArray): NativeCode<void> {
  const script = main.script;
  if (script === null) return;
  for (const [key, func] of script.functions) bindFunction(vm, key, func);
  for (const decl of script.classes) {
    if (vm.classTable.has(decl.lcName)) reportNameInUse(vm, decl);
    yield* bindHoisted(vm, decl);
    if (vm.exception !== null) return;
  }
  bindDelayed(vm, main);
}

/** do_bind_function: makes a function known, or reports that its name is taken. */
export function bindFunction(vm: Executor, key: string, func: OpArray): void {
  const known = vm.functionTable.get(key);
  if (known !== undefined) reportRedeclared(vm, func, known);
  vm.functionTable.set(key, func);
}

/** "Cannot redeclare f() (previously declared in ...)" */
function reportRedeclared(vm: Executor, func: OpArray, known: Func): never {
  const where = known.type === 2 ? ` (previously declared in ${known.fileName}:${known.lineStart})` : '';
  displayError(
    vm,
    E_COMPILE_ERROR,
    `Cannot redeclare ${displayName(func.functionName ?? '')}()${where}`,
    func.fileName,
    func.lineStart,
  );
  return vm.fatalError('unreachable');
}

/** A class that the compiler bound: its parent stands before it or is the engine's. */
function* bindHoisted(vm: Executor, decl: ClassDecl): NativeCode<void> {
  const parent = decl.parentName === null ? null : vm.lookupClass(decl.parentName);
  if ((decl.parentName === null) === (parent === null) && tryEarlyBind(vm, decl, parent) !== null) return;
  yield* declareClass(vm, decl);
}

/**
 * Top-level classes whose parent comes from another file or the engine and is loaded by now (zend_try_early_bind while
 * compiling, zend_accel_do_delayed_early_binding): in order, so that their children find them.
 */
function bindDelayed(vm: Executor, main: OpArray): void {
  for (const op of main.opcodes) {
    if (op.opcode !== OP.DECLARE_CLASS_DELAYED && op.opcode !== OP.DECLARE_CLASS) continue;
    const decl = main.classDecls.get(main.literals[op.op1 + 1] as string);
    if (decl === undefined || !decl.topLevel || decl.parentName === null) continue;
    const parent = vm.lookupClass(decl.parentName);
    if (parent !== null) tryEarlyBind(vm, decl, parent);
  }
}
