/**
 * Functions, methods, closures and arrow functions.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_func_decl)
 */
import { E_COMPILE_WARNING } from '../../base/diagnostics.ts';
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import { IS_CONST, OpArray } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ACC_ABSTRACT,
  ACC_CLOSURE,
  ACC_CTOR,
  ACC_FINAL,
  ACC_GENERATOR,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_PRIVATE,
  ACC_PUBLIC,
  ACC_READONLY,
  ACC_STRICT_TYPES,
  ACC_TOP_LEVEL,
  ACC_TRAIT,
  MAY_BE_NEVER,
  ACC_USE_GUARDS,
} from '../../bytecode/type-flags.ts';
import { type AstNode, astChild, astCreate } from '../ast.ts';
import { ZEND_SYMBOL_FUNCTION } from '../ast-flags.ts';
import { ATTRIBUTE_TARGET_FUNCTION, ATTRIBUTE_TARGET_METHOD, compileAttributes } from './compile-attributes.ts';
import {
  compileClosureBinding,
  compileClosureUses,
  compileImplicitClosureUses,
  compileImplicitLexicalBinds,
  findImplicitBinds,
} from './compile-closure.ts';
import { compileParams } from './compile-params.ts';
import { emitFinalReturn, markFunctionAsGenerator } from './compile-return-type.ts';
import type { Compiler, Znode } from './context.ts';
import { compileStmt } from './dispatch.ts';
import { addLiteral, emitOp, emitOpTmp, getNextOp, toLower } from './emit-op.ts';
import { oparrayContextBegin, oparrayContextEnd } from './loop-context.ts';
import { finishOpArray } from './finish-op-array.ts';
import { checkMagicMethod } from './magic-methods.ts';
import { prefixWithNs } from './names.ts';
import { registerSeenSymbol } from './symbols.ts';

const GUARDED_METHODS: ReadonlySet<string> = new Set(['__get', '__set', '__unset', '__isset']);

/** Checks of interface methods (zend_begin_method_decl). */
function checkInterfaceMethod(c: Compiler, label: string, flags: number): void {
  if ((flags & ACC_PUBLIC) === 0) c.error(`Access type for interface method ${label}() must be public`);
  if ((flags & ACC_FINAL) !== 0) c.error(`Interface method ${label}() must not be final`);
  if ((flags & ACC_ABSTRACT) !== 0) c.error(`Interface method ${label}() must not be abstract`);
}

function checkAbstractMethod(c: Compiler, ce: ClassDecl, opArray: OpArray, label: string, hasBody: boolean): void {
  if ((opArray.fnFlags & ACC_ABSTRACT) === 0) {
    if (!hasBody) c.error(`Non-abstract method ${label}() must contain body`);
    return;
  }
  const word = (ce.flags & ACC_INTERFACE) !== 0 ? 'Interface' : 'Abstract';
  if ((opArray.fnFlags & ACC_PRIVATE) !== 0 && (ce.flags & ACC_TRAIT) === 0) {
    c.error(`${word} function ${label}() cannot be declared private`);
  }
  if (hasBody) c.error(`${word} function ${label}() cannot contain body`);
  ce.flags |= ACC_IMPLICIT_ABSTRACT_CLASS;
}

/** add_stringable_interface */
function addStringable(ce: ClassDecl): void {
  if (!ce.interfaceNames.some((name) => toLower(name) === 'stringable')) ce.interfaceNames.push('Stringable');
}

