/**
 * The counted values that the frames of a suspended machine hold, for the cycle collector. Only what is certain to be
 * held is named: a holder that is left out keeps its value alive, one too many would free it.
 * Source: php-src Zend/zend_execute.c (zend_unfinished_execution_gc_ex), zend_fibers.c (zend_fiber_object_gc)
 */
import { CALL_FRAME_SLOT, LIVE_LOOP, LIVE_TMPVAR, type OpArray } from '../bytecode/op-array.ts';
import type { Zval } from '../value/zval.ts';
import {
  CALL_CLOSURE,
  CALL_CODE,
  CALL_FREE_EXTRA_ARGS,
  CALL_GENERATOR,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_RELEASE_THIS,
  type ExecuteData,
} from '../vm/execute-data.ts';
import { argumentSlot } from '../vm/frame.ts';

type Visit = (v: Zval) => void;

/** Visits what `from` and every frame below it hold. */
export function visitFrames(from: ExecuteData | null, visit: Visit): void {
  for (let ex = from; ex !== null; ex = ex.prev) {
    visitHeader(ex, visit);
    if (ex.func.type === 1) visitSlots(ex, ex.base + CALL_FRAME_SLOT, ex.numArgs, visit);
    else visitUserFrame(ex, ex.func, visit);
    for (let call = ex.call; call !== null; call = call.prev) {
      visitHeader(call, visit);
      visitSlots(call, call.base + CALL_FRAME_SLOT, call.numArgs, visit);
    }
  }
}

function visitHeader(ex: ExecuteData, visit: Visit): void {
  // a generator's object visits what its frame holds
  if ((ex.callInfo & CALL_GENERATOR) !== 0) return;
  if ((ex.callInfo & CALL_RELEASE_THIS) !== 0) visit(ex.thisObject);
  if ((ex.callInfo & CALL_CLOSURE) !== 0) visit(ex.closure);
  if ((ex.callInfo & CALL_HAS_EXTRA_NAMED) !== 0) visit(ex.extraNamedParams);
}

function visitUserFrame(ex: ExecuteData, func: OpArray, visit: Visit): void {
  if ((ex.callInfo & (CALL_GENERATOR | CALL_CODE)) !== 0) return;
  if ((ex.callInfo & CALL_HAS_SYMBOL_TABLE) === 0) visitSlots(ex, ex.base + CALL_FRAME_SLOT, func.vars.length, visit);
  if ((ex.callInfo & CALL_FREE_EXTRA_ARGS) !== 0) {
    visitSlots(ex, argumentSlot(ex, func.numArgs), ex.numArgs - func.numArgs, visit);
  }
  for (const range of func.liveRanges) {
    if (range.start > ex.opline) break;
    if (ex.opline >= range.end || (range.kind !== LIVE_TMPVAR && range.kind !== LIVE_LOOP)) continue;
    visit(ex.slots[ex.base + range.var]);
  }
}

function visitSlots(ex: ExecuteData, first: number, count: number, visit: Visit): void {
  for (let i = first; i < first + count; i++) visit(ex.slots[i]);
}
