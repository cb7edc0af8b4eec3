/**
 * Numbers that travel in the `attr` and `flags` fields of AST nodes, with Zend 8.2's values
 * (php-src 8.2, Zend/zend_compile.h, Zend/zend_types.h, Zend/zend_vm_opcodes.h).
 */

// Modifiers and declaration flags: class, method, property, constant (zend_compile.h).
export const ZEND_ACC_PUBLIC: number = 1 << 0;
export const ZEND_ACC_PROTECTED: number = 1 << 1;
export const ZEND_ACC_PRIVATE: number = 1 << 2;
export const ZEND_ACC_PPP_MASK: number = ZEND_ACC_PUBLIC | ZEND_ACC_PROTECTED | ZEND_ACC_PRIVATE;
export const ZEND_ACC_STATIC: number = 1 << 4;
export const ZEND_ACC_FINAL: number = 1 << 5;
export const ZEND_ACC_ABSTRACT: number = 1 << 6;
export const ZEND_ACC_EXPLICIT_ABSTRACT_CLASS: number = 1 << 6;
/** Property flag. */
export const ZEND_ACC_READONLY: number = 1 << 7;
export const ZEND_ACC_RETURN_REFERENCE: number = 1 << 12;
export const ZEND_ACC_GENERATOR: number = 1 << 24;

// Class flags.
export const ZEND_ACC_INTERFACE: number = 1 << 0;
export const ZEND_ACC_TRAIT: number = 1 << 1;
export const ZEND_ACC_ANON_CLASS: number = 1 << 2;
export const ZEND_ACC_NO_DYNAMIC_PROPERTIES: number = 1 << 13;
export const ZEND_ACC_READONLY_CLASS: number = 1 << 16;
export const ZEND_ACC_ENUM: number = 1 << 28;

// `attr` of a `param`.
export const ZEND_PARAM_REF: number = 1 << 3;
export const ZEND_PARAM_VARIADIC: number = 1 << 4;

// `attr` of a name's zval.
export const ZEND_NAME_FQ = 0;
export const ZEND_NAME_NOT_FQ = 1;
export const ZEND_NAME_RELATIVE = 2;

/** Or-ed into the `attr` of a type node (`type`, a name's zval). */
export const ZEND_TYPE_NULLABLE: number = 1 << 8;

// `attr` of an `array`.
export const ZEND_ARRAY_SYNTAX_LIST = 1;
export const ZEND_ARRAY_SYNTAX_LONG = 2;
export const ZEND_ARRAY_SYNTAX_SHORT = 3;

// `attr` of a `dim`.
export const ZEND_DIM_IS: number = 1 << 0;
export const ZEND_DIM_ALTERNATIVE_SYNTAX: number = 1 << 1;

// `attr` of an `include_or_eval`.
export const ZEND_EVAL: number = 1 << 0;
export const ZEND_INCLUDE: number = 1 << 1;
export const ZEND_INCLUDE_ONCE: number = 1 << 2;
export const ZEND_REQUIRE: number = 1 << 3;
export const ZEND_REQUIRE_ONCE: number = 1 << 4;

// `attr` of a closure's `closure_uses` entry.
export const ZEND_BIND_REF = 1;

/** `attr` of a `conditional` that was written in parentheses. */
export const ZEND_PARENTHESIZED_CONDITIONAL = 1;

// `attr` of `use`, `use_elem`, `group_use`.
export const ZEND_SYMBOL_CLASS: number = 1 << 0;
export const ZEND_SYMBOL_FUNCTION: number = 1 << 1;
export const ZEND_SYMBOL_CONST: number = 1 << 2;

/** `attr` of an encapsed variable written `${name}` (8.2 deprecation; zend_compile.h). */
export const ZEND_ENCAPS_VAR_DOLLAR_CURLY: number = 1 << 0;
/** `attr` of an encapsed expression written `${expr}`. */
export const ZEND_ENCAPS_VAR_DOLLAR_CURLY_VAR_VAR: number = 1 << 1;

// zval types, as `attr` of `type`, `cast` (zend_types.h).
export const IS_UNDEF = 0;
export const IS_NULL = 1;
export const IS_FALSE = 2;
export const IS_TRUE = 3;
export const IS_LONG = 4;
export const IS_DOUBLE = 5;
export const IS_STRING = 6;
export const IS_ARRAY = 7;
export const IS_OBJECT = 8;
export const IS_RESOURCE = 9;
export const IS_CONSTANT_AST = 11;
export const IS_CALLABLE = 12;
export const IS_STATIC = 15;
export const IS_MIXED = 16;
export const IS_BOOL = 18;

/** Opcode numbers that the parser puts in `attr` of `binary_op`, `assign_op` and `unary_op` (zend_vm_opcodes.h). */
export const AST_OPCODES = {
  ADD: 1,
  SUB: 2,
  MUL: 3,
  DIV: 4,
  MOD: 5,
  SL: 6,
  SR: 7,
  CONCAT: 8,
  BW_OR: 9,
  BW_AND: 10,
  BW_XOR: 11,
  POW: 12,
  BW_NOT: 13,
  BOOL_NOT: 14,
  BOOL_XOR: 15,
  IS_IDENTICAL: 16,
  IS_NOT_IDENTICAL: 17,
  IS_EQUAL: 18,
  IS_NOT_EQUAL: 19,
  IS_SMALLER: 20,
  IS_SMALLER_OR_EQUAL: 21,
  SPACESHIP: 170,
} as const;

/**
 * `attr` of a `magic_const`: which one it is. Zend uses the bison token number; these are its 8.2 values
 * (zend_language_parser.h), though nothing but the comparison with them may depend on the number.
 */
export const T_LINE = 343;
export const T_FILE = 344;
export const T_DIR = 345;
export const T_CLASS_C = 346;
export const T_TRAIT_C = 347;
export const T_METHOD_C = 348;
export const T_FUNC_C = 349;
export const T_NS_C = 350;
