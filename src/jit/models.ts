/**
 * What the variables of running frames were seen to hold, kept for code that is compiled later, at a call, when the function's
 * own variables hold nothing yet: copies a few levels deep, so that nothing of the program's is held.
 */
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, type Zval } from '../value/zval.ts';

/** Levels of arrays and objects, and elements of each. */
const DEPTH = 3;
const ELEMENTS = 8;

/** A value of its own that looks like `v`; undefined: it says nothing. */
export function modelOf(v: Zval, depth: number = DEPTH): Zval {
  if (v instanceof PhpReference) return modelOf(v.val, depth);
  if (v instanceof PhpArray) return arrayLike(v, depth);
  if (v instanceof PhpObject) return objectLike(v, depth);
  return typeof v !== 'object' || v === null || v instanceof PhpFloat ? v : undefined;
}

function arrayLike(v: PhpArray, depth: number): PhpArray {
  const out = new PhpArray();
  if (depth === 0) return out;
  if (v.keys === null) {
    const middle = modelOf(v.vals[v.vals.length >> 1] ?? v.vals[0], depth - 1);
    if (middle !== undefined) out.append(middle);
    return out;
  }
  for (const [pos, key] of v.keys.slice(0, ELEMENTS).entries()) {
    const element = modelOf(v.vals[pos], depth - 1);
    if (element !== undefined) out.set(key, element);
  }
  return out;
}

function objectLike(v: PhpObject, depth: number): PhpObject {
  const props = depth === 0 ? v.ce.defaultProperties : v.props.map((p) => modelOf(p, depth - 1));
  return new PhpObject(0, v.ce, props);
}
