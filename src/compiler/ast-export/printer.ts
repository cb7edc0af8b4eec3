/**
 * Printing an AST back as PHP text: the pieces that expressions and statements share.
 * Source: php-src 8.2 Zend/zend_ast.c (zend_ast_export_*)
 */
import { floatToString } from '../../value/number-format.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpConstantAst, PhpFloat, type Zval } from '../../value/zval.ts';
import { AstNode, astChild, type AstKind } from '../ast.ts';
import { ZEND_NAME_FQ, ZEND_NAME_RELATIVE, ZEND_TYPE_NULLABLE } from '../ast-flags.ts';

/** Prints one node; `priority` is what the surroundings bind with, `indent` the depth in blocks. */
export type NodePrinter = (p: Printer, ast: AstNode, priority: number, indent: number) => string;

/** Prints nodes by their kind. */
export class Printer {
  readonly table: Readonly<Partial<Record<AstKind, NodePrinter>>>;
  /** ini `precision` */
  readonly precision: number;

  constructor(table: Readonly<Partial<Record<AstKind, NodePrinter>>>, precision: number) {
    this.table = table;
    this.precision = precision;
  }

  /** zend_ast_export_ex: nothing for an absent node. */
  node(ast: AstNode | null, priority: number, indent: number): string {
    if (ast === null) return '';
    if (ast.kind === 'zval') return this.value(ast.value, priority, indent);
    const print = this.table[ast.kind];
    return print === undefined ? '' : print(this, ast, priority, indent);
  }

  /** Child `i` of a node. */
  child(ast: AstNode, i: number, priority: number, indent: number): string {
    return this.node(astChild(ast, i), priority, indent);
  }

  /** zend_ast_export_zval */
  value(v: Zval, priority: number, indent: number): string {
    if (v === null || v === undefined) return 'null';
    if (typeof v === 'string') return `'${escapeSingle(v)}'`;
    if (v instanceof PhpFloat) return floatToString(v.value, this.precision);
    if (v instanceof PhpConstantAst) return v.ast instanceof AstNode ? this.node(v.ast, priority, indent) : '';
    if (v instanceof PhpArray) {
      const parts: string[] = [];
      for (const [key, el] of v.entries()) {
        const k = typeof key === 'string' ? `'${escapeSingle(key)}'` : String(key);
        parts.push(`${k} => ${this.value(el, 0, indent)}`);
      }
      return `[${parts.join(', ')}]`;
    }
    return String(v);
  }

  /** zend_ast_export_list with ", " between. */
  list(ast: AstNode, priority: number, indent: number): string {
    return ast.children.map((node) => this.node(node, priority, indent)).join(', ');
  }

  /** zend_ast_export_name: a string as it stands. */
  name(ast: AstNode | null, priority: number, indent: number): string {
    if (ast !== null && ast.kind === 'zval' && typeof ast.value === 'string') return ast.value;
    return this.node(ast, priority, indent);
  }

  /** zend_ast_export_ns_name: with `\` or `namespace\` as it was written. */
  nsName(ast: AstNode | null, priority: number, indent: number): string {
    if (ast === null || ast.kind !== 'zval' || typeof ast.value !== 'string') return this.node(ast, priority, indent);
    if (ast.attr === ZEND_NAME_FQ) return `\\${ast.value}`;
    return ast.attr === ZEND_NAME_RELATIVE ? `namespace\\${ast.value}` : ast.value;
  }

  /** zend_ast_export_var: a name behind `$` or `->`, in braces when it is no plain name. */
  varName(ast: AstNode | null, indent: number): string {
    if (ast !== null && ast.kind === 'zval') {
      if (typeof ast.value === 'string' && isVarName(ast.value)) return ast.value;
    } else if (ast !== null && ast.kind === 'var') {
      return this.node(ast, 0, indent);
    }
    return `{${this.name(ast, 0, indent)}}`;
  }

  /** zend_ast_export_type */
  type(ast: AstNode | null, indent: number): string {
    if (ast === null) return '';
    if (ast.kind === 'type_union') return ast.children.map((t) => this.type(t, indent)).join('|');
    if (ast.kind === 'type_intersection') return ast.children.map((t) => this.type(t, indent)).join('&');
    const nullable = (ast.attr & ZEND_TYPE_NULLABLE) !== 0;
    if (ast.kind !== 'zval') return (nullable ? '?' : '') + this.node(ast, 0, indent);
    const attr = ast.attr & ~ZEND_TYPE_NULLABLE;
    const prefix = attr === ZEND_NAME_FQ ? '\\' : attr === ZEND_NAME_RELATIVE ? 'namespace\\' : '';
    return `${nullable ? '?' : ''}${prefix}${this.name(ast, 0, indent)}`;
  }

  /** zend_ast_export_attributes: groups on lines of their own, or followed by a blank. */
  attributes(ast: AstNode | null, indent: number, newlines: boolean): string {
    if (ast === null) return '';
    let out = '';
    for (const group of ast.children) {
      const parts = (group?.children ?? []).map((attribute) => this.attribute(attribute, indent));
      out += `#[${parts.join(', ')}]${newlines ? `\n${indentation(indent)}` : ' '}`;
    }
    return out;
  }

  private attribute(ast: AstNode | null, indent: number): string {
    if (ast === null) return '';
    const args = astChild(ast, 1);
    const name = this.nsName(astChild(ast, 0), 0, indent);
    if (args === null) return name;
    return `${name}(${args.children.map((arg) => this.node(arg, 0, indent)).join(', ')})`;
  }

  /** zend_ast_export_encaps_list: what stands between the quotes. */
  encaps(ast: AstNode, quote: string, indent: number): string {
    let out = '';
    for (const [i, part] of ast.children.entries()) {
      if (part === null) continue;
      if (part.kind === 'zval') {
        out += escapeQuoted(String(part.value), quote);
        continue;
      }
      const text = this.node(part, 0, indent);
      const next = ast.children[i + 1];
      const plain = part.kind === 'var' && astChild(part, 0)?.kind === 'zval';
      const glued = next?.kind === 'zval' && needsBraces(String(next.value));
      out += plain && !glued ? text : `{${text}}`;
    }
    return out;
  }
}

/** Four blanks a level. */
export function indentation(indent: number): string {
  return '    '.repeat(indent);
}

/** zend_ast_valid_var_name */
function isVarName(name: string): boolean {
  return /^[A-Za-z_\x7f-\xff][A-Za-z0-9_\x7f-\xff]*$/.test(name);
}

/** Whether text right behind `$name` would be taken for a part of it. */
function needsBraces(text: string): boolean {
  return /^[[A-Za-z0-9_\x7f-\xff]/.test(text);
}

/** zend_ast_export_str */
function escapeSingle(s: string): string {
  return s.replace(/['\\]/g, '\\$&');
}

const CONTROL: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\v': '\\v',
  '\x1b': '\\e',
};

/** zend_ast_export_qstr */
export function escapeQuoted(s: string, quote: string): string {
  let out = '';
  for (const ch of s) {
    const code = ch.charCodeAt(0);
    if (code < 32) out += CONTROL[ch] ?? `\\0${code >> 3}${code & 7}`;
    else out += ch === quote || ch === '$' || ch === '\\' ? `\\${ch}` : ch;
  }
  return out;
}
