/**
 * Elements of arrays and strings in the compiled code: what is there and plain is read and written at once; the rest is the
 * handler's or the interpreter's.
 * Source: php-src Zend/zend_vm_def.h, zend_execute.c
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { binary } from './arithmetic.ts';
import { LENGTH } from './ranges.ts';
import {
  expect,
  expectOperand,
  expectValue,
  leaveUnless,
  leaveUnlessListed,
  mayBeListed,
  mayGuess,
  STEADY,
} from './guesses.ts';
import { arrayText, kindText, packedText } from './kind-tests.ts';
import { fitsText, fullText, isThereText, type Key, lookUp, lookUpExpected, storeText } from './lookups.ts';
import { compareByte, keepByte } from './bytes.ts';
import { copyText, dropText, freeTemporary, isReadNext, keepTemporary, releaseOld } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { forgetInners, innerOf, rememberInner } from './inner-arrays.ts';
import { box, type Operand, type Value } from './operand.ts';
import { isList, isPacked, sampleElement } from './samples.ts';
import { disown, storeNumber } from './slot-floats.ts';
import { fetchSteadyRow, steadyVals } from './steady-arrays.ts';
import { ANY, ARR, BOOL, COUNTED, FLT, INT, maskOf, NULL, REF, STR, UNDEF } from './types.ts';

const SCALAR = INT | FLT | STR | BOOL | NULL;

/** The key operand; null when the opline is the handler's. Leaves for kinds of keys that are rare. */
export function keyOf(g: Emitter, o: Operand): Key | null {
  if (o.form === 'number') {
    g.guard(`!k${o.slot}`);
    return { kind: 'int', js: o.js, slot: o.slot };
  }
  if (o.form !== 'zval') return null;
  if (o.mask === INT) return { kind: 'int', js: o.js, slot: o.slot, range: o.range };
  if (o.mask === STR) {
    // A literal key is normalised already.
    if (o.slot < 0) return typeof o.literal === 'string' ? { kind: 'literal', js: o.js, slot: -1 } : null;
    return { kind: 'raw', js: o.js, slot: o.slot };
  }
  if ((o.mask & (INT | STR)) === 0) return null;
  const k = g.plain(o);
  if ((o.mask & STR) === 0) {
    g.guard(`typeof ${k}==='number'`);
    return { kind: 'int', js: k, slot: o.slot };
  }
  g.guard(`typeof ${k}==='string'||typeof ${k}==='number'`);
  return { kind: 'raw', js: k, slot: o.slot };
}

/** Is it a string, or thought to be one by what was seen there? */
function isText(g: Emitter, o: Operand): boolean {
  if (o.mask === STR) return true;
  const seen = o.slot >= 0 && (o.mask & (REF | COUNTED)) !== 0 && !o.isTemp ? g.state.samples[o.slot] : undefined;
  return typeof seen === 'string' && (o.mask & REF) === 0;
}

/** result := the byte of a string */
function fetchByte(g: Emitter, op: Opline, o: Operand, { js, range }: Key): boolean {
  if (o.mask !== STR) {
    g.guard(`typeof ${o.js}==='string'`);
    g.narrow(o, STR);
  }
  g.guard(`${(range?.lo ?? -1) >= 0 ? '' : `${js}>=0&&`}${js}<${o.js}.length`);
  const byte = `${o.js}.charCodeAt(${js})`;
  if (compareByte(g, op, byte)) return true;
  const kept = keepByte(g, op, byte);
  g.result(op, STR, `${o.js}.charAt(${js})`);
  kept?.();
  return true;
}

/** result := op1[op2]; `quiet`: null for what is not there (??). */
export function fetchDim(g: Emitter, op: Opline, quiet: boolean): boolean {
  let o = g.op1(op);
  if (o.form !== 'zval' || (o.mask & (ARR | STR | REF)) === 0) return false;
  if (!quiet && (o.mask & UNDEF) !== 0) o = g.defined(o);
  const key = keyOf(g, g.defined(g.op2(op)));
  if (key === null) return false;
  if (!quiet && key.kind === 'int' && isText(g, o)) return fetchByte(g, op, o, key);
  if (!quiet && !o.isTemp && key.kind === 'int' && (fetchSteadyRow(g, op) || fetchKnown(g, op))) return true;
  const a = g.plain(o);
  const container = o.slot >= 0 ? g.state.samples[o.slot] : o.literal;
  const sample = sampleElement(container, op);
  const owned = o.isTemp && (o.mask & COUNTED) !== 0 && !g.state.borrowed.has(o.slot);
  const borrow = !owned && o.slot >= 0 && isReadNext(g, op.result);
  const expected = owned || quiet ? null : expectedElement(g, o, a, key, container, sample);
  const v = expected?.value ?? findElement(g, o, a, key, container, quiet);
  if (!owned && !quiet && expectValue(g, op.result, v, sample, borrow, expected?.condition)) {
    if (op.result !== o.slot) g.state.borrowed.delete(o.slot);
    const found = g.state.masks[op.result] as number;
    if ((found & COUNTED) !== 0 && !borrow) forgetInners(g);
    else if (found === ARR && op.op1Type === IS_CV && key.kind === 'int') rememberInner(g, op, op.op1, v, false);
    return true;
  }
  forgetInners(g);
  if (quiet) g.emit(`if(${v}===undefined)${v}=null;`);
  else g.guard(`${v}!==undefined`);
  g.state.borrowed.delete(o.slot);
  if (borrow) g.emit(`if(${v} instanceof R)${v}=${v}.val;`);
  else g.emit(copyText(v));
  if (owned) g.emit(`if(typeof ${a}==='object')${dropText(a)}`);
  g.set(op.result, ANY, v);
  if (borrow) g.state.borrowed.add(op.result);
  if (owned) g.attention(g.n + 1);
  if (quiet) g.state.samples[op.result] = sample;
  else expect(g, op.result, sample);
  return true;
}

