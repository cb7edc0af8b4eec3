/**
 * zend_ast_export: an AST as PHP text, as assert() shows the failed condition.
 * Source: php-src 8.2 Zend/zend_ast.c
 */
import type { AstNode } from '../ast.ts';
import { EXPRESSION_PRINTERS } from './export-expr.ts';
import { STATEMENT_PRINTERS } from './export-stmt.ts';
import { Printer } from './printer.ts';

const PRINTERS = { ...EXPRESSION_PRINTERS, ...STATEMENT_PRINTERS };

/** The node as text between `prefix` and `suffix`; `precision` is the ini setting for floats. */
export function astExport(prefix: string, ast: AstNode, suffix: string, precision: number = 14): string {
  return prefix + new Printer(PRINTERS, precision).node(ast, 0, 0) + suffix;
}
