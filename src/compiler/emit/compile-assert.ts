/**
 * assert(): compiled to be skipped when zend.assertions is off, with the source text as message.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_assert)
 */
import { IS_CONST } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { AstNode, astZval } from '../ast.ts';
import { astExport } from '../ast-export/export.ts';
import { child } from './ast-predicates.ts';
import type { Compiler, Znode } from './context.ts';
import {
  addNsFuncNameLiteral,
  allocCacheSlot,
  constZnode,
  emitOp,
  getNextOpNumber,
  setConst,
  setResult,
} from './emit-op.ts';
import { isFinalized, type KnownFunc } from './known-func.ts';

/** compileCallCommon, handed in because it calls compileAssert's caller. */
type CallCommon = (c: Compiler, result: Znode, args: AstNode, fbc: KnownFunc | null, lineno: number) => boolean;

/** Adds "assert(condition)" as second argument when there is none. */
function addMessage(c: Compiler, args: AstNode): void {
  if (args.children.length !== 1) return;
  const condition = child(args, 0);
  const text = astZval(astExport('assert(', condition, ')', c.options.precision), c.lineno);
  if (condition.kind === 'named_arg') {
    const name = astZval('description', c.lineno);
    args.children.push(new AstNode('named_arg', 0, name.line, [name, text], null));
  } else {
    args.children.push(text);
  }
}

/** zend_compile_assert; `fbc` null: called by an unqualified name in a namespace. */
export function compileAssert(
  c: Compiler,
  result: Znode,
  args: AstNode,
  name: string,
  fbc: KnownFunc | null,
  lineno: number,
  callCommon: CallCommon,
): void {
  if ((c.options.assertions ?? 1) < 0) {
    setConst(result, true);
    return;
  }
  const check = emitOp(c, null, OP.ASSERT_CHECK, null, null);
  const known = fbc !== null && isFinalized(fbc);
  const init = emitOp(c, null, known ? OP.INIT_FCALL : OP.INIT_NS_FCALL_BY_NAME, null, known ? constZnode(name) : null);
  if (!known) {
    init.op2Type = IS_CONST;
    init.op2 = addNsFuncNameLiteral(c, name);
  }
  init.result = allocCacheSlot(c);
  addMessage(c, args);
  callCommon(c, result, args, fbc, lineno);
  check.op2 = getNextOpNumber(c);
  setResult(c, check, result);
}
