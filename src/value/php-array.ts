/**
 * PhpArray: PHP's ordered hash table (zend_array).
 *
 * Elements sit in `vals` in insertion order; a deleted element leaves `undefined` (Zend's UNDEF bucket).
 * - packed form: `keys` and `map` are null and the key of an element is its position;
 * - hash form: `keys[pos]` is the key and `map` finds the position of a key.
 * A position (HashPosition) is an index into `vals`; `used` is the position past the last one.
 * Values are stored raw: who stores hands one count over, `get` borrows.
 * Source: php-src Zend/zend_hash.c
 */
import { type ArrayKey, normalizeKey } from './array-key.ts';
import type { ValueContext } from './context.ts';
import { HashIterator } from './hash-iterator.ts';
import { normalizeInt } from './integer.ts';
import { release } from './refcount.ts';
import { addRef, type PhpInt, PhpIndirect, PhpReference, type Zval } from './zval.ts';

const INT_MAX = 0x7fffffffffffffffn;
/** HT_MIN_SIZE */
const MIN_SIZE = 8;

export class PhpArray {
  rc = 1;
  /** The cycle collector's mark: 0 not buffered, 1 in its buffer of possible roots. */
  gcInfo = 0;
  /** nNumOfElements: live elements. */
  count = 0;
  vals: Zval[] = [];
  /** nTableSize: positions before the table grows or closes its holes. Only where elements sit depends on it, as in Zend. */
  tableSize: number = MIN_SIZE;
  /** Hash form only: the key at each position. */
  keys: ArrayKey[] | null = null;
  /** Hash form only: key -> position. */
  map: Map<ArrayKey, number> | null = null;
  /** nNextFreeElement: the int key the next append takes. */
  nextFree: PhpInt = 0;
  /** While no int key was ever inserted a first negative key n makes the next one n + 1 (nNextFreeElement is ZEND_LONG_MIN).
   * Zend's shared empty array, `[]` in source, has 0 there instead: see `PhpArray.empty`. */
  nextFreeIsMin = true;
  /** nInternalPointer: a position, for current(), next(), ... */
  internalPos = 0;
  /** Live hash iterators (foreach by reference, ArrayIterator) on this array. */
  iterators: HashIterator[] | null = null;
  /** GC_PROTECTED: set while a recursive walk (comparison, var_dump, ...) is inside this array. */
  guarded = false;

  // ---- making ------------------------------------------------------------------------------------------------------

  /** A new array as `[]` and other copies of Zend's shared empty array behave: a first negative key leaves the next at 0. */
  static empty(): PhpArray {
    const a = new PhpArray();
    a.nextFreeIsMin = false;
    return a;
  }

  /** A list of the values; takes over their counts and the JS array itself. */
  static fromList(values: Zval[]): PhpArray {
    const a = new PhpArray();
    a.vals = values;
    a.count = values.length;
    a.tableSize = tableSizeFor(values.length);
    a.nextFree = values.length;
    return a;
  }

  /** From [key, value] pairs; string keys are normalised, later pairs win. Takes over the counts of the values. */
  static fromEntries(entries: Iterable<readonly [ArrayKey, Zval]>): PhpArray {
    const a = new PhpArray();
    for (const [k, v] of entries) a.set(typeof k === 'string' ? normalizeKey(k) : k, v);
    return a;
  }

  // ---- looking up --------------------------------------------------------------------------------------------------

  /** The value at a normalised key, borrowed and raw (a reference stays one); undefined when absent. */
  get(key: ArrayKey): Zval {
    return typeof key === 'string' ? this.getStr(key) : this.getInt(key);
  }

  /** zend_hash_index_find */
  getInt(i: PhpInt): Zval {
    const map = this.map;
    if (map === null) {
      return typeof i === 'number' && i >= 0 && i < this.vals.length ? this.vals[i] : undefined;
    }
    const pos = map.get(i);
    return pos === undefined ? undefined : this.vals[pos];
  }

  /** zend_hash_find: the string must not be an integer numeral. */
  getStr(s: string): Zval {
    const map = this.map;
    if (map === null) return undefined;
    const pos = map.get(s);
    return pos === undefined ? undefined : this.vals[pos];
  }

  /** zend_symtable_find: the string may be an integer numeral. */
  getSym(s: string): Zval {
    return this.get(normalizeKey(s));
  }

  /** True when the key exists (its value may be null). */
  has(key: ArrayKey): boolean {
    return this.get(key) !== undefined;
  }

  /** The position of a key, -1 when absent. */
  posOf(key: ArrayKey): number {
    if (this.map !== null) return this.map.get(key) ?? -1;
    return typeof key === 'number' && key >= 0 && key < this.vals.length && this.vals[key] !== undefined ? key : -1;
  }

  // ---- storing -----------------------------------------------------------------------------------------------------

