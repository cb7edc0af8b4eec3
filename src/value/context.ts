/**
 * ValueContext: what a pure operation on values may need of the engine. The VM's Executor implements it (Runtime in
 * src/object extends it); the compiler's constant folding and the tests bring small ones.
 */
import type { PhpArray } from './php-array.ts';
import type { PhpObject } from './php-object.ts';
import type { PhpResource, Zval } from './zval.ts';

export interface ValueContext {
  /** zend_error: prints the diagnostic or queues the user handler. `level` is an E_* number. */
  error(level: number, message: string): void;
  /** zend_throw_error: sets the executor's exception. Returns null so that callers can `return ctx.throwError(...)`. */
  throwError(className: string, message: string): null;
  /** zend_error_noreturn(E_ERROR): prints PHP's fatal error and ends the request. */
  fatalError(message: string): never;
  /** The exception in flight; null when none. */
  readonly exception: PhpObject | null;
  /** ini `precision`: significant digits of a float turned into a string; -1 means shortest. */
  readonly precision: number;
  /** ini `serialize_precision`: the same for var_dump, var_export, json_encode, serialize. */
  readonly serializePrecision: number;
  /** An object's last holder let go (zend_objects_store_del): run or queue its destructor, then release its contents. */
  freeObject(obj: PhpObject): void;
  /** A count of a possibly cyclic value went down without reaching 0 (gc_possible_root). */
  gcPossibleRoot(v: PhpArray | PhpObject): void;
  /** A resource's last holder let go: close what it stands for. */
  freeResource?(resource: PhpResource): void;
  /** The class name of an object, as error messages show it. */
  objectTypeName(obj: PhpObject): string;
  /** True when turning the object into a string runs user code or a native __toString. */
  hasToString?(obj: PhpObject): boolean;
  /**
   * The string an object converts to when that can be told without running PHP code; undefined when it cannot.
   * Operators ask only for objects met inside arrays: at the top level the VM converts first (see `needsUserToString`).
   */
  objectToString?(obj: PhpObject): string | undefined;
  /** The class's own compare handler for a pair with at least one object; undefined: the standard rules apply. */
  compareObjects?(a: Zval, b: Zval): number | undefined;
}
