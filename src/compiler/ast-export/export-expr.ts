/**
 * Expressions as PHP text.
 * Source: php-src 8.2 Zend/zend_ast.c (zend_ast_export_ex)
 */
import { ASSIGN_SIGNS } from '../../bytecode/control-flow.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { type AstKind, type AstNode, astChild } from '../ast.ts';
import {
  IS_ARRAY,
  IS_BOOL,
  IS_CALLABLE,
  IS_DOUBLE,
  IS_LONG,
  IS_MIXED,
  IS_NULL,
  IS_OBJECT,
  IS_STATIC,
  IS_STRING,
  T_CLASS_C,
  T_DIR,
  T_FILE,
  T_FUNC_C,
  T_LINE,
  T_METHOD_C,
  T_NS_C,
  T_TRAIT_C,
  ZEND_EVAL,
  ZEND_INCLUDE,
  ZEND_INCLUDE_ONCE,
  ZEND_REQUIRE,
  ZEND_REQUIRE_ONCE,
  ZEND_TYPE_NULLABLE,
} from '../ast-flags.ts';
import { escapeQuoted, type NodePrinter } from './printer.ts';

/** Parentheses when the surroundings bind tighter. */
function wrap(priority: number, own: number, text: string): string {
  return priority > own ? `(${text})` : text;
}

function binary(op: string, own: number, left: number, right: number): NodePrinter {
  return (p, ast, priority, indent) =>
    wrap(priority, own, p.child(ast, 0, left, indent) + op + p.child(ast, 1, right, indent));
}

function prefix(op: string, own: number, operand: number): NodePrinter {
  return (p, ast, priority, indent) => wrap(priority, own, op + p.child(ast, 0, operand, indent));
}

function postfix(op: string): NodePrinter {
  return (p, ast, priority, indent) => wrap(priority, 240, p.child(ast, 0, 241, indent) + op);
}

function func(name: string): NodePrinter {
  return (p, ast, _priority, indent) => `${name}(${p.child(ast, 0, 0, indent)})`;
}

/** Printers chosen by `attr`. */
function byAttr(table: Readonly<Record<number, NodePrinter>>): NodePrinter {
  return (p, ast, priority, indent) => table[ast.attr]?.(p, ast, priority, indent) ?? '';
}

const BINARY_OPS: Readonly<Record<number, NodePrinter>> = {
  [OP.ADD]: binary(' + ', 200, 200, 201),
  [OP.SUB]: binary(' - ', 200, 200, 201),
  [OP.MUL]: binary(' * ', 210, 210, 211),
  [OP.DIV]: binary(' / ', 210, 210, 211),
  [OP.MOD]: binary(' % ', 210, 210, 211),
  [OP.SL]: binary(' << ', 190, 190, 191),
  [OP.SR]: binary(' >> ', 190, 190, 191),
  [OP.CONCAT]: binary(' . ', 185, 185, 186),
  [OP.BW_OR]: binary(' | ', 140, 140, 141),
  [OP.BW_AND]: binary(' & ', 160, 160, 161),
  [OP.BW_XOR]: binary(' ^ ', 150, 150, 151),
  [OP.IS_IDENTICAL]: binary(' === ', 170, 171, 171),
  [OP.IS_NOT_IDENTICAL]: binary(' !== ', 170, 171, 171),
  [OP.IS_EQUAL]: binary(' == ', 170, 171, 171),
  [OP.IS_NOT_EQUAL]: binary(' != ', 170, 171, 171),
  [OP.IS_SMALLER]: binary(' < ', 180, 181, 181),
  [OP.IS_SMALLER_OR_EQUAL]: binary(' <= ', 180, 181, 181),
  [OP.POW]: binary(' ** ', 250, 251, 250),
  [OP.BOOL_XOR]: binary(' xor ', 40, 40, 41),
  [OP.SPACESHIP]: binary(' <=> ', 180, 181, 181),
};