  /** Stores at a normalised key: takes over v's count, does not release what was there. */
  set(key: ArrayKey, v: Zval): void {
    if (typeof key === 'string') this.setStr(key, v);
    else this.setInt(key, v);
  }

  /** zend_symtable_update without release: the string may be an integer numeral. */
  setSym(s: string, v: Zval): void {
    this.set(normalizeKey(s), v);
  }

  setInt(i: PhpInt, v: Zval): void {
    if (this.map === null) {
      const vals = this.vals;
      const n = vals.length;
      if (typeof i === 'number' && i >= 0) {
        if (i < n) {
          if (vals[i] !== undefined) {
            vals[i] = v;
            return;
          }
        } else if (i < this.tableSize || this.growPacked(i)) {
          for (let p = n; p < i; p++) vals.push(undefined);
          vals.push(v);
          this.count++;
          // also when a deleted key was larger: so Zend does
          this.nextFree = i + 1;
          return;
        }
      }
      // a hole before the end, far after it, or negative: only the hash form keeps the order
      if (n >= this.tableSize && !(i >= 0 && i < n)) this.tableSize *= 2;
      this.toHash();
    }
    this.insertHash(i, v);
    this.raiseNextFree(i);
  }

  /** Doubles a packed table when index i then fits and it is at least half full. */
  private growPacked(i: number): boolean {
    if (i >= this.tableSize * 2 || this.tableSize >> 1 >= this.count) return false;
    this.tableSize *= 2;
    return true;
  }

  private raiseNextFree(i: PhpInt): void {
    if (i >= this.nextFree) {
      this.nextFree = intAfter(i);
    } else if (this.nextFreeIsMin && this.nextFree === 0) {
      this.nextFree = intAfter(i);
      this.nextFreeIsMin = false;
    }
  }

  setStr(s: string, v: Zval): void {
    if (this.map === null) this.toHash();
    this.insertHash(s, v);
  }

  private insertHash(key: ArrayKey, v: Zval): void {
    const map = this.map as Map<ArrayKey, number>;
    const vals = this.vals;
    const pos = map.get(key);
    if (pos !== undefined) {
      vals[pos] = v;
      return;
    }
    if (vals.length >= this.tableSize) this.resizeHash();
    map.set(key, this.vals.length);
    (this.keys as ArrayKey[]).push(key);
    this.vals.push(v);
    this.count++;
  }

  /** zend_hash_do_resize: closes holes when there are enough of them, else doubles. */
  private resizeHash(): void {
    if (this.vals.length <= this.count + (this.count >> 5)) this.tableSize *= 2;
    this.rehash();
  }

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

  /** zend_hash_next_index_insert: false when the next index is taken (PHP_INT_MAX is in use); v is then still the caller's. */
  append(v: Zval): boolean {
    const h = this.nextFree;
    if (this.map === null && h === this.vals.length && h < this.tableSize) {
      this.vals.push(v);
      this.count++;
      this.nextFree = (h as number) + 1;
      return true;
    }
    if (h === INT_MAX && this.getInt(h) !== undefined) return false;
    this.setInt(h, v);
    return true;
  }

  /** The int key that `append` would take. */
  nextIndex(): PhpInt {
    return this.nextFree;
  }

  // ---- deleting ----------------------------------------------------------------------------------------------------

  /** Takes an element out and hands its count to the caller; undefined when absent (zend_hash_del). */
  remove(key: ArrayKey): Zval {
    const pos = this.posOf(key);
    return pos < 0 ? undefined : this.removeAt(pos);
  }

  /** Deletes an element and releases it; false when absent. */
  delete(ctx: ValueContext, key: ArrayKey): boolean {
    const pos = this.posOf(key);
    if (pos < 0) return false;
    const v = this.removeAt(pos);
    if (typeof v === 'object' && v !== null) release(ctx, v);
    return true;
  }

  /** Takes out the element at a live position; iterators and the internal pointer on it move to the next one. */
  removeAt(pos: number): Zval {
    const vals = this.vals;
    const v = vals[pos];
    vals[pos] = undefined;
    if (this.map !== null) {
      const keys = this.keys as ArrayKey[];
      this.map.delete(keys[pos] as ArrayKey);
      keys[pos] = 0;
    }
    this.count--;
    if (this.internalPos === pos || this.iterators !== null) {
      const next = this.nextPos(pos);
      if (this.internalPos === pos) this.internalPos = next;
      this.moveIterators(pos, next);
    }
    if (pos === vals.length - 1) {
      do {
        vals.pop();
        if (this.keys !== null) this.keys.pop();
      } while (vals.length > 0 && vals[vals.length - 1] === undefined);
      if (this.internalPos > vals.length) this.internalPos = vals.length;
    }
    return v;
  }

