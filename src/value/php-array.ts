/**
 * PhpArray: PHP's array (zend_array): a counted, ordered hash table with an internal pointer and iterators.
 * Copy on write: whoever changes an array holds it alone (`separateArray`). The storage is HashTable's.
 * Source: php-src Zend/zend_hash.c
 */
import { type ArrayKey, normalizeKey } from './array-key.ts';
import type { ValueContext } from './context.ts';
import { HashIterator } from './hash-iterator.ts';
import { HashTable, tableSizeFor } from './hash-table.ts';
import { release } from './refcount.ts';
import { addRef, PhpIndirect, PhpReference, type Zval } from './zval.ts';

/** Keys that many arrays have in the same order. Never changed. */
export interface KeyShape {
  readonly keys: ArrayKey[];
  readonly map: Map<ArrayKey, number>;
  readonly tableSize: number;
}

/** The shape of arrays with these keys: strings that are no numerals, each one once. */
export function createKeyShape(keys: readonly string[]): KeyShape {
  return { keys: [...keys], map: new Map(keys.map((key, i) => [key, i])), tableSize: tableSizeFor(keys.length) };
}

export class PhpArray extends HashTable {
  /** A new array as `[]` and other copies of Zend's shared empty array behave: a first negative key leaves the next at 0. */
  static empty(): PhpArray {
    const a = new PhpArray();
    a.nextFreeIsMin = false;
    return a;
  }

  /** A list of the values; takes over their counts and the JS array itself. */
  static fromList(values: Zval[]): PhpArray {
    const n = values.length;
    return new PhpArray(values, n, tableSizeFor(n), n);
  }

  /** Becomes the list of the values; takes over their counts and the JS array itself, lets go of nothing. */
  setList(values: Zval[]): void {
    const n = values.length;
    this.vals = values;
    this.count = n;
    this.tableSize = tableSizeFor(n);
    this.nextFree = n;
  }

  /** From [key, value] pairs; string keys are normalised, later pairs win. Takes over the counts of the values. */
  static fromEntries(entries: Iterable<readonly [ArrayKey, Zval]>): PhpArray {
    const a = new PhpArray();
    for (const [k, v] of entries) a.set(typeof k === 'string' ? normalizeKey(k) : k, v);
    return a;
  }

  /** The values under the keys of a shape; takes over the counts of the values and the JS array itself. */
  static ofShape(shape: KeyShape, vals: Zval[]): PhpArray {
    const a = new PhpArray(vals, vals.length, shape.tableSize);
    a.keys = shape.keys;
    a.map = shape.map;
    a.sharesKeys = true;
    return a;
  }

  /** Adds the last key of `to`, when the keys are those of `from` to begin with; takes over v's count then. */
  grow(from: KeyShape, to: KeyShape, v: Zval): boolean {
    if (this.keys !== from.keys || this.vals.length !== from.keys.length) return false;
    this.vals.push(v);
    this.count++;
    this.keys = to.keys;
    this.map = to.map;
    this.tableSize = to.tableSize;
    return true;
  }

  // ---- storing and deleting with release ---------------------------------------------------------------------------

  /** Stores at a normalised key and releases what was there (zend_hash_update). Takes over v's count. */
  update(ctx: ValueContext, key: ArrayKey, v: Zval): void {
    const pos = this.posOf(key);
    if (pos < 0) {
      this.set(key, v);
      return;
    }
    const old = this.vals[pos];
    this.vals[pos] = v;
    if (typeof old === 'object' && old !== null) release(ctx, old);
  }

  /** Deletes an element and releases it; false when absent. */
  delete(ctx: ValueContext, key: ArrayKey): boolean {
    const pos = this.posOf(key);
    if (pos < 0) return false;
    const v = this.removeAt(pos);
    if (typeof v === 'object' && v !== null) release(ctx, v);
    return true;
  }

  /** Removes every element and releases it (zend_hash_clean); the next index starts over. */
  clear(ctx: ValueContext): void {
    const old = this.vals;
    this.vals = [];
    this.keys = null;
    this.map = null;
    this.sharesKeys = false;
    this.count = 0;
    this.nextFree = 0;
    this.nextFreeIsMin = true;
    this.internalPos = 0;
    this.tableSize = tableSizeFor(0);
    for (const v of old) release(ctx, v);
  }

