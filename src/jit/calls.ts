/**
 * Calls: pushing the callee's frame, sending arguments, running the callee's compiled code as a JavaScript function, and
 * leaving. A callee that goes back to the interpreter in the middle answers E; its callers then put their frames in order
 * and answer E too, and the interpreter finds a chain of frames as if it had made it itself.
 * Source: php-src Zend/zend_vm_def.h, zend_execute.h
 */
import { type Func, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_DEPRECATED, ACC_RETURN_REFERENCE } from '../bytecode/type-flags.ts';
import {
  CALL_CODE,
  CALL_FREE_EXTRA_ARGS,
  CALL_GENERATOR,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_MAY_HAVE_UNDEF,
} from '../vm/execute-data.ts';
import { bareOf, bareText } from './bare-calls.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { countedText } from './borrowing.ts';
import { expectKind, mayGuess } from './guesses.ts';
import type { Zval } from '../value/zval.ts';
import type { Bare, DirectCall, InternalFunction } from '../vm/internal-function.ts';
import type { Emitter } from './emitter.ts';
import { foldCall } from './folding.ts';
import { takeFromArray } from './stack-builtins.ts';
import { FRAMELESS, type Operand } from './operand.ts';
import { arrayText, floatText } from './kind-tests.ts';
import { forgetInners } from './inner-arrays.ts';
import { intrinsic, isIntrinsic } from './intrinsics.ts';
import {
  afterLightCall,
  callLight,
  depth,
  hasClosureCode,
  hasLightCode,
  leaveForFrame,
  lightCall,
  returnFloat,
  type Wanted,
} from './light-calls.ts';
import { possibleMask } from './declared-types.ts';
import {
  awaitingResult,
  calleeText,
  ELSEWHERE,
  mayBeLight,
  plainCall,
  pushText,
  returnSlot,
} from './frames-on-demand.ts';
import { LINKED, type LazyCall, type NewFrame, type PendingCall, PLAIN_FRAME, UNLINKED } from './state.ts';
import { ANY, ARR, BIG, COUNTED, FLT, formOf, INT, NUM, REF } from './types.ts';
import { valueMask } from './variables.ts';

/** What the compiler asks about functions. */
export interface Functions {
  /** The function an INIT_FCALL* will call; null while it does not exist. */
  find(op: Opline, func: OpArray): Func | null;
  /** The method that the opline's run-time cache holds; null while it is empty. */
  cachedMethod(op: Opline, func: OpArray): Func | null;
  /** The class it is that method of; null while it is empty. */
  cachedClass(op: Opline, func: OpArray): ClassEntry | null;
  /** Kinds of values its compiled code has been seen to return; 0 when nothing is known. */
  returns(func: Func, numArgs: number): number;
  /** Whether calls of it can be made without a frame now, or will be when the code at hand runs. */
  light(func: OpArray, numArgs: number, caller: OpArray): boolean;
  /** What a function that only computes answers. */
  evaluate(func: InternalFunction, args: unknown[]): Zval;
  /** Its frames are looked into by the function itself (func_get_args, compact ...). */
  inspectsFrames(func: Func): boolean;
}

/** Frames with one of these are left the long way. */
const LONG_WAY = CALL_CODE | CALL_HAS_SYMBOL_TABLE | CALL_FREE_EXTRA_ARGS | CALL_HAS_EXTRA_NAMED | CALL_GENERATOR;

/** INIT_FCALL, INIT_FCALL_BY_NAME, INIT_NS_FCALL_BY_NAME */
export function initFcall(g: Emitter, op: Opline, functions: Functions): boolean {
  const func = functions.find(op, g.func);
  if (func === null || functions.inspectsFrames(func)) return initByHandler(g, op);
  if (!isIntrinsic(func, op.extendedValue)) forgetInners(g);
  if (takeFromArray(g, op, func)) return true;
  if (foldCall(g, op, func, (f, args) => functions.evaluate(f, args))) return true;
  prepareKnown(g, op, func, functions);
  return true;
}

/** Prepares the call of a function that is known, or of a copy of it that `js` names: without a frame if that can be. */
export function prepareKnown(
  g: Emitter,
  op: Opline,
  func: Func,
  functions: Functions,
  frame: NewFrame = PLAIN_FRAME,
  js: string = g.constant(func),
): void {
  const lazy = { ...frame, args: [], func: js, often: [] };
  const light = isLight(g, op, func, functions);
  if (!light) g.materialise();
  g.state.calls.push({ opline: g.n, numArgs: op.extendedValue, func, linked: UNLINKED, sent: 0, lazy });
  if (!light && !isBare(g, op, func)) g.materialise();
}