  /** Removes every element and releases it (zend_hash_clean); the next index starts over. */
  clear(ctx: ValueContext): void {
    const old = this.vals;
    this.vals = [];
    this.keys = null;
    this.map = null;
    this.count = 0;
    this.nextFree = 0;
    this.nextFreeIsMin = true;
    this.internalPos = 0;
    this.tableSize = MIN_SIZE;
    for (const v of old) release(ctx, v);
  }

  // ---- walking -----------------------------------------------------------------------------------------------------

  /** nNumUsed: the position past the last element. */
  get used(): number {
    return this.vals.length;
  }

  /** The first live position at or after `pos`; `used` when there is none. */
  posFrom(pos: number): number {
    const vals = this.vals;
    let p = pos;
    while (p < vals.length && vals[p] === undefined) p++;
    return p < vals.length ? p : vals.length;
  }

  firstPos(): number {
    return this.posFrom(0);
  }

  /** The next live position; `used` at the end. */
  nextPos(pos: number): number {
    return this.posFrom(pos + 1);
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

  /** The key at a live position. */
  keyAt(pos: number): ArrayKey {
    return this.keys === null ? pos : (this.keys[pos] as ArrayKey);
  }

  /** The raw value at a position; undefined in a hole or past the end. */
  valueAt(pos: number): Zval {
    return pos < this.vals.length ? this.vals[pos] : undefined;
  }

  /** Overwrites the value at a live position without releasing the old one. */
  setAt(pos: number, v: Zval): void {
    this.vals[pos] = v;
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

  // ---- form and copies ---------------------------------------------------------------------------------------------

  /** zend_hash_packed_to_hash; holes close. */
  toHash(): void {
    if (this.map !== null) return;
    const map = new Map<ArrayKey, number>();
    const keys: ArrayKey[] = [];
    for (let p = 0; p < this.vals.length; p++) {
      keys.push(p);
      if (this.vals[p] !== undefined) map.set(p, p);
    }
    this.keys = keys;
    this.map = map;
    this.rehash();
  }

  /** zend_hash_rehash: closes the holes of the hash form; iterators and the internal pointer keep their element. */
  rehash(): void {
    if (this.map === null || this.count === this.vals.length) return;
    const vals: Zval[] = [];
    const keys: ArrayKey[] = [];
    const oldKeys = this.keys as ArrayKey[];
    const target: number[] = [];
    for (let p = 0; p < this.vals.length; p++) {
      target.push(vals.length);
      if (this.vals[p] === undefined) continue;
      const key = oldKeys[p] as ArrayKey;
      this.map.set(key, vals.length);
      keys.push(key);
      vals.push(this.vals[p]);
    }
    // an internal pointer in a hole or past the end keeps its number, iterators there move on: so Zend does
    if (this.valueAt(this.internalPos) !== undefined) this.internalPos = target[this.internalPos] as number;
    target.push(vals.length);
    if (this.iterators !== null) {
      for (const it of this.iterators) it.pos = target[it.pos] ?? it.pos;
    }
    this.vals = vals;
    this.keys = keys;
  }

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
    const dense = this.count === this.vals.length;
    const keys = this.keys as ArrayKey[];
    const vals: Zval[] = [];
    const newKeys: ArrayKey[] = [];
    let skipped = false;
    for (let p = 0; p < this.vals.length; p++) {
      if (p === this.internalPos) copy.internalPos = vals.length;
      let v = this.vals[p];
      if (v === undefined) continue;
      if (typeof v === 'object' && v !== null) {
        v = this.dupElement(v);
        if (v === undefined) {
          skipped = true;
          continue;
        }
      }
      vals.push(v);
      newKeys.push(keys[p] as ArrayKey);
    }
    copy.vals = vals;
    copy.keys = newKeys;
    copy.count = vals.length;
    if (dense && !skipped) {
      copy.map = new Map(this.map as Map<ArrayKey, number>);
      return;
    }
    const map = new Map<ArrayKey, number>();
    for (let p = 0; p < newKeys.length; p++) map.set(newKeys[p] as ArrayKey, p);
    copy.map = map;
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

  private moveIterators(from: number, to: number): void {
    if (this.iterators === null) return;
    for (const it of this.iterators) if (it.pos === from) it.pos = to;
  }

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

/** zend_hash_check_size: the table size for n elements, a power of two. */
function tableSizeFor(n: number): number {
  return n <= MIN_SIZE ? MIN_SIZE : 2 ** (32 - Math.clz32(n - 1));
}

/** i + 1, staying at PHP_INT_MAX. */
function intAfter(i: PhpInt): PhpInt {
  if (typeof i === 'number' && i < Number.MAX_SAFE_INTEGER) return i + 1;
  const big = BigInt(i);
  return big < INT_MAX ? normalizeInt(big + 1n) : INT_MAX;
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
