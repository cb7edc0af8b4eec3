/**
 * Generators in the compiled code. Each opline behind a YIELD is a way in of its own: the code runs from there to the next
 * YIELD, writes value and key into the generator and answers Z, and whoever resumed the generator goes on. Between two
 * yields everything is in the frame.
 * Source: php-src Zend/zend_vm_def.h (ZEND_GENERATOR_CREATE, ZEND_YIELD, ZEND_GENERATOR_RETURN)
 */
import { IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_RETURN_REFERENCE } from '../bytecode/type-flags.ts';
import type { Emitter } from './emitter.ts';
import type { Operand } from './operand.ts';
import { BIG, COUNTED, INT, OBJ } from './types.ts';

/** return generator(this frame) */
export function createGenerator(g: Emitter): void {
  g.emit(`${g.syncText(g.n + 1)}X.opline=${g.n + 1};return J.generator(vm,X);`);
  g.returns |= OBJ;
}

/** yield op2 => op1. False: by the handler. */
export function yieldValue(g: Emitter, op: Opline): boolean {
  if ((g.func.fnFlags & ACC_RETURN_REFERENCE) !== 0 || g.state.calls.length > 0) return false;
  const value = op.op1Type === IS_UNUSED ? null : g.defined(g.op1(op));
  const key = op.op2Type === IS_UNUSED ? null : g.defined(g.op2(op));
  const data = g.fresh();
  g.emit(`${data}=X.generator.native;`);
  g.guard(`!${data}.forcedClose`);
  replace(g, data, 'value', value === null ? 'null' : g.take(value));
  if (key === null) autoKey(g, data);
  else givenKey(g, data, key);
  if (op.resultType === IS_UNUSED) g.emit(`${data}.sendTarget=-1;`);
  else {
    g.emit(`${data}.sendTarget=${op.result};S[B+${op.result}]=null;`);
    g.state.dirty[op.result] = false;
  }
  g.emit(g.leave(g.n + 1, 'Z'));
  return true;
}

/** Stores an owned value in place of the one of the last yield. */
function replace(g: Emitter, data: string, field: 'value' | 'key', js: string): void {
  g.emit(`t=${data}.${field};${data}.${field}=${js};if(typeof t==='object'&&t!==null)J.release(vm,t);`);
}

function autoKey(g: Emitter, data: string): void {
  g.emit(
    `t=${data}.key;if(${data}.largestUsedIntegerKey<1e15)${data}.key=${data}.largestUsedIntegerKey=Number(${data}.largestUsedIntegerKey)+1;else J.nextKey(${data});if(typeof t==='object'&&t!==null)J.release(vm,t);`,
  );
}

function givenKey(g: Emitter, data: string, key: Operand): void {
  if ((key.mask & (COUNTED | BIG)) !== 0) {
    const k = g.fresh();
    g.emit(`${k}=${g.take(key)};t=${data}.key;`);
    g.emit(
      `if(typeof ${k}==='number'&&typeof ${data}.largestUsedIntegerKey==='number'){${data}.key=${k};if(${k}>${data}.largestUsedIntegerKey)${data}.largestUsedIntegerKey=${k};}else J.useKey(${data},${k});`,
    );
    g.emit(`if(typeof t==='object'&&t!==null)J.release(vm,t);`);
    return;
  }
  const k = g.fresh();
  g.emit(`${k}=${g.zval(key)};`);
  replace(g, data, 'key', k);
  if ((key.mask & INT) === 0) return;
  const isInt = key.mask === INT ? '' : `typeof ${k}==='number'&&`;
  g.emit(`if(${isInt}${k}>${data}.largestUsedIntegerKey)${data}.largestUsedIntegerKey=${k};`);
}

/**
 * The body is done: its variables are let go of from the frame. One that has hardly ever come here leaves that to the
 * interpreter, through the way out of the yields, unless its code began here.
 */
export function generatorReturn(g: Emitter, op: Opline, entry: number): void {
  if (g.facts.runsLong && entry !== g.n) {
    g.emit(g.leave(g.n, 'D'));
    return;
  }
  if (op.op1Type === IS_CV) g.defined(g.op1(op));
  g.emit(`${g.syncText(g.n)}X.opline=${g.n};J.generatorReturn(vm,X,${g.constant(op)});return Z;`);
}
