/**
 * Elements that list() takes, and elements that are unset.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_LIST_R, ZEND_UNSET_DIM)
 */
import { IS_CONST, type Opline } from '../bytecode/op-array.ts';
import { keyOf, mayOwnArray, ownArray } from './arrays.ts';
import { sampleElement } from './samples.ts';
import type { Emitter } from './emitter.ts';
import { fetched } from './guesses.ts';
import { arrayText } from './kind-tests.ts';
import { lookUp, normalised } from './lookups.ts';
import { ARR, REF } from './types.ts';

/** result := op1[op2] of an array that goes on being held */
export function fetchList(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if (op.op1Type === IS_CONST || o.form !== 'zval' || (o.mask & (ARR | REF)) === 0) return false;
  const key = keyOf(g, g.defined(g.op2(op)));
  if (key === null) return false;
  const a = g.plain(o);
  if (o.mask !== ARR) {
    g.guard(arrayText(a));
    if ((o.mask & REF) === 0) g.state.masks[o.slot] = ARR;
  }
  const found = lookUp(g, a, key, o.slot);
  const sample = sampleElement(g.state.samples[o.slot], op);
  g.emit(found.text);
  fetched(g, op.result, found.value, sample);
  return true;
}

/** unset(CV[op2]) */
export function unsetDim(g: Emitter, op: Opline): boolean {
  return mayOwnArray(g, op) && removeElement(g, op, g.n, () => ownArray(g, op));
}

/** unset(array[op2]) of the UNSET_DIM at opline `at`; `array` emits what makes the array ready and names it. */
export function removeElement(g: Emitter, op: Opline, at: number, array: () => string | null): boolean {
  const key = keyOf(g, g.defined(g.op2(op)));
  const a = key === null ? null : array();
  if (key === null || a === null) return false;
  g.emit(`${a}.delete(vm,${normalised(key)});`);
  g.attention(at + 1);
  return true;
}