/** The element is an array that the block has fetched before, and is only read. */
function fetchKnown(g: Emitter, op: Opline): boolean {
  const known = innerOf(g, op, op.op1);
  if (known === undefined || !isReadNext(g, op.result)) return false;
  const sample = sampleElement(g.state.samples[op.op1], op);
  g.set(op.result, ARR, known.js);
  g.state.samples[op.result] = sample;
  g.state.borrowed.add(op.result);
  return true;
}

/**
 * The raw element of what is expected to be an array in the packed form, and the condition that it is there and of the kind that
 * is expected. Null: nothing is expected.
 *
 * It is read behind the comparison with the length: a name that holds either the element or undefined keeps V8 from knowing what
 * the elements of the array are (a third of the time of a loop over ints).
 */
function expectedElement(
  g: Emitter,
  o: Operand,
  a: string,
  key: Key,
  container: Zval | undefined,
  sample: Zval | undefined,
): { readonly value: string; readonly condition: string } | null {
  const kind = maskOf(sample);
  if (key.kind !== 'int' || (kind & STEADY) === 0 || !mayGuess(g)) return null;
  const vals = o.mask === ARR ? steadyVals(g, o.slot) : null;
  if (vals === null && !isPacked(container)) return null;
  const value = g.fresh();
  const isOfKind = kindText(value, kind) as string;
  const isAt = (js: string, text: string): string => `${isThereText(js, key)}&&(${value}=${js}[${key.js}],${text})`;
  if (vals !== null) return { value, condition: isAt(vals, isOfKind) };
  const isArray = o.mask === ARR ? '' : `${a} instanceof A&&`;
  const mask = (o.mask & REF) === 0 ? o.mask : o.mask | NULL;
  const elsewhere = `${isArray}(${value}=${a}.getInt(${key.js}),${isOfKind})`;
  const [isFull, isFound] = isList(container)
    ? [`${fullText(a)}&&`, kindText(value, kind, NULL) as string]
    : ['', isOfKind];
  return { value, condition: `${packedText(a, mask)}&&${isFull}${isAt(`${a}.vals`, isFound)}||${elsewhere}` };
}

/** Looks for the element in what is an array, or mostly one; leaves where it is something else. Returns the raw element's name. */
function findElement(g: Emitter, o: Operand, a: string, key: Key, sample: Zval | undefined, quiet: boolean): string {
  const seen = sample instanceof PhpReference ? sample.val : sample;
  const vals = o.mask === ARR && key.kind === 'int' ? steadyVals(g, o.slot) : null;
  if (vals !== null) {
    const value = g.fresh();
    g.emit(`${value}=${isThereText(vals, key)}?${vals}[${key.js}]:undefined;`);
    return value;
  }
  const mayBeString = !quiet && (o.mask & STR) !== 0 && key.kind === 'int';
  if (key.kind === 'int' && o.mask !== ARR && seen instanceof PhpArray) {
    const found = lookUpExpected(g, a, (o.mask & REF) === 0 ? o.mask : o.mask | NULL, key, g.exit(g.n));
    g.emit(found.text);
    return found.value;
  }
  const found = lookUp(g, a, key, o.slot);
  if (o.mask === ARR) g.emit(found.text);
  else {
    const otherwise = mayBeString
      ? `else if(typeof ${a}==='string'&&${key.js}>=0&&${key.js}<${a}.length)${found.value}=J.char(${a},${key.js});`
      : '';
    const isArray = seen instanceof PhpArray ? arrayText(a) : `${a} instanceof A`;
    g.emit(`if(${isArray}){${found.text}}${otherwise}else{${g.exit(g.n)}}`);
  }
  return found.value;
}

