/**
 * Frames that are pushed only when somebody may look at them: the text that pushes the frame of a prepared call, and the
 * text with which code that runs without a frame says what its frame would hold. src/jit/stash.ts makes the frames of it.
 */
import { DOS, INITS } from '../bytecode/call-oplines.ts';
import { type Func, IS_CONST, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_DEPRECATED,
  ACC_GENERATOR,
  ACC_RETURN_REFERENCE,
  ACC_VARIADIC,
} from '../bytecode/type-flags.ts';
import { OP } from '../bytecode/opcodes.ts';
import { usedSlots } from '../vm/frame.ts';
import { leavesVariables } from './handler-effects.ts';
import type { Emitter } from './emitter.ts';
import type { LazyCall, PendingCall } from './state.ts';

/** JavaScript that pushes the frame of a call and writes the arguments there are. */
export function pushText(g: Emitter, call: PendingCall, lazy: LazyCall): string {
  const p = g.local('p', call.opline);
  let out: string;
  const { func } = call;
  if (lazy.closure !== 'null') out = `${p}=J.pushClosure(vm,${lazy.closure},${call.numArgs});`;
  else if (func === null) {
    out = `${p}=J.pushMethod(vm,${lazy.func},${call.numArgs},${lazy.thisObject},${lazy.info !== 0});`;
  } else {
    out = `${p}=J.push(vm,${usedSlots(call.numArgs, func)},${lazy.func});${p}.numArgs=${call.numArgs};`;
    if (lazy.thisObject !== 'null') out += `${p}.thisObject=${lazy.thisObject};`;
    if (lazy.calledScope !== 'null') out += `${p}.calledScope=${lazy.calledScope};`;
    if (lazy.info !== 0) out += `${p}.callInfo|=${lazy.info};`;
  }
  for (const [i, { js }] of lazy.args.entries()) out += `${p}.slots[${p}.base+${5 + i}]=${js};`;
  return out;
}

/** JavaScript for where the callee delivers the result of the DO_*: a slot of the page, -1 for nowhere. */
export function returnSlot(op: Opline): string {
  return op.resultType === IS_UNUSED ? '-1' : `B+${op.result}`;
}

/** JavaScript that makes the pushed frame `p` the callee of the frame at hand. */
export function calleeText(op: Opline, p: string): string {
  return `${p}.prev=X;${p}.returnSlot=${returnSlot(op)};`;
}

/** Condition that a builtin has gone elsewhere; `t` is what it answered. Another machine's code runs at once if it can. */
export const ELSEWHERE = '(t!==-2||vm.currentExecuteData!==X||vm.attention)&&!J.elsewhere(vm,X,t)';

/** The text `write` makes for a call that is left under way: its frame lacks all but the result, which the callee delivers. */
export function awaitingResult(g: Emitter, op: Opline, write: () => string): string {
  if (op.resultType === IS_UNUSED) return write();
  const { dirty } = g.state;
  const was = dirty[op.result];
  dirty[op.result] = false;
  const text = write();
  if (was !== undefined) dirty[op.result] = was;
  return text;
}

/**
 * JavaScript that puts down what the frame would hold at `opline`: its variables, the temporaries that are live at `live`
 * (but `skip`), and the calls being prepared.
 */
export function recordText(g: Emitter, live: number, opline: number | 't', skip = -1): string {
  const variables = variablesText(g);
  const temporaries = liveTemporaries(g, live, skip).map((s) => `${s},${g.boxed(s)}`);
  const calls = g.state.calls.map((c) => callText(g, c));
  return `${g.record}${g.numArgs},${opline},[${variables.join()}],[${temporaries.join()}],[${calls.join()}]);`;
}

/**
 * The same with what leaves the code behind it, `t` being the opline and `u` the reason. V8 does not inline functions of more
 * than 460 bytes of bytecode, most of which would be array literals otherwise.
 */
export function leaveLightText(g: Emitter, live: number): string {
  if (g.state.calls.length > 0) return `${recordText(g, live, 't')}return J.exit(T,u);`;
  const temporaries = liveTemporaries(g, live, -1);
  const values = [...variablesText(g), ...temporaries.map((s) => g.boxed(s))];
  return outText(g, 't', 'u', temporaries, values);
}

