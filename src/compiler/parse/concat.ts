/** Concatenation of two literals is folded while parsing (php-src Zend/zend_ast.c, zend_ast_create_concat_op). */
import { AST_OPCODES } from '../ast-flags.ts';
import { type AstNode, type AstValue, astCreate, astZval } from '../ast.ts';

/** The string of a literal whose text does not depend on ini settings; null for floats. */
function literalText(value: AstValue): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return null;
  }
}

/**
 * `left . right`. `line` is the line a folded literal gets. Floats are left to the compiler's constant folding, which
 * knows `precision`.
 */
export function createConcat(left: AstNode, right: AstNode, line: number): AstNode {
  if (left.kind === 'zval' && right.kind === 'zval') {
    const a = literalText(left.value);
    const b = literalText(right.value);
    if (a !== null && b !== null) {
      return astZval(a + b, line);
    }
  }
  return astCreate('binary_op', AST_OPCODES.CONCAT, left.line, [left, right]);
}
