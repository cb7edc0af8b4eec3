/**
 * Name resolution: namespaces, imports, `self`/`parent`/`static`.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_resolve_class_name and neighbours)
 */
import {
  ZEND_FETCH_CLASS_DEFAULT,
  ZEND_FETCH_CLASS_PARENT,
  ZEND_FETCH_CLASS_SELF,
  ZEND_FETCH_CLASS_STATIC,
} from '../../bytecode/operand-flags.ts';
import { ACC_CLOSURE, ACC_TRAIT } from '../../bytecode/type-flags.ts';
import { type AstNode, astStr } from '../ast.ts';
import { ZEND_NAME_FQ, ZEND_NAME_RELATIVE } from '../ast-flags.ts';
import type { Compiler } from './context.ts';
import { toLower } from './emit-op.ts';

/** A function or constant name after resolution. */
export interface ResolvedName {
  name: string;
  /** False for an unqualified name that may also mean the global one at run time. */
  fullyQualified: boolean;
}

/** zend_prefix_with_ns */
export function prefixWithNs(c: Compiler, name: string): string {
  const ns = c.fc.currentNamespace;
  return ns === null ? name : `${ns}\\${name}`;
}

function resolveNonClassName(
  c: Compiler,
  name: string,
  type: number,
  imports: Map<string, string> | null,
  caseSensitive: boolean,
): ResolvedName {
  if (name.startsWith('\\')) return { name: name.slice(1), fullyQualified: true };
  if (type === ZEND_NAME_FQ) return { name, fullyQualified: true };
  if (type === ZEND_NAME_RELATIVE) return { name: prefixWithNs(c, name), fullyQualified: true };
  const imported = imports?.get(caseSensitive ? name : toLower(name));
  if (imported !== undefined) return { name: imported, fullyQualified: true };
  const compound = name.indexOf('\\');
  if (compound < 0) return { name: prefixWithNs(c, name), fullyQualified: false };
  return { name: resolveCompound(c, name, compound), fullyQualified: true };
}

/** Replaces the first part of `A\B` when `A` is imported, else puts the namespace in front. */
function resolveCompound(c: Compiler, name: string, compound: number): string {
  const imported = c.fc.imports?.get(toLower(name.slice(0, compound)));
  return imported === undefined ? prefixWithNs(c, name) : imported + name.slice(compound);
}

/** zend_resolve_function_name; `type` is ZEND_NAME_*. */
export function resolveFunctionName(c: Compiler, name: string, type: number): ResolvedName {
  return resolveNonClassName(c, name, type, c.fc.importsFunction, false);
}

/** zend_resolve_const_name */
export function resolveConstName(c: Compiler, name: string, type: number): ResolvedName {
  return resolveNonClassName(c, name, type, c.fc.importsConst, true);
}

/** zend_resolve_class_name: the full name a class name means here. `self`, `parent`, `static` stay. */
export function resolveClassName(c: Compiler, name: string, type: number): string {
  if (getClassFetchType(name) !== ZEND_FETCH_CLASS_DEFAULT) {
    if (type === ZEND_NAME_FQ) c.error(`'\\${name}' is an invalid class name`);
    if (type === ZEND_NAME_RELATIVE) c.error(`'namespace\\${name}' is an invalid class name`);
    return name;
  }
  if (type === ZEND_NAME_RELATIVE) return prefixWithNs(c, name);
  if (type === ZEND_NAME_FQ || name.startsWith('\\')) {
    if (!name.startsWith('\\')) return name;
    const bare = name.slice(1);
    if (getClassFetchType(bare) !== ZEND_FETCH_CLASS_DEFAULT) c.error(`'\\${bare}' is an invalid class name`);
    return bare;
  }
  const compound = name.indexOf('\\');
  if (compound >= 0) return resolveCompound(c, name, compound);
  return c.fc.imports?.get(toLower(name)) ?? prefixWithNs(c, name);
}