function isLight(g: Emitter, op: Opline, func: Func, functions: Functions): boolean {
  const numArgs = op.extendedValue;
  if (g.facts.framed.has(g.n) || plainCall(g, g.n) === null) return false;
  if (isIntrinsic(func, numArgs)) return true;
  if (!mayBeLight(func, numArgs)) return false;
  return functions.light(func, numArgs, g.func);
}

function isBare(g: Emitter, op: Opline, func: Func): boolean {
  return !g.light && bareOf(func, op.extendedValue) !== null && plainCall(g, g.n) !== null;
}

/** Any INIT_* (and NEW) by its handler: its frame is linked. */
export function initByHandler(g: Emitter, op: Opline): boolean {
  g.byHandler(op);
  pushLinked(g, op);
  return true;
}

/** The handler at hand has linked a new frame. */
export function pushLinked(g: Emitter, op: Opline): void {
  g.emit(`${g.local('p', g.n)}=X.call;`);
  const sent = op.extendedValue;
  g.state.calls.push({ opline: g.n, numArgs: sent, func: null, linked: LINKED, sent, lazy: null });
}

/** Runs the innermost prepared call. */
export function doCall(g: Emitter, op: Opline, functions: Functions): boolean {
  const call = g.state.calls.pop();
  if (call === undefined) return false;
  const { func } = call;
  const bare = call.lazy === null || g.light ? null : bareOf(func, call.numArgs);
  if (call.lazy === null || func?.type !== 1 || bare !== null) forgetInners(g);
  if (call.lazy !== null && bare !== null) {
    callBare(g, op, call, call.lazy, bare);
    return true;
  }
  if (call.lazy !== null && func?.type === 1) {
    const value = intrinsic(g, call, func, call.lazy.args);
    if (value === null) {
      forgetInners(g);
      g.state.calls.push(call);
      g.materialise();
      g.state.calls.pop();
    } else {
      g.result(op, value.mask, value.js, value.isFloat);
      return true;
    }
  }
  if (call.lazy !== null && call.lazy.closure !== 'null') {
    callClosure(g, op, call, call.lazy, functions);
    return true;
  }
  if (call.lazy !== null && func !== null) {
    const expected = expectedNumber(g, op, [func], call.numArgs, functions);
    const find = (init: Opline): Func | null => functions.find(init, g.func);
    takeResult(g, op, callLight(g, op, call, call.lazy, wantedOf(op, expected), find), func, expected);
    return true;
  }
  if (call.lazy !== null) {
    dynamicCall(g, op, call, call.lazy, functions);
    return true;
  }
  // A script's variables are global: what is called sees them, and may change them.
  if (g.isScript) g.sync();
  const plain = func !== null && (func.fnFlags & (ACC_DEPRECATED | ACC_ABSTRACT)) === 0;
  g.emit(`X.opline=${g.n};${unlinkText(call)}`);
  if (plain && func.type === 1) callInternal(g, op, call, (func as InternalFunction).direct);
  else callUser(g, op, call, plain ? func : null, functions);
  if (g.isScript) g.reloadVariables();
  return true;
}

/** Runs a call whose function is found at run time: without a frame if it has such code. */
function dynamicCall(g: Emitter, op: Opline, call: PendingCall, lazy: LazyCall, functions: Functions): void {
  const r = g.fresh();
  const expected = expectedNumber(g, op, lazy.often, call.numArgs, functions);
  const wanted = wantedOf(op, expected);
  for (const often of lazy.often) {
    // A place of its own for each: V8 inlines what is always the same.
    const f = g.constant(often);
    g.emit(`if(${lazy.func}===${f}&&${hasLightCode(g, f, call.numArgs)}){${r}=${lightCall(g, lazy, wanted)};}else `);
  }
  g.emit(`if(${hasLightCode(g, lazy.func, call.numArgs)}){${r}=${lightCall(g, lazy, wanted)};}else{${r}=Z;}`);
  g.emit(`if(${r}!==Z){${afterLightCall(g, op, r, lazy)}}`);
  orOnFrame(g, op, call, lazy, null, r);
  takeResult(g, op, r, null, expected);
}

/** Runs a closure, whose function is a copy of one that is known. */
function callClosure(g: Emitter, op: Opline, call: PendingCall, lazy: LazyCall, functions: Functions): void {
  const r = g.fresh();
  const func = call.func as OpArray;
  const expected = expectedNumber(g, op, [func], call.numArgs, functions);
  g.emit(`if(${hasClosureCode(g, func, lazy.func, call.numArgs)}){`);
  g.emit(`${r}=${lightCall(g, lazy, wantedOf(op, expected))};${afterLightCall(g, op, r, lazy)}}`);
  orOnFrame(g, op, call, lazy, func, r);
  takeResult(g, op, r, func, expected);
}

