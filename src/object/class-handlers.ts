/**
 * Object handlers: what an object does when the VM reads a property, an offset, compares or casts it.
 *
 * Anything that may run user code is a NativeCode generator (see native-code.ts): it yields calls to the dispatch loop
 * and is resumed with their results, so that no PHP code runs inside a nested host call. An opcode handler tries the
 * cheap synchronous way first (declared property, no magic) and only then drives one of these.
 * A null handler means "the standard behaviour".
 * Source: php-src Zend/zend_object_handlers.h
 */
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import type { NativeCode } from './native-code.ts';
import type { Callable, Runtime } from './runtime.ts';

/** How a value is fetched: BP_VAR_R, W, RW, IS, NA, FUNC_ARG, UNSET. */
export type FetchMode = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const BP_VAR_R = 0;
export const BP_VAR_W = 1;
export const BP_VAR_RW = 2;
export const BP_VAR_IS = 3;
export const BP_VAR_FUNC_ARG = 4;
export const BP_VAR_UNSET = 5;

/** Elements without native code. */
export interface PlainDimensions {
  /** May the element be read (written) so? */
  readonly reads: (obj: PhpObject) => boolean;
  readonly writes: (obj: PhpObject) => boolean;
  /** Owned; undefined after an exception. */
  readonly read: (rt: Runtime, obj: PhpObject, offset: Zval) => Zval;
  readonly write: (rt: Runtime, obj: PhpObject, offset: Zval, value: Zval) => void;
}

export interface ClassHandlers {
  /** Result is owned by the caller. */
  readProperty: ((rt: Runtime, obj: PhpObject, name: string, mode: FetchMode) => NativeCode) | null;
  writeProperty: ((rt: Runtime, obj: PhpObject, name: string, value: Zval) => NativeCode) | null;
  /** check: 0 isset (not null), 1 not empty, 2 exists. */
  hasProperty: ((rt: Runtime, obj: PhpObject, name: string, check: 0 | 1 | 2) => NativeCode<boolean>) | null;
  unsetProperty: ((rt: Runtime, obj: PhpObject, name: string) => NativeCode<void>) | null;
  /** offset undefined: `$obj[]`. Result owned. A PhpReference result is writable through (ArrayObject in W mode). */
  readDimension: ((rt: Runtime, obj: PhpObject, offset: Zval, mode: FetchMode) => NativeCode) | null;
  writeDimension: ((rt: Runtime, obj: PhpObject, offset: Zval, value: Zval) => NativeCode<void>) | null;
  /** Reading and writing an element where no method of the class is overridden and nothing calls user code. */
  plainDimensions?: PlainDimensions;
  hasDimension: ((rt: Runtime, obj: PhpObject, offset: Zval, checkEmpty: boolean) => NativeCode<boolean>) | null;
  unsetDimension: ((rt: Runtime, obj: PhpObject, offset: Zval) => NativeCode<void>) | null;
  countElements: ((rt: Runtime, obj: PhpObject) => NativeCode<number>) | null;
  /** get_properties_for / get_debug_info: a fresh array owned by the caller; keys mangled as Zend's (`\0*\0x`, `\0C\0x`). */
  debugInfo: ((rt: Runtime, obj: PhpObject) => PhpArray) | null;
  getProperties: ((rt: Runtime, obj: PhpObject) => PhpArray) | null;
  /** get_properties_for ARRAY_CAST and VAR_EXPORT where it differs from getProperties (ArrayObject); null: use that. Owned. */
  propertiesFor?: (rt: Runtime, obj: PhpObject) => PhpArray | null;
  /** With readProperty and friends: false when this property is a standard one after all, which can be pointed to. */
  ownsProperty?: (rt: Runtime, obj: PhpObject, name: string, scope: ClassEntry | null) => boolean;
  /** Copies `native` after the standard clone; null with `cloneable` false means "Trying to clone an uncloneable object". */
  cloneNative: ((rt: Runtime, from: PhpObject, to: PhpObject) => void) | null;
  cloneable: boolean;
  /** -1, 0, 1, or 2 for uncomparable; null: standard. */
  compare: ((rt: Runtime, a: Zval, b: Zval) => number) | null;
  /** get_constructor refuses `new`: the message of its Error. */
  refuseNew?: string;
  /** dtor_obj of internal classes (Generator): what runs before the object is freed, instead of __destruct. */
  destroy?: (rt: Runtime, obj: PhpObject) => NativeCode<void>;
  /** With `destroy`: may it run PHP code? When not, freeNative alone does. */
  destroyRuns?: (obj: PhpObject) => boolean;
  /** Frees what `native` holds. */
  freeNative: ((rt: Runtime, obj: PhpObject) => void) | null;
  /** `freeNative` comes behind the properties (zend_object_std_dtor first), as ArrayObject has it. */
  freesPropertiesFirst?: boolean;
  /** Pushes every counted value that `native` holds (for the cycle collector and leak check). */
  gcChildren: ((obj: PhpObject, visit: (v: Zval) => void) => void) | null;
  /** get_method: the object whose methods are called when this one has none of that name (iterators around another one). */
  forwardsTo?: (obj: PhpObject) => PhpObject | null;
  /** get_method: the message of the Error when there is no method of a name, instead of "Call to undefined method". */
  undefinedMethod?: (obj: PhpObject) => string;
  /** Closure-like objects: what calling the object means. */
  getClosure: ((rt: Runtime, obj: PhpObject) => import('./runtime.ts').Callable | null) | null;
}

/** The standard handlers. */
export const stdHandlers: ClassHandlers = {
  readProperty: null,
  writeProperty: null,
  hasProperty: null,
  unsetProperty: null,
  readDimension: null,
  writeDimension: null,
  hasDimension: null,
  unsetDimension: null,
  countElements: null,
  debugInfo: null,
  getProperties: null,
  cloneNative: null,
  cloneable: true,
  compare: null,
  freeNative: null,
  gcChildren: null,
  getClosure: null,
};

/** Enum cases: never equal to anything but themselves, not to be cloned. */
export const enumHandlers: ClassHandlers = { ...stdHandlers, cloneable: false, compare: () => 1 };

/** An Iterator of user code as foreach walks it. */
export interface UserIteration {
  readonly next: Callable;
  readonly valid: Callable;
  readonly current: Callable;
  readonly key: Callable;
  /** The value that current() has given, which the iterator holds until it goes on; undefined: none. */
  held: Zval;
}

/** zend_object_iterator of an internal Traversable. Methods are NativeCode because they may call overridden user methods. */
export interface ObjectIterator {
  rewind(): NativeCode<void>;
  valid(): NativeCode<boolean>;
  /** Owned by the caller; a PhpReference when iterating by reference. */
  current(): NativeCode;
  key(): NativeCode;
  next(): NativeCode<void>;
  /** Forgets a cached current value (zend_object_iterator_funcs.invalidate_current). */
  invalidate?(): void;
  /** Drops what the iterator holds. */
  free(): void;
  /** Shows the cycle collector what the iterator holds (zend_object_iterator_funcs.get_gc). */
  gcChildren?(visit: (v: Zval) => void): void;
  /** The methods of an Iterator of user code: foreach may call them itself. */
  readonly user?: UserIteration;
  /** The Generator object that is walked: foreach may resume it without the methods. */
  readonly generator?: PhpObject;
}

export type IteratorFactory = (rt: Runtime, obj: PhpObject, byRef: boolean) => NativeCode<ObjectIterator | null>;
