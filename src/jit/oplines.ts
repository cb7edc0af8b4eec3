/**
 * Which part of the compiler does which opcode. What no part does, or answers false for, is done by the opcode's handler.
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_CLOSURE, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { PhpObject } from '../value/php-object.ts';
import { assign, assignOp, binaryOpline, comparison, identity, increment, toBoolean } from './arithmetic.ts';
import { arrayElement } from './array-literals.ts';
import { assignDim, assignDimOp, count, fetchDim, issetDim, strlen } from './arrays.ts';
import { doCall, type Functions, initByHandler, initFcall, leave } from './calls.ts';
import { bindStatic, initDynamicCall } from './closures.ts';
import { bitwiseNot, cast, className } from './casts.ts';
import { endsBorrowing } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { fetchList, unsetDim } from './lists.ts';
import { fetchDimForWriting, fetchObjForWriting } from './write-chains.ts';
import { targetsOf } from './flow-graph.ts';
import { createGenerator, generatorReturn, yieldValue } from './generators.ts';
import { enterFinally, leaveFinally } from './finally.ts';
import { feFetch, feFree, feReset } from './loops.ts';
import { referenceOpline } from './references.ts';
import { assignObj, assignObjOp, fetchObj, incrementObj } from './objects.ts';
import { initMethodCall, initStaticMethodCall } from './methods.ts';
import { checkFuncArg, fetchFuncArg, send, sendByHandler } from './sends.ts';
import { SENDS } from './frames-on-demand.ts';
import { LINKED } from './state.ts';
import { fetchConstant, rope, spaceship, typeCheck } from './scalars.ts';
import { receive, verifyReturnType } from './type-checks.ts';
import { assignStaticProp, fetchStaticProp, updateStaticProp } from './static-props.ts';
import { conditionalJump } from './jumps.ts';
import { jumpTable } from './jump-tables.ts';
import { newObject, newObjectAlone } from './new-objects.ts';
import type { Branch } from './structure.ts';
import { BOOL, boxedMask, COUNTED, NULL, OBJ, REF, UNDEF, VARIABLE } from './types.ts';
import { freeTemp, quickAssign } from './variables.ts';

/** What an entry is compiled for. */
export interface EntryContext {
  /** Number of the first opline. */
  readonly opline: number;
  readonly functions: Functions;
  /** Arguments of the call when it is entered by one, -1 otherwise. */
  readonly numArgs: number;
  readonly thisObject: PhpObject | null;
}

const OTHER_SENDS: ReadonlySet<number> = new Set<number>([
  OP.SEND_REF,
  OP.SEND_VAR_NO_REF,
  OP.SEND_UNPACK,
  OP.SEND_ARRAY,
  OP.SEND_USER,
  OP.CHECK_UNDEF_ARGS,
]);

/** Emits opline `n`; how the block ends, null when control goes on behind it. */
export function compileOpline(g: Emitter, n: number, context: EntryContext): Branch | null {
  const op = g.ops[n] as Opline;
  const targets = targetsOf(op, n, g.ops);
  if (targets !== null) return terminator(g, op, n, targets, context);
  if (!inline(g, op, context)) general(g, op);
  return null;
}

function inline(g: Emitter, op: Opline, context: EntryContext): boolean {
  const call = callOpline(g, op, context);
  if (call !== null) return call;
  if (g.facts.generic.has(g.n)) return referenceOpline(g, op);
  // What is known to be a reference has no usual way.
  return simpleOpline(g, op, context) || referenceOpline(g, op);
}

