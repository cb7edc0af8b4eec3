/**
 * Properties in the compiled code: declared properties through the opline's run-time cache, everything else by the handler.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_OBJ_R ...)
 */
import { IS_CONST, IS_TMP_VAR, IS_UNUSED, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { binary } from './arithmetic.ts';
import { expect, leaveUnless, mayGuess } from './guesses.ts';
import { floatText, objectText } from './kind-tests.ts';
import { copyText, dropText, isReadNext, releaseOld } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { box, type Operand, type Value } from './operand.ts';
import {
  assignable,
  guardPlace,
  type Holder,
  holderOf,
  type Place,
  placeOf,
  rawValue,
  sampleProperty,
} from './property-places.ts';
import { learnClass } from './classes.ts';
import { storeNumber } from './slot-floats.ts';
import { ANY, BIG, boxedMask, COUNTED, FLT, INT, maskOf, NUM, OBJ, REF, UNDEF } from './types.ts';

/** result := op1->op2 */
export function fetchObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const holder = holderOf(g, op);
  if (holder === null) return false;
  const v = g.fresh();
  const place = placeOf(g, op, holder, op.extendedValue >> 3, thisObject);
  const sample = sampleProperty(g, op, thisObject);
  const expected = mayGuess(g);
  if (expected && (maskOf(sample) & NUM) !== 0) {
    if (place.ce === null) g.emit(`${v}=${rawValue(holder, place)};`);
    else {
      // A name that holds either the value or undefined keeps V8 from knowing what the next read finds.
      guardPlace(g, holder, place);
      g.emit(`${v}=${holder.o}.props[${place.slot}];`);
    }
    fetchNumber(g, op, v, sample, holder, place);
  } else if (expected && place.ce !== null) {
    fetchKnown(g, op, v, holder, place);
    expect(g, op.result, sample);
  } else {
    // The handler, where it is asked, sees to a temporary itself.
    if (holder.owned) return false;
    const condition = place.condition === '' ? '' : `${place.condition}&&`;
    g.emit(`if(${condition}(${v}=${holder.o}.props[${place.slot}])!==undefined){`);
    g.emit(`${copyText(v)}}`);
    g.emit(`else{${g.otherwise(op, `${v}=S[B+${op.result}];`)}}`);
    if (op.op1Type !== IS_UNUSED) g.state.borrowed.delete(op.op1);
    g.set(op.result, ANY | REF, v);
    g.state.masks[op.result] = ANY;
    g.emit(`if(${v} instanceof R)${g.local('c', op.result)}=J.unwrap(vm,${v});`);
    expect(g, op.result, sample);
  }
  return true;
}

function fetchNumber(g: Emitter, op: Opline, v: string, sample: Zval, holder: Holder, place: Place): void {
  const kind = maskOf(sample) === INT ? `typeof ${v}==='number'` : floatText(v, place.mask | UNDEF);
  leaveUnless(g, kind);
  endHolder(g, op, holder);
  if (maskOf(sample) === INT) g.set(op.result, INT, v);
  else g.set(op.result, FLT, `${v}.value`);
  g.state.samples[op.result] = sample;
  if (holder.owned) g.attention(g.n + 1);
}

/** Of the class that was seen: the code is left when it is another one. */
function fetchKnown(g: Emitter, op: Opline, v: string, holder: Holder, place: Place): void {
  guardPlace(g, holder, place);
  g.emit(`${v}=${holder.o}.props[${place.slot}];`);
  g.emit(`if(${v}===undefined){${g.exit(g.n, ~g.n)}}`);
  const borrow = !holder.owned && isReadNext(g, op.result);
  if (borrow) g.emit(`if(${v} instanceof R)${v}=${v}.val;`);
  else if ((place.mask & OBJ) !== 0) {
    g.emit(`if(${v} instanceof Y)${v}.rc++;else if(typeof ${v}==='object'&&${v}!==null)${v}=J.copy(${v});`);
  } else g.emit(`if(typeof ${v}==='object'&&${v}!==null)${v}=J.copy(${v});`);
  endHolder(g, op, holder);
  g.set(op.result, boxedMask(place.mask), v);
  if (borrow) g.state.borrowed.add(op.result);
  if (holder.owned) g.attention(g.n + 1);
}

/** A temporary that held the object lets go of it. */
function endHolder(g: Emitter, op: Opline, holder: Holder): void {
  if (holder.owned) g.emit(dropText(holder.o));
  else if (op.op1Type !== IS_UNUSED) g.state.borrowed.delete(op.op1);
}

