/**
 * What is alive, by id. Ids only grow, so chunks take less room than a hash table. Neither does a chunk keep dead entries
 * alive: a Map from which as much is deleted as is added grows anew all the time, its old tables point to the new ones,
 * and what is old for V8's collector keeps what is young.
 */

const CHUNK_BITS = 9;
const CHUNK_SIZE = 1 << CHUNK_BITS;

class Chunk<T> {
  /** Its first id. */
  readonly first: number;
  readonly items: (T | undefined)[];
  count = 0;
  constructor(first: number, size: number) {
    this.first = first;
    this.items = new Array<T | undefined>(size).fill(undefined);
  }
}

export class IdTable<T> {
  /** By the first id. */
  private readonly chunks: Map<number, Chunk<T>> = new Map();
  private newest: Chunk<T> = new Chunk<T>(-2 * CHUNK_SIZE, 0);
  /** The chunk that was asked for last: most questions are about the same few. */
  private last: Chunk<T> = this.newest;
  size = 0;

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  get(id: number): T | undefined {
    const at = id - this.last.first;
    if (at >= 0 && at < CHUNK_SIZE) return this.last.items[at];
    return this.find(id)?.items[id & (CHUNK_SIZE - 1)];
  }

  private chunkOf(id: number): Chunk<T> | undefined {
    const at = id - this.last.first;
    return at >= 0 && at < CHUNK_SIZE ? this.last : this.find(id);
  }

  private find(id: number): Chunk<T> | undefined {
    const found = this.chunks.get(Math.floor(id / CHUNK_SIZE) * CHUNK_SIZE);
    if (found !== undefined) this.last = found;
    return found;
  }

  /** Adds one that is not there yet. */
  add(id: number, item: T): void {
    const chunk = this.chunkOf(id) ?? this.create(id);
    chunk.items[id & (CHUNK_SIZE - 1)] = item;
    chunk.count++;
    this.size++;
  }

  private create(id: number): Chunk<T> {
    const chunk = new Chunk<T>(Math.floor(id / CHUNK_SIZE) * CHUNK_SIZE, CHUNK_SIZE);
    this.chunks.set(chunk.first, chunk);
    if (this.newest.count === 0) this.drop(this.newest);
    this.newest = chunk;
    this.last = chunk;
    return chunk;
  }

  delete(id: number): void {
    const chunk = this.chunkOf(id);
    const at = id & (CHUNK_SIZE - 1);
    if (chunk === undefined || chunk.items[at] === undefined) return;
    chunk.items[at] = undefined;
    this.size--;
    // the newest chunk will be needed at once
    if (--chunk.count === 0 && chunk !== this.newest) this.drop(chunk);
  }

  private drop(chunk: Chunk<T>): void {
    this.chunks.delete(chunk.first);
    if (chunk === this.last) this.last = this.newest;
  }

  /** In order of their ids. */
  *values(): Generator<T, void, undefined> {
    for (const { items } of this.chunks.values()) {
      for (const item of items) if (item !== undefined) yield item;
    }
  }

  /** Their ids in order. */
  *keys(): Generator<number, void, undefined> {
    for (const { first, items } of this.chunks.values()) {
      for (let at = 0; at < items.length; at++) if (items[at] !== undefined) yield first + at;
    }
  }
}
