/**
 * array_pop($variable) and array_shift($variable): what implements them is called without a frame, for a moment with the array
 * in a reference, which is all they take.
 */
import { type Func, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { InternalFunction } from '../vm/internal-function.ts';
import { mayOwnArray, ownArray } from './arrays.ts';
import { sampleElement } from './samples.ts';
import type { Emitter } from './emitter.ts';
import { expect } from './guesses.ts';
import { ANY, REF } from './types.ts';

const NAMES: ReadonlySet<string> = new Set(['array_pop', 'array_shift']);

/** The call that INIT_FCALL prepares, its SEND_REF and its DO_*: false when they are something else. */
export function takeFromArray(g: Emitter, op: Opline, func: Func): boolean {
  if (func.type !== 1 || !NAMES.has(func.functionName) || op.extendedValue !== 1) return false;
  const send = g.ops[g.n + 1];
  const call = g.ops[g.n + 2];
  if (g.isScript || g.facts.generic.has(g.n) || g.blockLast < g.n + 2 || send === undefined) return false;
  if (send.opcode !== OP.SEND_REF || (call?.opcode !== OP.DO_ICALL && call?.opcode !== OP.DO_FCALL)) return false;
  if (send.op1Type !== IS_CV || !mayOwnArray(g, send)) return false;
  if (((g.state.masks[send.op1] as number) & REF) !== 0) g.guard(`!(${g.local('c', send.op1)} instanceof R)`);
  const sample = sampleElement(g.state.samples[send.op1], call);
  const a = ownArray(g, send);
  const ref = g.fresh();
  const r = g.fresh();
  g.emit(`${ref}=new R(${a});${r}=${g.constant((func as InternalFunction).impl)}(vm,${ref});c${send.op1}=${ref}.val;`);
  g.n += 2;
  g.done = g.n;
  if (call.resultType === IS_UNUSED) {
    g.emit(`if(typeof ${r}==='object'&&${r}!==null)J.release(vm,${r});`);
    g.attention(g.n + 1);
    return true;
  }
  g.set(call.result, ANY, r);
  g.attention(g.n + 1);
  expect(g, call.result, sample);
  return true;
}
