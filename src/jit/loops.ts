/**
 * foreach over arrays by value; everything else that can be iterated is the handler's.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FE_RESET_R, ZEND_FE_FETCH_R)
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_GENERATOR } from '../bytecode/type-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { ForeachState } from '../vm/foreach-state.ts';
import { generatorData } from '../vm/generator-data.ts';
import { AT_VALUE, NOT_PLAIN, UNDER_WAY } from '../vm/generator-direct.ts';
import { copyText, countedText, releaseOld } from './borrowing.ts';
import { argumentsText } from './calls.ts';
import { expect, leaveUnless, mayGuess, STEADY } from './guesses.ts';
import { arrayText, kindText } from './kind-tests.ts';
import type { Emitter } from './emitter.ts';
import { disown, isUnboxedAt } from './slot-floats.ts';
import type { Branch } from './structure.ts';
import { ANY, ARR, boxedMask, COUNTED, FLT, formOf, INT, LOOP, maskOf, OTHER, REF, STR, VARIABLE } from './types.ts';

/** A key like those of the array that the loop walks over. */
function firstKey(v: Zval | undefined): Zval | undefined {
  const state: unknown = v;
  const held = state instanceof ForeachState ? state.array : v instanceof PhpReference ? v.val : v;
  if (!(held instanceof PhpArray)) return undefined;
  return held.keys === null ? 0 : held.keys[held.keys.length >> 1];
}

function firstElement(v: Zval | undefined): Zval | undefined {
  const state: unknown = v;
  if (state instanceof ForeachState && state.generator !== null) {
    const { value } = generatorData(state.generator);
    return value instanceof PhpReference ? value.val : value;
  }
  const held = state instanceof ForeachState ? state.array : v instanceof PhpReference ? v.val : v;
  if (!(held instanceof PhpArray)) return undefined;
  const found = held.vals[held.vals.length >> 1] ?? held.vals[0];
  return found instanceof PhpReference ? found.val : found;
}

/** FE_RESET_R: of arrays in place, by its handler otherwise. */
export function feReset(g: Emitter, op: Opline): Branch {
  const sample = op.op1Type === IS_CONST ? op.op1Lit : g.state.samples[op.op1];
  if (resetArray(g, op, sample)) return { kind: 'goto', target: g.n + 1 };
  const yes = g.fresh();
  g.sync();
  g.emit(
    `${g.handlerCall(op)}if(t===${g.n + 1})${yes}=true;else if(t===${op.op2})${yes}=false;else return J.flow(vm,X,t);`,
  );
  g.reload(op.result, OTHER | ANY);
  g.state.samples[op.result] = sample;
  return { kind: 'if', condition: yes, yes: g.n + 1, no: op.op2 };
}

/** Begins a walk over an array; false: by the handler. */
function resetArray(g: Emitter, op: Opline, sample: Zval | undefined): boolean {
  const o = g.op1(op);
  if (g.facts.generic.has(g.n) || o.form !== 'zval') return false;
  // Ways through catch and finally, and the end of a generator in the middle, are not in the flow graph: the loop variable
  // has to be in the frame all the time there.
  if ((g.func.fnFlags & ACC_GENERATOR) !== 0 || g.func.tryCatch.length > 0) return false;
  if (o.mask !== ARR) {
    const seen = sample instanceof PhpReference ? sample.val : sample;
    if (!(seen instanceof PhpArray) || (o.isTemp && (o.mask & REF) !== 0)) return false;
    const a = g.plain(o);
    g.guard(arrayText(a));
    g.set(op.result, LOOP, `J.loop(${o.isTemp ? a : `J.addRef(${a})`})`);
  } else g.set(op.result, LOOP, `J.loop(${g.take(o)})`);
  g.state.samples[op.result] = sample;
  return true;
}

/** FE_FREE of a walk over an array; false: by the handler. */
export function feFree(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if (o.mask !== LOOP || op.op1Type === IS_CV) return false;
  const a = g.fresh();
  g.emit(`${a}=${o.js}.array;`);
  releaseOld(g, a, g.n + 1, ARR);
  return true;
}