const CASTS: Readonly<Record<number, NodePrinter>> = {
  [IS_NULL]: prefix('(unset)', 240, 241),
  [IS_BOOL]: prefix('(bool)', 240, 241),
  [IS_LONG]: prefix('(int)', 240, 241),
  [IS_DOUBLE]: prefix('(double)', 240, 241),
  [IS_STRING]: prefix('(string)', 240, 241),
  [IS_ARRAY]: prefix('(array)', 240, 241),
  [IS_OBJECT]: prefix('(object)', 240, 241),
};

const INCLUDES: Readonly<Record<number, NodePrinter>> = {
  [ZEND_INCLUDE_ONCE]: func('include_once'),
  [ZEND_INCLUDE]: func('include'),
  [ZEND_REQUIRE_ONCE]: func('require_once'),
  [ZEND_REQUIRE]: func('require'),
  [ZEND_EVAL]: func('eval'),
};

const MAGIC: Readonly<Record<number, string>> = {
  [T_LINE]: '__LINE__',
  [T_FILE]: '__FILE__',
  [T_DIR]: '__DIR__',
  [T_TRAIT_C]: '__TRAIT__',
  [T_METHOD_C]: '__METHOD__',
  [T_FUNC_C]: '__FUNCTION__',
  [T_NS_C]: '__NAMESPACE__',
  [T_CLASS_C]: '__CLASS__',
};

const TYPES: Readonly<Record<number, string>> = {
  [IS_ARRAY]: 'array',
  [IS_CALLABLE]: 'callable',
  [IS_STATIC]: 'static',
  [IS_MIXED]: 'mixed',
};

const simpleList: NodePrinter = (p, ast, _priority, indent) => p.list(ast, 20, indent);

/** `->` and `?->` with a property. */
function property(arrow: string): NodePrinter {
  return (p, ast, _priority, indent) => p.child(ast, 0, 0, indent) + arrow + p.varName(astChild(ast, 1), indent);
}

/** `->` and `?->` with a call. */
function methodCall(arrow: string): NodePrinter {
  return (p, ast, _priority, indent) => {
    const target = p.child(ast, 0, 0, indent) + arrow + p.varName(astChild(ast, 1), indent);
    return `${target}(${p.child(ast, 2, 0, indent)})`;
  };
}

const shellExec: NodePrinter = (p, ast, _priority, indent) => {
  const command = astChild(ast, 0);
  if (command === null) return '``';
  const text =
    command.kind === 'encaps_list' ? p.encaps(command, '`', indent) : escapeQuoted(String(command.value), '`');
  return `\`${text}\``;
};

const conditional: NodePrinter = (p, ast, priority, indent) => {
  const middle = astChild(ast, 1) === null ? ' ?: ' : ` ? ${p.child(ast, 1, 101, indent)} : `;
  return wrap(priority, 100, p.child(ast, 0, 100, indent) + middle + p.child(ast, 2, 101, indent));
};

const yieldExpr: NodePrinter = (p, ast, priority, indent) => {
  let text = 'yield ';
  if (astChild(ast, 0) !== null) {
    if (astChild(ast, 1) !== null) text += `${p.child(ast, 1, 70, indent)} => `;
    text += p.child(ast, 0, 70, indent);
  }
  return wrap(priority, 70, text);
};

const arrayElem: NodePrinter = (p, ast, _priority, indent) => {
  const key = astChild(ast, 1) === null ? '' : `${p.child(ast, 1, 80, indent)} => `;
  return `${key}${ast.attr === 0 ? '' : '&'}${p.child(ast, 0, 80, indent)}`;
};

const exitExpr: NodePrinter = (p, ast, _priority, indent) =>
  astChild(ast, 0) === null ? 'exit' : `exit(${p.child(ast, 0, 0, indent)})`;

const typeNode: NodePrinter = (_p, ast) => TYPES[ast.attr & ~ZEND_TYPE_NULLABLE] ?? '';

/** A name, `::` and something. */
function scoped(
  separator: string,
  member: (p: Parameters<NodePrinter>[0], ast: AstNode, indent: number) => string,
): NodePrinter {
  return (p, ast, _priority, indent) => p.nsName(astChild(ast, 0), 0, indent) + separator + member(p, ast, indent);
}