/** zend_begin_method_decl: checks the modifiers and adds the method to its class; returns its lower-cased name. */
function beginMethodDecl(c: Compiler, ce: ClassDecl, opArray: OpArray, name: string, hasBody: boolean): string {
  const flags = opArray.fnFlags;
  const lcName = toLower(name);
  const label = `${ce.name}::${name}`;
  if ((flags & ACC_READONLY) !== 0) c.error("Cannot use 'readonly' as method modifier");
  if ((flags & ACC_PRIVATE) !== 0 && (flags & ACC_FINAL) !== 0 && lcName !== '__construct') {
    c.warn(E_COMPILE_WARNING, 'Private methods cannot be final as they are never overridden by other classes');
  }
  if ((ce.flags & ACC_INTERFACE) !== 0) {
    checkInterfaceMethod(c, label, flags);
    opArray.fnFlags |= ACC_ABSTRACT;
  }
  checkAbstractMethod(c, ce, opArray, label, hasBody);
  opArray.functionName = name;
  if (ce.methods.has(lcName)) c.error(`Cannot redeclare ${label}()`);
  ce.methods.set(lcName, opArray);
  if (lcName === '__construct') opArray.fnFlags |= ACC_CTOR;
  if (GUARDED_METHODS.has(lcName)) ce.flags |= ACC_USE_GUARDS;
  if (lcName === '__tostring' && (ce.flags & ACC_TRAIT) === 0) addStringable(ce);
  return lcName;
}

/** zend_begin_func_decl: checks the name; a function inside code is declared by an opline. Returns the lower-cased name. */
function beginFuncDecl(c: Compiler, result: Znode | null, opArray: OpArray, decl: AstNode, topLevel: boolean): string {
  const unqualified = decl.name;
  const name = prefixWithNs(c, unqualified);
  const lcName = toLower(name);
  opArray.functionName = name;
  const imported = c.fc.importsFunction?.get(toLower(unqualified));
  if (imported !== undefined && toLower(imported) !== lcName) {
    c.error(`Cannot declare function ${name} because the name is already in use`);
  }
  if (lcName === '__autoload') {
    c.error('__autoload() is no longer supported, use spl_autoload_register() instead');
  }
  if (toLower(unqualified) === 'assert') {
    c.error('Defining a custom assert() function is not allowed, as the function has special semantics');
  }
  registerSeenSymbol(c, lcName, ZEND_SYMBOL_FUNCTION);
  if (topLevel) return lcName;
  const funcRef = c.opArray.dynamicFuncDefs.push(opArray) - 1;
  if ((opArray.fnFlags & ACC_CLOSURE) !== 0) {
    const opline = emitOpTmp(c, result, OP.DECLARE_LAMBDA_FUNCTION, null, null);
    opline.op2 = funcRef;
  } else {
    const opline = getNextOp(c);
    opline.opcode = OP.DECLARE_FUNCTION;
    opline.op1Type = IS_CONST;
    opline.op1 = addLiteral(c, lcName);
    opline.op2 = funcRef;
  }
  return lcName;
}

/** Registers a top-level function, or raises do_bind_function_error. */
function bindTopLevelFunction(c: Compiler, lcName: string, opArray: OpArray): void {
  const old = c.script.functions.get(lcName);
  const name = opArray.functionName ?? '';
  if (old !== undefined) {
    c.error(`Cannot redeclare ${name}() (previously declared in ${old.fileName}:${old.lineStart})`);
  }
  if (c.host.functionInfo(lcName) !== null) c.error(`Cannot redeclare ${name}()`);
  c.script.functions.set(lcName, opArray);
}

function newFunctionOpArray(c: Compiler, decl: AstNode): OpArray {
  const opArray = new OpArray(c.fileName);
  opArray.fnFlags = (c.opArray.fnFlags & ACC_STRICT_TYPES) | decl.flags;
  opArray.lineStart = decl.startLine;
  opArray.lineEnd = decl.endLine;
  opArray.docComment = decl.docComment;
  if (decl.kind === 'closure' || decl.kind === 'arrow_func') opArray.fnFlags |= ACC_CLOSURE;
  return opArray;
}

/** The body of an arrow function as a `return`; the expression alone when it never returns. */
function arrowBody(c: Compiler, decl: AstNode): AstNode | null {
  const body = astChild(decl, 2);
  if (body === null || body.kind === 'return') return body;
  if (((c.opArray.returnType?.mask ?? 0) & MAY_BE_NEVER) !== 0) return body;
  return astCreate('return', 0, body.line, [body]);
}