/** The array in the CV of op1, alone held, ready to be written to. Leaves when there is none. */
export function ownArray(g: Emitter, op: Opline): string {
  const c = g.local('c', op.op1);
  const mask = g.state.masks[op.op1] as number;
  const a = g.fresh();
  if ((mask & REF) !== 0) {
    g.emit(`${a}=${c} instanceof R?${c}.val:${c};`);
    g.guard(arrayText(a));
    g.emit(
      `if(${a}.rc!==1){${disown(g)}if(${c} instanceof R)${a}=${c}.val=J.separate(${a});else ${c}=${a}=J.separate(${a});}`,
    );
    g.state.dirty[op.op1] = true;
    return a;
  }
  if (mask !== ARR) g.guard(arrayText(c, mask | NULL));
  g.emit(`${a}=${c};if(${a}.rc!==1){${disown(g)}${c}=${a}=J.separate(${c});}`);
  g.state.masks[op.op1] = ARR;
  g.state.dirty[op.op1] = true;
  return a;
}

/** Whether the variable of op1 can hold an array that is written to. */
export function mayOwnArray(g: Emitter, op: Opline): boolean {
  if (op.op1Type !== IS_CV) return false;
  const container = g.op1(op);
  return container.form === 'zval' && (container.mask & (ARR | REF)) !== 0;
}

/** An array that is written to. */
export interface Target {
  /** Emits what makes it ready and names it; null: it is the handler's. */
  readonly array: () => string | null;
  /** Slot of the variable that is written to; -1: a property. */
  readonly variable: number;
  /** An array like it. */
  readonly like: Zval | undefined;
}

/** The array in the CV of op1. */
export function variableTarget(g: Emitter, op: Opline): Target {
  return { array: () => ownArray(g, op), variable: op.op1, like: g.state.samples[op.op1] };
}

/** CV[op2] = op_data, CV[] = op_data */
export function assignDim(g: Emitter, op: Opline): boolean {
  return mayOwnArray(g, op) && storeElement(g, op, g.n, variableTarget(g, op));
}

/** array[op2] = op_data, array[] = op_data of the ASSIGN_DIM at opline `at`. */
export function storeElement(g: Emitter, op: Opline, at: number, { array, variable, like }: Target): boolean {
  if (op.resultType !== IS_UNUSED) return false;
  const source = g.op1(g.ops[at + 1] as Opline);
  if (source.slot === variable) return false;
  const value = g.defined(source);
  if (op.op2Type === IS_UNUSED) {
    const a = array();
    if (a === null) return false;
    g.guard(`typeof ${a}.nextFree==='number'`);
    g.emit(`${a}.append(${g.take(value)});`);
    return true;
  }
  const key = keyOf(g, g.defined(g.op2(op)));
  const a = key === null ? null : array();
  if (key === null || a === null) return false;
  const v = g.fresh();
  const k = { ...key, js: g.fresh() };
  const found = lookUp(g, a, k, variable);
  const old = found.value;
  g.emit(`${k.js}=${key.js};`);
  const short = [replaceScalar(g, a, k, old, value, sampleElement(like, op)), appendNext(g, a, k, value)];
  g.emit(`${short.join('')}${found.text}`);
  g.guard(`!(${old} instanceof R)`);
  g.emit(`${v}=${g.take(value)};`);
  g.emit(storeText(a, k, found, v));
  releaseOld(g, old, at + 2);
  g.emit('}'.repeat(short.filter((text) => text !== '').length));
  return true;
}

/**
 * The beginning of `if ... else {` that puts the value in the place of a scalar like `sample` in the packed form: nothing has to
 * be let go of. '' where that is not to be expected, or where making the value has side effects.
 */
function replaceScalar(g: Emitter, a: string, k: Key, old: string, value: Operand, sample: Zval | undefined): string {
  const kind = maskOf(sample);
  if (k.kind !== 'int' || (kind & SCALAR) === 0 || g.facts.isStressed) return '';
  if (value.form === 'zval' && (value.mask & COUNTED) !== 0) return '';
  const isLike = kindText(old, kind) as string;
  const place = `${a}.vals[${k.js}]`;
  const isFloat = kind === FLT && value.form === 'double';
  const store = isFloat ? storeNumber(g, old, place, { ...value, isFloat: '' }) : `${place}=${g.zval(value)};`;
  return `if(${a}.map===null&&${fitsText(a, k)}&&(${old}=${place},${isLike})){${store}}else{`;
}

/** The beginning of `if ... else {` that appends the value to a list, when the key is the next one. '' where keys are no ints. */
function appendNext(g: Emitter, a: string, k: Key, value: Operand): string {
  if (k.kind !== 'int' || g.facts.isStressed) return '';
  const isNext = `${k.js}===${a}.nextFree&&${a}.map===null&&${k.js}===${a}.vals.length`;
  const push = `${a}.vals.push(${g.take(value)});${a}.count++;${a}.nextFree=${k.js}+1;`;
  return `if(${isNext}){if(${k.js}<${a}.tableSize){${push}}else ${a}.append(${g.take(value)});}else{`;
}

