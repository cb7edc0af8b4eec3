/**
 * The usual calls of internal functions without the general way of src/vm/bind-arguments.ts: at most three parameters, each
 * given exactly what it declares or left to its default. Everything else, errors among it, is the general way's.
 */
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import { defaultsOf } from './bind-arguments.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import type { InternalFunction, ParamSpec } from './internal-function.ts';

/** The general way has to be taken; nothing has happened. */
export const NOT_QUICK: unique symbol = Symbol('not-quick');

type AnyImpl = (...args: unknown[]) => Zval | NativeCode;

/** Calls the function of frame `call`, whose arguments are complete. */
export function callQuickly(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
): Zval | NativeCode | typeof NOT_QUICK {
  const { params, impl: declared } = func;
  const count = params.length;
  const given = call.numArgs;
  if (declared === null || count > 3 || given < func.requiredNumArgs || given > count) return NOT_QUICK;
  const impl = declared as AnyImpl;
  const first = count > 0 ? quickArgument(vm, func, call, 0) : undefined;
  if (first === NOT_QUICK) return NOT_QUICK;
  const second = count > 1 ? quickArgument(vm, func, call, 1) : undefined;
  if (second === NOT_QUICK) return NOT_QUICK;
  if (count === 3) return threeArguments(vm, func, call, first, second);
  if (func.scope === null) {
    if (count === 0) return impl(vm);
    return count === 1 ? impl(vm, first) : impl(vm, first, second);
  }
  const self = (func.fnFlags & ACC_STATIC) !== 0 ? call.calledScope : call.thisObject;
  if (count === 0) return impl(vm, self);
  return count === 1 ? impl(vm, self, first) : impl(vm, self, first, second);
}

function threeArguments(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
  first: unknown,
  second: unknown,
): Zval | NativeCode | typeof NOT_QUICK {
  const third = quickArgument(vm, func, call, 2);
  if (third === NOT_QUICK) return NOT_QUICK;
  const impl = func.impl as AnyImpl;
  if (func.scope === null) return impl(vm, first, second, third);
  const self = (func.fnFlags & ACC_STATIC) !== 0 ? call.calledScope : call.thisObject;
  return impl(vm, self, first, second, third);
}

function quickArgument(vm: Executor, func: InternalFunction, call: ExecuteData, i: number): unknown {
  const spec = func.params[i] as ParamSpec;
  if (i >= call.numArgs) return spec.variadic ? [] : spec.optional ? defaultsOf(func)[i] : NOT_QUICK;
  if (spec.byRef || spec.variadic || spec.types.length !== 1) return NOT_QUICK;
  const raw = call.slots[call.base + CALL_FRAME_SLOT + i];
  const v = raw instanceof PhpReference ? raw.val : raw;
  switch (spec.types[0]) {
    case 'mixed':
      return v === undefined ? NOT_QUICK : v;
    case 'string':
      return typeof v === 'string' ? v : NOT_QUICK;
    case 'int':
      return typeof v === 'number' ? v : NOT_QUICK;
    case 'float':
      return v instanceof PhpFloat ? v.value : NOT_QUICK;
    case 'callable':
      return v instanceof PhpObject ? (vm.resolveCallable(v) ?? NOT_QUICK) : NOT_QUICK;
    case 'resource':
      return v instanceof PhpResource ? v : NOT_QUICK;
    case 'bool':
      return typeof v === 'boolean' ? v : NOT_QUICK;
    default:
      return NOT_QUICK;
  }
}
