import type { ClassEntry } from '../object/class-entry.ts';
import type { PhpArray } from './php-array.ts';
import type { Zval } from './zval.ts';

/** Object flags (zend_object GC flags and IS_OBJ_*). */
export const OBJ_DESTRUCTOR_CALLED = 1;
export const OBJ_FREE_CALLED = 2;
/** GC_PROTECTED: a recursive walk (comparison, var_dump, ...) is inside this object. */
export const OBJ_PROTECTED = 8;

/** Fields that few objects need; one without them is shorter, and there may be millions. */
class ObjectExtras {
  guards: Map<string, number> | null = null;
  unsetProps: Set<number> | null = null;
}

/**
 * A PHP object (zend_object). Declared properties sit in `props` at their slot number (undefined = uninitialized or
 * unset), dynamic ones in `dyn`. Internal classes keep their state in `native`.
 * Source: php-src Zend/zend_types.h, zend_objects.c
 */
export class PhpObject {
  rc = 1;
  /** The cycle collector's mark: 0 not buffered, 1 in its buffer of possible roots. */
  gcInfo = 0;
  /** The number var_dump shows after `#`; reused after the object is freed, smallest free first-out as Zend's free list. */
  handle: number;
  ce: ClassEntry;
  props: Zval[];
  dyn: PhpArray | null = null;
  flags = 0;
  /** What few objects have. */
  private extras: ObjectExtras | null = null;
  /** Internal classes' own state (ArrayObject's storage, a generator's frame, ...). */
  native: unknown = null;
  constructor(handle: number, ce: ClassEntry, props: Zval[]) {
    this.handle = handle;
    this.ce = ce;
    this.props = props;
  }

  /** Set while a magic __get/__set/__isset/__unset runs for a property name: name -> bit mask (zend_property_guard). */
  get guards(): Map<string, number> | null {
    return this.extras === null ? null : this.extras.guards;
  }
  set guards(guards: Map<string, number>) {
    this.extras ??= new ObjectExtras();
    this.extras.guards = guards;
  }
  /** Slots that unset() emptied: unlike never initialized typed ones, they let __get and friends run (IS_PROP_UNINIT cleared). */
  get unsetProps(): Set<number> | null {
    return this.extras === null ? null : this.extras.unsetProps;
  }
  set unsetProps(slots: Set<number>) {
    this.extras ??= new ObjectExtras();
    this.extras.unsetProps = slots;
  }
}
