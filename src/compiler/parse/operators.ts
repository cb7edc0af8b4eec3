/**
 * Precedence and meaning of PHP's operators (php-src 8.2, Zend/zend_language_parser.y, the %left/%right/%precedence
 * lines: later lines bind tighter).
 */
import {
  AST_OPCODES,
  IS_ARRAY,
  IS_BOOL,
  IS_DOUBLE,
  IS_LONG,
  IS_NULL,
  IS_OBJECT,
  IS_STRING,
  ZEND_ACC_ABSTRACT,
  ZEND_ACC_FINAL,
  ZEND_ACC_PRIVATE,
  ZEND_ACC_PROTECTED,
  ZEND_ACC_PUBLIC,
  ZEND_ACC_READONLY,
  ZEND_ACC_STATIC,
  ZEND_INCLUDE,
  ZEND_INCLUDE_ONCE,
  ZEND_REQUIRE,
  ZEND_REQUIRE_ONCE,
} from '../ast-flags.ts';
import type { AstKind } from '../ast.ts';
import * as T from '../lex/token-ids.ts';

export const PREC_THROW = 1;
export const PREC_INCLUDE = 3;
export const PREC_PRINT = 7;
export const PREC_YIELD = 8;
export const PREC_DOUBLE_ARROW = 9;
export const PREC_YIELD_FROM = 10;
export const PREC_ASSIGN = 11;
export const PREC_TERNARY = 12;
export const PREC_COALESCE = 13;
export const PREC_NOT = 25;
export const PREC_INSTANCEOF = 26;
export const PREC_UNARY = 27;
export const PREC_POW = 28;
export const PREC_CLONE = 29;

/** How operators of one level chain. */
export type Associativity = 'left' | 'right' | 'none' | 'special';

/** An infix operator. `special` ones (ternary, instanceof) have their own rule. */
export interface Infix {
  readonly precedence: number;
  readonly associativity: Associativity;
  readonly kind: AstKind;
  /** Opcode number for `binary_op`. */
  readonly attr: number;
}

const O = AST_OPCODES;
const CHAR = (char: string): number => char.charCodeAt(0);

const INFIX_ROWS: ReadonlyArray<readonly [id: number, precedence: number, Associativity, AstKind, attr: number]> = [
  [T.T_LOGICAL_OR, 4, 'left', 'or', 0],
  [T.T_LOGICAL_XOR, 5, 'left', 'binary_op', O.BOOL_XOR],
  [T.T_LOGICAL_AND, 6, 'left', 'and', 0],
  [CHAR('?'), PREC_TERNARY, 'special', 'conditional', 0],
  [T.T_COALESCE, PREC_COALESCE, 'right', 'coalesce', 0],
  [T.T_BOOLEAN_OR, 14, 'left', 'or', 0],
  [T.T_BOOLEAN_AND, 15, 'left', 'and', 0],
  [CHAR('|'), 16, 'left', 'binary_op', O.BW_OR],
  [CHAR('^'), 17, 'left', 'binary_op', O.BW_XOR],
  [T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, 18, 'left', 'binary_op', O.BW_AND],
  [T.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG, 18, 'left', 'binary_op', O.BW_AND],
  [T.T_IS_EQUAL, 19, 'none', 'binary_op', O.IS_EQUAL],
  [T.T_IS_NOT_EQUAL, 19, 'none', 'binary_op', O.IS_NOT_EQUAL],
  [T.T_IS_IDENTICAL, 19, 'none', 'binary_op', O.IS_IDENTICAL],
  [T.T_IS_NOT_IDENTICAL, 19, 'none', 'binary_op', O.IS_NOT_IDENTICAL],
  [T.T_SPACESHIP, 19, 'none', 'binary_op', O.SPACESHIP],
  [CHAR('<'), 20, 'none', 'binary_op', O.IS_SMALLER],
  [T.T_IS_SMALLER_OR_EQUAL, 20, 'none', 'binary_op', O.IS_SMALLER_OR_EQUAL],
  [CHAR('>'), 20, 'none', 'greater', 0],
  [T.T_IS_GREATER_OR_EQUAL, 20, 'none', 'greater_equal', 0],
  [CHAR('.'), 21, 'left', 'binary_op', O.CONCAT],
  [T.T_SL, 22, 'left', 'binary_op', O.SL],
  [T.T_SR, 22, 'left', 'binary_op', O.SR],
  [CHAR('+'), 23, 'left', 'binary_op', O.ADD],
  [CHAR('-'), 23, 'left', 'binary_op', O.SUB],
  [CHAR('*'), 24, 'left', 'binary_op', O.MUL],
  [CHAR('/'), 24, 'left', 'binary_op', O.DIV],
  [CHAR('%'), 24, 'left', 'binary_op', O.MOD],
  [T.T_INSTANCEOF, PREC_INSTANCEOF, 'special', 'instanceof', 0],
  [T.T_POW, PREC_POW, 'right', 'binary_op', O.POW],
];

