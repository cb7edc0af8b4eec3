/**
 * Static properties in the compiled code: the box that the run-time cache knows is read and written in place.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_STATIC_PROP_R, ZEND_ASSIGN_STATIC_PROP ...)
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_READONLY } from '../bytecode/type-flags.ts';
import type { StaticPlace } from '../object/static-properties.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { releaseOld } from './borrowing.ts';
import { binary } from './arithmetic.ts';
import { possibleMask, typeMask } from './declared-types.ts';
import { fetched } from './guesses.ts';
import type { Emitter } from './emitter.ts';
import { box, type Operand } from './operand.ts';
import { ANY, COUNTED, REF } from './types.ts';

/** zend_fetch_class's kind of name that is another class from call to call. */
const FETCH_STATIC = 3;

/** The property that the opline has been seen to reach; null: by the handler. */
function placeOf(g: Emitter, op: Opline, cache: number): { readonly place: StaticPlace; readonly slot: string } | null {
  if (op.op1Type !== IS_CONST || (op.op2Type !== IS_CONST && op.op2Type !== IS_UNUSED)) return null;
  if (op.op2Type === IS_UNUSED && (op.op2 & 15) >= FETCH_STATIC) return null;
  const place = g.func.runTimeCache?.[cache + 1] as StaticPlace | undefined;
  if (place === undefined || place === null) return null;
  if (!g.light) g.guard(`RC[${cache + 1}]===${g.constant(place)}`);
  return { place, slot: `${g.constant(place.member.slot)}[0]` };
}

/** result := op2::$op1 */
export function fetchStaticProp(g: Emitter, op: Opline): boolean {
  const found = placeOf(g, op, op.extendedValue >> 3);
  if (found === null) return false;
  const held: Zval = found.place.member.slot[0];
  const sample = held instanceof PhpReference ? held.val : held;
  const v = g.fresh();
  g.emit(`${v}=${found.slot};`);
  fetched(g, op.result, v, sample);
  return true;
}

/** op2::$op1 = op_data */
export function assignStaticProp(g: Emitter, op: Opline): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const value = g.defined(g.op1(g.ops[g.n + 1] as Opline));
  if ((value.mask & REF) !== 0) return false;
  const found = placeOf(g, op, op.extendedValue >> 3);
  if (found === null) return false;
  const { type, flags } = found.place.info;
  if (type !== null && ((flags & ACC_READONLY) !== 0 || (value.mask & ~typeMask(type)) !== 0)) return false;
  const old = g.fresh();
  g.emit(`${old}=${found.slot};`);
  g.guard(`!(${old} instanceof R)`);
  g.emit(`${found.slot}=${g.take(value)};`);
  releaseOld(g, old, g.n + 2);
  return true;
}

/** op2::$op1 op= op_data of numbers and strings; ++op2::$op1 and its like */
export function updateStaticProp(g: Emitter, op: Opline): boolean {
  const isAssign = op.opcode === OP.ASSIGN_STATIC_PROP_OP;
  const data = isAssign ? (g.ops[g.n + 1] as Opline) : op;
  const found = placeOf(g, op, data.extendedValue >> 3);
  if (found === null || (isAssign && op.resultType !== IS_UNUSED)) return false;
  const { type, flags } = found.place.info;
  if ((flags & ACC_READONLY) !== 0) return false;
  const old = g.fresh();
  g.emit(`${old}=${found.slot};`);
  g.guard(`${old}!==undefined&&!(${old} instanceof R)`);
  const mask = type === null ? ANY : possibleMask(type);
  const left: Operand = { mask, form: 'zval', js: old, slot: -1, isTemp: false, literal: undefined };
  const right = isAssign ? g.defined(g.op1(data)) : g.operand(IS_CONST, 0, 1);
  const up = op.opcode === OP.PRE_INC_STATIC_PROP || op.opcode === OP.POST_INC_STATIC_PROP;
  const value = binary(g, isAssign ? op.extendedValue : up ? OP.ADD : OP.SUB, left, right);
  if (value === null || (value.mask & COUNTED) !== 0) return false;
  if (type !== null && (value.mask & ~typeMask(type)) !== 0) return false;
  const v = g.fresh();
  g.emit(`${v}=${box(value)};${found.slot}=${v};`);
  const post = op.opcode === OP.POST_INC_STATIC_PROP || op.opcode === OP.POST_DEC_STATIC_PROP;
  if (op.resultType !== IS_UNUSED) g.set(op.result, ANY, post ? old : v);
  return true;
}
