/**
 * Conversions of scalars: casts, ~, and names of classes.
 * Source: php-src Zend/zend_vm_def.h (ZEND_CAST, ZEND_BW_NOT, ZEND_FETCH_CLASS_NAME)
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { MAY_BE_ARRAY, MAY_BE_DOUBLE, MAY_BE_LONG, MAY_BE_STRING } from '../bytecode/type-flags.ts';
import { uncountedText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import type { Operand } from './operand.ts';
import { ARR, COUNTED, FLT, INT, OBJ, REF, STR, SAFE } from './types.ts';

/** result := (type) op1 */
export function cast(g: Emitter, op: Opline): boolean {
  const o = g.defined(g.op1(op));
  // A literal array warns where it becomes a string: by the handler.
  if (op.op1Type === IS_CONST && o.mask === ARR && 1 << op.extendedValue !== MAY_BE_ARRAY) return false;
  switch (1 << op.extendedValue) {
    case MAY_BE_LONG:
      return toInt(g, op, o);
    case MAY_BE_DOUBLE:
      return toFloat(g, op, o);
    case MAY_BE_STRING:
      return toText(g, op, o);
    case MAY_BE_ARRAY:
      if (o.mask !== ARR) return false;
      g.result(op, ARR, g.take(o));
      return true;
    default:
      return false;
  }
}

/** The operand as a scalar zval: leaves for arrays, objects and the like, which warn and have to be let go of. */
function scalar(g: Emitter, o: Operand): string {
  if (o.form !== 'zval' || o.slot < 0) return g.zval(o);
  const js = g.plain(o);
  if ((o.mask & COUNTED) !== 0) g.guard(uncountedText(js));
  return js;
}

function isTemporaryReference(o: Operand): boolean {
  return o.isTemp && (o.mask & REF) !== 0;
}

function toInt(g: Emitter, op: Opline, o: Operand): boolean {
  const v = g.fresh();
  if (o.form === 'zval' && o.mask === INT) {
    g.result(op, INT, o.js, '', o.range);
    return true;
  }
  if (o.form === 'double' || o.form === 'number') g.emit(`${v}=Math.trunc(${o.js})+0;`);
  else if (isTemporaryReference(o)) return false;
  else g.emit(`${v}=J.toInt(vm,${scalar(g, o)});`);
  const isInt = o.form === 'zval' ? `typeof ${v}==='number'` : `${v}>=-${SAFE}&&${v}<=${SAFE}`;
  g.guard(isInt);
  g.result(op, INT, v);
  return true;
}

function toFloat(g: Emitter, op: Opline, o: Operand): boolean {
  if (isTemporaryReference(o)) return false;
  if (o.form !== 'zval' || o.mask === INT) g.result(op, FLT, o.js);
  else g.result(op, FLT, `J.toFloat(vm,${scalar(g, o)})`);
  return true;
}

function toText(g: Emitter, op: Opline, o: Operand): boolean {
  if (isTemporaryReference(o)) return false;
  if (o.form === 'zval' && o.mask === STR) g.result(op, STR, o.js);
  else if (o.form === 'zval' && o.mask === INT) g.result(op, STR, `\`\${${o.js}}\``);
  else g.result(op, STR, `J.toStr(vm,${scalar(g, o)})`);
  return true;
}

/** result := ~op1 of an int */
export function bitwiseNot(g: Emitter, op: Opline): boolean {
  const o = g.defined(g.op1(op));
  if (o.form !== 'zval' || (o.mask & INT) === 0 || isTemporaryReference(o)) return false;
  const js = o.mask === INT ? o.js : scalar(g, o);
  if (o.mask !== INT) g.guard(`typeof ${js}==='number'`);
  g.guard(`${js}!==${SAFE}`);
  g.result(op, INT, `-1-${js}`);
  return true;
}

/** result := op1::class of an object */
export function className(g: Emitter, op: Opline): boolean {
  if (op.op1Type === IS_UNUSED || op.op1Type === IS_CONST) return false;
  const o = g.defined(g.op1(op));
  if (o.form !== 'zval' || (o.mask & (OBJ | REF)) === 0 || o.isTemp) return false;
  const v = g.plain(o);
  if (o.mask !== OBJ) g.guard(`${v} instanceof Y`);
  g.result(op, STR, `${v}.ce.name`);
  return true;
}
