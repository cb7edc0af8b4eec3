/**
 * Calls of methods: the method that the run-time cache knows is called as a function is; another class at the same place
 * takes the dynamic way, and what is rare its handler.
 * Source: php-src Zend/zend_vm_def.h (ZEND_INIT_METHOD_CALL, ZEND_INIT_STATIC_METHOD_CALL)
 */
import { type Func, type OpArray, IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_DEPRECATED, ACC_PRIVATE, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { CALL_RELEASE_THIS } from '../vm/execute-data.ts';
import { type Functions, initByHandler, prepareKnown } from './calls.ts';
import { plainText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { changes, mayBeLight, plainCall } from './frames-on-demand.ts';
import { objectText } from './kind-tests.ts';
import { type NewFrame, PLAIN_FRAME, UNLINKED } from './state.ts';
import { OBJ, REF } from './types.ts';

/** Classes that the code of a call asks for one by one. */
const MOST_CLASSES = 4;

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
    g.emit(`${o}=${g.self};`);
    return { o, from: 'this' };
  }
  if (op.op1Type === IS_CONST) return null;
  const operand = g.op1(op);
  if ((operand.mask & (OBJ | REF)) === 0 || operand.form !== 'zval') return null;
  const { js } = operand;
  if (op.op1Type !== IS_CV) return { o: js, from: 'temporary' };
  const o = g.fresh();
  g.emit(`${o}=${plainText(js, operand.mask)};`);
  return { o, from: 'variable' };
}

/** op1->name() */
export function initMethodCall(g: Emitter, op: Opline, functions: Functions): boolean {
  const self = op.op2Type === IS_CONST ? receiver(g, op) : null;
  if (self === null) return initByHandler(g, op);
  const { o } = self;
  const slot = op.result >>> 3;
  const func = g.facts.wide.has(g.n) ? null : functions.cachedMethod(op, g.func);
  const classes = g.facts.seenAt(g.n);
  const seen = g.constant(classes);
  const search = `J.method(vm,${g.light ? 'T' : 'X.func'},RC,${g.constant(op)},${o},${seen})`;
  if (func !== null && (func.fnFlags & (ODD | ACC_STATIC)) === 0) {
    // A class never changes its methods; what only some scopes may call is another's in copies of the function.
    const ce = (func.fnFlags & ACC_PUBLIC) === 0 ? null : functions.cachedClass(op, g.func);
    const isIt =
      ce === null ? `RC[${slot}]===${o}.ce&&RC[${slot + 1}]===${g.constant(func)}` : `${o}.ce===${g.constant(ce)}`;
    // Another class: the code to come knows it.
    g.guard(`${objectText(o)}&&(${isIt}||${search}===undefined)`);
    prepareKnown(g, op, func, functions, methodFrame(g, op, self));
    return true;
  }
  const often = [...classes].slice(0, MOST_CLASSES);
  const known = often.map(([ce, f]) => `${o}.ce===${g.constant(ce)}?${g.constant(f)}:`).join('');
  const find = `${known}RC[${slot}]===${o}.ce?RC[${slot + 1}]:${seen}.get(${o}.ce)??${search}`;
  g.guard(`${objectText(o)}&&(t=${find})!==null`);
  g.materialise();
  const m = g.local('m', g.n);
  g.emit(`${m}=t;`);
  const lazy = {
    ...methodFrame(g, op, self),
    calledScope: 'null',
    args: [],
    func: m,
    often: oftenLight(g, op, often, functions),
  };
  g.state.calls.push({ opline: g.n, numArgs: op.extendedValue, func: null, linked: UNLINKED, sent: 0, lazy });
  // Outside of a function's frames, and where control branches before the call, the frame comes at once.
  if (g.isScript || g.facts.framed.has(g.n) || plainCall(g, g.n) === null) g.materialise();
  return true;
}

/** The functions among them that can be called without a frame. */
function oftenLight(g: Emitter, op: Opline, seen: [ClassEntry, Func][], functions: Functions): OpArray[] {
  const funcs = [...new Set(seen.map(([, f]) => f))];
  const light = (f: Func): f is OpArray =>
    mayBeLight(f, op.extendedValue) && (f.fnFlags & ACC_STATIC) === 0 && functions.light(f, op.extendedValue, g.func);
  return funcs.filter(light);
}

/** The frame of a method's call. An object in a variable that stays as it is needs no further count. */
function methodFrame(g: Emitter, op: Opline, { o, from }: Receiver): NewFrame {
  if (from === 'this') return { thisObject: g.self, calledScope: `${g.self}.ce`, info: 0, closure: 'null' };
  const q = g.local('q', g.n);
  g.emit(`${q}=${o};`);
  const call = plainCall(g, g.n);
  const isHeld = ((g.state.masks[op.op1] as number) & REF) === 0 && !g.isScript;
  const borrows = from === 'variable' && isHeld && call !== null && !changes(call, op.op1);
  if (from === 'variable' && !borrows) g.emit(`${q}.rc++;`);
  return { thisObject: q, calledScope: `${q}.ce`, info: borrows ? 0 : CALL_RELEASE_THIS, closure: 'null' };
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
    prepareKnown(g, op, func, functions, { ...PLAIN_FRAME, calledScope: `RC[${slot}]` });
    return true;
  }
  return op.op1Type === IS_UNUSED ? initOwnMethodCall(g, op, functions) : initByHandler(g, op);
}

/** self:: and parent:: stand for what the function's scope says. */
function initOwnMethodCall(g: Emitter, op: Opline, functions: Functions): boolean {
  const scope = g.func.scope as ClassEntry | null;
  const kind = op.op1 & 15;
  const ce = kind === FETCH_SELF ? scope : kind === FETCH_PARENT ? (scope?.parent ?? null) : null;
  const name = op.op2Type === IS_CONST ? (g.func.literals[op.op2 + 1] as string) : null;
  if (scope === null || ce === null || (name === null && op.op2Type !== IS_UNUSED)) return initByHandler(g, op);
  const func = name === null ? ce.magic.constructor_ : (ce.functionTable.get(name) ?? null);
  if (func === null || (func.fnFlags & ODD) !== 0) return initByHandler(g, op);
  if ((func.fnFlags & ACC_PRIVATE) !== 0 && func.scope !== scope) return initByHandler(g, op);
  if (!g.light) g.guard(`X.func.scope===${g.constant(scope)}`);
  const isStatic = (func.fnFlags & ACC_STATIC) !== 0;
  if (!isStatic) {
    if ((g.func.fnFlags & ACC_STATIC) !== 0) return initByHandler(g, op);
    g.guard(`${g.self}!==null`);
  }
  const calledScope = `(${g.self}!==null?${g.self}.ce:${g.light ? 'W' : 'X.calledScope'}??${g.constant(ce)})`;
  const frame = isStatic
    ? { ...PLAIN_FRAME, calledScope }
    : { thisObject: g.self, calledScope: `${g.self}.ce`, info: 0, closure: 'null' };
  prepareKnown(g, op, func, functions, frame);
  return true;
}
