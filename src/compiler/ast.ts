/**
 * The abstract syntax tree, in the shape Zend's parser builds it (php-src 8.2, Zend/zend_ast.h and
 * Zend/zend_language_parser.y): same kinds, same child order, same attributes, same line numbers.
 * The emitter can therefore follow zend_compile.c word for word.
 *
 * Every node has the same hidden class (`AstNode` is the only constructor), so that property reads stay monomorphic.
 */
import type { Zval } from '../value/zval.ts';

/** How many children a kind has; lists have any number, decls have 5 and a header, zvals carry a value. */
export type AstArity = 'zval' | 'decl' | 'list' | 0 | 1 | 2 | 3 | 4 | 5;

/**
 * One row per kind: zend_ast_kind's name without ZEND_AST_, in lower case, and its arity.
 * `constant`, `constant_class`, `const_enum_init` and `znode` are made by the compiler, never by the parser.
 */
export const AST_KINDS = {
  // special
  zval: 'zval',
  constant: 'zval',
  znode: 'zval',
  // declarations: children are [params, uses, stmts, returnType, attributes]
  // and for `class` [extends, implements, stmts, attributes, enumBackingType]
  func_decl: 'decl',
  closure: 'decl',
  method: 'decl',
  class: 'decl',
  arrow_func: 'decl',
  // lists
  arg_list: 'list',
  array: 'list',
  encaps_list: 'list',
  expr_list: 'list',
  stmt_list: 'list',
  if: 'list',
  switch_list: 'list',
  catch_list: 'list',
  param_list: 'list',
  closure_uses: 'list',
  prop_decl: 'list',
  const_decl: 'list',
  class_const_decl: 'list',
  name_list: 'list',
  trait_adaptations: 'list',
  use: 'list',
  type_union: 'list',
  type_intersection: 'list',
  attribute_list: 'list',
  attribute_group: 'list',
  match_arm_list: 'list',
  // no children
  magic_const: 0,
  type: 0,
  constant_class: 0,
  callable_convert: 0,
  // 1 child
  var: 1,
  const: 1,
  unpack: 1,
  unary_plus: 1,
  unary_minus: 1,
  cast: 1,
  empty: 1,
  isset: 1,
  silence: 1,
  shell_exec: 1,
  clone: 1,
  exit: 1,
  print: 1,
  include_or_eval: 1,
  unary_op: 1,
  pre_inc: 1,
  pre_dec: 1,
  post_inc: 1,
  post_dec: 1,
  yield_from: 1,
  class_name: 1,
  global: 1,
  unset: 1,
  return: 1,
  label: 1,
  ref: 1,
  halt_compiler: 1,
  echo: 1,
  throw: 1,
  goto: 1,
  break: 1,
  continue: 1,
  // 2 children
  dim: 2,
  prop: 2,
  nullsafe_prop: 2,
  static_prop: 2,
  call: 2,
  class_const: 2,
  assign: 2,
  assign_ref: 2,
  assign_op: 2,
  binary_op: 2,
  greater: 2,
  greater_equal: 2,
  and: 2,
  or: 2,
  array_elem: 2,
  new: 2,
  instanceof: 2,
  yield: 2,
  coalesce: 2,
  assign_coalesce: 2,
  static: 2,
  while: 2,
  do_while: 2,
  if_elem: 2,
  switch: 2,
  switch_case: 2,
  declare: 2,
  use_trait: 2,
  trait_precedence: 2,
  method_reference: 2,
  namespace: 2,
  use_elem: 2,
  trait_alias: 2,
  group_use: 2,
  class_const_group: 2,
  attribute: 2,
  match: 2,
  match_arm: 2,
  named_arg: 2,
  // 3 children
  method_call: 3,
  nullsafe_method_call: 3,
  static_call: 3,
  conditional: 3,
  try: 3,
  catch: 3,
  prop_group: 3,
  prop_elem: 3,
  const_elem: 3,
  const_enum_init: 3,
  // 4 children
  for: 4,
  foreach: 4,
  enum_case: 4,
  // 5 children: param = [type, name, default, attributes, docComment]
  param: 5,
} as const;

/** Name of a kind of node (zend_ast_kind). */
export type AstKind = keyof typeof AST_KINDS;

/** What a `zval` node may hold: the parser makes strings, ints and floats; constant folding adds the rest. */
export type AstValue = Zval;

/** A child slot: `null` where Zend has a NULL child. */
export type AstChild = AstNode | null;

const NO_CHILDREN: AstChild[] = [];

