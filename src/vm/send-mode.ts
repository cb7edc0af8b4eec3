/** How a parameter takes its argument. Source: php-src Zend/zend_compile.h (ARG_SHOULD_BE_SENT_BY_REF, ARG_MAY_BE_SENT_BY_REF). */
import type { ArgInfo, Func } from '../bytecode/op-array.ts';
import { ACC_VARIADIC } from '../bytecode/type-flags.ts';

/** The declaration of argument `i` (from 0); the variadic one for all behind it. */
export function argInfoOf(func: Func, i: number): ArgInfo | undefined {
  if (i < func.numArgs) return func.argInfo[i];
  return (func.fnFlags & ACC_VARIADIC) !== 0 ? func.argInfo[func.numArgs] : undefined;
}

/** By reference, or by preference (ARG_MAY_BE_SENT_BY_REF). */
export function argIsByRef(func: Func, i: number): boolean {
  return argInfoOf(func, i)?.byRef === true;
}

/** Takes a reference only if there is something to refer to (ZEND_SEND_PREFER_REF). */
export function argPrefersRef(func: Func, i: number): boolean {
  return argInfoOf(func, i)?.preferRef === true;
}

/** By reference and nothing else (ARG_MUST_BE_SENT_BY_REF). */
export function argMustBeRef(func: Func, i: number): boolean {
  const info = argInfoOf(func, i);
  return info !== undefined && info.byRef && !info.preferRef;
}
