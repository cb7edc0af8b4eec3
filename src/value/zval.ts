/**
 * The zval: every PHP value that a slot of a vm_stack page, an array bucket, a property or a literal can hold.
 *
 * | PHP | here |
 * |---|---|
 * | undef / null / bool | `undefined` / `null` / boolean |
 * | int | a JS number when it is a safe integer (never -0), a bigint otherwise |
 * | float | PhpFloat, so that 1 and 1.0 stay different |
 * | string | a JS string, one char per byte |
 * | array, object, reference, resource | their own counted classes |
 *
 * Reference counts are Zend's: a new counted value is born with `rc === 1`, owned by whoever made it. Storing it in a
 * slot hands that count over; a second holder calls `addRef`; a holder that lets go calls `release`.
 * Source: php-src Zend/zend_types.h
 */
import type { PhpArray } from './php-array.ts';
import type { PhpObject } from './php-object.ts';

/** A PHP float. What was handed out does not change (src/jit/slot-floats.ts); compare `.value`, never identity. */
export class PhpFloat {
  readonly value: number;
  /** The mark of the compiled code that made it for one slot (src/jit/slot-floats.ts). */
  readonly owner: number;
  constructor(value: number) {
    this.value = value;
    this.owner = 0;
  }
}

/** A PHP reference (zend_reference): the shared box two names point to after `$a = &$b`. */
export class PhpReference {
  rc = 1;
  val: Zval;
  /** Typed properties this reference is bound to (zend_property_info list), null for the common untyped case. */
  sources: PropertySource[] | null = null;
  constructor(val: Zval) {
    this.val = val;
  }
}

/** What a typed reference must keep satisfied; the object layer's PropertyInfo has this shape. */
export interface PropertySource {
  readonly name: string;
}

/** A PHP resource: printed as `Resource id #N`. */
export class PhpResource {
  rc = 1;
  readonly id: number;
  /** e.g. `stream`; becomes `Unknown` when closed. */
  type: string;
  /** What the owner keeps in it; null once closed. */
  data: unknown;
  constructor(id: number, type: string, data: unknown) {
    this.id = id;
    this.type = type;
    this.data = data;
  }
}

/** A constant expression that is evaluated when first used (IS_CONSTANT_AST). `ast` is the compiler's; opaque here. */
export class PhpConstantAst {
  rc = 1;
  readonly ast: unknown;
  constructor(ast: unknown) {
    this.ast = ast;
  }
}

/** IS_INDIRECT: an entry of a symbol table that lives in a compiled variable's slot. Only in symbol tables. */
export class PhpIndirect {
  readonly slots: Zval[];
  readonly index: number;
  constructor(slots: Zval[], index: number) {
    this.slots = slots;
    this.index = index;
  }
}

/** A PHP int: a safe integer number, or a bigint beyond +-2^53 (always normalised, see `normalizeInt`). */
export type PhpInt = number | bigint;

/** Values with a reference count. */
export type Counted = PhpArray | PhpObject | PhpReference | PhpResource | PhpConstantAst;

export type Zval = undefined | null | boolean | PhpInt | string | PhpFloat | Counted | PhpIndirect;

/** Follows one reference: the value a variable shows. */
export function deref(v: Zval): Zval {
  return v instanceof PhpReference ? v.val : v;
}

/** ZVAL_COPY: one more holder of v. Returns v. */
export function addRef<T extends Zval>(v: T): T {
  if (typeof v === 'object' && v !== null && !(v instanceof PhpFloat) && !(v instanceof PhpIndirect)) {
    (v as Counted).rc++;
  }
  return v;
}