  // ---- walking -----------------------------------------------------------------------------------------------------

  firstPos(): number {
    return this.posFrom(0);
  }

  /** The live position before `pos`, -1 when there is none. `prevPos(used)` is the last element. */
  prevPos(pos: number): number {
    const vals = this.vals;
    let p = pos - 1;
    while (p >= 0 && vals[p] === undefined) p--;
    return p;
  }

  lastPos(): number {
    return this.prevPos(this.vals.length);
  }

  /** Walks [key, raw value] in order; the array must not change meanwhile. */
  *entries(): Generator<[ArrayKey, Zval], void, undefined> {
    for (let p = this.firstPos(); p < this.vals.length; p = this.nextPos(p)) yield [this.keyAt(p), this.vals[p]];
  }

  /** Calls fn(value, key) for each element in order. */
  forEach(fn: (value: Zval, key: ArrayKey) => void): void {
    for (let p = 0; p < this.vals.length; p++) {
      const v = this.vals[p];
      if (v !== undefined) fn(v, this.keyAt(p));
    }
  }

  /** The keys in order. */
  keyList(): ArrayKey[] {
    const out: ArrayKey[] = [];
    for (let p = 0; p < this.vals.length; p++) if (this.vals[p] !== undefined) out.push(this.keyAt(p));
    return out;
  }

  /** The raw values in order, borrowed. */
  valueList(): Zval[] {
    return this.count === this.vals.length ? this.vals.slice() : this.vals.filter((v) => v !== undefined);
  }

  /** Packed and without holes: keys are 0..count-1 in order. */
  isPlainList(): boolean {
    return this.map === null && this.count === this.vals.length;
  }

  /** zend_array_is_list: keys are 0..count-1 in order, in whichever form. */
  isList(): boolean {
    if (this.map === null) return this.count === this.vals.length;
    let expected = 0;
    for (let p = 0; p < this.vals.length; p++) {
      if (this.vals[p] === undefined) continue;
      if (this.keyAt(p) !== expected++) return false;
    }
    return true;
  }

  // ---- the internal pointer ----------------------------------------------------------------------------------------

  /** _zend_hash_get_current_pos: the live position of the internal pointer, `used` past the end. */
  currentPos(): number {
    return this.posFrom(this.internalPos);
  }

  /** zend_hash_move_forward */
  moveForward(): void {
    const p = this.currentPos();
    if (p < this.vals.length) this.internalPos = this.nextPos(p);
  }

  /** zend_hash_move_backwards: before the first element the pointer goes past the end. */
  moveBackward(): void {
    const p = this.currentPos();
    if (p >= this.vals.length) return;
    const prev = this.prevPos(p);
    this.internalPos = prev < 0 ? this.vals.length : prev;
  }

  /** reset() */
  moveFirst(): void {
    this.internalPos = this.firstPos();
  }

  /** end() */
  moveLast(): void {
    const p = this.lastPos();
    this.internalPos = p < 0 ? 0 : p;
  }

  // ---- copies ------------------------------------------------------------------------------------------------------

  /**
   * zend_array_dup: a copy with one holder. Elements gain a holder; a reference held only here is unwrapped, as Zend does;
   * holes of the hash form are closed. Iterators stay with the original.
   */
  dup(): PhpArray {
    const copy = new PhpArray();
    copy.nextFree = this.nextFree;
    copy.nextFreeIsMin = this.nextFreeIsMin;
    if (this.count === 0) return copy;
    copy.tableSize = this.tableSize;
    if (this.map === null) {
      copy.vals = this.vals.slice();
      copy.count = this.count;
      copy.internalPos = this.internalPos < this.vals.length ? this.internalPos : 0;
      for (let p = 0; p < copy.vals.length; p++) {
        const v = copy.vals[p];
        if (typeof v === 'object' && v !== null) copy.vals[p] = this.dupElement(v);
      }
      return copy;
    }
    this.dupHash(copy);
    return copy;
  }