/** Oplines of calls; null for others. Their handlers need the chain of prepared calls to be followed too. */
function callOpline(g: Emitter, op: Opline, context: EntryContext): boolean | null {
  const generic = g.facts.generic.has(g.n);
  switch (op.opcode) {
    case OP.INIT_FCALL:
    case OP.INIT_FCALL_BY_NAME:
    case OP.INIT_NS_FCALL_BY_NAME:
      return initFcall(g, op, context.functions);
    case OP.INIT_METHOD_CALL:
      return generic ? initByHandler(g, op) : initMethodCall(g, op, context.functions);
    case OP.INIT_STATIC_METHOD_CALL:
      return generic ? initByHandler(g, op) : initStaticMethodCall(g, op, context.functions);
    case OP.INIT_DYNAMIC_CALL:
      return initDynamicCall(g, op, context.functions);
    case OP.INIT_USER_CALL:
      return initByHandler(g, op);
    case OP.NEW:
      return newObject(g, op, context.functions) || initByHandler(g, op);
    case OP.DO_FCALL:
    case OP.DO_FCALL_BY_NAME:
    case OP.DO_UCALL:
    case OP.DO_ICALL:
      return doCall(g, op, context.functions);
    case OP.CALLABLE_CONVERT:
      g.byHandler(op);
      g.state.calls.pop();
      return true;
    default:
      break;
  }
  if (op.opcode === OP.CHECK_FUNC_ARG) return generic ? sendByHandler(g, op) : checkFuncArg(g, op);
  if (SENDS.has(op.opcode)) return generic ? sendByHandler(g, op) : send(g, op);
  if (OTHER_SENDS.has(op.opcode)) return sendByHandler(g, op);
  return null;
}

function simpleOpline(g: Emitter, op: Opline, context: EntryContext): boolean {
  switch (op.opcode) {
    case OP.NOP:
    case OP.EXT_STMT:
    case OP.EXT_NOP:
      return true;
    case OP.ADD:
    case OP.SUB:
    case OP.MUL:
    case OP.DIV:
    case OP.MOD:
    case OP.SL:
    case OP.SR:
    case OP.BW_OR:
    case OP.BW_AND:
    case OP.BW_XOR:
    case OP.CONCAT:
    case OP.FAST_CONCAT:
      return binaryOpline(g, op);
    case OP.IS_SMALLER:
    case OP.IS_SMALLER_OR_EQUAL:
    case OP.IS_EQUAL:
    case OP.IS_NOT_EQUAL:
    case OP.CASE:
      return comparison(g, op);
    case OP.IS_IDENTICAL:
    case OP.IS_NOT_IDENTICAL:
      return identity(g, op);
    case OP.BOOL:
    case OP.BOOL_NOT:
      return toBoolean(g, op);
    case OP.ASSIGN:
      return assign(g, op);
    case OP.ASSIGN_OP:
      return assignOp(g, op);
    case OP.PRE_INC:
    case OP.PRE_DEC:
    case OP.POST_INC:
    case OP.POST_DEC:
      return increment(g, op);
    case OP.QM_ASSIGN:
      return quickAssign(g, op);
    case OP.CAST:
      return cast(g, op);
    case OP.BW_NOT:
      return bitwiseNot(g, op);
    case OP.FETCH_CLASS_NAME:
      return className(g, op);
    case OP.TYPE_CHECK:
      return typeCheck(g, op);
    case OP.SPACESHIP:
      return spaceship(g, op);
    case OP.FETCH_CONSTANT:
    case OP.FETCH_CLASS_CONSTANT:
      return fetchConstant(g, op);
    case OP.ROPE_INIT:
    case OP.ROPE_ADD:
    case OP.ROPE_END:
      return rope(g, op);
    case OP.FETCH_THIS:
      return fetchThis(g, op);
    case OP.FREE:
      return freeTemp(g, op);
    case OP.FE_FREE:
      return feFree(g, op);
    case OP.BIND_STATIC:
      return bindStatic(g, op);
    case OP.RECV:
    case OP.RECV_INIT:
      return receive(g, op, context.numArgs);
    case OP.VERIFY_RETURN_TYPE:
      return verifyReturnType(g, op);
    default:
      return storageOpline(g, op, context);
  }
}