/** op1->op2 = op_data */
export function assignObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  if (op.resultType !== IS_UNUSED || (isTemporary(op) && !g.state.borrowed.has(op.op1))) return false;
  const holder = holderOf(g, op);
  if (holder === null) return false;
  const value = g.defined(g.op1(g.ops[g.n + 1] as Opline));
  if ((value.mask & REF) !== 0) return false;
  const v = g.fresh();
  const old = g.fresh();
  g.emit(`${v}=${g.zval(value)};`);
  const place = placeOf(g, op, holder, op.extendedValue >> 3, thisObject);
  g.emit(`if(${assignable(holder, place, old)}&&${place.fits(v, value)}){`);
  const owned = !value.isTemp && (value.mask & COUNTED) !== 0 ? `J.addRef(${v})` : v;
  g.emit(`${holder.o}.props[${place.slot}]=${owned};`);
  releaseOld(g, old, g.n + 2);
  g.emit(`}else{${g.otherwise(op, '')}}`);
  if (isTemporary(op)) g.state.borrowed.delete(op.op1);
  return true;
}

/** FETCH_OBJ_W of an object that the next opline writes a property of: borrowed until then. */
export function fetchHolder(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const next = g.ops[g.n + 1];
  const isUsed = next?.opcode === OP.ASSIGN_OBJ || next?.opcode === OP.FETCH_OBJ_W;
  if (!isUsed || next.op1Type !== IS_VAR || next.op1 !== op.result) return false;
  const sample = sampleProperty(g, op, thisObject);
  const holder = maskOf(sample) === OBJ ? holderOf(g, op) : null;
  if (holder === null || holder.owned) return false;
  const v = g.fresh();
  const place = placeOf(g, op, holder, op.extendedValue >> 3, thisObject);
  g.emit(`${v}=${rawValue(holder, place)};`);
  g.guard(objectText(v));
  if (place.ce !== null) learnClass(g, holder.slot, place.ce);
  if (op.op1Type !== IS_UNUSED) g.state.borrowed.delete(op.op1);
  g.set(op.result, OBJ, v);
  g.state.samples[op.result] = sample;
  g.state.borrowed.add(op.result);
  return true;
}

function isTemporary(op: Opline): boolean {
  return (op.op1Type & (IS_TMP_VAR | IS_VAR)) !== 0;
}
/** op1->op2 op= op_data, for numbers and strings */
export function assignObjOp(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const holder = isTemporary(op) ? null : holderOf(g, op);
  if (holder === null) return false;
  const data = g.ops[g.n + 1] as Opline;
  const place = placeOf(g, op, holder, data.extendedValue >> 3, thisObject);
  return update(g, op, holder, place, (left) => binary(g, op.extendedValue, left, g.defined(g.op1(data))));
}

/** ++op1->op2 and its like, the result unused or used */
export function incrementObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const holder = isTemporary(op) ? null : holderOf(g, op);
  if (holder === null) return false;
  const up = op.opcode === OP.PRE_INC_OBJ || op.opcode === OP.POST_INC_OBJ;
  const post = op.opcode === OP.POST_INC_OBJ || op.opcode === OP.POST_DEC_OBJ;
  const one = g.operand(IS_CONST, 0, 1);
  const place = placeOf(g, op, holder, op.extendedValue >> 3, thisObject);
  return update(g, op, holder, place, (left) => binary(g, up ? OP.ADD : OP.SUB, left, one), post);
}

type Compute = (left: Operand) => Value | null;

function update(g: Emitter, op: Opline, holder: Holder, place: Place, compute: Compute, post = false): boolean {
  const old = g.fresh();
  const { o } = holder;
  let { slot } = place;
  if (place.condition !== '') g.guard(place.condition);
  if (place.ce === null) {
    slot = g.fresh();
    g.emit(`${slot}=${place.slot};`);
  } else learnClass(g, holder.slot, place.ce);
  g.emit(`${old}=${o}.props[${slot}];`);
  // That the value is a number is asked below.
  const isNumber = (place.mask & ~(NUM | BIG)) === 0 && !g.facts.wide.has(g.n);
  if (!isNumber) g.guard(`${old}!==undefined&&!(${old} instanceof R)`);
  const mask = isNumber ? place.mask | UNDEF : place.mask;
  const left: Operand = { mask, form: 'zval', js: old, slot: -1, isTemp: false, literal: undefined };
  const value = compute(left);
  if (value === null) return false;
  const v = g.fresh();
  const fits = place.state === 'once' ? 'false' : place.fits(v, { mask: value.mask, slot: -1 });
  if (place.mask === FLT && fits === 'true' && op.resultType === IS_UNUSED) {
    g.emit(storeNumber(g, old, `${o}.props[${slot}]`, value));
    return true;
  }
  g.emit(`${v}=${box(value)};`);
  if (fits !== 'true') g.guard(fits);
  g.emit(`${o}.props[${slot}]=${v};`);
  if (op.resultType !== IS_UNUSED) g.set(op.result, ANY, post ? old : v);
  return true;
}
