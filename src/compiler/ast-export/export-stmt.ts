/**
 * Statements and declarations as PHP text.
 * Source: php-src 8.2 Zend/zend_ast.c (zend_ast_export_ex, zend_ast_export_stmt)
 */
import { type AstKind, type AstNode, astChild } from '../ast.ts';
import {
  ZEND_ACC_ABSTRACT,
  ZEND_ACC_ENUM,
  ZEND_ACC_EXPLICIT_ABSTRACT_CLASS,
  ZEND_ACC_FINAL,
  ZEND_ACC_INTERFACE,
  ZEND_ACC_PRIVATE,
  ZEND_ACC_PROTECTED,
  ZEND_ACC_PUBLIC,
  ZEND_ACC_READONLY,
  ZEND_ACC_READONLY_CLASS,
  ZEND_ACC_RETURN_REFERENCE,
  ZEND_ACC_STATIC,
  ZEND_ACC_TRAIT,
  ZEND_BIND_REF,
  ZEND_PARAM_REF,
  ZEND_PARAM_VARIADIC,
  ZEND_SYMBOL_CONST,
  ZEND_SYMBOL_FUNCTION,
} from '../ast-flags.ts';
import { indentation, type NodePrinter, type Printer } from './printer.ts';

/** Statements that end without a semicolon. */
const BLOCKS: ReadonlySet<AstKind> = new Set<AstKind>([
  'label',
  'if',
  'switch',
  'while',
  'try',
  'for',
  'foreach',
  'func_decl',
  'method',
  'class',
  'use_trait',
  'namespace',
  'declare',
]);

/** zend_ast_export_stmt */
function stmt(p: Printer, ast: AstNode | null, indent: number): string {
  if (ast === null) return '';
  if (ast.kind === 'stmt_list' || ast.kind === 'trait_adaptations') {
    return ast.children.map((node) => stmt(p, node, indent)).join('');
  }
  return `${indentation(indent)}${p.node(ast, 0, indent)}${BLOCKS.has(ast.kind) ? '' : ';'}\n`;
}

/** `{`, the statements of child `i`, and the closing brace's indentation. */
function block(p: Printer, ast: AstNode, i: number, indent: number): string {
  return ` {\n${stmt(p, astChild(ast, i), indent + 1)}${indentation(indent)}`;
}

function visibility(flags: number): string {
  if ((flags & ZEND_ACC_PUBLIC) !== 0) return 'public ';
  if ((flags & ZEND_ACC_PROTECTED) !== 0) return 'protected ';
  return (flags & ZEND_ACC_PRIVATE) !== 0 ? 'private ' : '';
}

const funcDecl: NodePrinter = (p, ast, _priority, indent) => {
  const isArrow = ast.kind === 'arrow_func';
  const isClosure = ast.kind === 'closure';
  let out = p.attributes(astChild(ast, 4), indent, !(isArrow || isClosure)) + visibility(ast.flags);
  if ((ast.flags & ZEND_ACC_STATIC) !== 0) out += 'static ';
  if ((ast.flags & ZEND_ACC_ABSTRACT) !== 0) out += 'abstract ';
  if ((ast.flags & ZEND_ACC_FINAL) !== 0) out += 'final ';
  out += isArrow ? 'fn' : 'function ';
  if ((ast.flags & ZEND_ACC_RETURN_REFERENCE) !== 0) out += '&';
  if (!isClosure && !isArrow) out += ast.name;
  out += `(${p.child(ast, 0, 0, indent)})${p.child(ast, 1, 0, indent)}`;
  const returnType = astChild(ast, 3);
  if (returnType !== null) out += `: ${p.type(returnType, indent)}`;
  const body = astChild(ast, 2);
  if (body === null) return `${out};\n`;
  if (isArrow) {
    const expr = body.kind === 'return' ? astChild(body, 0) : body;
    return `${out} => ${p.node(expr, 0, indent)}`;
  }
  return `${out}${block(p, ast, 2, indent)}}${isClosure ? '' : '\n'}`;
};

