/**
 * Bits of type masks (MAY_BE_*) and of function and class flags (ZEND_ACC_*), with Zend 8.2's values.
 * Source: php-src 8.2, Zend/zend_type_info.h, Zend/zend_compile.h
 */

export const MAY_BE_UNDEF: number = 1 << 0;
export const MAY_BE_NULL: number = 1 << 1;
export const MAY_BE_FALSE: number = 1 << 2;
export const MAY_BE_TRUE: number = 1 << 3;
export const MAY_BE_BOOL: number = MAY_BE_FALSE | MAY_BE_TRUE;
export const MAY_BE_LONG: number = 1 << 4;
export const MAY_BE_DOUBLE: number = 1 << 5;
export const MAY_BE_STRING: number = 1 << 6;
export const MAY_BE_ARRAY: number = 1 << 7;
export const MAY_BE_OBJECT: number = 1 << 8;
export const MAY_BE_RESOURCE: number = 1 << 9;
/** Every type a value can have: the mask of `mixed`. */
export const MAY_BE_ANY: number =
  MAY_BE_NULL |
  MAY_BE_BOOL |
  MAY_BE_LONG |
  MAY_BE_DOUBLE |
  MAY_BE_STRING |
  MAY_BE_ARRAY |
  MAY_BE_OBJECT |
  MAY_BE_RESOURCE;
export const MAY_BE_REF: number = 1 << 10;
// Only in declared types, never in inference.
export const MAY_BE_CALLABLE: number = 1 << 12;
export const MAY_BE_VOID: number = 1 << 14;
export const MAY_BE_NEVER: number = 1 << 17;
export const MAY_BE_STATIC: number = 1 << 15;
/** `iterable` is `Traversable|array` since 8.2; the bit on a declared type only remembers how it was written. */
export const TYPE_ITERABLE_BIT: number = 1 << 21;

// Modifiers of members (the same numbers as src/compiler/ast-flags.ts, which this layer may not see).
export const ACC_PUBLIC: number = 1 << 0;
export const ACC_PROTECTED: number = 1 << 1;
export const ACC_PRIVATE: number = 1 << 2;
export const ACC_CHANGED: number = 1 << 3;
export const ACC_STATIC: number = 1 << 4;
export const ACC_FINAL: number = 1 << 5;
export const ACC_PROMOTED: number = 1 << 5;
export const ACC_ABSTRACT: number = 1 << 6;
export const ACC_READONLY: number = 1 << 7;
export const ACC_IMMUTABLE: number = 1 << 7;
export const ACC_HAS_TYPE_HINTS: number = 1 << 8;
export const ACC_TOP_LEVEL: number = 1 << 9;
export const ACC_PRELOADED: number = 1 << 10;

// Functions only.
export const ACC_DEPRECATED: number = 1 << 11;
export const ACC_RETURN_REFERENCE: number = 1 << 12;
export const ACC_HAS_RETURN_TYPE: number = 1 << 13;
export const ACC_VARIADIC: number = 1 << 14;
export const ACC_HAS_FINALLY_BLOCK: number = 1 << 15;
export const ACC_EARLY_BINDING: number = 1 << 16;
export const ACC_USES_THIS: number = 1 << 17;
export const ACC_CALL_VIA_TRAMPOLINE: number = 1 << 18;
export const ACC_NEVER_CACHE: number = 1 << 19;
export const ACC_CLOSURE: number = 1 << 22;
export const ACC_FAKE_CLOSURE: number = 1 << 23;
export const ACC_GENERATOR: number = 1 << 24;
export const ACC_DONE_PASS_TWO: number = 1 << 25;
export const ACC_TRAIT_CLONE: number = 1 << 27;
export const ACC_CTOR: number = 1 << 28;
/** Bit 31: test with `(flags & ACC_STRICT_TYPES) !== 0`, the number itself is negative. */
export const ACC_STRICT_TYPES: number = 1 << 31;

// Classes only.
export const ACC_INTERFACE: number = 1 << 0;
export const ACC_TRAIT: number = 1 << 1;
export const ACC_ANON_CLASS: number = 1 << 2;
export const ACC_LINKED: number = 1 << 3;
export const ACC_IMPLICIT_ABSTRACT_CLASS: number = 1 << 4;
export const ACC_EXPLICIT_ABSTRACT_CLASS: number = 1 << 6;
export const ACC_USE_GUARDS: number = 1 << 11;
export const ACC_CONSTANTS_UPDATED: number = 1 << 12;
export const ACC_NO_DYNAMIC_PROPERTIES: number = 1 << 13;
export const ACC_ALLOW_DYNAMIC_PROPERTIES: number = 1 << 15;
export const ACC_READONLY_CLASS: number = 1 << 16;
export const ACC_RESOLVED_PARENT: number = 1 << 17;
export const ACC_RESOLVED_INTERFACES: number = 1 << 18;
export const ACC_UNRESOLVED_VARIANCE: number = 1 << 19;
export const ACC_HAS_AST_CONSTANTS: number = 1 << 24;
export const ACC_ENUM: number = 1 << 28;
export const ACC_NOT_SERIALIZABLE: number = 1 << 29;
