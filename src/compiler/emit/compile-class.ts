/**
 * Classes, interfaces, traits, enums, anonymous classes, and whether they are bound at compile time or declared by an
 * opline.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_class_decl)
 */
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import { IS_CONST, IS_UNUSED, type PhpType } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ACC_ANON_CLASS,
  ACC_EARLY_BINDING,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_NOT_SERIALIZABLE,
  ACC_TOP_LEVEL,
  ACC_TRAIT,
  MAY_BE_LONG,
  MAY_BE_STRING,
} from '../../bytecode/type-flags.ts';
import { TYPE_PURE_MASK, typeToString } from '../../bytecode/type-to-string.ts';
import { type AstNode, astChild } from '../ast.ts';
import { ZEND_SYMBOL_CLASS } from '../ast-flags.ts';
import { type BoundClass, createBoundClass } from './bound-class.ts';
import { assertValidClassName } from './class-names.ts';
import { ATTRIBUTE_TARGET_CLASS, compileAttributes } from './compile-attributes.ts';
import { compileTypename } from './compile-type.ts';
import { type Compiler, ZEND_COMPILE_DELAYED_BINDING, type Znode } from './context.ts';
import { compileStmt } from './dispatch.ts';
import { tryEarlyBind, verifyAbstractClass } from './early-bind.ts';
import { addLiteral, allocCacheSlot, getNextOp, makeVarResult, toLower } from './emit-op.ts';
import { prefixWithNs, resolveConstClassNameReference } from './names.ts';
import { registerSeenSymbol } from './symbols.ts';

/** zend_generate_anon_class_name: `class@anonymous`, a NUL byte, then where it stands and a counter. */
function anonClassName(c: Compiler, decl: AstNode): string {
  const parent = astChild(decl, 0);
  const firstInterface = astChild(decl, 1)?.children[0] ?? null;
  let prefix = 'class';
  if (parent !== null) prefix = resolveConstClassNameReference(c, parent, 'class name');
  else if (firstInterface !== null) prefix = resolveConstClassNameReference(c, firstInterface, 'interface name');
  const counter = (c.rtdKeyCounter++).toString(16);
  return `${prefix}@anonymous\0${c.fileName}:${decl.startLine}$${counter}`;
}

/** Checks the name of a class that has one and returns it with its namespace. */
function namedClassName(c: Compiler, decl: AstNode): string {
  const unqualified = decl.name;
  if (c.activeClass !== null) c.error('Class declarations may not be nested');
  assertValidClassName(c, unqualified);
  const name = prefixWithNs(c, unqualified);
  const imported = c.fc.imports?.get(toLower(unqualified));
  if (imported !== undefined && toLower(imported) !== toLower(name)) {
    c.error(`Cannot declare class ${name} because the name is already in use`);
  }
  registerSeenSymbol(c, toLower(name), ZEND_SYMBOL_CLASS);
  return name;
}

function newClassDecl(c: Compiler, decl: AstNode, name: string): ClassDecl {
  return {
    name,
    lcName: toLower(name),
    flags: decl.flags | ((decl.flags & ACC_ANON_CLASS) !== 0 ? ACC_NOT_SERIALIZABLE : 0),
    parentName: null,
    interfaceNames: [],
    traitNames: [],
    traitAliases: [],
    traitPrecedences: [],
    properties: [],
    constants: [],
    methods: new Map(),
    enumBackingType: null,
    attributes: null,
    docComment: decl.docComment,
    fileName: c.fileName,
    lineStart: decl.startLine,
    lineEnd: decl.endLine,
    topLevel: false,
  };
}

/** zend_compile_enum_backing_type */
function compileEnumBackingType(c: Compiler, ast: AstNode): PhpType {
  const type = compileTypename(c, ast);
  const mask = type.mask & TYPE_PURE_MASK;
  if (type.classes.length > 0 || (mask !== MAY_BE_LONG && mask !== MAY_BE_STRING)) {
    c.error(`Enum backing type must be int or string, ${typeToString(type)} given`);
  }
  return type;
}

/** zend_enum_add_interfaces */
function compileEnumHead(c: Compiler, ce: ClassDecl, backingAst: AstNode | null): void {
  if (backingAst !== null) ce.enumBackingType = compileEnumBackingType(c, backingAst);
  ce.interfaceNames.push('UnitEnum');
  if (ce.enumBackingType !== null) ce.interfaceNames.push('BackedEnum');
}

