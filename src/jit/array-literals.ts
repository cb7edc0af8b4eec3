/**
 * Array literals: elements whose oplines follow each other are made at once, string keys are those of all arrays that the
 * literal makes.
 * Source: php-src Zend/zend_vm_def.h (ZEND_INIT_ARRAY, ZEND_ADD_ARRAY_ELEMENT)
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { createKeyShape, type KeyShape } from '../value/php-array.ts';
import type { Emitter } from './emitter.ts';
import { ARR, INT, STR } from './types.ts';

/** extended_value of INIT_ARRAY and ADD_ARRAY_ELEMENT: the element is a reference; the array is a hash from the beginning. */
const BY_REFERENCE = 1;
const IS_HASH = 2;

/** Keys that arrays share, at most. */
const MOST_KEYS = 16;

/** Oplines that are looked back for the beginning of a literal. */
const FURTHEST = 200;

/** result := [op1], result[] := op1 without keys by reference */
export function arrayElement(g: Emitter, op: Opline, first: boolean): boolean {
  if ((op.extendedValue & BY_REFERENCE) !== 0 || (first && op.op1Type === IS_UNUSED)) return false;
  if (first ? wholeLiteral(g, op) : growShape(g, op)) return true;
  const value = g.defined(g.op1(op));
  const keyed = op.op2Type !== IS_UNUSED;
  if (keyed && (op.op2Type !== IS_CONST || (g.op2(op).mask & (INT | STR)) === 0)) return false;
  if (first && (op.extendedValue & IS_HASH) !== 0 && !keyed) return false;
  const c = g.local('c', op.result);
  // Behind PHP_INT_MAX there is no next index: the handler throws.
  if (!first && !keyed) g.guard(`typeof ${c}.nextFree==='number'`);
  const js = g.take(value);
  if (first) {
    g.set(op.result, ARR, `new A()`);
    if ((op.extendedValue & IS_HASH) !== 0) g.emit(`${c}.toHash();`);
  }
  g.emit(keyed ? `J.put(vm,${c},${g.op2(op).js},${js});` : `${c}.append(${js});`);
  g.state.masks[op.result] = ARR;
  g.state.dirty[op.result] = true;
  if (keyed) g.attention(g.n + 1);
  return true;
}

/** INIT_ARRAY and the ADD_ARRAY_ELEMENTs right behind it, as far as they are alike. */
function wholeLiteral(g: Emitter, op: Opline): boolean {
  const isHash = (op.extendedValue & IS_HASH) !== 0;
  if (isHash !== (op.op2Type !== IS_UNUSED)) return false;
  const keys: string[] = [];
  const group: Opline[] = [];
  for (let n = g.n; n <= g.blockLast; n++) {
    const at = g.ops[n] as Opline;
    if (n > g.n && (at.opcode !== OP.ADD_ARRAY_ELEMENT || at.result !== op.result || g.facts.generic.has(n))) break;
    if ((at.extendedValue & BY_REFERENCE) !== 0 || at.op1Type === IS_UNUSED) break;
    if (isHash ? !addKey(keys, at) : at.op2Type !== IS_UNUSED) break;
    group.push(at);
  }
  if (group.length === 0) return false;
  const values = group.map((at) => g.defined(g.op1(at)));
  const js = values.map((value) => g.take(value)).join();
  g.set(op.result, ARR, isHash ? `A.ofShape(${g.constant(shapeOf(g, keys))},[${js}])` : `J.list([${js}])`);
  g.done = g.n + group.length - 1;
  return true;
}

/** Is the key a string that no other one before is? Ints, and numerals among strings, are not shared. */
function addKey(keys: string[], op: Opline): boolean {
  const key = op.op2Lit;
  const isKey = op.op2Type === IS_CONST && typeof key === 'string' && !/^-?\d/.test(key);
  if (!isKey || keys.length >= MOST_KEYS || keys.includes(key)) return false;
  keys.push(key);
  return true;
}

/** An element behind others whose keys are shared: one more key is, too. */
function growShape(g: Emitter, op: Opline): boolean {
  if (op.op2Type !== IS_CONST) return false;
  const before = keysBefore(g, op);
  if (before === null) return false;
  const value = g.defined(g.op1(op));
  const c = g.local('c', op.result);
  const shape = g.constant(shapeOf(g, before));
  const longer = g.constant(shapeOf(g, [...before, op.op2Lit as string]));
  g.emit(`J.grow(vm,${c},${shape},${longer},${g.op2(op).js},${g.take(value)});`);
  g.state.masks[op.result] = ARR;
  g.state.dirty[op.result] = true;
  g.attention(g.n + 1);
  return true;
}

/** The keys that the literal has put into the array so far, when all of them may be shared. */
function keysBefore(g: Emitter, op: Opline): string[] | null {
  const group: Opline[] = [op];
  for (let n = g.n - 1; n >= 0 && n > g.n - FURTHEST; n--) {
    const at = g.ops[n] as Opline;
    if (at.result !== op.result || (at.opcode !== OP.INIT_ARRAY && at.opcode !== OP.ADD_ARRAY_ELEMENT)) continue;
    group.push(at);
    if (at.opcode === OP.INIT_ARRAY) break;
  }
  const keys: string[] = [];
  if (!group.reverse().every((at) => addKey(keys, at))) return null;
  return keys.slice(0, -1);
}

/** One for each list of keys in the code. */
function shapeOf(g: Emitter, keys: readonly string[]): KeyShape {
  const name = keys.join('\0');
  let shape = g.shapes.get(name);
  if (shape === undefined) {
    // As names of properties the keys become the strings that literals in JavaScript are: equal ones are identical.
    shape = createKeyShape(Object.keys(Object.fromEntries(keys.map((key) => [key, 0]))));
    g.shapes.set(name, shape);
  }
  return shape;
}
