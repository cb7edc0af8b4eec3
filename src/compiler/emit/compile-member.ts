/**
 * Members of classes: properties, constants, enum cases, trait use.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import type { AttributeDecl } from '../../bytecode/op-array.ts';
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import {
  ACC_ABSTRACT,
  ACC_ENUM,
  ACC_FINAL,
  ACC_INTERFACE,
  ACC_PRIVATE,
  ACC_PUBLIC,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_STATIC,
  MAY_BE_CALLABLE,
  MAY_BE_NEVER,
  MAY_BE_NULL,
  MAY_BE_VOID,
} from '../../bytecode/type-flags.ts';
import type { PhpType } from '../../bytecode/op-array.ts';
import { typeToString } from '../../bytecode/type-to-string.ts';
import { PhpConstantAst, type Zval } from '../../value/zval.ts';
import { type AstNode, astChild, astCreate, astStr, astZval } from '../ast.ts';
import { ZEND_ACC_PPP_MASK } from '../ast-flags.ts';
import { child } from './ast-predicates.ts';
import { ATTRIBUTE_TARGET_CLASS_CONST, ATTRIBUTE_TARGET_PROPERTY, compileAttributes } from './compile-attributes.ts';
import { compileTypename, constTypeName, validDefaultValue } from './compile-type.ts';
import { constExprToZval } from './const-expr.ts';
import type { Compiler } from './context.ts';
import { toLower } from './emit-op.ts';
import { resolveConstClassNameReference } from './names.ts';

/** The class around the member; members stand nowhere else. */
function activeClass(c: Compiler): ClassDecl {
  if (c.activeClass === null) throw new TypeError('a member outside a class');
  return c.activeClass;
}

function docComment(ast: AstNode | null): string | null {
  return ast !== null ? astStr(ast) : null;
}

function attributesOf(c: Compiler, ast: AstNode | null, target: number): AttributeDecl[] | null {
  return ast !== null ? compileAttributes(c, null, ast, 0, target, 0) : null;
}

// ---- properties ----

function checkPropertyDefault(c: Compiler, ce: ClassDecl, name: string, type: PhpType, value: Zval): Zval {
  const valid = validDefaultValue(type, value);
  if (valid !== undefined) return valid;
  const text = typeToString(type);
  const isIntersection = type.classes.length === 1 && typeof type.classes[0] !== 'string' && type.mask === 0;
  if (value === null && !isIntersection) {
    const nullable = typeToString({ mask: type.mask | MAY_BE_NULL, classes: type.classes });
    c.error(
      `Default value for property of type ${text} may not be null. ` +
        `Use the nullable type ${nullable} to allow null default value`,
    );
  }
  c.error(`Cannot use ${constTypeName(value)} as default value for property ${ce.name}::$${name} of type ${text}`);
}

function propertyType(c: Compiler, ce: ClassDecl, name: string, typeAst: AstNode | null): PhpType | null {
  if (typeAst === null) return null;
  const type = compileTypename(c, typeAst);
  if ((type.mask & (MAY_BE_VOID | MAY_BE_NEVER | MAY_BE_CALLABLE)) !== 0) {
    c.error(`Property ${ce.name}::$${name} cannot have type ${typeToString(type)}`);
  }
  return type;
}

function checkReadonly(c: Compiler, label: string, flags: number, type: PhpType | null, value: Zval): void {
  if ((flags & ACC_READONLY) === 0) return;
  if (type === null) c.error(`Readonly property ${label} must have type`);
  if (value !== undefined) c.error(`Readonly property ${label} cannot have default value`);
  if ((flags & ACC_STATIC) !== 0) c.error(`Static property ${label} cannot be readonly`);
}