/** Behind an `if` for the call without a frame: the call with one. Code that has none itself is left for it. */
function orOnFrame(g: Emitter, op: Opline, call: PendingCall, lazy: LazyCall, func: Func | null, r: string): void {
  g.emit('else{');
  if (g.light) g.emit(leaveForFrame(g, call));
  else {
    g.emit(`${argumentsText(g)}${pushText(g, call, lazy)}X.opline=${g.n};`);
    runUser(g, op, call, func, r);
  }
  g.emit('}');
}

function unlinkText(call: PendingCall): string {
  const p = `p${call.opline}`;
  if (call.linked === UNLINKED) return '';
  return call.linked === LINKED ? `X.call=${p}.prev;` : `if(X.call===${p})X.call=${p}.prev;`;
}

function callInternal(g: Emitter, op: Opline, call: PendingCall, direct: DirectCall | null): void {
  const p = `p${call.opline}`;
  syncArguments(g);
  const start = direct === null || call.isOpen === true ? 'J.internal' : g.constant(direct);
  g.emit(`${calleeText(op, p)}t=${start}(vm,${p});`);
  g.emit(`if(${ELSEWHERE}){${afterCallText(g, op)}return E;}`);
  if (op.resultType === IS_UNUSED) return;
  g.reload(op.result, ANY);
  const declared = call.func?.returnType ?? null;
  if (declared === null || possibleMask(declared) !== ARR || !mayGuess(g)) return;
  expectKind(g, op.result, arrayText(`c${op.result}`), ARR, '');
}

function callBare(g: Emitter, op: Opline, call: PendingCall, lazy: LazyCall, bare: Bare): void {
  if (g.isScript) g.sync();
  syncArguments(g);
  g.emit(bareText(g, op, call, lazy, bare, afterCallText(g, op)));
  if (op.resultType !== IS_UNUSED) g.reload(op.result, ANY);
  if (g.isScript) g.reloadVariables();
}

/** What the frame lacks when the call is left under way. */
function afterCallText(g: Emitter, op: Opline): string {
  return awaitingResult(g, op, () => g.syncText(g.n + 1));
}

/** JavaScript that writes parameters that were assigned to: backtraces show them. */
export function argumentsText(g: Emitter): string {
  let out = '';
  for (let s = 5; s < 5 + g.func.numArgs; s++) {
    if (g.state.dirty[s] === true) out += `S[B+${s}]=${g.zval(g.operand(IS_CV, s, undefined))};`;
  }
  return out;
}

function syncArguments(g: Emitter): void {
  const { dirty, masks } = g.state;
  g.emit(argumentsText(g));
  for (let s = 5; s < 5 + g.func.numArgs; s++) if (formOf(masks[s] as number) === 'zval') dirty[s] = false;
}

function callUser(g: Emitter, op: Opline, call: PendingCall, func: Func | null, functions: Functions): void {
  const r = g.fresh();
  syncArguments(g);
  runUser(g, op, call, func, r);
  takeResult(g, op, r, func, expectedNumber(g, op, func === null ? [] : [func], call.numArgs, functions));
}

/** Runs the callee on its frame; its value is then in `r`. */
function runUser(g: Emitter, op: Opline, call: PendingCall, func: Func | null, r: string): void {
  const p = `p${call.opline}`;
  g.emit(calleeText(op, p));
  const tier = func === null ? `${p}.func.tier` : g.constant((func as OpArray).tier);
  const given = call.isOpen === true ? `${p}.numArgs` : `${call.numArgs}`;
  const complete = func === null || call.isOpen === true ? `&&!(${p}.callInfo&${CALL_MAY_HAVE_UNDEF})` : '';
  const known =
    func === null
      ? `(t=${tier})!==undefined&&(t=t.calls[${given}])!==undefined${complete}`
      : `(t=${tier}.calls[${given}])!==undefined${complete}`;
  const d = depth(g);
  g.emit(
    `if(${known}&&${d}<J.depth){vm.jitDepth=${d}+1;${r}=t(vm,${p});}else ${r}=J.call(vm,${p},${given});vm.jitDepth=${d};`,
  );
  g.emit(`if(${r}===E||vm.attention){${afterCallText(g, op)}return J.after(vm,X,${r},${returnSlot(op)});}`);
}

/** The kinds of number that the result of a call of one of the functions is expected to be; 0: it may be something else. */
function expectedNumber(g: Emitter, op: Opline, funcs: readonly Func[], numArgs: number, functions: Functions): number {
  if (op.resultType === IS_UNUSED || !mayGuess(g)) return 0;
  const masks = funcs.map((f) => functions.returns(f, numArgs) || declaredNumber(f));
  return masks.includes(0) ? 0 : masks.reduce((a, b) => a | b, 0);
}