/** One row per kind of expression. */
export const EXPRESSION_PRINTERS: Readonly<Partial<Record<AstKind, NodePrinter>>> = {
  constant: (_p, ast) => String(ast.value),
  constant_class: () => '__CLASS__',
  arg_list: simpleList,
  expr_list: simpleList,
  array: (p, ast, _priority, indent) => `[${p.list(ast, 20, indent)}]`,
  array_elem: arrayElem,
  encaps_list: (p, ast, _priority, indent) => `"${p.encaps(ast, '"', indent)}"`,
  magic_const: (_p, ast) => MAGIC[ast.attr] ?? '',
  type: typeNode,
  var: (p, ast, _priority, indent) => `$${p.varName(astChild(ast, 0), indent)}`,
  const: (p, ast, _priority, indent) => p.nsName(astChild(ast, 0), 0, indent),
  unpack: (p, ast, priority, indent) => `...${p.child(ast, 0, priority, indent)}`,
  callable_convert: () => '...',
  named_arg: (p, ast, _priority, indent) => `${p.name(astChild(ast, 0), 0, indent)}: ${p.child(ast, 1, 0, indent)}`,
  unary_plus: prefix('+', 240, 241),
  unary_minus: prefix('-', 240, 241),
  cast: byAttr(CASTS),
  empty: func('empty'),
  isset: func('isset'),
  silence: prefix('@', 240, 241),
  shell_exec: shellExec,
  clone: prefix('clone ', 270, 271),
  exit: exitExpr,
  print: prefix('print ', 60, 61),
  include_or_eval: byAttr(INCLUDES),
  unary_op: (p, ast, priority, indent) =>
    prefix(ast.attr === OP.BW_NOT ? '~' : '!', 240, 241)(p, ast, priority, indent),
  pre_inc: prefix('++', 240, 241),
  pre_dec: prefix('--', 240, 241),
  post_inc: postfix('++'),
  post_dec: postfix('--'),
  ref: (p, ast, priority, indent) => `&${p.child(ast, 0, priority, indent)}`,
  dim: (p, ast, _priority, indent) => `${p.child(ast, 0, 260, indent)}[${p.child(ast, 1, 0, indent)}]`,
  prop: property('->'),
  nullsafe_prop: property('?->'),
  static_prop: scoped('::$', (p, ast, indent) => p.varName(astChild(ast, 1), indent)),
  call: (p, ast, _priority, indent) => `${p.nsName(astChild(ast, 0), 0, indent)}(${p.child(ast, 1, 0, indent)})`,
  method_call: methodCall('->'),
  nullsafe_method_call: methodCall('?->'),
  static_call: scoped(
    '::',
    (p, ast, indent) => `${p.varName(astChild(ast, 1), indent)}(${p.child(ast, 2, 0, indent)})`,
  ),
  class_const: scoped('::', (p, ast, indent) => p.name(astChild(ast, 1), 0, indent)),
  class_name: (p, ast, _priority, indent) =>
    `${astChild(ast, 0) === null ? (ast.attr === 1 ? 'self' : 'parent') : p.nsName(astChild(ast, 0), 0, indent)}::class`,
  assign: binary(' = ', 90, 91, 90),
  assign_ref: binary(' =& ', 90, 91, 90),
  assign_op: (p, ast, priority, indent) =>
    binary(` ${ASSIGN_SIGNS[ast.attr] ?? ''}= `, 90, 91, 90)(p, ast, priority, indent),
  assign_coalesce: binary(' ??= ', 90, 91, 90),
  binary_op: byAttr(BINARY_OPS),
  greater: binary(' > ', 180, 181, 181),
  greater_equal: binary(' >= ', 180, 181, 181),
  and: binary(' && ', 130, 130, 131),
  or: binary(' || ', 120, 120, 121),
  instanceof: (p, ast, _priority, indent) =>
    `${p.child(ast, 0, 0, indent)} instanceof ${p.nsName(astChild(ast, 1), 0, indent)}`,
  yield: yieldExpr,
  yield_from: prefix('yield from ', 85, 86),
  coalesce: binary(' ?? ', 110, 111, 110),
  conditional,
};
