/**
 * The words the parts of the compiler share: operands and numbers as the text can name them, and what was learnt about an
 * op_array by leaving its compiled code.
 */
import type { Zval } from '../value/zval.ts';
import type { Form } from './types.ts';

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
}

/** A number as the text can name it. */
export interface NumberText {
  readonly kind: 'int' | 'double' | 'number';
  readonly js: string;
  /** Of a 'number': the condition that it is a float. */
  readonly isFloat: string;
}

/** Added to an opline's number: the count of what code without a frame could not do there. */
export const FRAMELESS = 2_000_000;

/** What was learnt about an op_array by leaving its compiled code. */
export interface Facts {
  /** Oplines whose guess about types failed too often: their handler does them. */
  readonly generic: ReadonlySet<number>;
  /** Oplines whose int results leave the range of JS numbers. */
  readonly wide: ReadonlySet<number>;
  /** INIT_* oplines whose calls are made with a frame. */
  readonly framed: ReadonlySet<number>;
}