/** Elements and properties. */
function storageOpline(g: Emitter, op: Opline, context: EntryContext): boolean {
  switch (op.opcode) {
    case OP.FETCH_DIM_FUNC_ARG:
    case OP.FETCH_OBJ_FUNC_ARG:
      return fetchFuncArg(g, op, context.thisObject);
    case OP.FETCH_DIM_R:
      return fetchDim(g, op, false);
    case OP.FETCH_DIM_IS:
      return fetchDim(g, op, true);
    case OP.FETCH_LIST_R:
      return fetchList(g, op);
    case OP.UNSET_DIM:
      return unsetDim(g, op);
    case OP.ASSIGN_DIM:
      return assignDim(g, op);
    case OP.ASSIGN_DIM_OP:
      return assignDimOp(g, op);
    case OP.FETCH_OBJ_W:
    case OP.FETCH_OBJ_RW:
    case OP.FETCH_OBJ_UNSET:
      return fetchObjForWriting(g, op, context.thisObject);
    case OP.FETCH_DIM_W:
    case OP.FETCH_DIM_RW:
      return fetchDimForWriting(g, op);
    case OP.ISSET_ISEMPTY_DIM_OBJ:
      return issetDim(g, op);
    case OP.INIT_ARRAY:
      return arrayElement(g, op, true);
    case OP.ADD_ARRAY_ELEMENT:
      return arrayElement(g, op, false);
    case OP.COUNT:
      return count(g, op);
    case OP.STRLEN:
      return strlen(g, op);
    case OP.FETCH_OBJ_R:
    case OP.FETCH_OBJ_IS:
      return fetchObj(g, op, context.thisObject);
    case OP.ASSIGN_OBJ:
      return assignObj(g, op, context.thisObject);
    case OP.ASSIGN_OBJ_OP:
      return assignObjOp(g, op, context.thisObject);
    case OP.PRE_INC_OBJ:
    case OP.PRE_DEC_OBJ:
    case OP.POST_INC_OBJ:
    case OP.POST_DEC_OBJ:
      return incrementObj(g, op, context.thisObject);
    case OP.FETCH_STATIC_PROP_R:
      return fetchStaticProp(g, op);
    case OP.ASSIGN_STATIC_PROP:
      return assignStaticProp(g, op);
    case OP.ASSIGN_STATIC_PROP_OP:
    case OP.PRE_INC_STATIC_PROP:
    case OP.PRE_DEC_STATIC_PROP:
    case OP.POST_INC_STATIC_PROP:
    case OP.POST_DEC_STATIC_PROP:
      return updateStaticProp(g, op);
    case OP.ISSET_ISEMPTY_CV:
      return issetVariable(g, op);
    default:
      return false;
  }
}

/** result := $this */
function fetchThis(g: Emitter, op: Opline): boolean {
  if ((g.func.fnFlags & ACC_STATIC) !== 0 || g.func.scope === null) return false;
  if ((g.func.fnFlags & ACC_CLOSURE) !== 0) g.guard(`${g.self}!==null`);
  g.result(op, OBJ, `J.addRef(${g.self})`);
  return true;
}

/** result := isset(CV) */
function issetVariable(g: Emitter, op: Opline): boolean {
  if ((op.extendedValue & 1) !== 0) return false;
  const o = g.op1(op);
  if (o.form !== 'zval') {
    g.result(op, BOOL, 'true');
    return true;
  }
  if ((o.mask & REF) !== 0) return false;
  g.result(op, BOOL, (o.mask & (UNDEF | NULL)) === 0 ? 'true' : `${o.js}!==undefined&&${o.js}!==null`);
  return true;
}

/** By the handler; what a global or a reference binding changes is read back as for any variable. */
function general(g: Emitter, op: Opline): void {
  g.byHandler(op);
  // What it has coerced is in the frame.
  const isTemp = op.op1Type !== IS_UNUSED && op.op1Type !== IS_CONST;
  if (op.opcode === OP.VERIFY_RETURN_TYPE && isTemp) g.reload(op.op1, VARIABLE);
  if (g.isScript && CHANGES_GLOBALS.has(op.opcode)) g.reloadVariables();
}

const CHANGES_GLOBALS: ReadonlySet<number> = new Set<number>([
  OP.BIND_GLOBAL,
  OP.FETCH_W,
  OP.FETCH_RW,
  OP.FETCH_R,
  OP.FETCH_IS,
  OP.FETCH_UNSET,
  OP.FETCH_FUNC_ARG,
  OP.UNSET_VAR,
  OP.ASSIGN_DIM,
  OP.ASSIGN_DIM_OP,
  OP.FETCH_GLOBALS,
  OP.UNSET_DIM,
]);

