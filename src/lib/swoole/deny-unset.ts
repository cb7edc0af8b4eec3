/** Declared properties of Swoole's objects stay. Source: swoole-src ext-src/php_swoole_cxx.h (sw_zend_class_unset_property_deny) */
import type { NativeCode } from '../../object/native-code.ts';
import { stdUnsetProperty } from '../../object/property-slow.ts';
import type { Runtime } from '../../object/runtime.ts';
import type { PhpObject } from '../../value/php-object.ts';

export function* denyUnset(rt: Runtime, obj: PhpObject, name: string): NativeCode<void> {
  if (obj.ce.propertiesInfo.has(name)) {
    rt.throwError('Error', `Property ${name} of class ${obj.ce.name} cannot be unset`);
    return;
  }
  yield* stdUnsetProperty(rt, obj, name, rt.executedScope());
}

/** Handlers of objects that are not copied and keep their properties. */
export const fixedObject: { readonly cloneable: false; readonly unsetProperty: typeof denyUnset } = {
  cloneable: false,
  unsetProperty: denyUnset,
};