function compileProperty(
  c: Compiler,
  ast: AstNode,
  typeAst: AstNode | null,
  modifiers: number,
  attrs: AstNode | null,
): void {
  const ce = activeClass(c);
  const name = astStr(astChild(ast, 0));
  const valueAst = astChild(ast, 1);
  const label = `${ce.name}::$${name}`;
  const type = propertyType(c, ce, name, typeAst);
  if ((modifiers & ACC_FINAL) !== 0) {
    c.error(
      `Cannot declare property ${label} final, ` +
        'the final modifier is allowed only for methods, classes, and class constants',
    );
  }
  if (ce.properties.some((p) => p.name === name)) c.error(`Cannot redeclare ${label}`);
  let value: Zval = type === null ? null : undefined;
  if (valueAst !== null) {
    value = constExprToZval(c, valueAst, false);
    if (type !== null && !(value instanceof PhpConstantAst)) value = checkPropertyDefault(c, ce, name, type, value);
  }
  let flags = modifiers;
  if ((ce.flags & ACC_READONLY_CLASS) !== 0) flags |= ACC_READONLY;
  checkReadonly(c, label, flags, type, valueAst === null && type !== null ? undefined : value);
  if ((flags & ZEND_ACC_PPP_MASK) === 0) flags |= ACC_PUBLIC;
  ce.properties.push({
    name,
    flags,
    type,
    default: value,
    docComment: docComment(astChild(ast, 2)),
    attributes: null,
  });
  const prop = ce.properties[ce.properties.length - 1];
  if (prop !== undefined) prop.attributes = attributesOf(c, attrs, ATTRIBUTE_TARGET_PROPERTY);
}

/** zend_compile_prop_group: `public int $a = 1, $b;` */
export function compilePropGroup(c: Compiler, ast: AstNode): void {
  const ce = activeClass(c);
  if ((ce.flags & ACC_INTERFACE) !== 0) c.error('Interfaces may not include properties');
  if ((ce.flags & ACC_ENUM) !== 0) c.error(`Enum ${ce.name} cannot include properties`);
  if ((ast.attr & ACC_ABSTRACT) !== 0) c.error('Properties cannot be declared abstract');
  for (const prop of child(ast, 1).children) {
    if (prop !== null) compileProperty(c, prop, astChild(ast, 0), ast.attr, astChild(ast, 2));
  }
}

// ---- constants ----

/** zend_check_const_and_trait_alias_attr: modifiers that neither constants nor trait aliases take. */
function checkConstModifiers(c: Compiler, flags: number, entity: string): void {
  if ((flags & ACC_STATIC) !== 0) c.error(`Cannot use 'static' as ${entity} modifier`);
  if ((flags & ACC_ABSTRACT) !== 0) c.error(`Cannot use 'abstract' as ${entity} modifier`);
  if ((flags & ACC_READONLY) !== 0) c.error(`Cannot use 'readonly' as ${entity} modifier`);
}

/** zend_declare_class_constant_ex */
function declareConstant(
  c: Compiler,
  ce: ClassDecl,
  name: string,
  value: Zval,
  flags: number,
  doc: AstNode | null,
  isCase: boolean,
): void {
  if ((ce.flags & ACC_INTERFACE) !== 0 && (flags & ACC_PUBLIC) === 0) {
    c.error(`Access type for interface constant ${ce.name}::${name} must be public`);
  }
  if (toLower(name) === 'class') {
    c.error("A class constant must not be called 'class'; it is reserved for class name fetching");
  }
  if (ce.constants.some((k) => k.name === name)) c.error(`Cannot redefine class constant ${ce.name}::${name}`);
  ce.constants.push({ name, flags, value, docComment: docComment(doc), attributes: null, isCase });
}

function setConstantAttributes(c: Compiler, ce: ClassDecl, attrs: AstNode | null): void {
  const constant = ce.constants[ce.constants.length - 1];
  if (constant !== undefined) constant.attributes = attributesOf(c, attrs, ATTRIBUTE_TARGET_CLASS_CONST);
}

