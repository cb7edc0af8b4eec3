/**
 * Declared types: from the AST of a type to PhpType, with every error PHP has for them.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_typename_ex)
 */
import { E_COMPILE_WARNING } from '../../base/diagnostics.ts';
import type { PhpType } from '../../bytecode/op-array.ts';
import { ZEND_FETCH_CLASS_DEFAULT } from '../../bytecode/operand-flags.ts';
import {
  MAY_BE_ANY,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_DOUBLE,
  MAY_BE_FALSE,
  MAY_BE_LONG,
  MAY_BE_NEVER,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_STATIC,
  MAY_BE_STRING,
  MAY_BE_TRUE,
  MAY_BE_VOID,
  TYPE_ITERABLE_BIT,
} from '../../bytecode/type-flags.ts';
import { TYPE_PURE_MASK, typeToString } from '../../bytecode/type-to-string.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpFloat, type Zval } from '../../value/zval.ts';
import { type AstNode, astStr } from '../ast.ts';
import { IS_BOOL, IS_MIXED, IS_STATIC, ZEND_NAME_NOT_FQ, ZEND_TYPE_NULLABLE } from '../ast-flags.ts';
import { assertValidClassName } from './class-names.ts';
import type { Compiler } from './context.ts';
import { toLower } from './emit-op.ts';
import { ensureValidClassFetchType, getClassFetchTypeAst, isScopeKnown, resolveClassNameAst } from './names.ts';

const BUILTIN_TYPES: ReadonlyMap<string, number> = new Map([
  ['null', MAY_BE_NULL],
  ['true', MAY_BE_TRUE],
  ['false', MAY_BE_FALSE],
  ['int', MAY_BE_LONG],
  ['float', MAY_BE_DOUBLE],
  ['string', MAY_BE_STRING],
  ['bool', MAY_BE_BOOL],
  ['void', MAY_BE_VOID],
  ['never', MAY_BE_NEVER],
  ['iterable', MAY_BE_ARRAY | TYPE_ITERABLE_BIT],
  ['object', MAY_BE_OBJECT],
  ['mixed', MAY_BE_ANY],
]);

/** Names that look like types but are classes; the value is what was probably meant. */
const CONFUSABLE_TYPES: ReadonlyMap<string, string | null> = new Map([
  ['boolean', 'bool'],
  ['integer', 'int'],
  ['double', 'float'],
  ['resource', null],
]);

function pure(type: PhpType): number {
  return type.mask & TYPE_PURE_MASK;
}

function isIterableFallback(type: PhpType): boolean {
  return (type.mask & TYPE_ITERABLE_BIT) !== 0;
}

function maskOfTypeCode(code: number): number {
  if (code === IS_BOOL) return MAY_BE_BOOL;
  return code === IS_MIXED ? MAY_BE_ANY : 1 << code;
}

/** zend_compile_single_typename: one name, without `?`. */
function compileSingleTypename(c: Compiler, ast: AstNode): PhpType {
  if (ast.kind === 'type') {
    if (ast.attr === IS_STATIC && c.activeClass === null && isScopeKnown(c)) {
      c.error('Cannot use "static" when no class scope is active');
    }
    return { mask: maskOfTypeCode(ast.attr), classes: [] };
  }
  const name = astStr(ast);
  const builtin = BUILTIN_TYPES.get(toLower(name));
  if (builtin !== undefined) {
    if ((ast.attr & ZEND_NAME_NOT_FQ) !== ZEND_NAME_NOT_FQ) {
      c.error(`Type declaration '${toLower(name)}' must be unqualified`);
    }
    return { mask: builtin, classes: (builtin & TYPE_ITERABLE_BIT) !== 0 ? ['Traversable'] : [] };
  }
  const fetchType = getClassFetchTypeAst(ast);
  let className = name;
  if (fetchType === ZEND_FETCH_CLASS_DEFAULT) {
    className = resolveClassNameAst(c, ast);
    assertValidClassName(c, className);
  } else {
    ensureValidClassFetchType(c, fetchType);
  }
  if (ast.attr === ZEND_NAME_NOT_FQ) warnConfusableType(c, name, className);
  return { mask: 0, classes: [className] };
}

