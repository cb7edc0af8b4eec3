/**
 * Reading `value[offset]` outside of an opline: constant expressions.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_fetch_dimension_const)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { BP_VAR_IS, BP_VAR_R } from '../object/class-handlers.ts';
import { objReadDimension } from '../object/dimensions.ts';
import type { NativeCode } from '../object/native-code.ts';
import { toArrayKey, typeName } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import { undefinedArrayKey } from './dim-fetch.ts';
import type { Executor } from './executor.ts';
import { copyOf, unwrapOwned } from './operands.ts';
import { readStringOffset } from './string-offset.ts';

/** The element, owned; `quiet`: as `??` reads. Borrowed operands. Undefined after an exception. */
export function* readDimensionValue(vm: Executor, container: Zval, offset: Zval, quiet: boolean): NativeCode {
  const v = deref(container);
  const mode = quiet ? BP_VAR_IS : BP_VAR_R;
  if (v instanceof PhpArray) {
    const key = toArrayKey(vm, offset);
    if (key === null) return undefined;
    const found = v.get(key);
    if (found !== undefined) return copyOf(found);
    if (!quiet) undefinedArrayKey(vm, key);
    return null;
  }
  if (typeof v === 'string') return addRef(readStringOffset(vm, v, offset, mode));
  if (v instanceof PhpObject) {
    const value = yield* objReadDimension(vm, v, offset, mode);
    return value instanceof PhpReference ? unwrapOwned(vm, value) : value;
  }
  if (!quiet) vm.error(E_WARNING, `Trying to access array offset on value of type ${typeName(v ?? null)}`);
  return null;
}
