/**
 * Operators on numbers, comparisons, increments. Each does the opline for numbers and leaves to the interpreter for anything
 * else; where that happens often, `Facts.generic` gives the opline to its handler.
 * Source: php-src Zend/zend_vm_def.h, zend_operators.c
 */
import { IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { freeTemporary, keepTemporary, uncountedText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { mayBeNumbers, type NumberText, type Operand, type Value } from './operand.ts';
import { maskedProduct } from './masked-products.ts';
import { integers, intSum, SIGNS } from './int-operators.ts';
import { lengthOf } from './flow-graph.ts';
import { assignTo } from './variables.ts';
import { BIG, BOOL, COUNTED, FLT, INT, NULL, NUM, OBJ, REF, STR, UNDEF, SAFE } from './types.ts';

const WIDE: Readonly<Record<number, string>> = { [OP.ADD]: 'J.addInt', [OP.SUB]: 'J.subInt', [OP.MUL]: 'J.mulInt' };

/** op1 sign op2 for +, -, *. Null: by the handler. */
export function sum(g: Emitter, opcode: number, left: Operand, right: Operand): Value | null {
  const sign = SIGNS[opcode] as string;
  if (!mayBeNumbers(left, right)) return null;
  if (g.facts.wide.has(g.n)) return wideSum(g, opcode, left, right);
  const a = g.number(left);
  const b = g.number(right);
  if (a.kind === 'int' && b.kind === 'int') return intSum(g, opcode, a, b);
  if (a.kind === 'double' || b.kind === 'double') {
    return { mask: FLT, js: `${a.js}${sign}${b.js}`, isFloat: '' };
  }
  const zero = opcode === OP.MUL ? '+0' : '';
  const r = g.fresh();
  g.emit(`${r}=${a.js}${sign}${b.js};`);
  const flag = either(g, a, b);
  g.emit(`if(!${flag}){if(!(${r}<=${SAFE}&&${r}>=-${SAFE})){${g.exit(g.n)}}${zero === '' ? '' : `${r}=${r}+0;`}}`);
  return { mask: NUM, js: r, isFloat: flag };
}

function either(g: Emitter, a: NumberText, b: NumberText): string {
  if (a.kind === 'int') return b.isFloat;
  if (b.kind === 'int') return a.isFloat;
  const flag = g.fresh();
  g.emit(`${flag}=${a.isFloat}||${b.isFloat};`);
  return flag;
}

/** Where ints have left the range of JS numbers before: the exact sum, a bigint if need be. */
function wideSum(g: Emitter, opcode: number, left: Operand, right: Operand): Value | null {
  if (((left.mask | right.mask) & (COUNTED | STR | BOOL | NULL | UNDEF | FLT)) !== 0) return null;
  const r = g.fresh();
  const zero = opcode === OP.MUL ? '+0' : '';
  const a = g.zval(left);
  const b = g.zval(right);
  const plain = ((left.mask | right.mask) & BIG) === 0 ? '' : `typeof ${a}==='number'&&typeof ${b}==='number'&&`;
  const bounds = `(${r}=${a}${SIGNS[opcode] as string}${b}${zero})<=${SAFE}&&${r}>=-${SAFE}`;
  g.emit(`if(!(${plain}${bounds}))${r}=${WIDE[opcode] as string}(${a},${b});`);
  return { mask: INT | BIG | FLT, js: r, isFloat: '' };
}

/** op1 / op2. */
function quotient(g: Emitter, left: Operand, right: Operand): Value | null {
  if (!mayBeNumbers(left, right)) return null;
  const a = g.number(left);
  const b = g.number(right);
  const r = g.fresh();
  g.guard(`${b.js}!==0`);
  g.emit(`${r}=${a.js}/${b.js};`);
  if (a.kind === 'double' || b.kind === 'double') return { mask: FLT, js: r, isFloat: '' };
  const flag = g.fresh();
  const exact = `${a.js}%${b.js}!==0`;
  const floats = [a, b].filter((x) => x.kind === 'number').map((x) => x.isFloat);
  g.emit(`${flag}=${[...floats, exact].join('||')};if(!${flag})${r}=${r}+0;`);
  return { mask: NUM, js: r, isFloat: flag };
}

/** Any binary operator that is compiled. Null: by the handler. */
export function binary(g: Emitter, opcode: number, left: Operand, right: Operand): Value | null {
  switch (opcode) {
    case OP.ADD:
    case OP.SUB:
    case OP.MUL:
      return sum(g, opcode, left, right);
    case OP.DIV:
      return quotient(g, left, right);
    case OP.MOD:
    case OP.BW_AND:
    case OP.BW_OR:
    case OP.BW_XOR:
    case OP.SL:
    case OP.SR:
      return integers(g, opcode, left, right);
    case OP.CONCAT:
    case OP.FAST_CONCAT:
      return concat(g, left, right);
    default:
      return null;
  }
}

/** op1 . op2 of strings and ints. */
function concat(g: Emitter, left: Operand, right: Operand): Value | null {
  const text = (o: Operand): string | null => {
    if (o.mask === STR) return o.js;
    if (o.mask === INT) return `\`\${${o.js}}\``;
    if (o.form !== 'zval' || (o.mask & (STR | REF)) === 0) return null;
    const js = g.plain(o);
    const v = g.fresh();
    g.emit(`${v}=typeof ${js}==='string'?${js}:typeof ${js}==='number'?\`\${${js}}\`:undefined;`);
    g.guard(`${v}!==undefined`);
    return v;
  };
  const a = text(left);
  const b = a === null ? null : text(right);
  return a === null || b === null ? null : { mask: STR, js: `${a}+${b}`, isFloat: '' };
}

/** result := op1 sign op2 */
export function binaryOpline(g: Emitter, op: Opline): boolean {
  if (op.opcode === OP.MUL && maskedProduct(g, op)) return true;
  const value = binary(g, op.opcode, g.op1(op), g.op2(op));
  if (value === null) return false;
  g.result(op, value.mask, value.js, value.isFloat, value.range);
  return true;
}

/** CV op= op2 */
export function assignOp(g: Emitter, op: Opline): boolean {
  if (op.op1Type !== IS_CV) return false;
  const left = g.op1(op);
  if ((left.mask & (REF | UNDEF)) !== 0 && op.extendedValue === OP.CONCAT) return false;
  if ((left.mask & UNDEF) !== 0 || (left.mask & REF) !== 0) {
    if (left.form !== 'zval') return false;
    g.guard(`typeof ${left.js}!=='object'&&${left.js}!==undefined||${left.js} instanceof F`);
    g.narrow(left, left.mask & ~(REF | UNDEF | COUNTED | NULL));
  }
  const value = binary(g, op.extendedValue, g.op1(op), g.op2(op));
  if (value === null) return false;
  // What was there was a number or a string: nothing to let go of.
  g.set(op.op1, value.mask, value.js, value.isFloat, value.range);
  if (op.resultType !== IS_UNUSED) copyNumber(g, op.op1, op.result);
  return true;
}

function copyNumber(g: Emitter, from: number, to: number): void {
  const o = g.operand(IS_CV, from, undefined);
  g.set(to, o.mask, o.js, o.form === 'number' ? `k${from}` : '', o.range);
}

const COMPARISONS: Readonly<Record<number, string>> = {
  [OP.IS_SMALLER]: '<',
  [OP.IS_SMALLER_OR_EQUAL]: '<=',
  [OP.IS_EQUAL]: '===',
  [OP.IS_NOT_EQUAL]: '!==',
  [OP.CASE]: '===',
};

/** result := op1 < op2 and its like. */
export function comparison(g: Emitter, op: Opline): boolean {
  const left = g.op1(op);
  const right = g.op2(op);
  const sign = COMPARISONS[op.opcode] as string;
  if (left.mask === STR || right.mask === STR) return compareStrings(g, op, sign, left, right);
  if (!mayBeNumbers(left, right)) return false;
  const a = g.number(left);
  const b = g.number(right);
  if (a.kind === 'int' && b.kind === 'int') g.test = { at: g.n, result: op.result, sign, left, right };
  g.result(op, BOOL, `${a.js}${sign}${b.js}`);
  return true;
}

/** Strings are compared byte by byte unless both look like numbers. */
function compareStrings(g: Emitter, op: Opline, sign: string, left: Operand, right: Operand): boolean {
  const other = left.mask === STR ? right : left;
  if (other.mask !== STR) {
    if (other.form !== 'zval' || (other.mask & STR) === 0 || (other.mask & REF) !== 0) return false;
    g.guard(`typeof ${other.js}==='string'`);
    if (!other.isTemp) g.narrow(other, STR);
  }
  const plain = [left, right].some((o) => typeof o.literal === 'string' && !/^[\s\d.+-]/.test(o.literal));
  if (plain) g.result(op, BOOL, `${left.js}${sign}${right.js}`);
  else g.result(op, BOOL, `J.compareStrings(${left.js},${right.js})${sign}0`);
  return true;
}

const PLAIN = INT | STR | BOOL | NULL;

/** result := op1 === op2 */
export function identity(g: Emitter, op: Opline): boolean {
  const sign = op.opcode === OP.IS_NOT_IDENTICAL ? '!==' : '===';
  let left = g.op1(op);
  let right = g.op2(op);
  if ((left.mask & UNDEF) !== 0) left = g.defined(left);
  if ((right.mask & UNDEF) !== 0) right = g.defined(right);
  if (left.form !== 'zval' || right.form !== 'zval') {
    if (left.form === 'double' && right.form === 'double') {
      g.result(op, BOOL, `${left.js}${sign}${right.js}`);
      return true;
    }
    return false;
  }
  const simple = (o: Operand): boolean => (o.mask & ~(PLAIN | BIG)) === 0;
  if (!simple(left) && !simple(right)) return false;
  const counted = simple(left) ? right : left;
  if ((counted.mask & REF) !== 0) g.guard(`!(${counted.js} instanceof R)`);
  const isOwned = counted.isTemp && (counted.mask & COUNTED) !== 0 && !g.state.borrowed.delete(counted.slot);
  const owned = isOwned ? keepTemporary(g, counted.js) : null;
  g.result(op, BOOL, `${left.js}${sign}${right.js}`);
  if (owned !== null) freeTemporary(g, owned);
  return true;
}

/** ++CV, CV++ and their like. */
export function increment(g: Emitter, op: Opline): boolean {
  if (op.op1Type !== IS_CV) return false;
  const o = g.op1(op);
  const up = op.opcode === OP.PRE_INC || op.opcode === OP.POST_INC;
  const post = op.opcode === OP.POST_INC || op.opcode === OP.POST_DEC;
  if ((o.mask & NUM) === 0) return false;
  if (o.form === 'zval' && o.mask !== INT) {
    g.guard(`typeof ${o.js}==='number'`);
    g.narrow(o, INT);
  }
  const v = g.number(g.op1(op));
  if (post) g.result(op, o.form === 'zval' ? INT : o.mask, v.js, v.isFloat, v.range);
  if (v.kind === 'int') {
    const one = { kind: 'int', js: '1', isFloat: '', range: { lo: 1, hi: 1 } } as const;
    const { js, range } = intSum(g, up ? OP.ADD : OP.SUB, v, one);
    g.set(op.op1, INT, js, '', range);
  } else {
    if (v.kind === 'number') g.guard(`${v.isFloat}||${up ? `${v.js}<${SAFE}` : `${v.js}>-${SAFE}`}`);
    g.set(op.op1, o.mask, `${v.js}${up ? '+' : '-'}1`, v.isFloat);
  }
  if (!post && op.resultType !== IS_UNUSED) copyNumber(g, op.op1, op.result);
  return true;
}

/** result := op1 for a boolean context. */
export function truth(g: Emitter, o: Operand): string | null {
  if (o.form !== 'zval') return `${o.js}!==0`;
  if ((o.mask & UNDEF) !== 0) return truth(g, g.defined(o));
  if (o.mask === BOOL) return o.js;
  if (o.mask === INT) return `${o.js}!==0`;
  if (o.isTemp && (o.mask & COUNTED) !== 0) {
    // A temporary that counts its holders has to be let go of: rare enough for the handler.
    g.guard(uncountedText(o.js));
  }
  if ((o.mask & ~(OBJ | NULL)) === 0) return `${o.js}!==null`;
  return `(typeof ${o.js}==='boolean'?${o.js}:J.truth(${o.js}))`;
}

/** result := bool(op1), result := !op1 */
export function toBoolean(g: Emitter, op: Opline): boolean {
  const t = truth(g, g.op1(op));
  if (t === null) return false;
  g.result(op, BOOL, op.opcode === OP.BOOL_NOT ? `!${t.startsWith('c') && !/\W/.test(t) ? t : `(${t})`}` : t);
  return true;
}

/** CV = op2, temporary := op1 */
export function assign(g: Emitter, op: Opline): boolean {
  if (op.op1Type !== IS_CV) return false;
  const source = g.op2(op);
  if (source.slot === op.op1) return false;
  const value = g.defined(source);
  return assignTo(g, op, op.op1, value, g.n + lengthOf(op));
}
