/**
 * HashTable: how a PhpArray keeps its elements (zend_array's storage).
 *
 * Elements sit in `vals` in insertion order; a deleted element leaves `undefined` (Zend's UNDEF bucket).
 * - packed form: `keys` and `map` are null and the key of an element is its position;
 * - hash form: `keys[pos]` is the key and `map` finds the position of a key.
 * A position (HashPosition) is an index into `vals`; `used` is the position past the last one.
 * Values are stored raw: who stores hands one count over, `get` borrows.
 * Source: php-src Zend/zend_hash.c
 */
import { type ArrayKey, normalizeKey } from './array-key.ts';
import type { HashIterator } from './hash-iterator.ts';
import { normalizeInt } from './integer.ts';
import type { PhpInt, Zval } from './zval.ts';

const INT_MAX = 0x7fffffffffffffffn;
/** HT_MIN_SIZE */
const MIN_SIZE = 8;
/** Bits from which on a table size is no positive int of 32 bits. */
const MOST_SHIFTED = 31;

export class HashTable {
  rc = 1;
  /** The cycle collector's mark: 0 not buffered, 1 in its buffer of possible roots. */
  gcInfo = 0;
  /** nNumOfElements: live elements. */
  count: number;
  vals: Zval[];
  /** nTableSize: positions before the table grows or closes its holes. Only where elements sit depends on it, as in Zend. */
  tableSize: number;
  /** Hash form only: the key at each position. */
  keys: ArrayKey[] | null = null;
  /** Hash form only: key -> position. */
  map: Map<ArrayKey, number> | null = null;
  /** `keys` and `map` are those of other arrays, too: copied before they change. */
  sharesKeys = false;
  /** nNextFreeElement: the int key the next append takes. */
  nextFree: PhpInt;
  /** While no int key was ever inserted a first negative key n makes the next one n + 1 (nNextFreeElement is ZEND_LONG_MIN).
   * Zend's shared empty array, `[]` in source, has 0 there instead: see `PhpArray.empty`. */
  nextFreeIsMin = true;
  /** nInternalPointer: a position, for current(), next(), ... */
  internalPos = 0;
  /** Live hash iterators (foreach by reference, ArrayIterator) on this array. */
  iterators: HashIterator[] | null = null;
  /** GC_PROTECTED: set while a recursive walk (comparison, var_dump, ...) is inside this array. */
  guarded = false;

  /** Packed, with so many values and positions; the array is taken over. */
  constructor(vals: Zval[] = [], count = 0, tableSize: number = MIN_SIZE, nextFree: PhpInt = 0) {
    this.count = count;
    this.vals = vals;
    this.tableSize = tableSize;
    this.nextFree = nextFree;
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

  /** The same for a key that may be at position `hint`, which is an index into any array. */
  posNear(key: ArrayKey, hint: number): number {
    const { keys } = this;
    if (keys !== null && hint < keys.length && typeof key === 'string') {
      const there = keys[hint];
      if (typeof there === 'string' && there === key) return hint;
    }
    return this.posOf(key);
  }

  /** `posOf` for an int, or a string that may be the numeral of one. What is found as a string is none. */
  rawPosOf(key: ArrayKey): number {
    const { map } = this;
    if (map !== null) {
      const pos = map.get(key);
      if (pos !== undefined) return pos;
    }
    if (typeof key !== 'string') return map === null ? this.posOf(key) : -1;
    const int = normalizeKey(key);
    return typeof int === 'string' ? -1 : this.posOf(int);
  }

  /** `posNear` for such a key. */
  rawPosNear(key: ArrayKey, hint: number): number {
    const { keys } = this;
    if (keys !== null && hint < keys.length && typeof key === 'string') {
      const there = keys[hint];
      if (typeof there === 'string' && there === key) return hint;
    }
    return this.rawPosOf(key);
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
    const vals = this.vals;
    const pos = (this.map as Map<ArrayKey, number>).get(key);
    if (pos !== undefined) {
      vals[pos] = v;
      return;
    }
    if (this.sharesKeys) this.ownKeys();
    if (vals.length >= this.tableSize) this.resizeHash();
    (this.map as Map<ArrayKey, number>).set(key, this.vals.length);
    (this.keys as ArrayKey[]).push(key);
    this.vals.push(v);
    this.count++;
  }

  private ownKeys(): void {
    this.keys = (this.keys as ArrayKey[]).slice();
    this.map = new Map(this.map);
    this.sharesKeys = false;
  }

  /** zend_hash_do_resize: closes holes when there are enough of them, else doubles. */
  private resizeHash(): void {
    if (this.vals.length <= this.count + (this.count >> 5)) this.tableSize *= 2;
    this.rehash();
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

  // ---- positions ---------------------------------------------------------------------------------------------------

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

  /** The next live position; `used` at the end. */
  nextPos(pos: number): number {
    return this.posFrom(pos + 1);
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

  // ---- deleting and changing form ----------------------------------------------------------------------------------

  /** Takes an element out and hands its count to the caller; undefined when absent (zend_hash_del). */
  remove(key: ArrayKey): Zval {
    const pos = this.posOf(key);
    return pos < 0 ? undefined : this.removeAt(pos);
  }

  /** Takes out the element at a live position; iterators and the internal pointer on it move to the next one. */
  removeAt(pos: number): Zval {
    const vals = this.vals;
    const v = vals[pos];
    vals[pos] = undefined;
    if (this.map !== null) {
      if (this.sharesKeys) this.ownKeys();
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

  private moveIterators(from: number, to: number): void {
    if (this.iterators === null) return;
    for (const it of this.iterators) if (it.pos === from) it.pos = to;
  }

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
    this.sharesKeys = false;
    this.rehash();
  }

  /** zend_hash_rehash: closes the holes of the hash form; iterators and the internal pointer keep their element. */
  rehash(): void {
    const { vals } = this;
    if (this.map === null || this.count === vals.length) return;
    if (this.sharesKeys) this.ownKeys();
    const { map } = this;
    const keys = this.keys as ArrayKey[];
    // in place: whoever holds `vals` (an INDIRECT) keeps the right array
    const target: number[] = [];
    let n = 0;
    for (let p = 0; p < vals.length; p++) {
      target.push(n);
      if (vals[p] === undefined) continue;
      const key = keys[p] as ArrayKey;
      vals[n] = vals[p];
      keys[n] = key;
      map.set(key, n++);
    }
    target.push(n);
    // an internal pointer in a hole or past the end keeps its number, iterators there move on: so Zend does
    const to = target[this.internalPos];
    if (to !== undefined && target[this.internalPos + 1] === to + 1) this.internalPos = to;
    if (this.iterators !== null) {
      for (const it of this.iterators) it.pos = target[it.pos] ?? it.pos;
    }
    vals.length = n;
    keys.length = n;
  }
}

/**
 * zend_hash_check_size: the table size for n elements, a power of two.
 *
 * A shift, since `**` makes a double of it even where it is small: V8 would keep a box for it in every array.
 */
export function tableSizeFor(n: number): number {
  if (n <= MIN_SIZE) return MIN_SIZE;
  const bits = 32 - Math.clz32(n - 1);
  return bits < MOST_SHIFTED ? 1 << bits : 2 ** bits;
}

/** i + 1, staying at PHP_INT_MAX. */
function intAfter(i: PhpInt): PhpInt {
  if (typeof i === 'number' && i < Number.MAX_SAFE_INTEGER) return i + 1;
  const big = BigInt(i);
  return big < INT_MAX ? normalizeInt(big + 1n) : INT_MAX;
}
