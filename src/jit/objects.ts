/**
 * Properties in the compiled code: declared properties through the opline's run-time cache, everything else by the handler.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_OBJ_R ...), zend_object_handlers.h (CACHE_POLYMORPHIC_PTR_EX)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { PhpObject } from '../value/php-object.ts';
import { PhpObject as ObjectClass } from '../value/php-object.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { binary } from './arithmetic.ts';
import { box } from './arrays.ts';
import type { Emitter, Operand } from './emitter.ts';
import { ANY, COUNTED, OBJ, REF } from './types.ts';

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

/** Condition that `o` is an object whose class the cache knows with a declared property; its slot is then in `t`. */
function cached(o: string, cache: number): string {
  return `${o} instanceof Y&&RC[${cache}]===${o}.ce&&(t=RC[${cache + 1}])>=0`;
}

function sampleProperty(g: Emitter, op: Opline, thisObject: PhpObject | null): Zval | undefined {
  const held = op.op1Type === IS_UNUSED ? thisObject : g.state.samples[op.op1];
  const o = held instanceof PhpReference ? held.val : held;
  if (!(o instanceof ObjectClass)) return undefined;
  const info = o.ce.propertiesInfo.get(op.op2Lit as string);
  if (info === undefined) return undefined;
  const v = o.props[info.slot];
  return v instanceof PhpReference ? v.val : v;
}

/** result := op1->op2 */
export function fetchObj(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  const o = objectOf(g, op);
  if (o === null) return false;
  const v = g.fresh();
  g.emit(`if(${cached(o, op.extendedValue >> 3)}&&(${v}=${o}.props[t])!==undefined){`);
  g.emit(`if(typeof ${v}==='object'&&${v}!==null&&!(${v} instanceof F))${v}=J.copy(${v});}`);
  g.emit(`else{${g.otherwise(op, `${v}=S[B+${op.result}];`)}}`);
  g.set(op.result, ANY | REF, v);
  const sample = sampleProperty(g, op, thisObject);
  g.state.masks[op.result] = ANY;
  g.emit(`if(${v} instanceof R)${g.local('c', op.result)}=J.unwrap(vm,${v});`);
  g.expect(op.result, sample, g.n + 1);
  return true;
}

/** op1->op2 = op_data */
export function assignObj(g: Emitter, op: Opline): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const o = objectOf(g, op);
  if (o === null) return false;
  const value = g.defined(g.op1(g.ops[g.n + 1] as Opline));
  if ((value.mask & REF) !== 0) return false;
  const cache = op.extendedValue >> 3;
  const v = g.fresh();
  const old = g.fresh();
  g.emit(`${v}=${g.zval(value)};`);
  const typed = `(RC[${cache + 2}]===null||J.fits(RC[${cache + 2}],${v}))`;
  g.emit(`if(${cached(o, cache)}&&(${old}=${o}.props[t])!==undefined&&!(${old} instanceof R)&&${typed}){`);
  const owned = !value.isTemp && (value.mask & COUNTED) !== 0 ? `J.addRef(${v})` : v;
  g.emit(
    `${o}.props[t]=${owned};if(typeof ${old}==='object'&&${old}!==null&&!(${old} instanceof F)){J.release(vm,${old});`,
  );
  g.attention(g.n + 2);
  g.emit(`}}else{${g.otherwise(op, '')}}`);
  return true;
}

/** op1->op2 op= op_data, for numbers and strings */
export function assignObjOp(g: Emitter, op: Opline): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const o = objectOf(g, op);
  if (o === null) return false;
  const data = g.ops[g.n + 1] as Opline;
  return update(g, op, o, data.extendedValue >> 3, (left) => binary(g, op.extendedValue, left, g.defined(g.op1(data))));
}

/** ++op1->op2 and its like, the result unused or used */
export function incrementObj(g: Emitter, op: Opline): boolean {
  const o = objectOf(g, op);
  if (o === null) return false;
  const up = op.opcode === OP.PRE_INC_OBJ || op.opcode === OP.POST_INC_OBJ;
  const post = op.opcode === OP.POST_INC_OBJ || op.opcode === OP.POST_DEC_OBJ;
  const one = g.operand(IS_CONST, 0, 1);
  return update(g, op, o, op.extendedValue >> 3, (left) => binary(g, up ? OP.ADD : OP.SUB, left, one), post);
}

type Compute = (left: Operand) => { mask: number; js: string; isFloat: string } | null;

function update(g: Emitter, op: Opline, o: string, cache: number, compute: Compute, post = false): boolean {
  const old = g.fresh();
  const slot = g.fresh();
  g.guard(`${cached(o, cache)}&&(${old}=${o}.props[t])!==undefined`);
  g.emit(`${slot}=t;`);
  const left: Operand = { mask: ANY | REF, form: 'zval', js: old, slot: -1, isTemp: false, literal: undefined };
  g.guard(`!(${old} instanceof R)`);
  const value = compute({ ...left, mask: ANY });
  if (value === null) return false;
  const v = g.fresh();
  g.emit(`${v}=${box(value.mask, value.js, value.isFloat)};`);
  g.guard(`RC[${cache + 2}]===null||J.fits(RC[${cache + 2}],${v})`);
  g.emit(`${o}.props[${slot}]=${v};`);
  if (op.resultType !== IS_UNUSED) g.set(op.result, ANY, post ? old : v);
  return true;
}
