/**
 * Attributes `#[...]` of declarations.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_attributes), zend_attributes.c
 */
import type { AttributeDecl } from '../../bytecode/op-array.ts';
import {
  ACC_ALLOW_DYNAMIC_PROPERTIES,
  ACC_INTERFACE,
  ACC_READONLY_CLASS,
  ACC_STRICT_TYPES,
  ACC_TRAIT,
} from '../../bytecode/type-flags.ts';
import { type AstNode, astChild, astStr } from '../ast.ts';
import { constExprToZval } from './const-expr.ts';
import type { Compiler } from './context.ts';
import { toLower } from './emit-op.ts';
import { resolveClassNameAst } from './names.ts';

// ZEND_ATTRIBUTE_TARGET_*
export const ATTRIBUTE_TARGET_CLASS: number = 1 << 0;
export const ATTRIBUTE_TARGET_FUNCTION: number = 1 << 1;
export const ATTRIBUTE_TARGET_METHOD: number = 1 << 2;
export const ATTRIBUTE_TARGET_PROPERTY: number = 1 << 3;
export const ATTRIBUTE_TARGET_CLASS_CONST: number = 1 << 4;
export const ATTRIBUTE_TARGET_PARAMETER: number = 1 << 5;
const ATTRIBUTE_TARGET_ALL = (1 << 6) - 1;
/** ZEND_ATTRIBUTE_STRICT_TYPES */
const ATTRIBUTE_STRICT_TYPES: number = 1 << 1;

const TARGET_NAMES: readonly string[] = ['class', 'function', 'method', 'property', 'class constant', 'parameter'];

/** PHP's own attributes: where they may stand. None is repeatable. */
const INTERNAL_ATTRIBUTES: ReadonlyMap<string, number> = new Map([
  ['attribute', ATTRIBUTE_TARGET_CLASS],
  ['returntypewillchange', ATTRIBUTE_TARGET_METHOD],
  ['allowdynamicproperties', ATTRIBUTE_TARGET_CLASS],
  ['sensitiveparameter', ATTRIBUTE_TARGET_PARAMETER],
]);

function targetNames(flags: number): string {
  return TARGET_NAMES.filter((_, i) => (flags & (1 << i)) !== 0).join(', ');
}

function compileAttributeArgs(c: Compiler, attr: AttributeDecl, args: AstNode): void {
  let usesNamedArgs = false;
  for (const arg of args.children) {
    if (arg === null) continue;
    if (arg.kind === 'unpack') c.error('Cannot use unpacking in attribute argument list');
    let name: string | null = null;
    let valueAst: AstNode | null = arg;
    if (arg.kind === 'named_arg') {
      name = astStr(astChild(arg, 0));
      valueAst = astChild(arg, 1);
      usesNamedArgs = true;
      if (attr.args.some((other) => other.name === name)) c.error(`Duplicate named parameter $${name}`);
    } else if (usesNamedArgs) {
      c.error('Cannot use positional argument after named argument');
    }
    if (valueAst !== null) attr.args.push({ name, value: constExprToZval(c, valueAst, true) });
  }
}

function compileAttribute(c: Compiler, el: AstNode, offset: number): AttributeDecl {
  const nameAst = astChild(el, 0);
  const args = astChild(el, 1);
  if (args !== null && args.kind === 'callable_convert') c.error('Cannot create Closure as attribute argument');
  const name = nameAst === null ? '' : resolveClassNameAst(c, nameAst);
  const strict = (c.opArray.fnFlags & ACC_STRICT_TYPES) !== 0;
  const flags = strict ? ATTRIBUTE_STRICT_TYPES : 0;
  return { name, lcName: toLower(name), flags, line: el.line, offset, args: [], strict };
}

/** validate_allow_dynamic_properties */
function validateAllowDynamicProperties(c: Compiler): void {
  const ce = c.activeClass;
  if (ce === null) return;
  if ((ce.flags & ACC_TRAIT) !== 0) c.error('Cannot apply #[AllowDynamicProperties] to trait');
  if ((ce.flags & ACC_INTERFACE) !== 0) c.error('Cannot apply #[AllowDynamicProperties] to interface');
  if ((ce.flags & ACC_READONLY_CLASS) !== 0) {
    c.error(`Cannot apply #[AllowDynamicProperties] to readonly class ${ce.name}`);
  }
  ce.flags |= ACC_ALLOW_DYNAMIC_PROPERTIES;
}

function validateAttributes(c: Compiler, attributes: AttributeDecl[], offset: number, target: number): void {
  for (const attr of attributes) {
    const config = attr.offset === offset ? INTERNAL_ATTRIBUTES.get(attr.lcName) : undefined;
    if (config === undefined) continue;
    if ((target & config) === 0) {
      c.error(
        `Attribute "${attr.name}" cannot target ${targetNames(target)} (allowed targets: ${targetNames(config)})`,
      );
    }
    if (attributes.some((other) => other !== attr && other.offset === offset && other.lcName === attr.lcName)) {
      c.error(`Attribute "${attr.name}" must not be repeated`);
    }
    if (attr.lcName === 'allowdynamicproperties') validateAllowDynamicProperties(c);
  }
}

/**
 * zend_compile_attributes: appends to `attributes` (null: none so far) and returns the list.
 * `offset` is 0 for the declaration itself, n for its nth parameter. `promoted` is the other target of a promoted
 * property's attributes: PHP's own attributes that fit only there are left out here.
 */
export function compileAttributes(
  c: Compiler,
  attributes: AttributeDecl[] | null,
  ast: AstNode,
  offset: number,
  target: number,
  promoted: number,
): AttributeDecl[] | null {
  const list = attributes ?? [];
  for (const group of ast.children) {
    for (const el of group?.children ?? []) {
      if (el === null) continue;
      const attr = compileAttribute(c, el, offset);
      const config = INTERNAL_ATTRIBUTES.get(attr.lcName);
      if (config !== undefined && (target & config & ATTRIBUTE_TARGET_ALL) === 0 && (promoted & config) !== 0) continue;
      list.push(attr);
      const args = astChild(el, 1);
      if (args !== null) compileAttributeArgs(c, attr, args);
    }
  }
  validateAttributes(c, list, offset, target);
  return list.length > 0 ? list : null;
}
