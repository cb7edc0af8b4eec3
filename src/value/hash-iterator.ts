import type { PhpArray } from './php-array.ts';

/**
 * A position in an array that survives deletions, rehashes and separations (HashTableIterator); foreach by reference
 * and array iterators hold one. Made and ended by PhpArray's iteratorAdd, iteratorPos and iteratorDel.
 * Source: php-src Zend/zend_hash.c (zend_hash_iterator_*)
 */
export class HashIterator {
  /** The array it is registered with; null after the array died or the iterator ended. */
  array: PhpArray | null;
  pos: number;
  constructor(array: PhpArray, pos: number) {
    this.array = array;
    this.pos = pos;
  }
}