function warnConfusableType(c: Compiler, name: string, className: string): void {
  const correct = CONFUSABLE_TYPES.get(name);
  if (correct === undefined || c.fc.imports?.has(toLower(name)) === true) return;
  const extra = c.fc.currentNamespace !== null ? ' or import the class with "use"' : '';
  const advice = `Write "\\${className}"${extra} to suppress this warning`;
  c.warn(
    E_COMPILE_WARNING,
    correct !== null
      ? `"${name}" will be interpreted as a class name. Did you mean "${correct}"? ${advice}`
      : `"${name}" is not a supported builtin type and will be interpreted as a class name. ${advice}`,
  );
}

/** zend_are_intersection_types_redundant */
function checkIntersectionsRedundant(c: Compiler, left: string[], right: string[]): void {
  const flipped = right.length < left.length;
  const [smaller, larger] = flipped ? [right, left] : [left, right];
  const known = new Set(larger.map(toLower));
  if (!smaller.every((name) => known.has(toLower(name)))) return;
  const smallerText = smaller.join('&');
  const largerText = larger.join('&');
  if (smaller.length === larger.length) {
    c.error(`Type ${smallerText} is redundant with type ${largerText}`);
  }
  c.error(`Type ${largerText} is redundant as it is more restrictive than type ${smallerText}`);
}

/** zend_is_intersection_type_redundant_by_single_type */
function checkRedundantBySingle(c: Compiler, intersection: string[], single: string): void {
  if (intersection.some((name) => toLower(name) === toLower(single))) {
    c.error(`Type ${intersection.join('&')} is redundant as it is more restrictive than type ${single}`);
  }
}

/** zend_is_type_list_redundant_by_single_type: `list` holds the types before `name`. */
function checkListRedundantBySingle(c: Compiler, list: readonly (string | string[])[], name: string): void {
  for (const entry of list) {
    if (typeof entry !== 'string') checkRedundantBySingle(c, entry, name);
    else if (toLower(entry) === toLower(name)) c.error(`Duplicate type ${name} is redundant`);
  }
}

function compileIntersection(c: Compiler, ast: AstNode): string[] {
  const names: string[] = [];
  for (const typeAst of ast.children) {
    if (typeAst === null) continue;
    const single = compileSingleTypename(c, typeAst);
    const name = single.classes[0];
    if (isIterableFallback(single) || typeof name !== 'string') {
      c.error(`Type ${typeToString(single)} cannot be part of an intersection type`);
    }
    if (toLower(name) === 'self' || toLower(name) === 'parent') {
      c.error(`Type ${name} cannot be part of an intersection type`);
    }
    checkListRedundantBySingle(c, names, name);
    names.push(name);
  }
  return names;
}

function addIntersectionToUnion(c: Compiler, type: PhpType, typeAst: AstNode): void {
  const names = compileIntersection(c, typeAst);
  for (const entry of type.classes) {
    if (typeof entry === 'string') checkRedundantBySingle(c, names, entry);
    else checkIntersectionsRedundant(c, names, entry);
  }
  type.classes.push(names);
}

function compileUnion(c: Compiler, ast: AstNode): PhpType {
  const type: PhpType = { mask: 0, classes: [] };
  let hasOnlyIterableClass = true;
  for (const typeAst of ast.children) {
    if (typeAst === null) continue;
    if (typeAst.kind === 'type_intersection') {
      hasOnlyIterableClass = false;
      addIntersectionToUnion(c, type, typeAst);
      continue;
    }
    const single = compileSingleTypename(c, typeAst);
    const singleMask = pure(single);
    if (singleMask === MAY_BE_ANY) c.error('Type mixed can only be used as a standalone type');
    if (single.classes.length > 0 && !isIterableFallback(single)) hasOnlyIterableClass = false;
    const overlap = pure(type) & singleMask;
    if (overlap !== 0) {
      c.error(`Duplicate type ${typeToString({ mask: overlap, classes: [] })} is redundant`);
    }
    if (
      ((type.mask & MAY_BE_TRUE) !== 0 && singleMask === MAY_BE_FALSE) ||
      ((type.mask & MAY_BE_FALSE) !== 0 && singleMask === MAY_BE_TRUE)
    ) {
      c.error('Type contains both true and false, bool should be used instead');
    }
    type.mask |= single.mask;
    const name = single.classes[0];
    if (typeof name === 'string') {
      checkListRedundantBySingle(c, type.classes, name);
      type.classes.push(name);
    }
  }
  if (
    (type.mask & MAY_BE_OBJECT) !== 0 &&
    ((!hasOnlyIterableClass && type.classes.length > 0) || (type.mask & MAY_BE_STATIC) !== 0)
  ) {
    c.error(`Type ${typeToString(type)} contains both object and a class type, which is redundant`);
  }
  return type;
}

