/**
 * JavaScript conditions that a value is of the kind that is expected at a place.
 *
 * They read a field that values of that kind alone have. Where V8 has seen no other kind it makes one comparison of hidden
 * classes of that, which serves what is read behind it, too; `instanceof` looks up the prototypes of each value, in matrices
 * for half of the time. Where values of many kinds meet it is the other way round, and `instanceof` is used.
 */
import { ARR, BOOL, FLT, INT, NULL, OBJ, STR, UNDEF } from './types.ts';

/** Anything, as it is read from an element or a slot. */
const UNKNOWN: number = NULL | UNDEF;

/** Not undefined and not null, as far as the mask does not say so. */
function isThere(js: string, mask: number): string {
  return `${(mask & UNDEF) !== 0 ? `${js}!==undefined&&` : ''}${(mask & NULL) !== 0 ? `${js}!==null&&` : ''}`;
}

/** @param js a JavaScript variable @param mask what is known of it */
export function arrayText(js: string, mask: number = UNKNOWN): string {
  return `${isThere(js, mask)}${js}.map!==undefined`;
}

/** The same of an array in the packed form. */
export function packedText(js: string, mask: number = UNKNOWN): string {
  return `${isThere(js, mask)}${js}.map===null`;
}

export function floatText(js: string, mask: number = UNKNOWN): string {
  return `${isThere(js, mask)}${js}.value!==undefined`;
}

export function objectText(js: string, mask: number = UNKNOWN): string {
  return `${isThere(js, mask)}${js}.ce!==undefined`;
}

/** An object of a class; `ce` is JavaScript. */
export function instanceText(js: string, ce: string, mask: number = UNKNOWN): string {
  return `${isThere(js, mask)}${js}.ce===${ce}`;
}

/** The condition that the variable is of the one kind that `kind` says; null: there is none. */
export function kindText(js: string, kind: number, mask: number = UNKNOWN): string | null {
  switch (kind) {
    case INT:
      return `typeof ${js}==='number'`;
    case STR:
      return `typeof ${js}==='string'`;
    case BOOL:
      return `(${js}===true||${js}===false)`;
    case NULL:
      return `${js}===null`;
    case FLT:
      return floatText(js, mask);
    case ARR:
      return arrayText(js, mask);
    case OBJ:
      return objectText(js, mask);
    default:
      return null;
  }
}
