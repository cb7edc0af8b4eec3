/**
 * References to classes in expressions: `X::`, `new X`, `$x instanceof X`.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_class_ref)
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_CLASS_DEFAULT } from '../../bytecode/operand-flags.ts';
import { type AstNode, astStr } from '../ast.ts';
import { ZEND_NAME_FQ } from '../ast-flags.ts';
import { type Compiler, Znode } from './context.ts';
import { compileExpr } from './dispatch.ts';
import { addClassNameLiteral, emitOp, setConst, setOp1 } from './emit-op.ts';
import { ensureValidClassFetchType, getClassFetchType, resolveClassName, resolveClassNameAst } from './names.ts';

function setFetchType(c: Compiler, result: Znode, fetchType: number, fetchFlags: number): void {
  ensureValidClassFetchType(c, fetchType);
  result.opType = IS_UNUSED;
  result.num = fetchType | fetchFlags;
}

/**
 * zend_compile_class_ref: `result` becomes CONST (a full name), UNUSED with a ZEND_FETCH_CLASS_* number, or the VAR of a
 * FETCH_CLASS.
 */
export function compileClassRef(c: Compiler, result: Znode, nameAst: AstNode, fetchFlags: number): void {
  if (nameAst.kind !== 'zval') {
    compileDynamicClassRef(c, result, nameAst, fetchFlags);
    return;
  }
  const fetchType = nameAst.attr === ZEND_NAME_FQ ? ZEND_FETCH_CLASS_DEFAULT : getClassFetchType(astStr(nameAst));
  if (fetchType === ZEND_FETCH_CLASS_DEFAULT) setConst(result, resolveClassNameAst(c, nameAst));
  else setFetchType(c, result, fetchType, fetchFlags);
}

function compileDynamicClassRef(c: Compiler, result: Znode, nameAst: AstNode, fetchFlags: number): void {
  const nameNode = new Znode();
  compileExpr(c, nameNode, nameAst);
  if (nameNode.opType !== IS_CONST) {
    const opline = emitOp(c, result, OP.FETCH_CLASS, null, nameNode);
    opline.op1 = ZEND_FETCH_CLASS_DEFAULT | fetchFlags;
    return;
  }
  const name = nameNode.value;
  if (typeof name !== 'string') c.error('Illegal class name');
  const fetchType = getClassFetchType(name);
  if (fetchType === ZEND_FETCH_CLASS_DEFAULT) setConst(result, resolveClassName(c, name, ZEND_NAME_FQ));
  else setFetchType(c, result, fetchType, fetchFlags);
}

/** zend_set_class_name_op1: a constant class name becomes two literals (as written, lower-cased). */
export function setClassNameOp1(c: Compiler, opline: Opline, classNode: Znode): void {
  if (classNode.opType === IS_CONST) {
    opline.op1Type = IS_CONST;
    opline.op1 = addClassNameLiteral(c, String(classNode.value));
  } else {
    setOp1(c, opline, classNode);
  }
}