/** Parameters, bindings and body, with the new op_array active. `uses`: an arrow function's implicit binds. */
function compileFuncBody(
  c: Compiler,
  decl: AstNode,
  lcName: string,
  topLevel: boolean,
  uses: Set<string> | null,
): void {
  const opArray = c.opArray;
  const paramsAst = astChild(decl, 0);
  const usesAst = astChild(decl, 1);
  const isMethod = decl.kind === 'method';
  if (paramsAst !== null) {
    compileParams(c, paramsAst, astChild(decl, 3), isMethod && lcName === '__tostring');
  }
  if ((opArray.fnFlags & ACC_GENERATOR) !== 0) {
    markFunctionAsGenerator(c);
    emitOp(c, null, OP.GENERATOR_CREATE, null, null);
  }
  if (uses !== null) compileImplicitClosureUses(c, uses);
  else if (usesAst !== null) compileClosureUses(c, usesAst);
  compileStmt(c, decl.kind === 'arrow_func' ? arrowBody(c, decl) : astChild(decl, 2));
  if (isMethod || topLevel) c.lineno = decl.startLine;
  if (isMethod) {
    if (c.activeClass !== null) checkMagicMethod(c, c.activeClass, opArray, lcName);
  } else if (topLevel) {
    bindTopLevelFunction(c, lcName, opArray);
  }
  // The implicit return stands on the really last line.
  c.lineno = decl.endLine;
  emitFinalReturn(c, false);
  finishOpArray(c, opArray);
}

/** zend_compile_func_decl; `result` only for closures. */
export function compileFuncDecl(c: Compiler, result: Znode | null, decl: AstNode, topLevel: boolean): void {
  const origOpArray = c.opArray;
  const origClass = c.activeClass;
  const origMethodClass = c.methodClass;
  const opArray = newFunctionOpArray(c, decl);
  const isMethod = decl.kind === 'method';
  let lcName: string;
  let uses: Set<string> | null = null;
  if (isMethod && origClass !== null) {
    lcName = beginMethodDecl(c, origClass, opArray, decl.name, astChild(decl, 2) !== null);
    c.methodClass = origClass;
  } else {
    lcName = beginFuncDecl(c, result, opArray, decl, topLevel);
    c.methodClass = null;
    const paramsAst = astChild(decl, 0);
    const usesAst = astChild(decl, 1);
    const body = astChild(decl, 2);
    if (decl.kind === 'arrow_func' && paramsAst !== null && body !== null) {
      uses = findImplicitBinds(c, paramsAst, body);
      if (result !== null) compileImplicitLexicalBinds(c, uses, result, opArray);
    } else if (usesAst !== null && result !== null) {
      compileClosureBinding(c, result, opArray, usesAst);
    }
  }
  c.opArray = opArray;
  const attributesAst = astChild(decl, 4);
  if (attributesAst !== null) {
    const target = isMethod ? ATTRIBUTE_TARGET_METHOD : ATTRIBUTE_TARGET_FUNCTION;
    opArray.attributes = compileAttributes(c, opArray.attributes, attributesAst, 0, target, 0);
  }
  // A free function inside a method does not see the class: __CLASS__ is "" there.
  if (decl.kind === 'func_decl') c.activeClass = null;
  if (topLevel) opArray.fnFlags |= ACC_TOP_LEVEL;
  const origContext = oparrayContextBegin(c);
  c.loopVarStack.push({ opcode: OP.RETURN, varType: 0, varNum: 0, tryCatchOffset: 0 });
  compileFuncBody(c, decl, lcName, topLevel, uses);
  oparrayContextEnd(c, origContext);
  c.loopVarStack.pop();
  c.opArray = origOpArray;
  c.activeClass = origClass;
  c.methodClass = origMethodClass;
}
