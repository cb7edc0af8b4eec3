/**
 * Named arguments and the defaults that they may skip.
 * Source: php-src Zend/zend_execute.c (zend_handle_named_arg, zend_handle_undef_args)
 */
import { CALL_FRAME_SLOT, type Func } from '../bytecode/op-array.ts';
import { ACC_CALL_VIA_TRAMPOLINE, ACC_VARIADIC } from '../bytecode/type-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import { CALL_HAS_EXTRA_NAMED, CALL_MAY_HAVE_UNDEF, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { usedSlots } from './frame.ts';
import { argIsByRef } from './send-mode.ts';

/** `f`, `A::f` or `{closure}` as messages name a function. */
export function callName(func: Func): string {
  const name = func.functionName ?? 'main';
  return func.scope === null || func.functionName === null ? name : `${func.scope.name}::${name}`;
}

/** Passes every element of `named` (borrowed): ints by position, strings by name. False when it raised an exception. */
export function passNamedArguments(vm: Executor, call: ExecuteData, named: PhpArray): boolean {
  for (const [key, value] of named.entries()) {
    const place = namedArgumentPlace(vm, call, String(key));
    if (place === null) return false;
    const byRef = place.position >= 0 && argIsByRef(call.func, place.position);
    const passed = byRef
      ? value instanceof PhpReference
        ? addRef(value)
        : new PhpReference(addRef(value))
      : addRef(value instanceof PhpReference ? value.val : value);
    storeNamed(call, place, passed);
  }
  return true;
}

/** Where a named argument goes: a position, or the extra named parameters of a variadic function (position -1). */
export interface NamedPlace {
  readonly position: number;
  readonly name: string;
}

/** Writes a value (owned) to the place. */
export function storeNamed(call: ExecuteData, place: NamedPlace, v: Zval): void {
  if (place.position >= 0) call.slots[call.base + CALL_FRAME_SLOT + place.position] = v;
  else (call.extraNamedParams as PhpArray).setStr(place.name, v);
}

/** zend_handle_named_arg: grows the frame for a position behind the passed ones; null when it raised an exception. */
export function namedArgumentPlace(vm: Executor, call: ExecuteData, name: string): NamedPlace | null {
  const func = call.func;
  const position = func.argInfo.findIndex((info, i) => info.name === name && i < func.numArgs);
  if (position < 0) return extraNamedPlace(vm, call, name);
  if (position >= call.numArgs) {
    growArguments(vm, call, position + 1);
    return { position, name };
  }
  if (call.slots[call.base + CALL_FRAME_SLOT + position] !== undefined) {
    vm.throwError('Error', `Named parameter $${name} overwrites previous argument`);
    return null;
  }
  return { position, name };
}

function extraNamedPlace(vm: Executor, call: ExecuteData, name: string): NamedPlace | null {
  const func = call.func;
  if ((func.fnFlags & (ACC_VARIADIC | ACC_CALL_VIA_TRAMPOLINE)) === 0 && call.magicName === null) {
    vm.throwError('Error', `Unknown named parameter $${name}`);
    return null;
  }
  if (call.extraNamedParams === null) {
    call.extraNamedParams = new PhpArray();
    call.callInfo |= CALL_HAS_EXTRA_NAMED;
  }
  if (call.extraNamedParams.has(name)) {
    vm.throwError('Error', `Named parameter $${name} overwrites previous argument`);
    return null;
  }
  return { position: -1, name };
}

/** Makes room for `count` arguments in the newest prepared frame; new ones are undefined. */
export function growArguments(vm: Executor, call: ExecuteData, count: number): void {
  const before = call.numArgs;
  const grow = usedSlots(count, call.func) - usedSlots(before, call.func);
  reserve(vm, call, grow);
  for (let i = before; i < count; i++) call.slots[call.base + CALL_FRAME_SLOT + i] = undefined;
  if (count > before + 1) call.callInfo |= CALL_MAY_HAVE_UNDEF;
  call.numArgs = count;
}

/** Extends the newest frame by `grow` slots, moving it to a new page when it does not fit (zend_vm_stack_extend_call_frame). */
function reserve(vm: Executor, call: ExecuteData, grow: number): void {
  if (vm.vmStackTop + grow <= vm.vmStackEnd) {
    vm.vmStackTop += grow;
    return;
  }
  vm.moveFrameToNewPage(call, grow);
}