/** FE_FETCH_R: condition under which there was an element. */
export function feFetch(g: Emitter, op: Opline): Branch {
  const loop = g.op1(op);
  const [yes, other, vals, pos, v, key] = [g.fresh(), g.fresh(), g.fresh(), g.fresh(), g.fresh(), g.fresh()];
  const l = loop.js;
  if (op.op2Type === IS_CV && ((g.state.masks[op.op2] as number) & REF) !== 0)
    g.guard(`!(${g.local('c', op.op2)} instanceof R)`);
  const isArray = loop.mask === LOOP;
  const loopSample = g.state.samples[op.op1];
  const sample = firstElement(loopSample);
  const keySample = op.resultType === IS_TMP_VAR ? firstKey(loopSample) : undefined;
  const kind = isArray ? steadyKind(g, op, sample) : 0;
  const keyed = op.resultType !== IS_UNUSED;
  const find = `${vals}=${l}.array.vals;${pos}=${l}.pos;while(${pos}<${vals}.length&&${vals}[${pos}]===undefined)${pos}++;`;
  const isThere = `${pos}<${vals}.length`;
  const take = (): void => {
    g.emit(`${v}=${vals}[${pos}];`);
    if (kind !== 0) leaveUnless(g, kindText(v, kind));
    g.emit(`${l}.pos=${pos}+1;`);
    if (keyed) g.emit(`${key}=${l}.array.keys===null?${pos}:${l}.array.keys[${pos}];`);
    g.emit(kind === 0 ? copyText(v) : (kind & COUNTED) === 0 ? '' : `${v}.rc++;`);
  };
  const stored = (x: Fetched): void => {
    store(g, op, x, keyed);
    if (kind === 0 || !isUnboxedAt(g, op.op2)) g.emit(disown(g));
    g.state.samples[op.op1] = loopSample;
    g.state.samples[op.op2] = sample;
  };
  const targets = { yes: g.n + 1, no: op.extendedValue };
  if (isArray) {
    g.emit(find);
    const onYes = (): void => {
      take();
      stored({ yes: 'true', v, key, other: 'false', kind });
      guess(g, op, kind, sample, keySample);
    };
    return { kind: 'if', condition: isThere, ...targets, onYes, onNo: () => g.emit(`${l}.pos=${pos};`) };
  }
  // What a generator does to the variables of a script is not seen here.
  if (g.isScript) g.guard(`${l}.array!==null`);
  g.emit(`${other}=false;if(${l}.array!==null){${find}if(${yes}=${isThere}){`);
  take();
  g.emit(`}else ${l}.pos=${pos};}`);
  const x = { yes, v, key, other, kind };
  fetchOther(g, op, l, x, keyed);
  stored(x);
  return { kind: 'if', condition: yes, ...targets, onYes: () => guess(g, op, kind, sample, keySample) };
}

/** The kind that all elements are expected to be of; 0: none. */
function steadyKind(g: Emitter, op: Opline, sample: Zval | undefined): number {
  const isReference = op.op2Type === IS_CV && ((g.state.masks[op.op2] as number) & REF) !== 0;
  const kind = maskOf(sample);
  return isReference || !mayGuess(g) || (kind & STEADY) === 0 ? 0 : kind;
}

/** A generator: its compiled code runs at once; the loop is left while the interpreter runs it. */
function generatorText(g: Emitter, l: string, x: Fetched, keyed: boolean): string {
  return `if(${l}.generator===null)t=${NOT_PLAIN};else{${argumentsText(g)}X.opline=${g.n};t=J.step(vm,X,${l});
if(t>=${UNDER_WAY}){${g.leave(g.n)}}}
if(t!==${NOT_PLAIN}){if(${x.yes}=t===${AT_VALUE}){t=${l}.generator.native;${x.v}=t.value;${copyText(x.v)}${
    keyed ? `${x.key}=t.key;${copyText(x.key)}` : ''
  }}}else`;
}

