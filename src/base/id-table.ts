/**
 * What is alive, by id. Ids only grow, so chunks take less room than a hash table. Neither does a chunk keep dead entries
 * alive: a Map from which as much is deleted as is added grows anew all the time, its old tables point to the new ones,
 * and what is old for V8's collector keeps what is young.
 */

const CHUNK_BITS = 9;
const CHUNK_SIZE = 1 << CHUNK_BITS;

interface Chunk<T> {
  readonly items: (T | undefined)[];
  count: number;
}

export class IdTable<T> {
  private readonly chunks: Map<number, Chunk<T>> = new Map();
  private newest = -1;
  size = 0;
  /** The chunk that was asked for last. */
  private lastKey = -1;
  private last: Chunk<T> | undefined = undefined;

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  get(id: number): T | undefined {
    const key = Math.floor(id / CHUNK_SIZE);
    if (key !== this.lastKey) {
      this.last = this.chunks.get(key);
      // a chunk that is not there may come
      this.lastKey = this.last === undefined ? -1 : key;
    }
    return this.last?.items[id & (CHUNK_SIZE - 1)];
  }

  /** Adds one that is not there yet. */
  add(id: number, item: T): void {
    const key = Math.floor(id / CHUNK_SIZE);
    let chunk = this.chunks.get(key);
    if (chunk === undefined) {
      chunk = { items: new Array<T | undefined>(CHUNK_SIZE).fill(undefined), count: 0 };
      this.chunks.set(key, chunk);
      if (this.chunks.get(this.newest)?.count === 0) this.drop(this.newest);
      this.newest = key;
    }
    chunk.items[id & (CHUNK_SIZE - 1)] = item;
    chunk.count++;
    this.size++;
  }

  delete(id: number): void {
    const key = Math.floor(id / CHUNK_SIZE);
    const chunk = this.chunks.get(key);
    const at = id & (CHUNK_SIZE - 1);
    if (chunk === undefined || chunk.items[at] === undefined) return;
    chunk.items[at] = undefined;
    this.size--;
    // the newest chunk will be needed at once
    if (--chunk.count === 0 && key !== this.newest) this.drop(key);
  }

  private drop(key: number): void {
    this.chunks.delete(key);
    if (key === this.lastKey) this.lastKey = -1;
  }

  /** In order of their ids. */
  *values(): Generator<T, void, undefined> {
    for (const { items } of this.chunks.values()) {
      for (const item of items) if (item !== undefined) yield item;
    }
  }

  /** Their ids in order. */
  *keys(): Generator<number, void, undefined> {
    for (const [key, { items }] of this.chunks) {
      for (let at = 0; at < items.length; at++) if (items[at] !== undefined) yield key * CHUNK_SIZE + at;
    }
  }
}