/** zend_ast_export_class_no_header */
function classBody(p: Printer, ast: AstNode, indent: number): string {
  let out = '';
  const backing = astChild(ast, 4);
  if ((ast.flags & ZEND_ACC_ENUM) !== 0 && backing !== null) out += `: ${p.type(backing, indent)}`;
  const parent = astChild(ast, 0);
  if (parent !== null) out += ` extends ${p.nsName(parent, 0, indent)}`;
  const interfaces = astChild(ast, 1);
  if (interfaces !== null) out += ` implements ${p.node(interfaces, 0, indent)}`;
  return `${out}${block(p, ast, 2, indent)}}`;
}

const classDecl: NodePrinter = (p, ast, _priority, indent) => {
  let out = p.attributes(astChild(ast, 3), indent, true);
  if ((ast.flags & ZEND_ACC_INTERFACE) !== 0) out += 'interface ';
  else if ((ast.flags & ZEND_ACC_TRAIT) !== 0) out += 'trait ';
  else if ((ast.flags & ZEND_ACC_ENUM) !== 0) out += 'enum ';
  else {
    if ((ast.flags & ZEND_ACC_EXPLICIT_ABSTRACT_CLASS) !== 0) out += 'abstract ';
    if ((ast.flags & ZEND_ACC_FINAL) !== 0) out += 'final ';
    if ((ast.flags & ZEND_ACC_READONLY_CLASS) !== 0) out += 'readonly ';
    out += 'class ';
  }
  return `${out}${ast.name}${classBody(p, ast, indent)}\n`;
};

const newExpr: NodePrinter = (p, ast, _priority, indent) => {
  const classAst = astChild(ast, 0);
  const args = astChild(ast, 1);
  if (classAst === null || classAst.kind !== 'class') {
    return `new ${p.nsName(classAst, 0, indent)}(${p.node(args, 0, indent)})`;
  }
  const list = args !== null && args.children.length > 0 ? `(${p.node(args, 0, indent)})` : '';
  return `new ${p.attributes(astChild(classAst, 3), indent, false)}class${list}${classBody(p, classAst, indent)}`;
};

const ifStmt: NodePrinter = (p, ast, _priority, indent) => {
  let out = '';
  let list = ast;
  for (let i = 0; i < list.children.length; i++) {
    const elem = list.children[i];
    if (elem === null || elem === undefined) continue;
    const cond = astChild(elem, 0);
    const body = astChild(elem, 1);
    if (cond !== null) {
      out += i === 0 ? 'if (' : `${indentation(indent)}} elseif (`;
      out += `${p.node(cond, 0, indent)}) {\n${stmt(p, body, indent + 1)}`;
      continue;
    }
    out += `${indentation(indent)}} else `;
    if (body !== null && body.kind === 'if') {
      list = body;
      i = -1;
    } else {
      out += `{\n${stmt(p, body, indent + 1)}`;
    }
  }
  return `${out}${indentation(indent)}}`;
};

/** ` = default` when there is one. */
function defaultValue(p: Printer, ast: AstNode, i: number, priority: number, indent: number): string {
  return astChild(ast, i) === null ? '' : ` = ${p.child(ast, i, priority, indent)}`;
}

const param: NodePrinter = (p, ast, priority, indent) => {
  const type = astChild(ast, 0);
  let out = p.attributes(astChild(ast, 3), indent, false);
  if (type !== null) out += `${p.type(type, indent)} `;
  if ((ast.attr & ZEND_PARAM_REF) !== 0) out += '&';
  if ((ast.attr & ZEND_PARAM_VARIADIC) !== 0) out += '...';
  return `${out}$${p.name(astChild(ast, 1), 0, indent)}${defaultValue(p, ast, 2, priority, indent)}`;
};

const propGroup: NodePrinter = (p, ast, _priority, indent) => {
  const type = astChild(ast, 0);
  const props = astChild(ast, 1);
  let out = p.attributes(astChild(ast, 2), indent, true) + visibility(ast.attr);
  if ((ast.attr & ZEND_ACC_STATIC) !== 0) out += 'static ';
  if ((ast.attr & ZEND_ACC_READONLY) !== 0) out += 'readonly ';
  if (type !== null) out += `${p.type(type, indent)} `;
  return props === null ? out : out + p.list(props, 20, indent);
};

const classConstGroup: NodePrinter = (p, ast, _priority, indent) => {
  const consts = astChild(ast, 0);
  const out = `${p.attributes(astChild(ast, 1), indent, true)}${visibility(ast.attr)}const `;
  return consts === null ? out : out + p.list(consts, 20, indent);
};

