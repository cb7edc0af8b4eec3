/**
 * The words the parts of the compiler share: operands and numbers as the text can name them, and what was learnt about an
 * op_array by leaving its compiled code.
 */
import type { Func, OpArray } from '../bytecode/op-array.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import type { Range } from './ranges.ts';
import { type Form, formOf, maskOf, NUM, REF } from './types.ts';

/** An operand as the text can name it. */
export interface Operand {
  readonly mask: number;
  readonly form: Form;
  /** The zval, or the unboxed number. */
  readonly js: string;
  /** Slot of a variable or temporary, -1 for a literal. */
  readonly slot: number;
  readonly isTemp: boolean;
  readonly literal: Zval;
  /** What it is within when it is an int; undefined: any. */
  readonly range?: Range | undefined;
}

/** A number as the text can name it. */
export interface NumberText {
  readonly kind: 'int' | 'double' | 'number';
  readonly js: string;
  /** Of a 'number': the condition that it is a float. */
  readonly isFloat: string;
  /** Of an 'int': what it is within; undefined: any. */
  readonly range?: Range | undefined;
}

/** A value that the text has computed: in the form that its mask says, and not in a slot yet. */
export interface Value {
  readonly mask: number;
  readonly js: string;
  /** Of a number that may be an int or a float: the condition that it is a float. */
  readonly isFloat: string;
  /** What it is within when it is an int; undefined: any. */
  readonly range?: Range | undefined;
}

/** JavaScript of a zval for what the text has in some form. @param isFloat of a number: the condition that it is a float */
export function boxText(form: Form, js: string, isFloat: string): string {
  if (form === 'zval') return js;
  return form === 'double' ? `new F(${js})` : `(${isFloat}?new F(${js}):${js})`;
}

/** The value as a zval. */
export function box({ mask, js, isFloat }: Value): string {
  return boxText(formOf(mask), js, isFloat);
}

/** What an opline has compared, for the jump behind it. */
export interface Test {
  /** Opline number. */
  readonly at: number;
  readonly result: number;
  readonly sign: string;
  readonly left: Operand;
  readonly right: Operand;
}

/** Added to an opline's number: the count of what code without a frame could not do there. */
export const FRAMELESS = 2_000_000;

/** Added to an opline's number: the count of ints there that did not fit 32 bits. */
export const SMALL = 3_000_000;

/** A closure that was called: some copy of its function, and its class. Null: none has been seen. */
export interface SeenClosure {
  func: OpArray | null;
  ce: ClassEntry | null;
}

/** What was learnt about an op_array by leaving its compiled code. */
export interface Facts {
  /** Oplines whose guess about types failed too often: their handler does them. */
  readonly generic: ReadonlySet<number>;
  /** A generator that was compiled when hardly any of its kind had come to its end. */
  readonly runsLong: boolean;
  /** Oplines whose int results leave the range of JS numbers. */
  readonly wide: ReadonlySet<number>;
  /** Do ints that are made at the opline not fit 32 bits? */
  isLarge(opline: number): boolean;
  /** INIT_* oplines whose calls are made with a frame. */
  readonly framed: ReadonlySet<number>;
  /** Methods that the INIT_METHOD_CALL has called, by class. */
  seenAt(opline: number): Map<ClassEntry, Func>;
  /** The closure that the INIT_DYNAMIC_CALL has called, once it was looked at. */
  closureAt(opline: number): SeenClosure;
  /** A value like those that the variable in the slot was seen to hold in running frames. */
  modelAt(slot: number): Zval | undefined;
  /** Guards fail at random. */
  readonly isStressed: boolean;
}

/** Can the operands be numbers at all? Otherwise the handler does the opline. */
export function mayBeNumbers(...operands: Operand[]): boolean {
  return operands.every((o) => (o.mask & (NUM | REF)) !== 0);
}

/** A literal; `constant` names the value where it has no JavaScript of its own. */
export function literalOperand(v: Zval, constant: () => string): Operand {
  const mask = maskOf(v);
  const base = { mask, slot: -1, isTemp: false, literal: v };
  if (v instanceof PhpFloat) {
    const js = Object.is(v.value, -0) ? '-0' : String(v.value);
    return { ...base, form: 'double', js: `(${js})` };
  }
  if (typeof v === 'string' && v.length < 200) return { ...base, form: 'zval', js: JSON.stringify(v) };
  if (v === null || typeof v === 'boolean') return { ...base, form: 'zval', js: String(v) };
  if (typeof v === 'number') {
    return { ...base, form: 'zval', js: v < 0 ? `(${v})` : String(v), range: { lo: v, hi: v } };
  }
  return { ...base, form: 'zval', js: constant() };
}
