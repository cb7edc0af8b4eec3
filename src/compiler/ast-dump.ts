/** Prints an AST as indented S-expressions, for tests and for people who want to see what the parser made. */
import { PhpFloat } from '../value/zval.ts';
import { AST_KINDS, type AstChild, type AstNode, type AstValue, isAstDecl } from './ast.ts';

function valueText(value: AstValue): string {
  if (value instanceof PhpFloat) {
    return `float(${Object.is(value.value, -0) ? '-0' : value.value})`;
  }
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : 'value';
  }
}

function headText(node: AstNode, lines: boolean): string {
  let text = node.kind as string;
  if (node.attr !== 0) {
    text += `#${node.attr}`;
  }
  if (lines) {
    text += isAstDecl(node) ? `@${node.line}-${node.endLine}` : `@${node.line}`;
  }
  if (isAstDecl(node)) {
    text += ` ${JSON.stringify(node.name)}`;
    if (node.flags !== 0) {
      text += ` flags=${node.flags >>> 0}`;
    }
    if (node.docComment !== null) {
      text += ` doc=${JSON.stringify(node.docComment)}`;
    }
  }
  return text;
}

function isFlat(node: AstChild): boolean {
  return node === null || AST_KINDS[node.kind] === 'zval' || node.children.length === 0;
}

function dump(node: AstChild, indent: string, lines: boolean): string {
  if (node === null) {
    return '-';
  }
  if (AST_KINDS[node.kind] === 'zval') {
    const mark = node.attr === 0 ? '' : `#${node.attr}`;
    return valueText(node.value) + mark + (lines ? `@${node.line}` : '');
  }
  const head = headText(node, lines);
  if (node.children.every(isFlat)) {
    return `(${[head, ...node.children.map((child) => dump(child, indent, lines))].join(' ')})`;
  }
  const inner = `${indent}  `;
  return `(${head}${node.children.map((child) => `\n${inner}${dump(child, inner, lines)}`).join('')})`;
}

/**
 * An AST as text: `(kind#attr child child)`, `-` for an absent child, one level of indentation per depth where a node
 * has children of its own. With `lines`, every node shows `@line`.
 */
export function dumpAst(node: AstChild, options: { readonly lines?: boolean } = {}): string {
  return `${dump(node, '', options.lines ?? false)}\n`;
}
