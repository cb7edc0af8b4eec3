/**
 * Numbers that travel in operands and `extendedValue` of oplines, with Zend 8.2's values.
 * The compiler writes them, the VM and the dump read them.
 * Source: php-src Zend/zend_compile.h
 */

// FETCH_CLASS kinds and flags (op.num of class operands, extendedValue of FETCH_CLASS).
export const ZEND_FETCH_CLASS_DEFAULT = 0;
export const ZEND_FETCH_CLASS_SELF = 1;
export const ZEND_FETCH_CLASS_PARENT = 2;
export const ZEND_FETCH_CLASS_STATIC = 3;
export const ZEND_FETCH_CLASS_INTERFACE = 5;
export const ZEND_FETCH_CLASS_TRAIT = 6;
export const ZEND_FETCH_CLASS_MASK = 0x0f;
export const ZEND_FETCH_CLASS_NO_AUTOLOAD = 0x80;
export const ZEND_FETCH_CLASS_SILENT = 0x0100;
export const ZEND_FETCH_CLASS_EXCEPTION = 0x0200;

// Variable fetch: where FETCH_* looks (extendedValue).
export const ZEND_FETCH_GLOBAL: number = 1 << 1;
export const ZEND_FETCH_LOCAL: number = 1 << 2;
export const ZEND_FETCH_GLOBAL_LOCK: number = 1 << 3;
export const ZEND_FETCH_TYPE_MASK = 0xe;

// FETCH_OBJ_*, FETCH_STATIC_PROP_* flags: or-ed into the cache slot in extendedValue.
export const ZEND_FETCH_REF = 1;
export const ZEND_FETCH_DIM_WRITE = 2;
export const ZEND_FETCH_OBJ_FLAGS = 3;

export const ZEND_FETCH_DIM_REF = 1;
export const ZEND_FETCH_DIM_DIM = 2;
export const ZEND_FETCH_DIM_OBJ = 3;
export const ZEND_FETCH_DIM_INCDEC = 4;

/** or-ed into extendedValue of ISSET_ISEMPTY_*: empty() instead of isset(). */
export const ZEND_ISEMPTY: number = 1 << 0;

export const ZEND_LAST_CATCH: number = 1 << 0;

export const ZEND_FREE_ON_RETURN: number = 1 << 0;
export const ZEND_FREE_SWITCH: number = 1 << 1;

export const ZEND_SEND_BY_VAL = 0;
export const ZEND_SEND_BY_REF = 1;
export const ZEND_SEND_PREFER_REF = 2;

export const ZEND_THROW_IS_EXPR = 1;

/** ZEND_CALL_HAS_EXTRA_NAMED_PARAMS etc. live in the VM; this one is in FCALL_MAY_HAVE_EXTRA_NAMED_PARAMS of CALLABLE calls. */
export const ZEND_FCALL_MAY_HAVE_EXTRA_NAMED_PARAMS = 1;

// INIT_ARRAY / ADD_ARRAY_ELEMENT extendedValue.
export const ZEND_ARRAY_ELEMENT_REF: number = 1 << 0;
export const ZEND_ARRAY_NOT_PACKED: number = 1 << 1;
export const ZEND_ARRAY_SIZE_SHIFT = 2;

// RETURN_BY_REF extendedValue.
export const ZEND_RETURNS_FUNCTION: number = 1 << 0;
export const ZEND_RETURNS_VALUE: number = 1 << 1;

// BIND_STATIC / BIND_LEXICAL extendedValue bits next to the offset.
export const ZEND_BIND_VAL = 0;
export const ZEND_BIND_REF = 1;
export const ZEND_BIND_IMPLICIT = 2;
export const ZEND_BIND_EXPLICIT = 4;

// INCLUDE_OR_EVAL extendedValue.
export const ZEND_EVAL: number = 1 << 0;
export const ZEND_INCLUDE: number = 1 << 1;
export const ZEND_INCLUDE_ONCE: number = 1 << 2;
export const ZEND_REQUIRE: number = 1 << 3;
export const ZEND_REQUIRE_ONCE: number = 1 << 4;

/** NEW, DO_*: op1.num of FETCH_CONSTANT when the name was unqualified inside a namespace. */
export const IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE = 0x100;

/** SWITCH/COALESCE/JMP_NULL: what a nullsafe chain short-circuits to (extendedValue of JMP_NULL). */
export const ZEND_SHORT_CIRCUITING_CHAIN_MASK = 0x3;
export const ZEND_SHORT_CIRCUITING_CHAIN_EXPR = 0;
export const ZEND_SHORT_CIRCUITING_CHAIN_ISSET = 1;
export const ZEND_SHORT_CIRCUITING_CHAIN_EMPTY = 2;
/** or-ed into JMP_NULL's extendedValue inside isset() and `??`. */
export const ZEND_JMP_NULL_BP_VAR_IS = 4;
