import { objectPropertiesTable } from '../object/object-vars.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Executor } from '../vm/executor.ts';

/**
 * What debugging shows of an object (zend_std_get_debug_info, get_properties_for DEBUG): __debugInfo's array, the class's
 * own handler's, or the property table. Owned; null when __debugInfo threw.
 */
export function* debugProperties(rt: Executor, obj: PhpObject): NativeCode<PhpArray | null> {
  const func = obj.ce.magic.debugInfo;
  if (func !== null) {
    const result = yield* call({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, []);
    if (result instanceof PhpArray) return result;
    if (result === null) return new PhpArray();
    release(rt, result);
    return rt.fatalError('__debuginfo() must return an array');
  }
  const own = obj.ce.handlers.debugInfo;
  return own === null ? objectPropertiesTable(rt, obj) : own(rt, obj);
}
