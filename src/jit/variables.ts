/**
 * Moving values between variables and temporaries.
 * Source: php-src Zend/zend_execute.h (zend_assign_to_variable)
 */
import { IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import { freeTemporary, releaseOld } from './borrowing.ts';
import { learnByte } from './bytes.ts';
import { exactClass, learnClass } from './classes.ts';
import type { Emitter } from './emitter.ts';
import { learnText } from './folding.ts';
import type { Operand } from './operand.ts';
import { ANY, ARR, boxedMask, COUNTED, OBJ, OTHER, REF, UNDEF } from './types.ts';

/** Kinds of an owned copy of the operand. */
export function valueMask(o: Operand): number {
  if ((o.mask & REF) !== 0) return ANY;
  const mask = o.mask & ~UNDEF;
  return o.form === 'zval' ? boxedMask(mask) : mask;
}

/** variable := value; the value the variable held is let go of. False: by the handler. */
export function assignTo(g: Emitter, op: Opline, slot: number, value: Operand, next: number): boolean {
  const old = g.state.masks[slot] as number;
  const c = `c${slot}`;
  if ((old & REF) !== 0) {
    // Usually no reference after all.
    g.local('c', slot);
    g.guard(`!(${c} instanceof R)`);
  }
  const counted = (old & (ARR | OBJ | OTHER)) !== 0;
  const mask = valueMask(value);
  const sample = value.slot >= 0 ? g.state.samples[value.slot] : undefined;
  const ce = exactClass(g, value.slot);
  const keepByte = learnByte(g, slot, value);
  if (value.form !== 'zval') {
    const isFloat = value.form === 'number' ? `k${value.slot}` : '';
    releaseAfter(g, counted, slot, next, () => g.set(slot, mask, value.js, isFloat));
  } else {
    const js = g.take(value);
    releaseAfter(g, counted, slot, next, () => g.set(slot, mask, js, '', value.range));
  }
  const isEmpty = sample === undefined || (sample instanceof PhpArray && sample.count === 0);
  g.state.samples[slot] = isEmpty ? (g.facts.modelAt(slot) ?? sample) : sample;
  if (ce !== null) learnClass(g, slot, ce);
  learnText(g, slot, value);
  keepByte();
  if (op.resultType !== IS_UNUSED) copyTo(g, slot, op.result);
  return true;
}

/** Runs `store`, which overwrites the variable; a counted value that was there is released behind it. */
function releaseAfter(g: Emitter, counted: boolean, slot: number, next: number, store: () => void): void {
  if (!counted) {
    store();
    return;
  }
  const mask = (g.state.masks[slot] as number) & ~REF;
  const old = g.fresh();
  g.emit(`${old}=c${slot};`);
  store();
  releaseOld(g, old, next, mask);
}

/** result := one more holder of what a variable holds. */
export function copyTo(g: Emitter, from: number, to: number): void {
  const o = g.operand(8, from, undefined);
  if (o.form !== 'zval') {
    g.set(to, o.mask, o.js, o.form === 'number' ? `k${from}` : '');
    return;
  }
  g.set(to, valueMask(o), (o.mask & COUNTED) === 0 ? o.js : g.take(o), '', o.range);
}

/** result := op1 */
export function quickAssign(g: Emitter, op: Opline): boolean {
  const o = g.defined(g.op1(op));
  const sample = o.slot >= 0 ? g.state.samples[o.slot] : undefined;
  const ce = exactClass(g, o.slot);
  if (o.form !== 'zval') g.result(op, o.mask, o.js, o.form === 'number' ? `k${o.slot}` : '');
  else g.result(op, valueMask(o), g.take(o), '', o.range);
  g.state.samples[op.result] = sample;
  if (ce !== null) learnClass(g, op.result, ce);
  return true;
}

/** free op1 */
export function freeTemp(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if ((o.mask & COUNTED) === 0) return true;
  freeTemporary(g, o.js);
  return true;
}
