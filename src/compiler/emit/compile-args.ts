/**
 * Arguments of calls: SEND_* by what is known of the callee and of the argument.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_args)
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ACC_USES_THIS } from '../../bytecode/type-flags.ts';
import { type AstNode, astStr } from '../ast.ts';
import { child, isCall, isGlobalsFetch, isShortCircuited, isThisFetch, isVariable } from './ast-predicates.ts';
import { tryCompileCv } from './compile-var.ts';
import { BP_VAR_FUNC_ARG, BP_VAR_R, BP_VAR_W, type Compiler, Znode } from './context.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import { addLiteral, allocCacheSlots, emitOp } from './emit-op.ts';
import {
  argMayBeSentByRef,
  argMustBeSentByRef,
  argShouldBeSentByRef,
  getArgNum,
  isVariadic,
  type KnownFunc,
} from './known-func.ts';

/** What compileArgs found out. */
export interface CompiledArgs {
  /** Arguments that are neither unpacked nor passed by name out of order. */
  count: number;
  /** Whether arguments may end in the extra named parameters. */
  mayHaveExtraNamed: boolean;
}

/** State of the walk over an argument list. */
interface ArgsState {
  fbc: KnownFunc | null;
  count: number;
  usesUnpack: boolean;
  usesNamed: boolean;
  mayHaveUndef: boolean;
  mayHaveExtraNamed: boolean;
}

/** An argument's place: its number (-1 unknown) and the name it is passed by (null: by position). */
interface ArgTarget {
  num: number;
  name: string | null;
}

function compileUnpack(c: Compiler, state: ArgsState, arg: AstNode): void {
  if (state.usesNamed) c.error('Cannot use argument unpacking after named arguments');
  state.usesUnpack = true;
  state.fbc = null;
  const node = new Znode();
  compileExpr(c, node, child(arg, 0));
  const opline = emitOp(c, null, OP.SEND_UNPACK, node, null);
  opline.op2 = state.count;
  opline.result = state.count - 1;
  state.mayHaveUndef = true;
  state.mayHaveExtraNamed = true;
}

/** A named argument: in order it counts as positional, else the callee's parameter is looked up at run time. */
function namedTarget(state: ArgsState, name: string): ArgTarget {
  state.usesNamed = true;
  const { fbc } = state;
  if (fbc === null || state.usesUnpack) {
    state.mayHaveUndef = true;
    state.mayHaveExtraNamed = true;
    return { num: -1, name };
  }
  const num = getArgNum(fbc, name);
  if (num === state.count + 1 && !state.mayHaveUndef) {
    state.count++;
    return { num, name: null };
  }
  state.mayHaveUndef = true;
  if (num === -1 && isVariadic(fbc)) state.mayHaveExtraNamed = true;
  return { num, name };
}

function positionalTarget(c: Compiler, state: ArgsState, num: number): ArgTarget {
  if (state.usesUnpack) c.error('Cannot use positional argument after argument unpacking');
  if (state.usesNamed) c.error('Cannot use positional argument after named argument');
  state.count++;
  return { num, name: null };
}

/** op2 of a SEND_* or CHECK_FUNC_ARG: the number, or the name with two cache slots. */
function setArgOperand(c: Compiler, opline: Opline, target: ArgTarget): void {
  if (target.name === null) {
    opline.op2 = target.num;
    return;
  }
  opline.op2Type = IS_CONST;
  opline.op2 = addLiteral(c, target.name);
  opline.result = allocCacheSlots(c, 2);
}

/** The opcode for a value that a call returned in a VAR. */
function sendVarOpcode(known: KnownFunc | null, num: number): number {
  if (known === null) return OP.SEND_VAR_NO_REF_EX;
  if (argMustBeSentByRef(known, num)) return OP.SEND_VAR_NO_REF;
  // SEND_VAL passes a VAR through without dereferencing: by reference when the call returned one.
  return argMayBeSentByRef(known, num) ? OP.SEND_VAL : OP.SEND_VAR;
}