function terminator(g: Emitter, op: Opline, n: number, targets: readonly number[], context: EntryContext): Branch {
  const borrowed = endsBorrowing(g, op);
  g.settle();
  switch (op.opcode) {
    case OP.JMP:
      return { kind: 'goto', target: op.op1 };
    case OP.JMPZ:
    case OP.JMPNZ:
    case OP.JMPZ_EX:
    case OP.JMPNZ_EX:
      return conditionalJump(g, op, borrowed) ?? byHandler(g, op, targets);
    case OP.SWITCH_LONG:
    case OP.SWITCH_STRING:
    case OP.MATCH:
      return (g.facts.generic.has(n) ? null : jumpTable(g, op, n, targets)) ?? byHandler(g, op, targets);
    case OP.FAST_CALL:
      return enterFinally(g, op, n);
    case OP.FAST_RET:
      return targets.length > 0 ? leaveFinally(g, op, targets) : byHandler(g, op, targets);
    case OP.COALESCE:
      return coalesce(g, op, n, targets);
    case OP.NEW:
      return newObjectAlone(g, op, n, context.functions) ?? byHandler(g, op, targets);
    case OP.FE_RESET_R:
      return feReset(g, op);
    case OP.FE_FETCH_R:
      return g.facts.generic.has(n) ? byHandler(g, op, targets) : feFetch(g, op);
    case OP.GENERATOR_CREATE:
      createGenerator(g);
      return { kind: 'end' };
    case OP.GENERATOR_RETURN:
      generatorReturn(g, op, context.opline);
      return { kind: 'end' };
    case OP.YIELD:
      if (!g.facts.generic.has(n) && yieldValue(g, op)) return { kind: 'end' };
      return byHandler(g, op, targets);
    case OP.RETURN:
      if (!g.isScript && !g.facts.generic.has(n) && leave(g, op)) return { kind: 'end' };
      return byHandler(g, op, targets);
    default:
      return byHandler(g, op, targets);
  }
}

/** if op1 is not null then result := op1 and goto op2 */
function coalesce(g: Emitter, op: Opline, n: number, targets: readonly number[]): Branch {
  const o = g.op1(op);
  if (o.form !== 'zval' || (o.mask & REF) !== 0 || (o.isTemp && (o.mask & COUNTED) !== 0 && op.op1 === op.result)) {
    return byHandler(g, op, targets);
  }
  const isNull = `${o.js}===undefined||${o.js}===null`;
  const onNo = (): void => {
    const sample = g.state.samples[op.op1];
    g.set(op.result, boxedMask(o.mask & ~(UNDEF | NULL)), g.take(o));
    g.state.samples[op.result] = sample;
  };
  return { kind: 'if', condition: isNull, yes: n + 1, no: op.op2, onNo };
}

/** The handler decides where to go. */
function byHandler(g: Emitter, op: Opline, targets: readonly number[]): Branch {
  g.sync();
  g.emit(g.handlerCall(op));
  if (targets.length === 0) {
    g.emit('return J.flow(vm,X,t);');
    return { kind: 'end' };
  }
  g.emit(`if(${targets.map((t) => `t!==${t}`).join('&&')})return J.flow(vm,X,t);`);
  if (op.opcode === OP.NEW) g.emit(`${g.local('p', g.n)}=X.call;`);
  g.afterHandler(op);
  // What a foreach fetches goes into op2.
  if (op.opcode === OP.FE_FETCH_R || op.opcode === OP.FE_FETCH_RW) g.reload(op.op2, VARIABLE);
  // A generator of the loop may have run, which sees the script's variables.
  if (op.opcode === OP.FE_FETCH_R && g.isScript) g.reloadVariables();
  return op.opcode === OP.NEW ? constructorBranch(g, op, targets) : { kind: 'switch', targets };
}

/** new without arguments: the constructor's call is prepared, or skipped when there is none. */
function constructorBranch(g: Emitter, op: Opline, targets: readonly number[]): Branch {
  const [prepared, skipped] = targets as [number, number];
  const onYes = (): void => {
    g.state.calls.push({
      opline: g.n,
      numArgs: op.extendedValue,
      func: null,
      linked: LINKED,
      sent: op.extendedValue,
      lazy: null,
    });
  };
  return { kind: 'if', condition: `t===${prepared}`, yes: prepared, no: skipped, onYes };
}
