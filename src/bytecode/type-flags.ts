/**
 * Bits of type masks (MAY_BE_*) and of function and class flags (ZEND_ACC_*), with Zend 8.2's values.
 * Source: php-src 8.2, Zend/zend_type_info.h, Zend/zend_compile.h
 */

export const MAY_BE_UNDEF = 1 << 0;
export const MAY_BE_NULL = 1 << 1;
export const MAY_BE_FALSE = 1 << 2;
export const MAY_BE_TRUE = 1 << 3;
export const MAY_BE_BOOL: number = MAY_BE_FALSE | MAY_BE_TRUE;
export const MAY_BE_LONG = 1 << 4;
export const MAY_BE_DOUBLE = 1 << 5;
export const MAY_BE_STRING = 1 << 6;
export const MAY_BE_ARRAY = 1 << 7;
export const MAY_BE_OBJECT = 1 << 8;
export const MAY_BE_RESOURCE = 1 << 9;
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
export const MAY_BE_REF = 1 << 10;
// Only in declared types, never in inference.
export const MAY_BE_CALLABLE = 1 << 12;
export const MAY_BE_VOID = 1 << 14;
export const MAY_BE_NEVER = 1 << 17;
export const MAY_BE_STATIC = 1 << 15;
/** `iterable` is `Traversable|array` since 8.2; the bit on a declared type only remembers how it was written. */
export const TYPE_ITERABLE_BIT = 1 << 21;

// Modifiers of members (the same numbers as src/compiler/ast-flags.ts, which this layer may not see).
export const ACC_PUBLIC = 1 << 0;
export const ACC_PROTECTED = 1 << 1;
export const ACC_PRIVATE = 1 << 2;
export const ACC_CHANGED = 1 << 3;
export const ACC_STATIC = 1 << 4;
export const ACC_FINAL = 1 << 5;
export const ACC_PROMOTED = 1 << 5;
export const ACC_ABSTRACT = 1 << 6;
export const ACC_READONLY = 1 << 7;
export const ACC_IMMUTABLE = 1 << 7;
export const ACC_HAS_TYPE_HINTS = 1 << 8;
export const ACC_TOP_LEVEL = 1 << 9;
export const ACC_PRELOADED = 1 << 10;

// Functions only.
export const ACC_DEPRECATED = 1 << 11;
export const ACC_RETURN_REFERENCE = 1 << 12;
export const ACC_HAS_RETURN_TYPE = 1 << 13;
export const ACC_VARIADIC = 1 << 14;
export const ACC_HAS_FINALLY_BLOCK = 1 << 15;
export const ACC_EARLY_BINDING = 1 << 16;
export const ACC_USES_THIS = 1 << 17;
export const ACC_CALL_VIA_TRAMPOLINE = 1 << 18;
export const ACC_NEVER_CACHE = 1 << 19;
export const ACC_CLOSURE = 1 << 22;
export const ACC_FAKE_CLOSURE = 1 << 23;
export const ACC_GENERATOR = 1 << 24;
export const ACC_DONE_PASS_TWO = 1 << 25;
export const ACC_TRAIT_CLONE = 1 << 27;
export const ACC_CTOR = 1 << 28;
/** Bit 31: test with `(flags & ACC_STRICT_TYPES) !== 0`, the number itself is negative. */
export const ACC_STRICT_TYPES: number = 1 << 31;

// Classes only.
export const ACC_INTERFACE = 1 << 0;
export const ACC_TRAIT = 1 << 1;
export const ACC_ANON_CLASS = 1 << 2;
export const ACC_LINKED = 1 << 3;
export const ACC_IMPLICIT_ABSTRACT_CLASS = 1 << 4;
export const ACC_EXPLICIT_ABSTRACT_CLASS = 1 << 6;
export const ACC_USE_GUARDS = 1 << 11;
export const ACC_CONSTANTS_UPDATED = 1 << 12;
export const ACC_NO_DYNAMIC_PROPERTIES = 1 << 13;
export const ACC_ALLOW_DYNAMIC_PROPERTIES = 1 << 15;
export const ACC_READONLY_CLASS = 1 << 16;
export const ACC_RESOLVED_PARENT = 1 << 17;
export const ACC_RESOLVED_INTERFACES = 1 << 18;
export const ACC_UNRESOLVED_VARIANCE = 1 << 19;
export const ACC_HAS_AST_CONSTANTS = 1 << 24;
export const ACC_ENUM = 1 << 28;
export const ACC_NOT_SERIALIZABLE = 1 << 29;