function compileCallArg(c: Compiler, node: Znode, arg: AstNode, fbc: KnownFunc | null, num: number): number {
  compileVar(c, node, arg, BP_VAR_R, false);
  if ((node.opType & (IS_CONST | IS_TMP_VAR)) !== 0) {
    return fbc === null || argMustBeSentByRef(fbc, num) ? OP.SEND_VAL_EX : OP.SEND_VAL;
  }
  return sendVarOpcode(num === -1 ? null : fbc, num);
}

/** A variable for a callee that is not known: how it is fetched is decided at run time. */
function compileUnknownVarArg(c: Compiler, node: Znode, arg: AstNode, args: AstNode, target: ArgTarget): number {
  if (arg.kind === 'var') {
    c.lineno = args.line;
    if (isThisFetch(arg)) {
      emitOp(c, node, OP.FETCH_THIS, null, null);
      c.opArray.fnFlags |= ACC_USES_THIS;
      return OP.SEND_VAR_EX;
    }
    if (tryCompileCv(c, node, arg)) return OP.SEND_VAR_EX;
  }
  setArgOperand(c, emitOp(c, null, OP.CHECK_FUNC_ARG, null, null), target);
  compileVar(c, node, arg, BP_VAR_FUNC_ARG, true);
  return OP.SEND_FUNC_ARG;
}

function compileVarArg(
  c: Compiler,
  node: Znode,
  arg: AstNode,
  args: AstNode,
  known: KnownFunc | null,
  target: ArgTarget,
): number {
  if (known === null) return compileUnknownVarArg(c, node, arg, args, target);
  if (argShouldBeSentByRef(known, target.num)) {
    compileVar(c, node, arg, BP_VAR_W, true);
    return OP.SEND_REF;
  }
  compileVar(c, node, arg, BP_VAR_R, false);
  return node.opType === IS_TMP_VAR ? OP.SEND_VAL : OP.SEND_VAR;
}

function compileExprArg(c: Compiler, node: Znode, arg: AstNode, known: KnownFunc | null, num: number): number {
  compileExpr(c, node, arg);
  if (node.opType === IS_VAR) return sendVarOpcode(known, num);
  if (node.opType === IS_CV) {
    if (known === null) return OP.SEND_VAR_EX;
    return argShouldBeSentByRef(known, num) ? OP.SEND_REF : OP.SEND_VAR;
  }
  // "Only variables can be passed by reference" is reported at run time.
  return known !== null && !argMustBeSentByRef(known, num) ? OP.SEND_VAL : OP.SEND_VAL_EX;
}

/** zend_compile_args: emits the SEND_* of an `arg_list`. `fbc` is the callee when it is known. */
export function compileArgs(c: Compiler, args: AstNode, fbc: KnownFunc | null): CompiledArgs {
  const state: ArgsState = {
    fbc,
    count: 0,
    usesUnpack: false,
    usesNamed: false,
    mayHaveUndef: false,
    mayHaveExtraNamed: false,
  };
  for (const [i, argAst] of args.children.entries()) {
    if (argAst === null) continue;
    if (argAst.kind === 'unpack') {
      compileUnpack(c, state, argAst);
      continue;
    }
    const named = argAst.kind === 'named_arg';
    const arg = named ? child(argAst, 1) : argAst;
    const target = named ? namedTarget(state, astStr(child(argAst, 0))) : positionalTarget(c, state, i + 1);
    const known = target.num === -1 ? null : state.fbc;
    const node = new Znode();
    let opcode: number;
    if (isCall(arg) || isGlobalsFetch(arg)) opcode = compileCallArg(c, node, arg, state.fbc, target.num);
    else if (isVariable(arg) && !isShortCircuited(arg)) opcode = compileVarArg(c, node, arg, args, known, target);
    else opcode = compileExprArg(c, node, arg, known, target.num);
    const opline = emitOp(c, null, opcode, node, null);
    setArgOperand(c, opline, target);
    if (target.name === null) opline.result = target.num - 1;
  }
  if (state.mayHaveUndef) emitOp(c, null, OP.CHECK_UNDEF_ARGS, null, null);
  return { count: state.count, mayHaveExtraNamed: state.mayHaveExtraNamed };
}