/** CV[op2] op= op_data for numbers and strings that are there. */
export function assignDimOp(g: Emitter, op: Opline): boolean {
  return mayOwnArray(g, op) && updateElement(g, op, g.n, variableTarget(g, op));
}

export function updateElement(g: Emitter, op: Opline, at: number, target: Target): boolean {
  if (op.resultType !== IS_UNUSED || op.op2Type === IS_UNUSED) return false;
  const data = g.ops[at + 1] as Opline;
  return changeElement(g, op, target, (left) => binary(g, op.extendedValue, left, g.defined(g.op1(data))));
}

/** array[op2] := what `change` makes of it; leaves where it is no number or string. */
export function changeElement(
  g: Emitter,
  op: Opline,
  { array, variable, like }: Target,
  change: (left: Operand) => Value | null,
): boolean {
  const key = keyOf(g, g.defined(g.op2(op)));
  const a = key === null ? null : array();
  if (key === null || a === null) return false;
  const k = { ...key, js: g.fresh() };
  if (key.kind === 'int' && isPacked(like) && mayGuess(g)) return changePacked(g, a, key, op, like, change);
  const found = lookUp(g, a, k, variable);
  g.emit(`${k.js}=${key.js};${found.text}`);
  const left = expectOperand(g, found.value, sampleElement(like, op));
  const value = change(left);
  if (value === null) return false;
  if (left.form === 'double' && found.place !== null)
    g.emit(storeNumber(g, found.value, `${a}.vals[${found.place}]`, value));
  else g.emit(storeText(a, k, found, box(value)));
  return true;
}

/** The same in an array that is expected to be in the packed form, and to have the element. */
function changePacked(
  g: Emitter,
  a: string,
  key: Key,
  op: Opline,
  like: Zval | undefined,
  change: (left: Operand) => Value | null,
): boolean {
  const v = g.fresh();
  const isFull = isList(like) && mayBeListed(g);
  if (isFull) leaveUnlessListed(g, `${a}.map===null&&${fullText(a)}&&${fitsText(a, key)}`);
  else leaveUnless(g, `${a}.map===null&&${fitsText(a, key)}`);
  g.emit(`${v}=${a}.vals[${key.js}];`);
  const left = expectOperand(g, v, sampleElement(like, op), isFull ? NULL : NULL | UNDEF);
  const value = change(left);
  if (value === null) return false;
  g.emit(storeNumber(g, left.form === 'double' ? v : '', `${a}.vals[${key.js}]`, value));
  return true;
}

/** result := isset(op1[op2]), or empty() */
export function issetDim(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if ((o.isTemp && (o.mask & REF) !== 0) || o.form !== 'zval' || (o.mask & (ARR | REF)) === 0) return false;
  const key = keyOf(g, g.defined(g.op2(op)));
  if (key === null) return false;
  const a = g.plain(o);
  const found = lookUp(g, a, key, o.slot);
  const v = found.value;
  g.guard(`${a} instanceof A`);
  g.emit(`${found.text}if(${v} instanceof R)${v}=${v}.val;`);
  const owned = o.isTemp && !g.state.borrowed.delete(o.slot);
  const isEmpty = (op.extendedValue & 1) !== 0;
  g.emit(`${v}=${isEmpty ? `${v}===undefined||!J.truth(${v})` : `${v}!==undefined&&${v}!==null`};`);
  if (owned) g.emit(dropText(a));
  g.result(op, BOOL, v);
  if (owned) g.attention(g.n + 1);
  return true;
}

/** result := count(op1) */
export function count(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if (o.form !== 'zval' || (o.mask & (ARR | REF)) === 0 || op.op1Type === IS_CONST) return false;
  const owned = o.isTemp && !g.state.borrowed.has(o.slot);
  if (owned && (o.mask & REF) !== 0) return false;
  const a = g.plain(o);
  g.guard(`${a} instanceof A&&${a}!==vm.symbolTable`);
  g.state.borrowed.delete(o.slot);
  const temporary = owned ? keepTemporary(g, a) : null;
  g.result(op, INT, `${a}.count`, '', LENGTH);
  if (temporary !== null) freeTemporary(g, temporary);
  return true;
}

/** result := strlen(op1) */
export function strlen(g: Emitter, op: Opline): boolean {
  const o = g.op1(op);
  if (o.form !== 'zval' || (o.mask & (STR | REF)) === 0) return false;
  const s = g.plain(o);
  if (o.mask !== STR) g.guard(`typeof ${s}==='string'`);
  g.result(op, INT, `${s}.length`, '', LENGTH);
  return true;
}
