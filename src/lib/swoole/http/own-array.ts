/** Arrays in properties that native code changes. */
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';

/** The array in a slot, made if there is none, and this object's own. */
export function ownArray(rt: Executor, self: PhpObject, slot: number): PhpArray {
  const v = deref(self.props[slot]);
  if (v instanceof PhpArray && v.rc === 1) return v;
  const own = v instanceof PhpArray ? v.dup() : new PhpArray();
  rt.releaseValue(self.props[slot]);
  self.props[slot] = own;
  return own;
}
