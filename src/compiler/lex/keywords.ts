/** Reserved words and operators of the scripting mode and their token numbers (php-src Zend/zend_language_scanner.l). */
import * as T from './token-ids.ts';

/** Token number of a lower-case reserved word. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ...T.TOKEN_ROWS.filter(([id]) => id >= T.T_INCLUDE && id <= T.T_NS_C && id !== T.T_YIELD_FROM).map(
    ([id, , description]): [string, number] => [description.slice(1, -1).toLowerCase(), id],
  ),
  ['die', T.T_EXIT],
]);

/** The longest reserved word (`__halt_compiler`). */
export const LONGEST_KEYWORD = 15;

/** Token number of an operator of two or more characters. */
export const OPERATORS: ReadonlyMap<string, number> = new Map([
  ...T.TOKEN_ROWS.filter(
    ([id, , description]) =>
      id >= T.T_ATTRIBUTE &&
      id <= T.T_POW_EQUAL &&
      !(id >= T.T_INT_CAST && id <= T.T_UNSET_CAST) &&
      description.startsWith("'"),
  ).map(([id, , description]): [string, number] => [description.slice(1, -1), id]),
  ['<>', T.T_IS_NOT_EQUAL],
]);

/** Token number of a cast by the lower-case type in it; `real` is gone and reported by the lexer. */
export const CASTS: ReadonlyMap<string, number> = new Map([
  ['int', T.T_INT_CAST],
  ['integer', T.T_INT_CAST],
  ['bool', T.T_BOOL_CAST],
  ['boolean', T.T_BOOL_CAST],
  ['float', T.T_DOUBLE_CAST],
  ['double', T.T_DOUBLE_CAST],
  ['string', T.T_STRING_CAST],
  ['binary', T.T_STRING_CAST],
  ['array', T.T_ARRAY_CAST],
  ['object', T.T_OBJECT_CAST],
  ['unset', T.T_UNSET_CAST],
]);
