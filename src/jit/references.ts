/**
 * Numbers behind references: counting and adding up in a variable bound by reference (`use (&$sum)`, `global $n`). Done at
 * once when the reference has no type to keep and both values are numbers; by the handler otherwise.
 * Source: php-src Zend/zend_vm_def.h (ZEND_PRE_INC, ZEND_ASSIGN_OP)
 */
import { IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { ANY, INT, REF, VARIABLE, SAFE } from './types.ts';

/** An opline whose usual way has failed; false: it is none of these. */
export function referenceOpline(g: Emitter, op: Opline): boolean {
  if (op.op1Type !== IS_CV || g.light || ((g.state.masks[op.op1] as number) & REF) === 0) return false;
  switch (op.opcode) {
    case OP.PRE_INC:
    case OP.POST_INC:
      return count(g, op, '+', op.opcode === OP.POST_INC);
    case OP.PRE_DEC:
    case OP.POST_DEC:
      return count(g, op, '-', op.opcode === OP.POST_DEC);
    case OP.ASSIGN_OP:
      if (op.extendedValue === OP.ADD) return add(g, op, '+');
      return op.extendedValue === OP.SUB && add(g, op, '-');
    default:
      return false;
  }
}

/** The reference in op1, and the condition that it holds an int and no type. */
function intBehind(g: Emitter, op: Opline): { c: string; isInt: string } {
  const c = g.local('c', op.op1);
  // Nothing else has sources; asking for them is shorter than `instanceof`.
  const isThere = g.state.masks[op.op1] === REF ? '' : `${c}!==undefined&&${c}!==null&&`;
  return { c, isInt: `${isThere}${c}.sources===null&&typeof ${c}.val==='number'` };
}

function count(g: Emitter, op: Opline, sign: '+' | '-', post: boolean): boolean {
  const { c, isInt } = intBehind(g, op);
  const r = g.fresh();
  const bound = sign === '+' ? `${c}.val<${SAFE}` : `${c}.val>-${SAFE}`;
  g.emit(`if(${isInt}&&${bound}){${r}=${c}.val${post ? '' : `${sign}1`};${c}.val=${post ? `${r}${sign}1` : r};}`);
  otherwise(g, op, r);
  return true;
}

function add(g: Emitter, op: Opline, sign: '+' | '-'): boolean {
  const value = g.op2(op);
  if (value.form !== 'zval' || (value.mask & INT) === 0) return false;
  const { c, isInt } = intBehind(g, op);
  const r = g.fresh();
  const isNumber = value.mask === INT ? '' : `&&typeof ${value.js}==='number'`;
  const fits = `(${r}=${c}.val${sign}${value.js})<=${SAFE}&&${r}>=-${SAFE}`;
  g.emit(`if(${isInt}${isNumber}&&${fits})${c}.val=${r};`);
  otherwise(g, op, r);
  return true;
}

/** The other way: the handler, whose changes are read back; then the result, which is in `r` on the first way. */
function otherwise(g: Emitter, op: Opline, r: string): void {
  const used = op.resultType !== IS_UNUSED;
  g.emit(`else{${g.otherwise(op, `${g.local('c', op.op1)}=S[B+${op.op1}];${used ? `${r}=S[B+${op.result}];` : ''}`)}}`);
  g.state.masks[op.op1] = VARIABLE;
  g.state.forget(op.op1);
  if (used) g.set(op.result, ANY, r);
}