  private dupHash(copy: PhpArray): void {
    if (this.count === this.vals.length && this.dupValues(copy)) return;
    const keys = this.keys as ArrayKey[];
    const vals: Zval[] = [];
    const newKeys: ArrayKey[] = [];
    for (let p = 0; p < this.vals.length; p++) {
      if (p === this.internalPos) copy.internalPos = vals.length;
      let v = this.vals[p];
      if (v === undefined) continue;
      if (typeof v === 'object' && v !== null) {
        v = this.dupElement(v);
        if (v === undefined) continue;
      }
      vals.push(v);
      newKeys.push(keys[p] as ArrayKey);
    }
    copy.vals = vals;
    copy.keys = newKeys;
    copy.count = vals.length;
    const map = new Map<ArrayKey, number>();
    for (let p = 0; p < newKeys.length; p++) map.set(newKeys[p] as ArrayKey, p);
    copy.map = map;
  }

  /** Copies the values of an array without holes and shares its keys; false when an element is undefined after all. */
  private dupValues(copy: PhpArray): boolean {
    for (const v of this.vals) if (v instanceof PhpIndirect) return false;
    const vals = this.vals.slice();
    for (let p = 0; p < vals.length; p++) {
      const v = vals[p];
      if (typeof v === 'object' && v !== null) vals[p] = this.dupElement(v);
    }
    copy.vals = vals;
    copy.keys = this.keys;
    copy.map = this.map;
    copy.sharesKeys = true;
    this.sharesKeys = true;
    copy.count = vals.length;
    if (this.internalPos < vals.length) copy.internalPos = this.internalPos;
    return true;
  }

  private dupElement(v: Zval): Zval {
    if (v instanceof PhpReference) {
      // a self-containing array keeps its reference, or the copy would hold the original by value
      return v.rc === 1 && v.val !== this ? addRef(v.val) : addRef(v);
    }
    if (v instanceof PhpIndirect) return addRef(v.slots[v.index]);
    return addRef(v);
  }

  // ---- iterators ---------------------------------------------------------------------------------------------------

  /** zend_hash_iterator_add: a position that survives changes of the array. End it with `iteratorDel`. */
  iteratorAdd(pos: number): HashIterator {
    const it = new HashIterator(this, pos);
    if (this.iterators === null) this.iterators = [it];
    else this.iterators.push(it);
    return it;
  }

  /**
   * zend_hash_iterator_pos: where the iterator stands in this array. When the variable holds another array now (after a
   * separation or an assignment) the iterator moves over and continues at that array's internal pointer, as 8.2 does.
   */
  iteratorPos(it: HashIterator): number {
    if (it.array !== this) {
      it.array?.iteratorDel(it);
      it.array = this;
      it.pos = this.currentPos();
      if (this.iterators === null) this.iterators = [it];
      else this.iterators.push(it);
    }
    return it.pos;
  }

  /**
   * zend_hash_iterator_pos_arr, for foreach by reference: the array that the variable holding this one must hold now, with
   * `it` on it. When the iterator came from another array this one is separated first; a shared array the iterator already
   * stands on is not, in 8.2. Take `it.pos` afterwards, skip holes with `posFrom`, and set `it.pos` to the position plus 1.
   */
  iteratorSeparate(it: HashIterator): PhpArray {
    if (it.array === this) return this;
    const own = separateArray(this);
    own.iteratorPos(it);
    return own;
  }

  /** zend_hash_iterator_del */
  iteratorDel(it: HashIterator): void {
    const list = this.iterators;
    if (list !== null) {
      const i = list.indexOf(it);
      if (i >= 0) list.splice(i, 1);
      if (list.length === 0) this.iterators = null;
    }
    it.array = null;
  }
}

/** SEPARATE_ARRAY: the array itself when it has one holder, else a copy of which the caller is the one holder. */
export function separateArray(arr: PhpArray): PhpArray {
  if (arr.rc === 1) return arr;
  const copy = arr.dup();
  arr.rc--;
  return copy;
}

/** zend_array_count for symbol tables: entries whose compiled variable is undefined do not count. */
export function countSymbols(table: PhpArray): number {
  let n = 0;
  for (const v of table.vals) {
    if (v === undefined) continue;
    if (v instanceof PhpIndirect && v.slots[v.index] === undefined) continue;
    n++;
  }
  return n;
}