const enumCase: NodePrinter = (p, ast, _priority, indent) => {
  const out = `${p.attributes(astChild(ast, 3), indent, true)}case ${p.name(astChild(ast, 0), 0, indent)}`;
  return out + defaultValue(p, ast, 1, 0, indent);
};

const closureUses: NodePrinter = (p, ast, _priority, indent) => {
  const names = ast.children.map((node) => {
    const ref = node !== null && (node.attr & ZEND_BIND_REF) !== 0 ? '&' : '';
    return `${ref}$${p.name(node, 20, indent)}`;
  });
  return ` use(${names.join(', ')})`;
};

/** The lists of switch cases, catches and match arms: one behind the other. */
const plainList: NodePrinter = (p, ast, _priority, indent) =>
  ast.children.map((node) => p.node(node, 0, indent)).join('');

const simpleList: NodePrinter = (p, ast, _priority, indent) => p.list(ast, 20, indent);

/** A word, and child 0 behind it when there is one. */
function word(text: string): NodePrinter {
  return (p, ast, priority, indent) =>
    astChild(ast, 0) === null ? text : `${text} ${p.child(ast, 0, priority, indent)}`;
}

const switchCase: NodePrinter = (p, ast, _priority, indent) => {
  const label = astChild(ast, 0) === null ? 'default:\n' : `case ${p.child(ast, 0, 0, indent)}:\n`;
  return indentation(indent) + label + stmt(p, astChild(ast, 1), indent + 1);
};

const matchArm: NodePrinter = (p, ast, _priority, indent) => {
  const conds = astChild(ast, 0);
  const label = conds === null ? 'default' : p.list(conds, 0, indent);
  return `${indentation(indent)}${label} => ${p.child(ast, 1, 0, 0)},\n`;
};

/** `switch` and `match`: the list is one level deeper. */
function choice(keyword: string): NodePrinter {
  return (p, ast, _priority, indent) =>
    `${keyword} (${p.child(ast, 0, 0, indent)}) {\n${p.child(ast, 1, 0, indent + 1)}${indentation(indent)}}`;
}

const declare: NodePrinter = (p, ast, _priority, indent) => {
  const directives = astChild(ast, 0);
  const out = `declare(${directives === null ? '' : p.list(directives, 0, indent)})`;
  return astChild(ast, 1) === null ? `${out};` : `${out}${block(p, ast, 1, indent)}}`;
};

const useTrait: NodePrinter = (p, ast, _priority, indent) => {
  const out = `use ${p.child(ast, 0, 0, indent)}`;
  if (astChild(ast, 1) === null) return `${out};`;
  return `${out} {\n${p.child(ast, 1, 0, indent + 1)}${indentation(indent)}}`;
};

const alias: NodePrinter = (p, ast, _priority, indent) => {
  const newName = astChild(ast, 1);
  const level = visibility(ast.attr).trim();
  let out = ast.kind === 'trait_alias' ? p.node(astChild(ast, 0), 0, indent) : p.name(astChild(ast, 0), 0, indent);
  if (ast.kind === 'trait_alias' && level !== '') out += ` as ${level}`;
  else if (newName !== null) out += ' as';
  return newName === null ? out : `${out} ${p.name(newName, 0, indent)}`;
};

const namespace: NodePrinter = (p, ast, _priority, indent) => {
  const name = astChild(ast, 0) === null ? '' : ` ${p.name(astChild(ast, 0), 0, indent)}`;
  return astChild(ast, 1) === null ? `namespace${name};` : `namespace${name}${block(p, ast, 1, indent)}}\n`;
};

const tryStmt: NodePrinter = (p, ast, _priority, indent) => {
  let out = `try${block(p, ast, 0, indent)}${p.child(ast, 1, 0, indent)}`;
  if (astChild(ast, 2) !== null) out += `} finally${block(p, ast, 2, indent)}`;
  return `${out}}`;
};

const catchClause: NodePrinter = (p, ast, _priority, indent) => {
  const types = (astChild(ast, 0)?.children ?? []).map((node) => p.name(node, 0, indent)).join('|');
  const variable = astChild(ast, 1) === null ? '' : ` $${p.varName(astChild(ast, 1), indent)}`;
  return `} catch (${types}${variable})${block(p, ast, 2, indent)}`;
};