/**
 * One node of any kind. The fields after `children` mean something for `zval` (value) and decls (the rest) only,
 * but exist everywhere, so that all nodes share one hidden class.
 */
export class AstNode {
  kind: AstKind;
  attr: number;
  /** Line of the node (zend_ast.lineno); for decls the start line. */
  line: number;
  children: AstChild[];
  /** Value of a `zval` (or `constant`, `znode`) node. */
  value: AstValue;
  /** Decls: ZEND_ACC_* flags. */
  flags: number;
  /** Decls: line of the closing brace (zend_ast_decl.end_lineno). */
  endLine: number;
  /** Decls: the doc comment as written, or null. */
  docComment: string | null;
  /** Decls: the name; '{closure}' for closures and arrow functions, '' for anonymous classes. */
  name: string;

  constructor(kind: AstKind, attr: number, line: number, children: AstChild[], value: AstValue) {
    this.kind = kind;
    this.attr = attr;
    this.line = line;
    this.children = children;
    this.value = value;
    this.flags = 0;
    this.endLine = line;
    this.docComment = null;
    this.name = '';
  }

  /** Decls: zend_ast_decl.start_lineno. */
  get startLine(): number {
    return this.line;
  }
}

/** A leaf with a value. */
export interface AstZval extends AstNode {
  kind: 'zval';
}

/** Kinds that declare a function or a class. */
export type AstDeclKind = 'func_decl' | 'closure' | 'method' | 'class' | 'arrow_func';

/** A declaration: five children and a header. */
export interface AstDecl extends AstNode {
  kind: AstDeclKind;
}

/** Kinds whose number of children is free. */
export type AstListKind = {
  [K in AstKind]: (typeof AST_KINDS)[K] extends 'list' ? K : never;
}[AstKind];

/** A list node; a list never has a kind with fixed children. */
export interface AstList extends AstNode {
  kind: AstListKind;
}

/** Makes a node with its children; `line` as zend_ast_create chose it. */
export function astCreate(kind: AstKind, attr: number, line: number, children: AstChild[]): AstNode {
  return new AstNode(kind, attr, line, children, null);
}

/** Makes a leaf that holds `value` (zend_ast_create_zval_with_lineno). */
export function astZval(value: AstValue, line: number, attr: number = 0): AstZval {
  return new AstNode('zval', attr, line, NO_CHILDREN, value) as AstZval;
}

/** Makes a list (zend_ast_create_list); children may be pushed afterwards with `astListAdd`. */
export function astList(kind: AstListKind, line: number, children: AstChild[]): AstList {
  return new AstNode(kind, 0, line, children, null) as AstList;
}

/** Appends to a list and returns it (zend_ast_list_add; the list's line stays). */
export function astListAdd(list: AstNode, child: AstChild): AstNode {
  list.children.push(child);
  return list;
}

/** The header of a declaration, as zend_ast_create_decl takes it. */
export interface AstDeclHeader {
  readonly flags: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly docComment: string | null;
  readonly name: string;
}

/** Makes a declaration; `children` has five entries (see AST_KINDS). */
export function astDecl(kind: AstDeclKind, header: AstDeclHeader, children: AstChild[]): AstDecl {
  const node = new AstNode(kind, 0, header.startLine, children, null);
  node.flags = header.flags;
  node.endLine = header.endLine;
  node.docComment = header.docComment;
  node.name = header.name;
  return node as AstDecl;
}

/** Whether the node is a declaration (zend_ast_is_decl). */
export function isAstDecl(node: AstNode): node is AstDecl {
  return AST_KINDS[node.kind] === 'decl';
}

/** Whether the node is a list (zend_ast_is_list). */
export function isAstList(node: AstNode): node is AstList {
  return AST_KINDS[node.kind] === 'list';
}

/** Whether the node is a literal value (kind `zval`). */
export function isAstZval(node: AstChild): node is AstZval {
  return node !== null && node.kind === 'zval';
}

/** Child `i`, null when absent; an index past the end is null too. */
export function astChild(node: AstNode, i: number): AstChild {
  return node.children[i] ?? null;
}

/**
 * The string of a `zval` node known to hold one (zend_ast_get_str).
 * A node of another kind is a bug of ours and throws a TypeError.
 */
export function astStr(node: AstChild): string {
  if (node !== null && typeof node.value === 'string') {
    return node.value;
  }
  throw new TypeError(`AST node ${node === null ? 'null' : node.kind} holds no string`);
}
