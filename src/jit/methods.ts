/**
 * Calls of methods: the method that the run-time cache knows is called as a function is; another class at the same place
 * takes the dynamic way, and what is rare its handler.
 * Source: php-src Zend/zend_vm_def.h (ZEND_INIT_METHOD_CALL, ZEND_INIT_STATIC_METHOD_CALL)
 */
import { type Func, IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_DEPRECATED, ACC_PRIVATE, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { CALL_RELEASE_THIS } from '../vm/execute-data.ts';
import { type Functions, initByHandler, pushKnown } from './calls.ts';
import type { Emitter } from './emitter.ts';
import { UNLINKED } from './state.ts';
import { OBJ, REF } from './types.ts';

const ODD = ACC_ABSTRACT | ACC_DEPRECATED;

/** The object of op1 in a JS variable, and whose it is: a temporary hands its count on to the frame. */
interface Receiver {
  readonly o: string;
  readonly from: 'this' | 'variable' | 'temporary';
}

/** Null: by the handler. */
function receiver(g: Emitter, op: Opline): Receiver | null {
  if (op.op1Type === IS_UNUSED) {
    const o = g.fresh();
    g.emit(`${o}=X.thisObject;`);
    return { o, from: 'this' };
  }
  if (op.op1Type === IS_CONST) return null;
  const operand = g.op1(op);
  if ((operand.mask & (OBJ | REF)) === 0 || operand.form !== 'zval') return null;
  const { js } = operand;
  if (op.op1Type !== IS_CV) return { o: js, from: 'temporary' };
  const o = g.fresh();
  g.emit((operand.mask & REF) === 0 ? `${o}=${js};` : `${o}=${js} instanceof R?${js}.val:${js};`);
  return { o, from: 'variable' };
}

/** op1->name() */
export function initMethodCall(g: Emitter, op: Opline, functions: Functions): boolean {
  const self = op.op2Type === IS_CONST ? receiver(g, op) : null;
  if (self === null) return initByHandler(g, op);
  const { o, from } = self;
  const slot = op.result >>> 3;
  const func = g.facts.wide.has(g.n) ? null : functions.cachedMethod(op, g.func);
  const p = g.local('p', g.n);
  if (func !== null && (func.fnFlags & (ODD | ACC_STATIC)) === 0) {
    g.guard(`${o} instanceof Y&&RC[${slot}]===${o}.ce&&RC[${slot + 1}]===${g.constant(func)}`);
    pushKnown(g, op, func);
    g.emit(`${p}.thisObject=${o};${p}.calledScope=${o}.ce;`);
    if (from !== 'this') g.emit(`${p}.callInfo|=${CALL_RELEASE_THIS};`);
    if (from === 'variable') g.emit(`${o}.rc++;`);
    return true;
  }
  const seen = g.constant(new Map<ClassEntry, Func>());
  const find = `RC[${slot}]===${o}.ce?RC[${slot + 1}]:${seen}.get(${o}.ce)??J.method(vm,X,${g.constant(op)},${o},${seen})`;
  g.guard(`${o} instanceof Y&&(t=${find})!==null`);
  g.emit(`${p}=J.pushMethod(vm,t,${op.extendedValue},${o},${from === 'temporary'});`);
  g.state.calls.push({ opline: g.n, numArgs: op.extendedValue, target: null, linked: UNLINKED, sent: 0 });
  return true;
}

/** zend_fetch_class's kinds of names. */
const FETCH_SELF = 1;
const FETCH_PARENT = 2;

/** Class::name(), self::name(), parent::name(), parent::__construct() */
export function initStaticMethodCall(g: Emitter, op: Opline, functions: Functions): boolean {
  if (op.op1Type === IS_CONST && op.op2Type === IS_CONST) {
    const func = functions.cachedMethod(op, g.func);
    if (func === null || (func.fnFlags & ODD) !== 0 || (func.fnFlags & ACC_STATIC) === 0) return initByHandler(g, op);
    const slot = op.result >>> 3;
    g.guard(`RC[${slot + 1}]===${g.constant(func)}`);
    pushKnown(g, op, func);
    g.emit(`p${g.n}.calledScope=RC[${slot}];`);
    return true;
  }
  return op.op1Type === IS_UNUSED ? initOwnMethodCall(g, op) : initByHandler(g, op);
}

/** self:: and parent:: stand for what the function's scope says. */
function initOwnMethodCall(g: Emitter, op: Opline): boolean {
  const scope = g.func.scope as ClassEntry | null;
  const kind = op.op1 & 15;
  const ce = kind === FETCH_SELF ? scope : kind === FETCH_PARENT ? (scope?.parent ?? null) : null;
  const name = op.op2Type === IS_CONST ? (g.func.literals[op.op2 + 1] as string) : null;
  if (scope === null || ce === null || (name === null && op.op2Type !== IS_UNUSED)) return initByHandler(g, op);
  const func = name === null ? ce.magic.constructor_ : (ce.functionTable.get(name) ?? null);
  if (func === null || (func.fnFlags & ODD) !== 0) return initByHandler(g, op);
  if ((func.fnFlags & ACC_PRIVATE) !== 0 && func.scope !== scope) return initByHandler(g, op);
  g.guard(`X.func.scope===${g.constant(scope)}`);
  const isStatic = (func.fnFlags & ACC_STATIC) !== 0;
  if (!isStatic) {
    if ((g.func.fnFlags & ACC_STATIC) !== 0) return initByHandler(g, op);
    g.guard('X.thisObject!==null');
  }
  pushKnown(g, op, func);
  const p = `p${g.n}`;
  if (isStatic) g.emit(`${p}.calledScope=X.thisObject!==null?X.thisObject.ce:X.calledScope??${g.constant(ce)};`);
  else g.emit(`${p}.thisObject=X.thisObject;${p}.calledScope=X.thisObject.ce;`);
  return true;
}