const forStmt: NodePrinter = (p, ast, _priority, indent) => {
  const part = (i: number): string => (astChild(ast, i) === null ? '' : ` ${p.child(ast, i, 0, indent)}`);
  return `for (${p.child(ast, 0, 0, indent)};${part(1)};${part(2)})${block(p, ast, 3, indent)}}`;
};

const foreachStmt: NodePrinter = (p, ast, _priority, indent) => {
  const key = astChild(ast, 2) === null ? '' : `${p.child(ast, 2, 0, indent)} => `;
  return `foreach (${p.child(ast, 0, 0, indent)} as ${key}${p.child(ast, 1, 0, indent)})${block(p, ast, 3, indent)}}`;
};

const useStmt: NodePrinter = (p, ast, _priority, indent) => {
  const kind = ast.attr === ZEND_SYMBOL_FUNCTION ? 'function ' : ast.attr === ZEND_SYMBOL_CONST ? 'const ' : '';
  return `use ${kind}${p.list(ast, 20, indent)}`;
};

/** One row per kind of statement and declaration. */
export const STATEMENT_PRINTERS: Readonly<Partial<Record<AstKind, NodePrinter>>> = {
  func_decl: funcDecl,
  closure: funcDecl,
  arrow_func: funcDecl,
  method: funcDecl,
  class: classDecl,
  new: newExpr,
  param_list: simpleList,
  param,
  stmt_list: (p, ast, _priority, indent) => stmt(p, ast, indent),
  trait_adaptations: (p, ast, _priority, indent) => stmt(p, ast, indent),
  if: ifStmt,
  switch_list: plainList,
  catch_list: plainList,
  match_arm_list: plainList,
  closure_uses: closureUses,
  prop_group: propGroup,
  prop_elem: (p, ast, priority, indent) =>
    `$${p.name(astChild(ast, 0), 0, indent)}${defaultValue(p, ast, 1, priority, indent)}`,
  const_elem: (p, ast, priority, indent) =>
    `${p.name(astChild(ast, 0), 0, indent)}${defaultValue(p, ast, 1, priority, indent)}`,
  const_decl: (p, ast, _priority, indent) => `const ${p.list(ast, 20, indent)}`,
  class_const_group: classConstGroup,
  enum_case: enumCase,
  name_list: (p, ast, _priority, indent) => ast.children.map((node) => p.name(node, 0, indent)).join(', '),
  use: useStmt,
  use_elem: alias,
  trait_alias: alias,
  trait_precedence: (p, ast, _priority, indent) =>
    `${p.child(ast, 0, 0, indent)} insteadof ${p.child(ast, 1, 0, indent)}`,
  method_reference: (p, ast, _priority, indent) => {
    const className = astChild(ast, 0) === null ? '' : `${p.name(astChild(ast, 0), 0, indent)}::`;
    return className + p.name(astChild(ast, 1), 0, indent);
  },
  use_trait: useTrait,
  namespace,
  global: word('global'),
  unset: (p, ast, _priority, indent) => `unset(${p.child(ast, 0, 0, indent)})`,
  return: word('return'),
  label: (p, ast, _priority, indent) => `${p.name(astChild(ast, 0), 0, indent)}:`,
  halt_compiler: () => '__HALT_COMPILER()',
  echo: word('echo'),
  throw: word('throw'),
  goto: (p, ast, _priority, indent) => `goto ${p.name(astChild(ast, 0), 0, indent)}`,
  break: word('break'),
  continue: word('continue'),
  static: (p, ast, priority, indent) =>
    `static $${p.name(astChild(ast, 0), 0, indent)}${defaultValue(p, ast, 1, priority, indent)}`,
  while: (p, ast, _priority, indent) => `while (${p.child(ast, 0, 0, indent)})${block(p, ast, 1, indent)}}`,
  do_while: (p, ast, _priority, indent) => `do${block(p, ast, 0, indent)}} while (${p.child(ast, 1, 0, indent)})`,
  switch: choice('switch'),
  switch_case: switchCase,
  match: choice('match'),
  match_arm: matchArm,
  declare,
  try: tryStmt,
  catch: catchClause,
  for: forStmt,
  foreach: foreachStmt,
};
