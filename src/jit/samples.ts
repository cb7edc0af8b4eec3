/** Guesses at values by what was seen when the code was compiled. */
import { IS_CONST, type Opline } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpReference, type Zval } from '../value/zval.ts';

/** An element of the array seen when the code was compiled, as a guess at what the others are (or the one of that key). */
export function sampleElement(container: Zval | undefined, op: Opline): Zval | undefined {
  const v = container instanceof PhpReference ? container.val : container;
  if (!(v instanceof PhpArray)) return undefined;
  const key = op.op2Type === IS_CONST ? op.op2Lit : undefined;
  const named = typeof key === 'number' || typeof key === 'string' ? v.get(key) : undefined;
  const found = named ?? v.vals[v.vals.length >> 1] ?? v.vals[0];
  return found instanceof PhpReference ? found.val : found;
}

/** Is the sample an array in the packed form? */
export function isPacked(like: Zval | undefined): boolean {
  const v = like instanceof PhpReference ? like.val : like;
  return v instanceof PhpArray && v.map === null;
}

/** Is it one without holes? That none of its elements is absent is asked once then. */
export function isList(like: Zval | undefined): boolean {
  const v = like instanceof PhpReference ? like.val : like;
  return v instanceof PhpArray && v.isPlainList();
}