/** A compiled type, and whether a `null` default alone made it nullable. */
export interface CompiledType {
  type: PhpType;
  forcedAllowNull: boolean;
}

/** zend_compile_typename_ex: `forceAllowNull` for parameters with the default `null`. */
export function compileTypenameEx(c: Compiler, ast: AstNode, forceAllowNull: boolean): CompiledType {
  const nullable = (ast.attr & ZEND_TYPE_NULLABLE) !== 0;
  const origAttr = ast.attr;
  if (nullable) ast.attr &= ~ZEND_TYPE_NULLABLE;
  let type: PhpType;
  if (ast.kind === 'type_union') type = compileUnion(c, ast);
  else if (ast.kind === 'type_intersection') type = { mask: 0, classes: [compileIntersection(c, ast)] };
  else type = compileSingleTypename(c, ast);
  ast.attr = origAttr;

  const mask = pure(type);
  if (mask === MAY_BE_ANY && nullable) {
    c.error('Type mixed cannot be marked as nullable since mixed already includes null');
  }
  if ((mask & MAY_BE_NULL) !== 0 && nullable) c.error('null cannot be marked as nullable');
  const forcedAllowNull = forceAllowNull && !nullable && (mask & MAY_BE_NULL) === 0;
  if (nullable || forceAllowNull) type.mask |= MAY_BE_NULL;
  const alone = (bit: number): boolean => type.classes.length === 0 && pure(type) === bit;
  if ((type.mask & MAY_BE_VOID) !== 0 && !alone(MAY_BE_VOID)) c.error('Void can only be used as a standalone type');
  if ((type.mask & MAY_BE_NEVER) !== 0 && !alone(MAY_BE_NEVER)) c.error('never can only be used as a standalone type');
  return { type, forcedAllowNull };
}

/** zend_compile_typename */
export function compileTypename(c: Compiler, ast: AstNode): PhpType {
  return compileTypenameEx(c, ast, false).type;
}

/** The MAY_BE_* bit of a compile-time value; 0 for constant expressions. */
export function valueTypeBit(value: Zval): number {
  if (value === null) return MAY_BE_NULL;
  if (value === true) return MAY_BE_TRUE;
  if (value === false) return MAY_BE_FALSE;
  if (typeof value === 'string') return MAY_BE_STRING;
  if (typeof value === 'number' || typeof value === 'bigint') return MAY_BE_LONG;
  if (value instanceof PhpFloat) return MAY_BE_DOUBLE;
  return value instanceof PhpArray ? MAY_BE_ARRAY : 0;
}

/** ZEND_TYPE_CONTAINS_CODE(type, Z_TYPE(value)) */
export function typeContainsValue(type: PhpType, value: Zval): boolean {
  return (type.mask & valueTypeBit(value)) !== 0;
}

/**
 * zend_is_valid_default_value: the value to store when it fits (an int becomes a float for a float type), `undefined`
 * when it does not.
 */
export function validDefaultValue(type: PhpType, value: Zval): Zval {
  if (typeContainsValue(type, value)) return value;
  if ((type.mask & MAY_BE_DOUBLE) !== 0 && (typeof value === 'number' || typeof value === 'bigint')) {
    return new PhpFloat(Number(value));
  }
  return undefined;
}

/** zend_get_type_by_const / zend_zval_type_name of a compile-time value, as messages about defaults name it. */
export function constTypeName(value: Zval): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  return value instanceof PhpFloat ? 'float' : 'array';
}
