/**
 * Calls of closures: the place is expected to call closures that were made where the one seen there was made. Closures over
 * variables have a copy of their function each; what the copies share (their code, what it was compiled to) is the tier.
 * Source: php-src Zend/zend_vm_def.h (ZEND_INIT_DYNAMIC_CALL, ZEND_BIND_STATIC), zend_closures.c
 */
import { IS_CONST, IS_CV, OpArray, type Opline } from '../bytecode/op-array.ts';
import { ZEND_BIND_REF } from '../bytecode/operand-flags.ts';
import { ACC_ABSTRACT, ACC_CLOSURE, ACC_DEPRECATED } from '../bytecode/type-flags.ts';
import { closureData } from '../object/closure.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { type Functions, initByHandler, prepareKnown } from './calls.ts';
import { expectValue } from './guesses.ts';
import { plainText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import type { SeenClosure } from './operand.ts';
import { PLAIN_FRAME } from './state.ts';
import { ANY, OBJ, REF, UNDEF } from './types.ts';

/** Remembers the closure `v` if it is one of a script's functions. */
export function lookAt(seen: SeenClosure, v: Zval | undefined): boolean {
  const closure = v instanceof PhpReference ? v.val : v;
  if (!(closure instanceof PhpObject)) return false;
  const data = closureData(closure);
  if (data === null || data.magicName !== null || !(data.func instanceof OpArray)) return false;
  const { func } = data;
  // `$o->magic(...)` is a closure of __call under another name.
  if ((func.fnFlags & (ACC_DEPRECATED | ACC_ABSTRACT)) !== 0 || func.functionName?.startsWith('__call') === true)
    return false;
  if ((func.fnFlags & ACC_CLOSURE) === 0) return false;
  seen.func = func;
  seen.ce = closure.ce;
  return true;
}

/** By the handler; a closure that turns up is remembered. */
function looking(g: Emitter, op: Opline, seen: SeenClosure): boolean {
  const o = g.op2(op);
  if (o.form === 'zval') g.emit(`if(${g.constant(seen)}.func===null)J.look(T,${g.constant(seen)},${o.js});`);
  return initByHandler(g, op);
}

/** INIT_DYNAMIC_CALL: op2(...) */
export function initDynamicCall(g: Emitter, op: Opline, functions: Functions): boolean {
  if (op.op2Type === IS_CONST || g.facts.generic.has(g.n)) return initByHandler(g, op);
  const o = g.op2(op);
  const isTemp = op.op2Type !== IS_CV;
  const seen = g.facts.closureAt(g.n);
  if (seen.func === null) lookAt(seen, g.state.samples[op.op2]);
  if (seen.func === null || o.form !== 'zval' || (o.mask & (OBJ | REF)) === 0) return looking(g, op, seen);
  if (isTemp && (o.mask & REF) !== 0) g.guard(`!(${o.js} instanceof R)`);
  const q = g.local('q', g.n);
  g.emit(`${q}=${plainText(o.js, o.mask)};`);
  const tier = g.constant(seen.func.tier);
  g.guard(`${q} instanceof Y&&${q}.ce===${g.constant(seen.ce)}&&${q}.native.func.tier===${tier}`);
  if (!isTemp || g.state.borrowed.has(op.op2)) g.emit(`${q}.rc++;`);
  const m = g.local('m', g.n);
  g.emit(`${m}=${q}.native.func;`);
  const frame = { ...PLAIN_FRAME, thisObject: `${q}.native.thisObj`, closure: q };
  prepareKnown(g, op, seen.func, functions, frame, m);
  return true;
}

/** BIND_STATIC: a variable that the closure took along. False: by the handler (`static $x` of other functions). */
export function bindStatic(g: Emitter, op: Opline): boolean {
  const byReference = (op.extendedValue & ZEND_BIND_REF) !== 0;
  if ((g.func.fnFlags & ACC_CLOSURE) === 0 || g.state.masks[op.op1] !== UNDEF) return false;
  if (byReference && g.light) return false;
  const name = g.func.vars[op.op1 - 5] as string;
  const table = g.fresh();
  const v = g.fresh();
  g.emit(`${table}=${g.light ? 'C.native.func' : 'X.func'}.staticVarsTable;`);
  g.emit(`${v}=${table}===null?undefined:${table}.get(${JSON.stringify(name)});`);
  if (byReference) {
    // Before the first call a static variable is no reference yet.
    g.guard(`${v} instanceof R`);
    g.set(op.op1, REF, `(${v}.rc++,${v})`);
    return true;
  }
  g.guard(`${v}!==undefined&&!(${v} instanceof R)`);
  const sample = g.func.staticVarsTable?.get(name);
  if (!expectValue(g, op.op1, v, sample)) {
    g.set(op.op1, ANY, `J.addRef(${v})`);
    g.state.samples[op.op1] = sample;
  }
  return true;
}