/** zend_resolve_class_name_ast */
export function resolveClassNameAst(c: Compiler, ast: AstNode): string {
  if (typeof ast.value !== 'string') c.error('Illegal class name');
  return resolveClassName(c, ast.value, ast.attr);
}

/** zend_get_class_fetch_type: SELF, PARENT, STATIC or DEFAULT. */
export function getClassFetchType(name: string): number {
  if (name.length < 4 || name.length > 6) return ZEND_FETCH_CLASS_DEFAULT;
  switch (toLower(name)) {
    case 'self':
      return ZEND_FETCH_CLASS_SELF;
    case 'parent':
      return ZEND_FETCH_CLASS_PARENT;
    case 'static':
      return ZEND_FETCH_CLASS_STATIC;
    default:
      return ZEND_FETCH_CLASS_DEFAULT;
  }
}

/** zend_get_class_fetch_type_ast */
export function getClassFetchTypeAst(ast: AstNode): number {
  return ast.attr === ZEND_NAME_FQ ? ZEND_FETCH_CLASS_DEFAULT : getClassFetchType(astStr(ast));
}

/** zend_resolve_const_class_name_reference: a name that must be a plain class (`type` words the error). */
export function resolveConstClassNameReference(c: Compiler, ast: AstNode, type: string): string {
  const name = astStr(ast);
  if (getClassFetchTypeAst(ast) !== ZEND_FETCH_CLASS_DEFAULT) {
    c.error(`Cannot use '${name}' as ${type}, as it is reserved`);
  }
  return resolveClassName(c, name, ast.attr);
}

/** zend_is_scope_known: whether `self` means the class being compiled (not in closures, traits, files). */
export function isScopeKnown(c: Compiler): boolean {
  if ((c.opArray.fnFlags & ACC_CLOSURE) !== 0) return false;
  if (c.activeClass === null) return c.opArray.functionName !== null;
  return (c.activeClass.flags & ACC_TRAIT) === 0;
}

/** zend_ensure_valid_class_fetch_type: `self` and friends need a class. */
export function ensureValidClassFetchType(c: Compiler, fetchType: number): void {
  if (fetchType === ZEND_FETCH_CLASS_DEFAULT || !isScopeKnown(c)) return;
  if (c.activeClass === null) {
    const word =
      fetchType === ZEND_FETCH_CLASS_SELF ? 'self' : fetchType === ZEND_FETCH_CLASS_PARENT ? 'parent' : 'static';
    c.error(`Cannot use "${word}" when no class scope is active`);
  }
  if (fetchType === ZEND_FETCH_CLASS_PARENT && c.activeClass.parentName === null) {
    c.error('Cannot use "parent" when current class scope has no parent');
  }
}

/** class_name_refers_to_active_ce */
export function classNameRefersToActive(c: Compiler, className: string, fetchType: number): boolean {
  if (c.activeClass === null) return false;
  if (fetchType === ZEND_FETCH_CLASS_SELF && isScopeKnown(c)) return true;
  return fetchType === ZEND_FETCH_CLASS_DEFAULT && toLower(className) === toLower(c.activeClass.name);
}

/**
 * zend_try_compile_const_expr_resolve_class_name: `X::class` as far as it is known now; null when it needs run time.
 */
export function tryResolveClassName(c: Compiler, classAst: AstNode): string | null {
  if (classAst.kind !== 'zval') return null;
  if (typeof classAst.value !== 'string') c.error('Illegal class name');
  const fetchType = getClassFetchType(classAst.value);
  ensureValidClassFetchType(c, fetchType);
  switch (fetchType) {
    case ZEND_FETCH_CLASS_SELF:
      return c.activeClass !== null && isScopeKnown(c) ? c.activeClass.name : null;
    case ZEND_FETCH_CLASS_PARENT:
      return c.activeClass !== null && isScopeKnown(c) ? c.activeClass.parentName : null;
    case ZEND_FETCH_CLASS_STATIC:
      return null;
    default:
      return resolveClassNameAst(c, classAst);
  }
}
