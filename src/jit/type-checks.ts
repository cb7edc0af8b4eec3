/**
 * Parameters and return values against their declared types.
 * Source: php-src Zend/zend_vm_def.h (ZEND_RECV, ZEND_RECV_INIT, ZEND_VERIFY_RETURN_TYPE)
 */
import { IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { classPasses, exactClass, learnClass, objectIn, onlyClass } from './classes.ts';
import { fitsType, possibleMask, typeMask } from './declared-types.ts';
import type { Emitter } from './emitter.ts';
import { floatText } from './kind-tests.ts';
import { BIG, FLT, formOf, INT, OBJ, OTHER, REF, UNDEF } from './types.ts';

/** RECV and RECV_INIT of a call with `numArgs` arguments; -1 when their number is not known. */
export function receive(g: Emitter, op: Opline, numArgs: number): boolean {
  if (numArgs < 0) return false;
  const passed = op.op1 <= numArgs;
  if (!passed) {
    if (op.opcode !== OP.RECV_INIT) return false;
    const literal = g.operand(IS_CONST, 0, op.op2Lit);
    if ((literal.mask & OTHER) !== 0) return false;
    const type = g.func.argInfo[op.op1 - 1]?.type ?? null;
    if (type !== null && (typeMask(type) & literal.mask) === 0) return false;
    g.set(op.result, literal.mask, literal.form === 'zval' ? g.take(literal) : literal.js, '', literal.range);
    return true;
  }
  const type = g.func.argInfo[Math.min(op.op1, g.func.argInfo.length) - 1]?.type ?? null;
  if (type === null) return true;
  return checkType(g, op, op.result, type);
}

function checkType(g: Emitter, op: Opline, slot: number, type: NonNullable<OpArray['returnType']>): boolean {
  const mask = g.state.masks[slot] as number;
  const allowed = typeMask(type);
  if ((mask & ~allowed) === 0) return true;
  if (formOf(mask) !== 'zval') return false;
  const c = g.local('c', slot);
  if ((mask & REF) !== 0) return false;
  const known = possibleMask(type);
  if (known === FLT) {
    floatParameter(g, op, slot);
    return true;
  }
  const exact = exactClass(g, slot);
  if (exact !== null && classPasses(exact, type)) return true;
  const like = objectIn(g.state.samples[slot])?.ce ?? null;
  g.emit(`if(!(${fitsType(g, type, c, like)})){${g.otherwise(op, `${c}=S[B+${slot}];`)}}`);
  g.state.masks[slot] = formOf(known) === 'number' ? known | BIG : known;
  const only = like === null || known !== OBJ ? null : onlyClass(type, like);
  if (only !== null) learnClass(g, slot, only);
  // Coerced by the handler in the frame, or never changed: either way the frame has it.
  return true;
}

/** A parameter of type float: an int becomes one. */
function floatParameter(g: Emitter, op: Opline, slot: number): void {
  const c = g.local('c', slot);
  const mask = g.state.masks[slot] as number;
  if (mask !== INT) {
    const f = g.local('f', slot);
    const coerced = g.otherwise(op, `${f}=S[B+${slot}].value;`);
    g.emit(`if(${floatText(c)})${f}=${c}.value;else if(typeof ${c}==='number')${f}=${c};else{${coerced}}`);
    g.set(slot, FLT, f);
  } else g.set(slot, FLT, c);
}

/** VERIFY_RETURN_TYPE */
export function verifyReturnType(g: Emitter, op: Opline): boolean {
  const type = g.func.returnType;
  if (type === null || op.op1Type === IS_UNUSED || op.op1Type === IS_CONST) return false;
  const o = g.op1(op);
  const allowed = typeMask(type);
  if ((o.mask & ~allowed) === 0) return true;
  if (o.form === 'number' && o.isTemp && allowed === FLT) {
    // An int becomes a float.
    g.set(o.slot, FLT, o.js);
    return true;
  }
  if (o.form !== 'zval' || (o.mask & (REF | UNDEF)) !== 0) return false;
  const exact = exactClass(g, o.slot);
  if (exact !== null && classPasses(exact, type)) return true;
  g.guard(fitsType(g, type, o.js, objectIn(g.state.samples[o.slot])?.ce ?? null));
  const narrowed = o.mask & possibleMask(type);
  if (narrowed !== 0) g.narrow(o, narrowed);
  return true;
}
