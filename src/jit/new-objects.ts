/**
 * new of a class that is known: the object is made in place, its constructor called as a function that is known.
 * Source: php-src Zend/zend_vm_def.h (ZEND_NEW)
 */
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_DEPRECATED,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_PUBLIC,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import { OP } from '../bytecode/opcodes.ts';
import { PhpArray } from '../value/php-array.ts';
import { needsConstantsUpdate } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { CALL_CTOR, CALL_RELEASE_THIS } from '../vm/execute-data.ts';
import { argumentsText, doCall, type Functions, prepareKnown } from './calls.ts';
import { learnClass, sampleOf } from './classes.ts';
import type { Emitter } from './emitter.ts';
import { literalOperand } from './operand.ts';
import type { Branch } from './structure.ts';
import { OBJ } from './types.ts';

const NOT_INSTANTIABLE = ACC_INTERFACE | ACC_TRAIT | ACC_ENUM | ACC_ABSTRACT | ACC_EXPLICIT_ABSTRACT_CLASS;

/** The class that the opline has made objects of, when there is nothing special to it. */
function classOf(g: Emitter, op: Opline): ClassEntry | null {
  if (op.op1Type !== IS_CONST || op.resultType === IS_UNUSED || g.facts.generic.has(g.n)) return null;
  const ce = g.func.runTimeCache?.[op.op2 >>> 3] as ClassEntry | undefined;
  if (ce === undefined || ce === null || (ce.flags & NOT_INSTANTIABLE) !== 0 || needsConstantsUpdate(ce)) return null;
  const ctor = ce.magic.constructor_;
  const isPlain = ctor === null || ((ctor.fnFlags & ACC_PUBLIC) !== 0 && (ctor.fnFlags & ACC_DEPRECATED) === 0);
  if (!isPlain) return null;
  if (looksAtFrames(ce)) return g.light ? null : ce;
  // Classes of the library make their objects in ways of their own.
  for (let at: ClassEntry | null = ce; at !== null; at = at.parent) if (at.type !== 2) return null;
  return ce;
}

/** A throwable's trace is made with it. */
function looksAtFrames(ce: ClassEntry): boolean {
  let root = ce;
  while (root.parent !== null) root = root.parent;
  return root.type === 1 && (root.name === 'Exception' || root.name === 'Error');
}

function create(g: Emitter, op: Opline, ce: ClassEntry): void {
  if (!g.light) g.guard(`RC[${op.op2 >>> 3}]===${g.constant(ce)}`);
  if (looksAtFrames(ce)) g.emit(`${argumentsText(g)}X.opline=${g.n};`);
  const props = propertiesText(g, ce);
  const made = props === null ? `vm.newObject(${g.constant(ce)})` : `J.make(vm,${g.constant(ce)},${props})`;
  g.set(op.result, OBJ, made);
  learnClass(g, op.result, ce);
  g.state.samples[op.result] = sampleOf(ce);
}

/** Properties that an array literal is for, at most. */
const MOST_IN_PLACE = 12;

/** JavaScript for the array of a new object's properties; null when their values have no JavaScript of their own. */
function propertiesText(g: Emitter, ce: ClassEntry): string | null {
  const { defaultProperties, createObject } = ce;
  if (defaultProperties.length === 0 || defaultProperties.length > MOST_IN_PLACE || createObject !== null) return null;
  const parts: string[] = [];
  for (const v of defaultProperties) {
    if (v instanceof PhpArray) {
      parts.push(`J.addRef(${g.constant(v)})`);
      continue;
    }
    if (typeof v === 'object' && v !== null) return null;
    const o = v === undefined ? 'undefined' : literalOperand(v, () => '').js;
    if (o === '') return null;
    parts.push(o);
  }
  return `[${parts.join()}]`;
}

function prepareConstructor(g: Emitter, op: Opline, ce: ClassEntry, functions: Functions): void {
  const ctor = ce.magic.constructor_;
  if (ctor === null) return;
  const q = g.local('q', g.n);
  g.emit(`${q}=c${op.result};${q}.rc++;`);
  const frame = { thisObject: q, calledScope: g.constant(ce), info: CALL_RELEASE_THIS | CALL_CTOR, closure: 'null' };
  prepareKnown(g, op, ctor, functions, frame);
}

/** result := new class, with arguments to come. */
export function newObject(g: Emitter, op: Opline, functions: Functions): boolean {
  const ce = classOf(g, op);
  if (ce === null || ce.magic.constructor_ === null) return false;
  create(g, op, ce);
  prepareConstructor(g, op, ce, functions);
  return true;
}

/** The same without arguments, and the call of the constructor behind it. */
export function newObjectAlone(g: Emitter, op: Opline, n: number, functions: Functions): Branch | null {
  const ce = classOf(g, op);
  const call = g.ops[n + 1];
  if (ce === null || call?.opcode !== OP.DO_FCALL || call.resultType !== IS_UNUSED) return null;
  create(g, op, ce);
  if (ce.magic.constructor_ !== null) {
    g.blockLast = n + 1;
    prepareConstructor(g, op, ce, functions);
    g.n = n + 1;
    g.resetScratch();
    doCall(g, call, functions);
  }
  return { kind: 'goto', target: n + 2 };
}
