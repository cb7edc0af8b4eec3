/**
 * Calls that native code makes: callables, their frames, their arguments.
 * Source: php-src Zend/zend_execute_API.c (zend_call_function)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import { ACC_DEPRECATED } from '../bytecode/type-flags.ts';
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { resolveCallableValue } from '../object/callable.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { argumentLabel } from '../object/types.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import { CALL_CLOSURE, CALL_DYNAMIC, CALL_RELEASE_THIS, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { freeArgs, freeCallFrame, pushCallFrame } from './frame.ts';
import { callName, passNamedArguments } from './named-args.ts';
import { argIsByRef, argPrefersRef } from './send-mode.ts';

/** zend_is_callable_ex without autoload side effects: see src/object/callable.ts. */
export function resolveCallable(vm: Executor, v: Zval, error?: { message: string }): Callable | null {
  return resolveCallableValue(vm, v, error);
}

/** Calls a public method by its lower-cased name. */
export function* callMethod(vm: Executor, obj: PhpObject, lcName: string, args: readonly Zval[]): NativeCode {
  const func = obj.ce.functionTable.get(lcName);
  if (func === undefined) {
    return vm.throwError('Error', `Call to undefined method ${obj.ce.name}::${lcName}()`);
  }
  return yield* call({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, args);
}

/**
 * Pushes the frame of a call made by native code and writes its arguments; null when it raised an exception. `args` are
 * borrowed. By-reference parameters bind a PhpReference of `args`; a plain value warns as call_user_func does.
 */
export function prepareCall(
  vm: Executor,
  callable: Callable,
  args: readonly Zval[],
  named: PhpArray | null,
): ExecuteData | null {
  const { func, object, closure } = callable;
  const packed = callable.magicName !== null;
  const list: readonly Zval[] = packed ? magicArguments(callable.magicName, args) : args;
  let info = CALL_DYNAMIC;
  if (object !== null) info |= CALL_RELEASE_THIS;
  if (closure !== null) info |= CALL_CLOSURE;
  const frame = pushCallFrame(
    vm,
    info,
    func,
    list.length,
    object === null ? null : addRef(object),
    callable.calledScope,
  );
  if (closure !== null) {
    closure.rc++;
    frame.closure = closure;
  }
  if ((func.fnFlags & ACC_DEPRECATED) !== 0 && func.type === 2)
    vm.error(E_DEPRECATED, `${callName(func)}() is deprecated`);
  const first = frame.base + CALL_FRAME_SLOT;
  for (let i = 0; i < list.length; i++) {
    const arg = list[i];
    frame.slots[first + i] = packed ? arg : passArgument(vm, frame, i, arg);
  }
  if (named !== null && !passNamedArguments(vm, frame, named)) {
    abandonCall(vm, frame);
    return null;
  }
  return frame;
}

/** The arguments of __call: the name and an array. References stay references, as call_user_func_array passes them on. */
function magicArguments(name: string | null, args: readonly Zval[]): Zval[] {
  return [name, PhpArray.fromList(args.map((a) => addRef(a)))];
}

function passArgument(vm: Executor, frame: ExecuteData, i: number, arg: Zval): Zval {
  const func = frame.func;
  if (argIsByRef(func, i)) {
    if (arg instanceof PhpReference) return addRef(arg);
    if (!argPrefersRef(func, i)) {
      const shown = argumentLabel(func, i + 1);
      vm.error(E_WARNING, `${callName(func)}(): Argument #${i + 1}${shown} must be passed by reference, value given`);
      return new PhpReference(addRef(arg));
    }
  }
  return addRef(arg instanceof PhpReference ? arg.val : arg);
}

/** Frees a prepared call that will not be made. */
export function abandonCall(vm: Executor, frame: ExecuteData): void {
  const { thisObject, closure, callInfo } = frame;
  freeArgs(vm, frame);
  freeCallFrame(vm, frame);
  if ((callInfo & CALL_RELEASE_THIS) !== 0 && thisObject !== null) vm.releaseValue(thisObject);
  if ((callInfo & CALL_CLOSURE) !== 0 && closure !== null) vm.releaseValue(closure);
}

/** The class a callable value names that is not declared yet; null when there is nothing to load. */
export function callableClass(vm: Executor, v: Zval): string | null {
  let name: Zval;
  if (typeof v === 'string') {
    const at = v.indexOf('::');
    name = at > 0 ? v.slice(0, at) : undefined;
  } else if (v instanceof PhpArray && v.count === 2) {
    const first = v.getInt(0);
    name = first instanceof PhpReference ? first.val : first;
  }
  if (typeof name !== 'string' || vm.autoloaders.length === 0) return null;
  return vm.lookupClass(name) === null && !/^(self|parent|static)$/i.test(name) ? name : null;
}
