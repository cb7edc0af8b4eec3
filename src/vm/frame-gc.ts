/**
 * What the frame of suspended code holds, for the cycle collector.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_unfinished_execution_gc_ex, zend_unfinished_calls_gc)
 */
import { CALL_FRAME_SLOT, LIVE_LOOP, LIVE_TMPVAR, OpArray } from '../bytecode/op-array.ts';
import { PhpIndirect, type Zval } from '../value/zval.ts';
import {
  CALL_CLOSURE,
  CALL_FREE_EXTRA_ARGS,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_RELEASE_THIS,
  type ExecuteData,
} from './execute-data.ts';
import { ForeachState } from './foreach-state.ts';
import { argumentSlot } from './frame.ts';
import type { FrozenCall } from './generator-data.ts';

type Visit = (v: Zval) => void;

/**
 * Calls `visit` for every value that the frame owns; `opNum` is the opline that it stands at. The arguments of an internal
 * function's frame are not looked at: its C code may hold more of them than is seen here.
 */
export function visitFrame(ex: ExecuteData, opNum: number, visit: Visit): void {
  visitHeader(ex, visit);
  const { func } = ex;
  if (!(func instanceof OpArray)) return;
  for (let call = ex.call; call !== null; call = call.prev) {
    visitHeader(call, visit);
    const first = call.base + CALL_FRAME_SLOT;
    for (let i = first; i < first + call.numArgs; i++) visit(call.slots[i]);
  }
  visitVariables(ex, func, visit);
  visitTemporaries(ex, func, opNum, visit);
}

/** The calls that a suspended generator was preparing. */
export function visitFrozenCalls(frozen: readonly FrozenCall[], visit: Visit): void {
  for (const { frame, slots } of frozen) {
    visitHeader(frame, visit);
    for (let i = CALL_FRAME_SLOT; i < CALL_FRAME_SLOT + frame.numArgs; i++) visit(slots[i]);
  }
}

function visitHeader(ex: ExecuteData, visit: Visit): void {
  if ((ex.callInfo & CALL_RELEASE_THIS) !== 0) visit(ex.thisObject);
  if ((ex.callInfo & CALL_CLOSURE) !== 0) visit(ex.closure);
  if ((ex.callInfo & CALL_HAS_EXTRA_NAMED) !== 0) visit(ex.extraNamedParams);
}

function visitVariables(ex: ExecuteData, func: OpArray, visit: Visit): void {
  const first = ex.base + CALL_FRAME_SLOT;
  if ((ex.callInfo & CALL_HAS_SYMBOL_TABLE) === 0) {
    for (let i = first; i < first + func.vars.length; i++) visit(ex.slots[i]);
  } else {
    ex.symbolTable?.forEach((v) => {
      visit(v instanceof PhpIndirect ? v.slots[v.index] : v);
    });
  }
  if ((ex.callInfo & CALL_FREE_EXTRA_ARGS) === 0) return;
  const from = argumentSlot(ex, func.numArgs);
  for (let i = 0; i < ex.numArgs - func.numArgs; i++) visit(ex.slots[from + i]);
}

function visitTemporaries(ex: ExecuteData, func: OpArray, opNum: number, visit: Visit): void {
  for (const range of func.liveRanges) {
    if (range.start > opNum) break;
    if (opNum >= range.end || (range.kind !== LIVE_TMPVAR && range.kind !== LIVE_LOOP)) continue;
    const held: unknown = ex.slots[ex.base + range.var];
    if (held instanceof ForeachState) visitLoop(held, visit);
    else visit(held as Zval);
  }
}

function visitLoop(state: ForeachState, visit: Visit): void {
  visit(state.array);
  visit(state.ref);
  if (state.ref === null) visit(state.object);
  state.iterator?.gcChildren?.(visit);
}