function compileClassBody(c: Compiler, ce: ClassDecl, decl: AstNode): void {
  const parentAst = astChild(decl, 0);
  const implementsAst = astChild(decl, 1);
  const attributesAst = astChild(decl, 3);
  const original = c.activeClass;
  if (parentAst !== null) ce.parentName = resolveConstClassNameReference(c, parentAst, 'class name');
  c.activeClass = ce;
  if (attributesAst !== null) {
    ce.attributes = compileAttributes(c, null, attributesAst, 0, ATTRIBUTE_TARGET_CLASS, 0);
  }
  for (const nameAst of implementsAst?.children ?? []) {
    if (nameAst !== null) ce.interfaceNames.push(resolveConstClassNameReference(c, nameAst, 'interface name'));
  }
  if ((ce.flags & ACC_ENUM) !== 0) compileEnumHead(c, ce, astChild(decl, 4));
  compileStmt(c, astChild(decl, 2));
  // Errors and oplines behind the body belong to the line of the declaration.
  c.lineno = decl.line;
  const kinds = ACC_IMPLICIT_ABSTRACT_CLASS | ACC_INTERFACE | ACC_TRAIT | ACC_EXPLICIT_ABSTRACT_CLASS;
  if ((ce.flags & kinds) === ACC_IMPLICIT_ABSTRACT_CLASS) verifyAbstractClass(c, createBoundClass(ce));
  c.activeClass = original;
}

/** Whether the class was bound now; what is not is declared by an opline. */
function bindTopLevel(c: Compiler, ce: ClassDecl): boolean {
  const bound: BoundClass = createBoundClass(ce);
  if (ce.parentName === null) {
    if (c.boundClasses.has(ce.lcName) || c.host.classExists(ce.lcName)) return false;
    c.boundClasses.set(ce.lcName, bound);
    return true;
  }
  const parent = c.boundClasses.get(toLower(ce.parentName));
  return parent !== undefined && tryEarlyBind(c, bound, parent);
}

/** zend_build_runtime_definition_key */
function runtimeDefinitionKey(c: Compiler, lcName: string, line: number): string {
  return `\0${lcName}${c.fileName}:${line}$${(c.rtdKeyCounter++).toString(16)}`;
}

function emitDeclareClass(c: Compiler, result: Znode | null, ce: ClassDecl, decl: AstNode, delayed: boolean): void {
  const opline = getNextOp(c);
  if (ce.parentName !== null) {
    opline.op2Type = IS_CONST;
    opline.op2 = addLiteral(c, toLower(ce.parentName));
  }
  opline.op1Type = IS_CONST;
  opline.op1 = addLiteral(c, ce.lcName);
  if ((decl.flags & ACC_ANON_CLASS) !== 0) {
    opline.opcode = OP.DECLARE_ANON_CLASS;
    opline.extendedValue = allocCacheSlot(c);
    if (result !== null) makeVarResult(c, result, opline);
    c.opArray.classDecls.set(ce.lcName, ce);
    return;
  }
  const key = runtimeDefinitionKey(c, ce.lcName, decl.startLine);
  addLiteral(c, key);
  c.opArray.classDecls.set(key, ce);
  opline.opcode = OP.DECLARE_CLASS;
  if (delayed) {
    c.opArray.fnFlags |= ACC_EARLY_BINDING;
    opline.opcode = OP.DECLARE_CLASS_DELAYED;
    opline.extendedValue = allocCacheSlot(c);
    opline.resultType = IS_UNUSED;
    opline.result = -1;
  }
}

/** zend_compile_class_decl; `result` only for anonymous classes. */
export function compileClassDecl(c: Compiler, result: Znode | null, decl: AstNode, topLevel: boolean): void {
  const name = (decl.flags & ACC_ANON_CLASS) === 0 ? namedClassName(c, decl) : anonClassName(c, decl);
  const ce = newClassDecl(c, decl, name);
  compileClassBody(c, ce, decl);
  if (topLevel) {
    ce.flags |= ACC_TOP_LEVEL;
    ce.topLevel = true;
  }
  c.script.allClasses.push(ce);
  const simple = ce.interfaceNames.length === 0 && ce.traitNames.length === 0;
  if (topLevel && simple && bindTopLevel(c, ce)) {
    c.script.classes.push(ce);
    return;
  }
  const delayed =
    topLevel && simple && ce.parentName !== null && (c.compilerOptions & ZEND_COMPILE_DELAYED_BINDING) !== 0;
  emitDeclareClass(c, result, ce, decl, delayed);
}
