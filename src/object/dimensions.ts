/**
 * Objects used as arrays: the class's own handlers, or ArrayAccess.
 * Source: php-src 8.2 Zend/zend_object_handlers.c (zend_std_read_dimension and neighbours)
 */
import { toBool } from '../value/convert.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { deref, type Zval } from '../value/zval.ts';
import { BP_VAR_IS, type FetchMode } from './class-handlers.ts';
import { displayName, instanceOf } from './class-queries.ts';
import { call, type NativeCode } from './native-code.ts';
import type { Runtime } from './runtime.ts';

function isArrayAccess(rt: Runtime, obj: PhpObject): boolean {
  return obj.ce.interfaces.length > 0 && instanceOf(obj.ce, rt.classOf('ArrayAccess'));
}

/** zend_bad_array_access */
function badArrayAccess(rt: Runtime, obj: PhpObject): null {
  return rt.throwError('Error', `Cannot use object of type ${displayName(obj.ce.name)} as array`);
}

/** Calls an ArrayAccess method of the object, which stays alive meanwhile. Owned result. */
function* callArrayAccess(rt: Runtime, obj: PhpObject, lcName: string, args: readonly Zval[]): NativeCode {
  const func = obj.ce.functionTable.get(lcName);
  if (func === undefined) return rt.throwError('Error', `Call to undefined method ${obj.ce.name}::${lcName}()`);
  obj.rc++;
  try {
    return yield* call({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, args);
  } finally {
    release(rt, obj);
  }
}

/** zend_std_read_dimension; offset undefined: `$obj[]`. Owned; undefined after an exception. */
export function* stdReadDimension(rt: Runtime, obj: PhpObject, offset: Zval, mode: FetchMode): NativeCode {
  if (!isArrayAccess(rt, obj)) {
    badArrayAccess(rt, obj);
    return undefined;
  }
  const key = deref(offset) ?? null;
  if (mode === BP_VAR_IS) {
    const exists = yield* callArrayAccess(rt, obj, 'offsetexists', [key]);
    const yes = toBool(deref(exists));
    release(rt, exists);
    if (!yes) return null;
  }
  const value = yield* callArrayAccess(rt, obj, 'offsetget', [key]);
  if (value === undefined && rt.exception === null) {
    rt.throwError('Error', `Undefined offset for object of type ${displayName(obj.ce.name)} used as array`);
  }
  return value;
}

/** zend_std_write_dimension */
export function* stdWriteDimension(rt: Runtime, obj: PhpObject, offset: Zval, value: Zval): NativeCode<void> {
  if (!isArrayAccess(rt, obj)) {
    badArrayAccess(rt, obj);
    return;
  }
  release(rt, yield* callArrayAccess(rt, obj, 'offsetset', [deref(offset) ?? null, value]));
}

/** zend_std_has_dimension: isset, or with `checkEmpty` "is there and not empty". */
export function* stdHasDimension(rt: Runtime, obj: PhpObject, offset: Zval, checkEmpty: boolean): NativeCode<boolean> {
  if (!isArrayAccess(rt, obj)) {
    badArrayAccess(rt, obj);
    return false;
  }
  const key = deref(offset) ?? null;
  const exists = yield* callArrayAccess(rt, obj, 'offsetexists', [key]);
  const yes = toBool(deref(exists));
  release(rt, exists);
  if (!yes || !checkEmpty || rt.exception !== null) return yes;
  const value = yield* callArrayAccess(rt, obj, 'offsetget', [key]);
  const filled = toBool(deref(value));
  release(rt, value);
  return filled;
}

/** zend_std_unset_dimension */
export function* stdUnsetDimension(rt: Runtime, obj: PhpObject, offset: Zval): NativeCode<void> {
  if (!isArrayAccess(rt, obj)) {
    badArrayAccess(rt, obj);
    return;
  }
  release(rt, yield* callArrayAccess(rt, obj, 'offsetunset', [deref(offset) ?? null]));
}

/** `$obj[offset]` through the class's own handler when it has one. Owned, may be a reference; undefined after an exception. */
export function* objReadDimension(rt: Runtime, obj: PhpObject, offset: Zval, mode: FetchMode): NativeCode {
  const own = obj.ce.handlers.readDimension;
  return own === null ? yield* stdReadDimension(rt, obj, offset, mode) : yield* own(rt, obj, offset, mode);
}

/** `$obj[offset] = value` */
export function* objWriteDimension(rt: Runtime, obj: PhpObject, offset: Zval, value: Zval): NativeCode<void> {
  const own = obj.ce.handlers.writeDimension;
  if (own === null) yield* stdWriteDimension(rt, obj, offset, value);
  else yield* own(rt, obj, offset, value);
}

/** `isset($obj[offset])`, `!empty($obj[offset])` */
export function* objHasDimension(rt: Runtime, obj: PhpObject, offset: Zval, checkEmpty: boolean): NativeCode<boolean> {
  const own = obj.ce.handlers.hasDimension;
  return own === null ? yield* stdHasDimension(rt, obj, offset, checkEmpty) : yield* own(rt, obj, offset, checkEmpty);
}

/** `unset($obj[offset])` */
export function* objUnsetDimension(rt: Runtime, obj: PhpObject, offset: Zval): NativeCode<void> {
  const own = obj.ce.handlers.unsetDimension;
  if (own === null) yield* stdUnsetDimension(rt, obj, offset);
  else yield* own(rt, obj, offset);
}
