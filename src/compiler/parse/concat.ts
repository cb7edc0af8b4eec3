/** Concatenation of two literals is folded while parsing (php-src Zend/zend_ast.c, zend_ast_create_concat_op). */
import { floatToString } from '../../value/number-format.ts';
import { PhpFloat } from '../../value/zval.ts';
import { AST_OPCODES } from '../ast-flags.ts';
import { type AstNode, type AstValue, astCreate, astZval } from '../ast.ts';

/** The string of a literal. */
function literalText(value: AstValue, precision: number): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return value instanceof PhpFloat ? floatToString(value.value, precision) : null;
  }
}

/** `left . right`. `line` is the line a folded literal gets, `precision` the ini setting that floats are printed with. */
export function createConcat(left: AstNode, right: AstNode, line: number, precision: number): AstNode {
  if (left.kind === 'zval' && right.kind === 'zval') {
    const a = literalText(left.value, precision);
    const b = literalText(right.value, precision);
    if (a !== null && b !== null) {
      return astZval(a + b, line);
    }
  }
  return astCreate('binary_op', AST_OPCODES.CONCAT, left.line, [left, right]);
}
