/**
 * Arguments: SEND_* into the call that is being prepared, RECV of what was sent.
 * Source: php-src Zend/zend_vm_def.h
 */
import { type Func, IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { fetchDim } from './arrays.ts';
import type { Emitter } from './emitter.ts';
import type { PhpObject } from '../value/php-object.ts';
import { fetchObj } from './objects.ts';
import { boxText, type Operand } from './operand.ts';
import type { Argument, PendingCall } from './state.ts';
import { valueMask } from './variables.ts';

/** They change the number of arguments. */
const UNPACKS: ReadonlySet<number> = new Set<number>([OP.SEND_UNPACK, OP.SEND_ARRAY]);

/** They ask the function whether it takes the argument by reference. */
const ASKS: ReadonlySet<number> = new Set<number>([
  OP.SEND_VAL_EX,
  OP.SEND_VAR_EX,
  OP.SEND_VAR_NO_REF_EX,
  OP.SEND_FUNC_ARG,
]);

/** Makes sure that the function of the call takes no references at all; false: it may, or is not known well enough. */
function takesValues(g: Emitter, call: PendingCall): boolean {
  const { func } = call;
  if (func !== null) return !func.argInfo.some((a) => a.byRef || a.preferRef);
  guardValues(g, call);
  return true;
}

/** Leaves when the function, which is found at run time, takes references. */
function guardValues(g: Emitter, { lazy, opline }: PendingCall): void {
  g.guard(`!${lazy === null ? `p${opline}.func` : lazy.func}.takesReferences`);
}

/** CHECK_FUNC_ARG: nothing where the function takes values. */
export function checkFuncArg(g: Emitter, op: Opline): boolean {
  const call = g.state.calls.at(-1);
  if (call === undefined || op.op2Type === IS_CONST || !takesValues(g, call)) return sendByHandler(g, op);
  return true;
}

/** FETCH_DIM_FUNC_ARG, FETCH_OBJ_FUNC_ARG: as for reading where the function takes values. */
export function fetchFuncArg(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const call = g.state.calls.at(-1);
  if (call === undefined || op.op2Type === IS_UNUSED || !takesValues(g, call)) return false;
  return op.opcode === OP.FETCH_DIM_FUNC_ARG ? fetchDim(g, op, false) : fetchObj(g, op, thisObject);
}

/** SEND_VAL, SEND_VAR, their _EX forms, and those of them that turn out to pass a value. */
export function send(g: Emitter, op: Opline): boolean {
  const call = g.state.calls.at(-1);
  if (call === undefined || op.op2Type === IS_CONST) return sendByHandler(g, op);
  const p = `p${call.opline}`;
  if (ASKS.has(op.opcode)) {
    const { func } = call;
    if (func === null) guardValues(g, call);
    else if (takesReference(func, op.op2)) return sendByHandler(g, op);
  }
  const o = g.defined(g.op1(op));
  if (call.lazy !== null) {
    call.lazy = { ...call.lazy, args: [...call.lazy.args, keep(g, call, op.op2, o)] };
    return true;
  }
  g.emit(`${p}.slots[${p}.base+${4 + op.op2}]=${g.take(o)};`);
  call.sent = Math.max(call.sent, op.op2);
  return true;
}

/** Keeps an argument in a JavaScript variable. */
function keep(g: Emitter, call: PendingCall, n: number, o: Operand): Argument {
  const raw = g.local(`a${call.opline}_`, n);
  if (o.form === 'zval') {
    g.emit(`${raw}=${g.take(o)};`);
    return { mask: valueMask(o), raw, flag: '', js: raw };
  }
  g.emit(`${raw}=${o.js};`);
  const flag = o.form === 'double' ? '' : g.local(`b${call.opline}_`, n);
  if (flag !== '') g.emit(`${flag}=k${o.slot};`);
  return { mask: o.mask, raw, flag, js: boxText(o.form, raw, flag) };
}

function takesReference(func: Func, n: number): boolean {
  const info = func.argInfo[n - 1] ?? func.argInfo.at(-1);
  return info !== undefined && (info.byRef || info.preferRef) && (n <= func.argInfo.length || info.variadic);
}

/** Any SEND_* by its handler. */
export function sendByHandler(g: Emitter, op: Opline): boolean {
  g.byHandler(op);
  const call = g.state.calls.at(-1);
  if (call !== undefined) {
    g.emit(`p${call.opline}=X.call;`);
    call.sent = call.numArgs;
    if (op.op2Type === IS_CONST || UNPACKS.has(op.opcode)) call.isOpen = true;
  }
  return true;
}
