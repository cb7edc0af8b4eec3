/**
 * Elements that list() takes, and elements that are unset.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_LIST_R, ZEND_UNSET_DIM)
 */
import { IS_CONST, type Opline } from '../bytecode/op-array.ts';
import { element, keyOf, mayOwnArray, ownArray, plain, sampleElement } from './arrays.ts';
import type { Emitter } from './emitter.ts';
import { expect, expectNumber } from './guesses.ts';
import { ANY, ARR, REF } from './types.ts';

/** result := op1[op2] of an array that goes on being held */
export function fetchList(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if (op.op1Type === IS_CONST || o.form !== 'zval' || (o.mask & (ARR | REF)) === 0) return false;
  const key = keyOf(g, g.defined(g.op2(op)));
  if (key === null) return false;
  const a = plain(g, o);
  if (o.mask !== ARR) {
    g.guard(`${a} instanceof A`);
    if ((o.mask & REF) === 0) g.state.masks[o.slot] = ARR;
  }
  const v = g.fresh();
  const sample = sampleElement(g.state.samples[o.slot], op);
  g.emit(`${v}=${element(a, key)};`);
  if (expectNumber(g, op.result, v, sample)) return true;
  g.guard(`${v}!==undefined`);
  g.emit(`if(typeof ${v}==='object'&&${v}!==null&&!(${v} instanceof F))${v}=J.copy(${v});`);
  g.set(op.result, ANY, v);
  expect(g, op.result, sample, g.n + 1);
  return true;
}

/** unset(CV[op2]) */
export function unsetDim(g: Emitter, op: Opline): boolean {
  if (!mayOwnArray(g, op)) return false;
  const key = keyOf(g, g.defined(g.op2(op)));
  if (key === null) return false;
  const a = ownArray(g, op);
  g.emit(`${a}.delete(vm,${key.js});`);
  g.attention(g.n + 1);
  return true;
}
