/**
 * shuffle and array_rand.
 * Source: php-src ext/standard/array.c (php_array_data_shuffle, PHP_FUNCTION(array_rand))
 */
import { PhpArray } from '../value/php-array.ts';
import type { PhpReference, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { ownArray, rebuild } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { mtRange } from './mersenne-twister.ts';

function shuffle(rt: Executor, ref: PhpReference): true {
  const array = ownArray(ref);
  const vals = array.valueList();
  for (let left = vals.length - 1; left > 0; left--) {
    const at = Number(mtRange(rt, 0, left));
    const v = vals[left];
    vals[left] = vals[at];
    vals[at] = v;
  }
  if (vals.length > 0) rebuild(array, null, vals);
  return true;
}

function oneKey(rt: Executor, array: PhpArray): Zval {
  const { used, count } = array;
  if (count < used - (used >> 1)) return array.keyList()[Number(mtRange(rt, 0, count - 1))];
  for (;;) {
    const pos = Number(mtRange(rt, 0, used - 1));
    if (array.valueAt(pos) !== undefined) return array.keyAt(pos);
  }
}

function randomKeys(rt: Executor, array: PhpArray, wanted: number): Zval {
  const { count } = array;
  if (count === 0) return rt.argumentValueError(1, 'cannot be empty');
  if (wanted === 1) return oneKey(rt, array);
  if (wanted <= 0 || wanted > count) {
    return rt.argumentValueError(2, 'must be between 1 and the number of elements in argument #1 ($array)');
  }
  // more than half: draw those that stay out
  const inverted = wanted > count >> 1;
  const drawn = new Set<number>();
  for (let left = inverted ? count - wanted : wanted; left > 0; ) {
    const at = Number(mtRange(rt, 0, count - 1));
    if (drawn.has(at)) continue;
    drawn.add(at);
    left--;
  }
  return PhpArray.fromList(array.keyList().filter((_, i) => drawn.has(i) !== inverted));
}

export const arrayRandomFunctions: readonly FunctionDef[] = [
  fn({
    name: 'shuffle',
    doc: 'Puts the values in random order.',
    params: [p.ref('array', ['array'])],
    returns: ['true'],
    impl: shuffle,
  }),
  fn({
    name: 'array_rand',
    doc: 'One or more random keys.',
    params: [p.array('array'), p.int('num', { default: 1 })],
    returns: ['int', 'string', 'array'],
    impl: randomKeys,
  }),
];
