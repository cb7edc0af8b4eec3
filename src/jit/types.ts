/**
 * What the compiler knows of a value: a mask of the kinds it may be, from which its form in JavaScript follows.
 *
 * | mask | form |
 * |---|---|
 * | FLT alone | a double in `f<slot>` |
 * | INT or FLT | the number in `f<slot>`, and in `k<slot>` whether it is a float |
 * | anything else | the zval itself in `c<slot>` (an INT is a JS number there) |
 *
 * Source: the MAY_BE_* masks of php-src Zend/Optimizer/zend_inference.h, split where the forms differ.
 */
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, type Zval } from '../value/zval.ts';

/** An int that is a JS number. */
export const INT = 1;
/** An int that is a bigint. */
export const BIG = 2;
export const FLT = 4;
export const STR = 8;
export const BOOL = 16;
export const NULL = 32;
export const UNDEF = 64;
export const ARR = 128;
export const OBJ = 256;
export const REF = 512;
/** Resources, constant expressions, loop states, pointers to places. */
export const OTHER = 1024;
/** The loop state of a walk over an array that compiled code began. */
export const LOOP = 2048;

/** Both kinds of number in their unboxed form. */
export const NUM: number = INT | FLT;
/** A value as an expression can have it. */
export const ANY: number = INT | BIG | FLT | STR | BOOL | NULL | ARR | OBJ | OTHER;
/** What a variable's slot can hold. */
export const VARIABLE: number = ANY | UNDEF | REF;
/** Kinds that count their holders, or may. */
export const COUNTED: number = ARR | OBJ | REF | OTHER;

/** Kinds that are nothing but counted: what holds one more adds one to `rc`. */
export const HELD: number = ARR | OBJ;

/** How a value of a mask is kept in the compiled code. */
export type Form = 'zval' | 'double' | 'number';

export function formOf(mask: number): Form {
  if (mask === FLT) return 'double';
  return mask === NUM ? 'number' : 'zval';
}

/** The mask of a zval that holds one of these: numbers alone would be kept unboxed. */
export function boxedMask(mask: number): number {
  return formOf(mask) === 'zval' ? mask : mask | BIG;
}

/** The mask of one value. */
export function maskOf(v: Zval): number {
  switch (typeof v) {
    case 'number':
      return INT;
    case 'bigint':
      return BIG;
    case 'string':
      return STR;
    case 'boolean':
      return BOOL;
    case 'undefined':
      return UNDEF;
    default:
      if (v === null) return NULL;
      if (v instanceof PhpFloat) return FLT;
      if (v instanceof PhpArray) return ARR;
      if (v instanceof PhpObject) return OBJ;
      return v instanceof PhpReference ? REF : OTHER;
  }
}

/** JavaScript for the largest int that is a JS number. */
export const SAFE = '9007199254740991';

/** What the names of JavaScript variables begin with that belong to a slot or an opline, whose number follows. */
export type LocalPrefix =
  | 'c'
  | 'e'
  | 'f'
  | 'h'
  | 'i'
  | 'k'
  | 'm'
  | 'p'
  | 'q'
  | 's'
  | 'y'
  | `a${number}_`
  | `r${number}_`
  | `s${number}_`
  | `b${number}_`;
