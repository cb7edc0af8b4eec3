/**
 * zval_get_string including objects: __toString is user code, so the general way is native code.
 * Source: php-src Zend/zend_operators.c (zval_get_string_func), zend_object_handlers.c (zend_std_cast_object_tostring)
 */
import { call, type NativeCode } from '../object/native-code.ts';
import { toStr } from '../value/convert.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/** The string of any value; null when it threw. Borrowed operand. */
export function* convertToString(vm: Executor, v: Zval): NativeCode<string | null> {
  if (!(v instanceof PhpObject)) return toStr(vm, v);
  const func = v.ce.magic.toString;
  if (func === null) {
    return vm.throwError('Error', `Object of class ${v.ce.name} could not be converted to string`);
  }
  const result = yield* call({ func, object: v, calledScope: v.ce, closure: null, magicName: null }, []);
  if (typeof result === 'string') return result;
  release(vm, result);
  return vm.throwError('Error', `Method ${v.ce.name}::__toString() must return a string value`);
}