/** Leaves code for calls without a frame in front of opline `opline`, with the values of all variables and some temporaries. */
export function outText(
  g: Emitter,
  opline: string,
  reason: string,
  temporaries: readonly number[],
  values: readonly string[],
): string {
  const self = g.isLightClosure ? 'C,T,Q,null' : 'null,T,Q,W';
  return `return J.out(${[self, `'${[g.numArgs, ...temporaries].join()}'`, opline, reason, ...values].join()});`;
}

function variablesText(g: Emitter): string[] {
  return g.func.vars.map((_, n) => (g.state.masks[5 + n] === 0 ? 'undefined' : g.boxed(5 + n)));
}

function liveTemporaries(g: Emitter, live: number, skip: number): number[] {
  const { masks, dirty } = g.state;
  const out: number[] = [];
  for (let s = 5 + g.func.vars.length; s < masks.length; s++) {
    if (s !== skip && masks[s] !== 0 && dirty[s] === true && g.live.isLive(live, s)) out.push(s);
  }
  return out;
}

function callText(g: Emitter, call: PendingCall): string {
  const { lazy } = call;
  if (lazy === null) {
    g.needsFrame = true;
    return '';
  }
  return `[${lazy.func},${call.numArgs},${lazy.thisObject},${lazy.calledScope},${lazy.info},[${lazy.args.map((a) => a.js).join()}],${lazy.closure}]`;
}

/** Does the opline prepare a call? */
export function isInit(op: Opline | undefined): boolean {
  return op !== undefined && INITS.has(op.opcode);
}

/** What puts one argument into a prepared call, or may. */
export const SENDS: ReadonlySet<number> = new Set<number>([
  OP.SEND_VAL,
  OP.SEND_VAR,
  OP.SEND_VAL_EX,
  OP.SEND_VAR_EX,
  OP.SEND_VAR_NO_REF_EX,
  OP.SEND_FUNC_ARG,
]);

/** The oplines of the call that opline `n` prepares, up to its DO_*: null unless they are all in the block and plain. */
export function plainCall(g: Emitter, n: number): Opline[] | null {
  const out: Opline[] = [];
  let depth = 0;
  for (let i = n + 1; i <= g.blockLast; i++) {
    const op = g.ops[i] as Opline;
    out.push(op);
    if (INITS.has(op.opcode)) depth++;
    else if (DOS.has(op.opcode)) {
      if (depth === 0) return op.opcode === OP.CALLABLE_CONVERT ? null : out;
      depth--;
    } else if (depth === 0 && isOddSend(op)) return null;
  }
  return null;
}

function isOddSend(op: Opline): boolean {
  if (SENDS.has(op.opcode)) return op.op2Type === IS_CONST;
  return ODD_SENDS.has(op.opcode);
}

const ODD_SENDS: ReadonlySet<number> = new Set<number>([
  OP.SEND_REF,
  OP.SEND_VAR_NO_REF,
  OP.SEND_UNPACK,
  OP.SEND_ARRAY,
  OP.SEND_USER,
  OP.CHECK_UNDEF_ARGS,
]);

/** Does one of the oplines change the variable? */
export function changes(oplines: readonly Opline[], slot: number): boolean {
  return oplines.some(
    (op) =>
      (op.op1Type === IS_CV && op.op1 === slot && !SENDS.has(op.opcode) && !leavesVariables(op)) ||
      (op.resultType === IS_CV && op.result === slot),
  );
}

const ODD = ACC_ABSTRACT | ACC_DEPRECATED | ACC_GENERATOR | ACC_RETURN_REFERENCE | ACC_VARIADIC;

/** Can calls of the function with so many arguments do without a frame at all? */
export function mayBeLight(func: Func, numArgs: number): func is OpArray {
  return (
    func.type === 2 &&
    (func.fnFlags & ODD) === 0 &&
    numArgs <= func.numArgs &&
    numArgs >= func.requiredNumArgs &&
    !func.argInfo.some((a) => a.byRef)
  );
}
