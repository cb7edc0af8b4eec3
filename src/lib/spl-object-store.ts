/**
 * The ordered map behind SplObjectStorage.
 * Source: php-src 8.2 ext/spl/spl_observer.c
 */
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';

/** A stored object with its data; both owned. */
interface Entry {
  readonly obj: PhpObject;
  inf: Zval;
}

/** The handle, or what getHash() of a subclass answered. */
export type Key = number | string;

/** The entries in order of insertion, holes where some were taken out; `pos` and `index` are the iteration's. */
export class ObjectStorage {
  readonly byKey: Map<Key, number> = new Map();
  slots: (Entry | null)[] = [];
  keys: Key[] = [];
  pos = 0;
  index = 0;

  get(key: Key): Entry | null {
    const at = this.byKey.get(key);
    return at === undefined ? null : (this.slots[at] ?? null);
  }

  add(key: Key, entry: Entry): void {
    this.byKey.set(key, this.slots.length);
    this.slots.push(entry);
    this.keys.push(key);
  }

  /** The entry, owned by the caller now; null when absent. */
  take(key: Key): Entry | null {
    const at = this.byKey.get(key);
    if (at === undefined) return null;
    const entry = this.slots[at] ?? null;
    this.byKey.delete(key);
    this.slots[at] = null;
    while (this.slots.length > 0 && this.slots[this.slots.length - 1] === null) {
      this.slots.pop();
      this.keys.pop();
    }
    return entry;
  }

  rewind(): void {
    this.pos = 0;
    this.index = 0;
  }

  /** The entry the iteration stands on. */
  current(): Entry | null {
    while (this.pos < this.slots.length && this.slots[this.pos] === null) this.pos++;
    return this.slots[this.pos] ?? null;
  }

  *entries(): Generator<Entry, void, undefined> {
    for (const entry of this.slots) if (entry !== null) yield entry;
  }
}
