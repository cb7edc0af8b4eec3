/**
 * Properties in the compiled code: declared properties through the opline's run-time cache, everything else by the handler.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_OBJ_R ...), zend_object_handlers.h (CACHE_POLYMORPHIC_PTR_EX)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_CLOSURE, ACC_READONLY, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { PhpObject } from '../value/php-object.ts';
import { PhpObject as ObjectClass } from '../value/php-object.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { binary } from './arithmetic.ts';
import { box } from './arrays.ts';
import { expect, expectNumber } from './guesses.ts';
import type { Emitter } from './emitter.ts';
import type { Operand } from './operand.ts';
import { fitsType, possibleMask, typeMask } from './declared-types.ts';
import { ANY, COUNTED, maskOf, NUM, OBJ, REF } from './types.ts';

/** The object of op1 in a JS variable: $this or a variable. Null: by the handler. */
function objectOf(g: Emitter, op: Opline): string | null {
  if (op.op2Type !== IS_CONST) return null;
  const o = g.fresh();
  if (op.op1Type === IS_UNUSED) {
    g.emit(`${o}=${g.self};`);
    return o;
  }
  if (op.op1Type !== IS_CV) return null;
  const operand = g.op1(op);
  if (operand.form !== 'zval' || (operand.mask & (OBJ | REF)) === 0) return null;
  const { js } = operand;
  g.emit((operand.mask & REF) === 0 ? `${o}=${js};` : `${o}=${js} instanceof R?${js}.val:${js};`);
  return o;
}

/** A declared property as the text reaches it. */
interface Place {
  /** Condition that the property can be reached so. */
  readonly condition: string;
  /** Its slot in the object, once the condition has held. */
  readonly slot: string;
  /** Condition that the value `v` of these kinds may be stored there. */
  readonly fits: (v: string, mask: number) => string;
  /** Kinds of values it holds (when it is no reference). */
  readonly mask: number;
}

function placeOf(g: Emitter, op: Opline, o: string, cache: number, thisObject: PhpObject | null): Place {
  const ce = sampleObject(g, op, thisObject)?.ce;
  const known = g.func.runTimeCache;
  const info = ce?.propertiesInfo.get(op.op2Lit as string);
  if (ce === undefined || info === undefined || known?.[cache] !== ce || known[cache + 1] !== info.slot) {
    return {
      condition: `${o} instanceof Y&&RC[${cache}]===${o}.ce&&(t=RC[${cache + 1}])>=0`,
      slot: 't',
      fits: (v) => `(RC[${cache + 2}]===null||J.fits(vm,RC[${cache + 2}],${v}))`,
      mask: ANY,
    };
  }
  // The class that was seen when the code was made: where its property is and what it may hold is known.
  const isObject = op.op1Type === IS_UNUSED && (g.func.fnFlags & (ACC_STATIC | ACC_CLOSURE)) === 0;
  const checks = isObject ? [] : [`${o} instanceof Y`];
  checks.push(`${o}.ce===${g.constant(ce)}`);
  // The code with a frame is shared by copies of the function in other scopes.
  if (!g.light) checks.push(`RC[${cache}]===${o}.ce`);
  const { type } = info;
  const fits = (v: string, mask: number): string => {
    if (known[cache + 2] === null) return 'true';
    if (type !== null && (info.flags & ACC_READONLY) === 0 && (mask & ~typeMask(type)) === 0) return 'true';
    if (type !== null && (info.flags & ACC_READONLY) === 0)
      return `(${fitsType(g, type, v, g.constant(info.ce), 'null')})`;
    return `J.fits(vm,RC[${cache + 2}],${v})`;
  };
  return {
    condition: checks.join('&&'),
    slot: String(info.slot),
    fits,
    mask: type === null ? ANY : possibleMask(type),
  };
}

function sampleObject(g: Emitter, op: Opline, thisObject: PhpObject | null): PhpObject | undefined {
  const held = op.op1Type === IS_UNUSED ? thisObject : g.state.samples[op.op1];
  const o = held instanceof PhpReference ? held.val : held;
  return o instanceof ObjectClass ? o : undefined;
}

function sampleProperty(g: Emitter, op: Opline, thisObject: PhpObject | null): Zval | undefined {
  const o = sampleObject(g, op, thisObject);
  const info = o?.ce.propertiesInfo.get(op.op2Lit as string);
  if (o === undefined || info === undefined) return undefined;
  const v = o.props[info.slot];
  return v instanceof PhpReference ? v.val : v;
}