/** Another kind of loop: the handler assigns the variable itself, and what it did is read back. */
function fetchOther(g: Emitter, op: Opline, loop: string, x: Fetched, keyed: boolean): void {
  if (g.light) g.needsFrame = true;
  const isGenerator = g.isScript ? '' : generatorText(g, loop, x, keyed);
  g.emit(
    `else{${isGenerator}{${g.syncOnOneWay()}${g.handlerCall(op)}if(t===${g.n + 1})${x.yes}=true;else if(t===${op.extendedValue})${x.yes}=false;else return J.flow(vm,X,t);`,
  );
  g.emit(`${x.v}=S[B+${op.op2}];${keyed ? `${x.key}=S[B+${op.result}];` : ''}${x.other}=true;}}`);
}

/** The loop's variable is expected to hold values of one kind, and the keys to be of one. */
function guess(g: Emitter, op: Opline, kind: number, sample: Zval | undefined, keySample: Zval | undefined): void {
  const at = op.op2;
  if (kind !== 0 && g.state.masks[at] !== kind) {
    if (kind === FLT) g.emit(`${g.local('f', at)}=c${at}.value;`);
    g.state.masks[at] = kind;
  }
  if (typeof keySample === 'number') expect(g, op.result, keySample);
  if (kind !== 0 || sample === undefined || !mayGuess(g) || ((g.state.masks[at] as number) & REF) !== 0) return;
  expect(g, at, sample);
}

interface Fetched {
  readonly yes: string;
  readonly v: string;
  readonly key: string;
  readonly other: string;
  /** The kind that the value is known to be of; 0: any. */
  readonly kind: number;
}

function store(g: Emitter, op: Opline, x: Fetched, keyed: boolean): void {
  const at = op.op2;
  if (keyed) {
    const c = g.local('c', op.result);
    g.emit(`if(${x.yes})${c}=${x.key};`);
    g.state.forget(op.result);
    g.state.masks[op.result] = op.resultType === IS_CV ? VARIABLE : INT | STR | ANY;
    g.state.dirty[op.result] = true;
  }
  if (op.op2Type !== IS_CV) {
    g.emit(`if(${x.yes})${g.local('c', at)}=${x.v};`);
    g.state.forget(at);
    g.state.masks[at] = ANY | REF;
    g.state.dirty[at] = true;
    return;
  }
  // A float that the loop walks over stays unboxed.
  if (x.kind === FLT && g.state.masks[at] === FLT) {
    g.emit(`if(${x.yes})${g.local('f', at)}=${x.v}.value;`);
    g.state.dirty[at] = true;
    return;
  }
  storeVariable(g, op, x);
}

/** The value goes into a variable, whose old value is let go of; the handler has done that itself for `other`. */
function storeVariable(g: Emitter, op: Opline, x: Fetched): void {
  const at = op.op2;
  const old = g.state.masks[at] as number;
  const c = g.local('c', at);
  // The number it held is boxed for the way out of the loop; there is nothing to let go of.
  if (formOf(old) !== 'zval') g.emit(`${c}=${g.zval(g.operand(IS_CV, at, undefined))};`);
  const kept = g.fresh();
  if (x.kind !== 0) {
    g.emit(`if(${x.yes}){${kept}=${c};${c}=${x.v};`);
    g.state.forget(at);
    g.state.masks[at] = boxedMask(old | x.kind);
    g.state.dirty[at] = true;
    if ((old & COUNTED) !== 0) releaseOld(g, kept, g.n + 1, old);
    g.emit('}');
    return;
  }
  g.emit(`if(${x.yes}){if(${x.other})${c}=${x.v};else{`);
  g.emit(`${kept}=${c};${c}=${x.v};if(${countedText(kept)})J.release(vm,${kept});`);
  g.emit('}}');
  g.state.forget(at);
  g.state.masks[at] = old | ANY;
  g.state.dirty[at] = true;
  g.attention(g.n + 1);
}
