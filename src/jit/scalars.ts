/**
 * Oplines on single values: type checks, <=>, constants that have been looked up before, the parts of a string.
 * Source: php-src Zend/zend_vm_def.h (ZEND_TYPE_CHECK, ZEND_SPACESHIP, ZEND_FETCH_CONSTANT, ZEND_FETCH_CLASS_CONSTANT, ZEND_ROPE_*)
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { PhpConstantAst, type Zval } from '../value/zval.ts';
import { kindTests } from './declared-types.ts';
import { freeTemporary, keepTemporary, plainText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { mayBeNumbers, type Operand } from './operand.ts';
import { SIGN } from './ranges.ts';
import { BOOL, COUNTED, formOf, INT, REF, STR, UNDEF } from './types.ts';

/** result := op1 is of one of the types */
export function typeCheck(g: Emitter, op: Opline): boolean {
  const o = g.defined(g.op1(op));
  const isCounted = o.isTemp && (o.mask & COUNTED) !== 0;
  if (o.form !== 'zval' || (isCounted && (o.mask & REF) !== 0)) return false;
  const js = g.plain(o);
  const tests = kindTests(op.extendedValue, js);
  if (tests === null) return false;
  const isOwned = isCounted && !g.state.borrowed.delete(o.slot);
  const owned = isOwned ? keepTemporary(g, js) : null;
  g.result(op, BOOL, tests);
  if (owned !== null) freeTemporary(g, owned);
  return true;
}

/** result := op1 <=> op2 of numbers; what compares to nothing (NAN) is greater */
export function spaceship(g: Emitter, op: Opline): boolean {
  const left = g.op1(op);
  const right = g.op2(op);
  if (!mayBeNumbers(left, right) || g.facts.generic.has(g.n)) return false;
  const a = g.number(left).js;
  const b = g.number(right).js;
  g.result(op, INT, `${a}===${b}?0:${a}<${b}?-1:1`, '', SIGN);
  return true;
}

/** result := the constant, when it has been found before: it never changes. */
export function fetchConstant(g: Emitter, op: Opline): boolean {
  const cache = op.extendedValue >> 3;
  const known = g.func.runTimeCache?.[cache];
  if (known === undefined || known === null) return false;
  if (op.opcode === OP.FETCH_CONSTANT) return literal(g, op, (known as { value: Zval }).value);
  if (op.op1Type === IS_CONST) {
    return literal(g, op, g.func.runTimeCache?.[cache + 1] as Zval);
  }
  // self:: and parent:: are of the scope, which copies of the function differ in; static:: may be another class every time.
  if (op.op1Type !== IS_UNUSED || (op.op1 & 15) > 2 || !g.light) return false;
  return literal(g, op, g.func.runTimeCache?.[cache + 1] as Zval);
}

function literal(g: Emitter, op: Opline, value: Zval): boolean {
  if (value === undefined || value instanceof PhpConstantAst) return false;
  const o = g.operand(IS_CONST, 0, value);
  const boxed = formOf(o.mask) === 'zval';
  g.result(op, o.mask, boxed ? g.take(o) : o.js, '', o.range);
  g.state.samples[op.result] = value;
  return true;
}

/** ROPE_INIT, ROPE_ADD, ROPE_END: the parts are gathered in one string. */
export function rope(g: Emitter, op: Opline): boolean {
  const part = partOf(g, g.op2(op));
  if (part === null) return false;
  const before = op.opcode === OP.ROPE_INIT ? null : g.op1(op);
  if (before !== null && before.form !== 'zval') return false;
  g.result(op, STR, before === null ? part : `${before.js}+${part}`);
  return true;
}

function partOf(g: Emitter, o: Operand): string | null {
  if (o.mask === STR) return o.js;
  if (o.mask === INT) return `\`\${${o.js}}\``;
  if (o.form !== 'zval' || (o.mask & (STR | REF)) === 0 || (o.mask & UNDEF) !== 0) return null;
  if (o.isTemp && (o.mask & COUNTED) !== 0 && (o.mask & REF) !== 0) return null;
  const v = g.fresh();
  g.emit(`${v}=${plainText(o.js, o.mask)};`);
  g.emit(`if(typeof ${v}==='number')${v}=\`\${${v}}\`;`);
  g.guard(`typeof ${v}==='string'`);
  return v;
}