/** Infix operators by token number. */
export const INFIX: ReadonlyArray<Infix | undefined> = INFIX_ROWS.reduce<Array<Infix | undefined>>(
  (table, row) => {
    const [id, precedence, associativity, kind, attr] = row;
    table[id] = { precedence, associativity, kind, attr };
    return table;
  },
  new Array<Infix | undefined>(T.T_ERROR + 1).fill(undefined),
);

/** Opcode of a compound assignment (`+=`) by token number; `??=` is not among them. */
export const ASSIGN_OPCODES: ReadonlyMap<number, number> = new Map([
  [T.T_PLUS_EQUAL, O.ADD],
  [T.T_MINUS_EQUAL, O.SUB],
  [T.T_MUL_EQUAL, O.MUL],
  [T.T_POW_EQUAL, O.POW],
  [T.T_DIV_EQUAL, O.DIV],
  [T.T_CONCAT_EQUAL, O.CONCAT],
  [T.T_MOD_EQUAL, O.MOD],
  [T.T_AND_EQUAL, O.BW_AND],
  [T.T_OR_EQUAL, O.BW_OR],
  [T.T_XOR_EQUAL, O.BW_XOR],
  [T.T_SL_EQUAL, O.SL],
  [T.T_SR_EQUAL, O.SR],
]);

/** zval type that a cast casts to, by token number. */
export const CAST_TYPES: ReadonlyMap<number, number> = new Map([
  [T.T_INT_CAST, IS_LONG],
  [T.T_DOUBLE_CAST, IS_DOUBLE],
  [T.T_STRING_CAST, IS_STRING],
  [T.T_ARRAY_CAST, IS_ARRAY],
  [T.T_OBJECT_CAST, IS_OBJECT],
  [T.T_BOOL_CAST, IS_BOOL],
  [T.T_UNSET_CAST, IS_NULL],
]);

/** Kind of include by token number. */
export const INCLUDE_KINDS: ReadonlyMap<number, number> = new Map([
  [T.T_INCLUDE, ZEND_INCLUDE],
  [T.T_INCLUDE_ONCE, ZEND_INCLUDE_ONCE],
  [T.T_REQUIRE, ZEND_REQUIRE],
  [T.T_REQUIRE_ONCE, ZEND_REQUIRE_ONCE],
]);

/** Tokens after which a bare `yield` ends: those that follow an expression and cannot start one. */
export const ENDS_BARE_YIELD: ReadonlySet<number> = new Set([
  T.END,
  T.T_AS,
  T.T_DOUBLE_ARROW,
  ...[';', ',', ')', ']', '}', ':'].map(CHAR),
  ...INFIX_ROWS.map(([id]) => id).filter((id) => id !== CHAR('+') && id !== CHAR('-')),
]);

/** Whether a token is a name that a member, argument or alias may have: an identifier or a reserved word. */
export function isIdentifier(id: number): boolean {
  return id === T.T_STRING || (id >= T.T_INCLUDE && id <= T.T_NS_C && !NOT_SEMI_RESERVED.has(id));
}

/** Words that not even a member may be called (semi_reserved leaves them out). */
const NOT_SEMI_RESERVED: ReadonlySet<number> = new Set([T.T_YIELD_FROM, T.T_HALT_COMPILER]);

/** Member modifiers by token number. */
export const MODIFIERS: ReadonlyMap<number, number> = new Map([
  [T.T_PUBLIC, ZEND_ACC_PUBLIC],
  [T.T_PROTECTED, ZEND_ACC_PROTECTED],
  [T.T_PRIVATE, ZEND_ACC_PRIVATE],
  [T.T_STATIC, ZEND_ACC_STATIC],
  [T.T_ABSTRACT, ZEND_ACC_ABSTRACT],
  [T.T_FINAL, ZEND_ACC_FINAL],
  [T.T_READONLY, ZEND_ACC_READONLY],
]);
