/**
 * The destructors that run when the request ends.
 * Source: php-src 8.2 Zend/zend_execute_API.c (shutdown_destructors), zend_objects_API.c
 */
import type { PhpArray } from '../value/php-array.ts';
import { OBJ_DESTRUCTOR_CALLED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpIndirect } from '../value/zval.ts';
import { flushCatching, type NativeCode } from './native-code.ts';
import { mayDestruct, needsDestruction, type ObjectStore } from './object-store.ts';
import type { Runtime } from './runtime.ts';

/**
 * zend_call_destructors: global variables that hold the only reference, newest first; then every object that is left, in
 * order of creation. Drive it once when the request ends. An exception in a destructor ends it: see rt.exception.
 */
export function* callShutdownDestructors(rt: Runtime, store: ObjectStore, symbols: PhpArray): NativeCode<void> {
  for (let before = -1; before !== symbols.count; ) {
    before = symbols.count;
    for (let pos = symbols.lastPos(); pos >= 0; pos = symbols.prevPos(pos)) {
      const entry = symbols.valueAt(pos);
      const v = entry instanceof PhpIndirect ? entry.slots[entry.index] : entry;
      if (!(v instanceof PhpObject) || v.rc !== 1) continue;
      if (entry instanceof PhpIndirect) entry.slots[entry.index] = undefined;
      symbols.removeAt(pos);
      release(rt, v);
      yield* flushCatching();
      if (rt.exception !== null) return;
    }
  }
  store.noReuse = true;
  for (const obj of store.live()) {
    if ((obj.flags & OBJ_DESTRUCTOR_CALLED) !== 0) continue;
    obj.flags |= OBJ_DESTRUCTOR_CALLED;
    if (!needsDestruction(obj) || !mayDestruct(rt, obj)) continue;
    obj.rc++;
    rt.deferDestructor(obj);
    yield* flushCatching();
    if (rt.exception !== null) return;
  }
}