function wantedOf(op: Opline, expected: number): Wanted {
  if (op.resultType === IS_UNUSED) return 'false';
  return (expected & FLT) === 0 ? 'true' : '2';
}

/** The value `r` of a call becomes the result, or is let go of. @param mask kinds of number that it is expected to be */
function takeResult(g: Emitter, op: Opline, r: string, func: Func | null, mask: number): void {
  if (op.resultType === IS_UNUSED) {
    g.emit(`if(typeof ${r}==='object'&&${r}!==null){J.release(vm,${r});`);
    g.attention(g.n + 1);
    g.emit('}');
    return;
  }
  g.set(op.result, ANY | REF, r);
  if (mask === INT) expectKind(g, op.result, `typeof ${r}==='number'`, INT, '');
  else if (mask === FLT) expectKind(g, op.result, floatText(r), FLT, `${r}.value`);
  else if (mask === NUM) {
    expectKind(g, op.result, `typeof ${r}==='number'||${floatText(r)}`, NUM, `typeof ${r}==='number'?${r}:${r}.value`);
    g.emit(`${g.local('k', op.result)}=typeof ${r}!=='number';`);
  } else if (func !== null && (func.fnFlags & ACC_RETURN_REFERENCE) === 0) g.state.masks[op.result] = ANY;
}

/** The kind of number that the function declares to return; 0: something else. */
function declaredNumber(func: Func): number {
  const mask = func.type === 1 || func.returnType === null ? 0 : possibleMask(func.returnType);
  if (mask === (INT | BIG)) return INT;
  return mask === FLT ? FLT : 0;
}

/** RETURN: lets go of the variables, pops the frame, answers the value. */
export function leave(g: Emitter, op: Opline): boolean {
  const o = g.defined(g.op1(op));
  const counted = o.form === 'zval' && (o.mask & COUNTED) !== 0;
  const r = g.fresh();
  if (g.light) return leaveLight(g, op, o, r);
  // A value that dies unused does so before the variables do: the handler sees to the order.
  const unused = counted ? `||X.returnSlot<0&&!(X.callInfo&2)&&J.last(${o.js})` : '';
  g.handlers.add(op.opcode);
  g.emit(`if((X.callInfo&${LONG_WAY})!==0${unused}){${g.syncText(g.n)}${g.handlerCall(op)}return J.flow(vm,X,t);}`);
  releaseVariables(g, op, o, r);
  // A value that is needed behind a call has a place in memory, which V8 writes at each turn of the loop that computes it.
  g.emit(`return J.pop(vm,X,${r});`);
  return true;
}

/** The same without a frame: `U` says whether the caller uses the value. */
function leaveLight(g: Emitter, op: Opline, o: Operand, r: string): boolean {
  const counted = o.form === 'zval' && (o.mask & COUNTED) !== 0;
  if (counted) g.emit(`if(!U&&J.last(${o.js})){${g.exit(g.n, FRAMELESS + g.n)}}`);
  if (o.form === 'double') {
    releaseSlots(g, -1);
    g.returns |= FLT;
    g.emit(returnFloat(o.js));
    return true;
  }
  releaseVariables(g, op, o, r);
  g.emit(`return ${r};`);
  return true;
}

function releaseVariables(g: Emitter, op: Opline, o: Operand, r: string): void {
  const counted = o.form === 'zval' && (o.mask & COUNTED) !== 0;
  const moves = op.op1Type === IS_CV && counted && (o.mask & REF) === 0;
  g.emit(`${r}=${moves ? o.js : g.take(o)};`);
  const moved = moves ? op.op1 : -1;
  const viaFrame = o.form === 'zval' && o.slot >= 0 && !g.light && releasesAny(g, moved);
  if (viaFrame) g.emit(`S[B+${o.slot}]=${r};`);
  releaseSlots(g, moved);
  if (viaFrame) g.emit(`${r}=S[B+${o.slot}];`);
  g.returns |= valueMask(o);
}

function releasesAny(g: Emitter, moved: number): boolean {
  return g.func.vars.some((_, n) => n + 5 !== moved && ((g.state.masks[n + 5] as number) & COUNTED) !== 0);
}

/** The variables but `moved` let go of what they hold. */
function releaseSlots(g: Emitter, moved: number): void {
  for (let s = 5; s < 5 + g.func.vars.length; s++) {
    const mask = g.state.masks[s] as number;
    if ((mask & COUNTED) === 0 || s === moved) continue;
    const c = g.local('c', s);
    g.emit(`if(${countedText(c)})J.release(vm,${c});`);
  }
}