/** zend_compile_class_const_group: `public const A = 1, B = 2;` */
export function compileClassConstGroup(c: Compiler, ast: AstNode): void {
  const ce = activeClass(c);
  const flags = ast.attr;
  for (const constAst of child(ast, 0).children) {
    if (constAst === null) continue;
    const name = astStr(astChild(constAst, 0));
    checkConstModifiers(c, flags, 'constant');
    if ((flags & ACC_PRIVATE) !== 0 && (flags & ACC_FINAL) !== 0) {
      c.error(`Private constant ${ce.name}::${name} cannot be final as it is not visible to other classes`);
    }
    const value = constExprToZval(c, child(constAst, 1), false);
    const access = (flags & ZEND_ACC_PPP_MASK) === 0 ? flags | ACC_PUBLIC : flags;
    declareConstant(c, ce, name, value, access, astChild(constAst, 2), false);
    setConstantAttributes(c, ce, astChild(ast, 1));
  }
}

/** zend_compile_enum_case */
export function compileEnumCase(c: Compiler, ast: AstNode): void {
  const ce = activeClass(c);
  if ((ce.flags & ACC_ENUM) === 0) c.error('Case can only be used in enums');
  const name = astStr(astChild(ast, 0));
  const valueAst = astChild(ast, 1);
  if (ce.enumBackingType !== null && valueAst === null) {
    c.error(`Case ${name} of backed enum ${ce.name} must have a value`);
  }
  if (ce.enumBackingType === null && valueAst !== null) {
    c.error(`Case ${name} of non-backed enum ${ce.name} must not have a value`);
  }
  const init = astCreate('const_enum_init', 0, c.lineno, [
    astZval(ce.name, c.lineno),
    astZval(name, c.lineno),
    valueAst,
  ]);
  const value = constExprToZval(c, init, false);
  declareConstant(c, ce, name, value, ACC_PUBLIC, astChild(ast, 2), true);
  setConstantAttributes(c, ce, astChild(ast, 3));
}

// ---- traits ----

interface MethodReference {
  traitName: string | null;
  methodName: string;
}

/** zend_compile_method_ref */
function compileMethodRef(c: Compiler, ast: AstNode): MethodReference {
  const classAst = astChild(ast, 0);
  return {
    traitName: classAst !== null ? resolveConstClassNameReference(c, classAst, 'trait name') : null,
    methodName: astStr(astChild(ast, 1)),
  };
}

/** zend_compile_trait_precedence: `A::x insteadof B, C` */
function compileTraitPrecedence(c: Compiler, ce: ClassDecl, ast: AstNode): void {
  const { traitName, methodName } = compileMethodRef(c, child(ast, 0));
  const excludes: string[] = [];
  for (const nameAst of child(ast, 1).children) {
    if (nameAst !== null) excludes.push(resolveConstClassNameReference(c, nameAst, 'trait name'));
  }
  ce.traitPrecedences.push({ traitName: traitName ?? '', methodName, excludes });
}

/** zend_compile_trait_alias: `x as protected y` */
function compileTraitAlias(c: Compiler, ce: ClassDecl, ast: AstNode): void {
  const aliasAst = astChild(ast, 1);
  checkConstModifiers(c, ast.attr, 'method');
  if ((ast.attr & ACC_FINAL) !== 0) c.error("Cannot use 'final' as method modifier");
  const { traitName, methodName } = compileMethodRef(c, child(ast, 0));
  ce.traitAliases.push({
    traitName,
    methodName,
    alias: aliasAst !== null ? astStr(aliasAst) : null,
    modifiers: ast.attr,
  });
}

/** zend_compile_use_trait */
export function compileUseTrait(c: Compiler, ast: AstNode): void {
  const ce = activeClass(c);
  for (const traitAst of child(ast, 0).children) {
    if (traitAst === null) continue;
    if ((ce.flags & ACC_INTERFACE) !== 0) {
      c.error(`Cannot use traits inside of interfaces. ${astStr(traitAst)} is used in ${ce.name}`);
    }
    ce.traitNames.push(resolveConstClassNameReference(c, traitAst, 'trait name'));
  }
  for (const adaptation of astChild(ast, 1)?.children ?? []) {
    if (adaptation === null) continue;
    if (adaptation.kind === 'trait_precedence') compileTraitPrecedence(c, ce, adaptation);
    else compileTraitAlias(c, ce, adaptation);
  }
}
