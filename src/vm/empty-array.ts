import { PhpArray } from '../value/php-array.ts';

/** An empty array that many may hold (zend_empty_array): whoever makes it goes on holding it, and it is no root of garbage. */
export function createEmpty(): PhpArray {
  const array = PhpArray.empty();
  array.gcInfo = 1;
  return array;
}