/** result := op1->op2 */
export function fetchObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const o = objectOf(g, op);
  if (o === null) return false;
  const v = g.fresh();
  const place = placeOf(g, op, o, op.extendedValue >> 3, thisObject);
  const sample = sampleProperty(g, op, thisObject);
  if ((maskOf(sample) & NUM) !== 0 && !g.facts.generic.has(~g.n)) {
    g.emit(`${v}=${place.condition}?${o}.props[${place.slot}]:undefined;`);
    return expectNumber(g, op.result, v, sample);
  }
  g.emit(`if(${place.condition}&&(${v}=${o}.props[${place.slot}])!==undefined){`);
  g.emit(`if(typeof ${v}==='object'&&${v}!==null&&!(${v} instanceof F))${v}=J.copy(${v});}`);
  g.emit(`else{${g.otherwise(op, `${v}=S[B+${op.result}];`)}}`);
  g.set(op.result, ANY | REF, v);
  g.state.masks[op.result] = ANY;
  g.emit(`if(${v} instanceof R)${g.local('c', op.result)}=J.unwrap(vm,${v});`);
  expect(g, op.result, sample, g.n + 1);
  return true;
}

/** op1->op2 = op_data */
export function assignObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const o = objectOf(g, op);
  if (o === null) return false;
  const value = g.defined(g.op1(g.ops[g.n + 1] as Opline));
  if ((value.mask & REF) !== 0) return false;
  const cache = op.extendedValue >> 3;
  const v = g.fresh();
  const old = g.fresh();
  g.emit(`${v}=${g.zval(value)};`);
  const { condition, slot, fits } = placeOf(g, op, o, cache, thisObject);
  const place = `${o}.props[${slot}]`;
  g.emit(`if(${condition}&&(${old}=${place})!==undefined&&!(${old} instanceof R)&&${fits(v, value.mask)}){`);
  const owned = !value.isTemp && (value.mask & COUNTED) !== 0 ? `J.addRef(${v})` : v;
  g.emit(`${place}=${owned};if(typeof ${old}==='object'&&${old}!==null&&!(${old} instanceof F)){J.release(vm,${old});`);
  g.attention(g.n + 2);
  g.emit(`}}else{${g.otherwise(op, '')}}`);
  return true;
}

/** op1->op2 op= op_data, for numbers and strings */
export function assignObjOp(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const o = objectOf(g, op);
  if (o === null) return false;
  const data = g.ops[g.n + 1] as Opline;
  const place = placeOf(g, op, o, data.extendedValue >> 3, thisObject);
  return update(g, op, o, place, (left) => binary(g, op.extendedValue, left, g.defined(g.op1(data))));
}

/** ++op1->op2 and its like, the result unused or used */
export function incrementObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const o = objectOf(g, op);
  if (o === null) return false;
  const up = op.opcode === OP.PRE_INC_OBJ || op.opcode === OP.POST_INC_OBJ;
  const post = op.opcode === OP.POST_INC_OBJ || op.opcode === OP.POST_DEC_OBJ;
  const one = g.operand(IS_CONST, 0, 1);
  const place = placeOf(g, op, o, op.extendedValue >> 3, thisObject);
  return update(g, op, o, place, (left) => binary(g, up ? OP.ADD : OP.SUB, left, one), post);
}

type Compute = (left: Operand) => { mask: number; js: string; isFloat: string } | null;

function update(g: Emitter, op: Opline, o: string, place: Place, compute: Compute, post = false): boolean {
  const old = g.fresh();
  const slot = g.fresh();
  g.guard(`${place.condition}&&(${old}=${o}.props[${place.slot}])!==undefined`);
  g.emit(`${slot}=${place.slot};`);
  const left: Operand = { mask: ANY | REF, form: 'zval', js: old, slot: -1, isTemp: false, literal: undefined };
  g.guard(`!(${old} instanceof R)`);
  const value = compute({ ...left, mask: place.mask });
  if (value === null) return false;
  const v = g.fresh();
  g.emit(`${v}=${box(value.mask, value.js, value.isFloat)};`);
  const fits = place.fits(v, value.mask);
  if (fits !== 'true') g.guard(fits);
  g.emit(`${o}.props[${slot}]=${v};`);
  if (op.resultType !== IS_UNUSED) g.set(op.result, ANY, post ? old : v);
  return true;
}
