/**
 * Declared types in the compiled code: what a value that passed the check can be, and the check itself.
 * Source: php-src Zend/zend_execute.c (zend_check_type)
 */
import type { PhpType } from '../bytecode/op-array.ts';
import {
  MAY_BE_ARRAY,
  MAY_BE_CALLABLE,
  MAY_BE_DOUBLE,
  MAY_BE_FALSE,
  MAY_BE_LONG,
  MAY_BE_NEVER,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_STATIC,
  MAY_BE_STRING,
  MAY_BE_TRUE,
  MAY_BE_VOID,
} from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { classPasses } from './classes.ts';
import type { Emitter } from './emitter.ts';
import { arrayText, floatText, instanceText } from './kind-tests.ts';
import { ARR, BIG, BOOL, FLT, INT, NULL, OBJ, STR } from './types.ts';

/** Kinds that surely pass the type; classes are not among them, for not every object does. */
export function typeMask(type: PhpType): number {
  const { mask } = type;
  let out = 0;
  if ((mask & MAY_BE_LONG) !== 0) out |= INT | BIG;
  if ((mask & MAY_BE_DOUBLE) !== 0) out |= FLT;
  if ((mask & MAY_BE_STRING) !== 0) out |= STR;
  if ((mask & MAY_BE_ARRAY) !== 0) out |= ARR;
  if ((mask & MAY_BE_OBJECT) !== 0) out |= OBJ;
  if ((mask & MAY_BE_NULL) !== 0) out |= NULL;
  if ((mask & MAY_BE_TRUE) !== 0 && (mask & MAY_BE_FALSE) !== 0) out |= BOOL;
  return out;
}

/** Kinds that the values which pass the type are among. */
export function possibleMask(type: PhpType): number {
  const { mask } = type;
  let out = typeMask(type);
  if ((mask & (MAY_BE_TRUE | MAY_BE_FALSE)) !== 0) out |= BOOL;
  if ((mask & MAY_BE_CALLABLE) !== 0) out |= STR | ARR | OBJ;
  if ((mask & MAY_BE_STATIC) !== 0 || type.classes.length > 0) out |= OBJ;
  if ((mask & (MAY_BE_VOID | MAY_BE_NEVER)) !== 0) out |= NULL;
  return out;
}

const TESTED =
  MAY_BE_LONG | MAY_BE_DOUBLE | MAY_BE_STRING | MAY_BE_ARRAY | MAY_BE_OBJECT | MAY_BE_NULL | MAY_BE_TRUE | MAY_BE_FALSE;

/** JavaScript for "the zval `js` (no reference) is of one of the kinds of a MAY_BE_* mask"; null for resources. */
export function kindTests(mask: number, js: string): string | null {
  if ((mask & ~TESTED) !== 0) return null;
  const tests = plainTests(mask, js);
  if ((mask & MAY_BE_LONG) !== 0) tests.push(`typeof ${js}==='bigint'`);
  return tests.join('||');
}

/** JavaScript for "the zval `js` (no reference) passes the type as it is". `like`: the class that is asked about first. */
export function fitsType(
  g: Emitter,
  type: PhpType,
  js: string,
  like: ClassEntry | null = null,
  scope: string = g.scope,
  called: string = g.called,
): string {
  const { mask } = type;
  const tests = plainTests(mask, js);
  const isOf = `J.isOf(vm,${scope},${called},${g.constant(type)},${js})`;
  if ((mask & MAY_BE_STATIC) !== 0) tests.push(`${js} instanceof Y&&(${js}.ce===${called}||${isOf})`);
  else if (type.classes.length > 0) {
    // Classes that passed once pass again: what a name stands for does not change.
    const passed = g.constant(new Set());
    const isLike = like !== null && classPasses(like, type);
    if (isLike) tests.unshift(instanceText(js, g.constant(like)));
    tests.push(`${js} instanceof Y&&(${passed}.has(${js}.ce)||${isOf}&&${passed}.add(${js}.ce)!==null)`);
  }
  return tests.length === 0 ? 'false' : tests.join('||');
}

function plainTests(mask: number, js: string): string[] {
  if (mask === MAY_BE_DOUBLE) return [floatText(js)];
  if (mask === MAY_BE_ARRAY) return [arrayText(js)];
  const tests: string[] = [];
  if ((mask & MAY_BE_LONG) !== 0) tests.push(`typeof ${js}==='number'`);
  if ((mask & MAY_BE_DOUBLE) !== 0) tests.push(`${js} instanceof F`);
  if ((mask & MAY_BE_STRING) !== 0) tests.push(`typeof ${js}==='string'`);
  if ((mask & MAY_BE_ARRAY) !== 0) tests.push(`${js} instanceof A`);
  if ((mask & MAY_BE_OBJECT) !== 0) tests.push(`${js} instanceof Y`);
  if ((mask & MAY_BE_NULL) !== 0) tests.push(`${js}===null`);
  if ((mask & MAY_BE_TRUE) !== 0) tests.push(`${js}===true`);
  if ((mask & MAY_BE_FALSE) !== 0) tests.push(`${js}===false`);
  return tests;
}
