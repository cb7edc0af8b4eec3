/** The coroutines that are alive, by id. Ids only grow, so chunks of them take less room than a hash table. */
import type { Coroutine } from './coroutine.ts';

const CHUNK_BITS = 9;
const CHUNK_SIZE = 1 << CHUNK_BITS;

interface Chunk {
  readonly items: (Coroutine | undefined)[];
  count: number;
}

export class CoroutineTable {
  private readonly chunks: Map<number, Chunk> = new Map();
  private newest = -1;
  size = 0;
  /** The chunk that was asked for last. */
  private lastKey = -1;
  private last: Chunk | undefined = undefined;

  has(cid: number): boolean {
    return this.get(cid) !== undefined;
  }

  get(cid: number): Coroutine | undefined {
    const key = Math.floor(cid / CHUNK_SIZE);
    if (key !== this.lastKey) {
      this.last = this.chunks.get(key);
      // a chunk that is not there may come
      this.lastKey = this.last === undefined ? -1 : key;
    }
    return this.last?.items[cid & (CHUNK_SIZE - 1)];
  }

  /** Adds one that is not there yet. */
  add(co: Coroutine): void {
    const key = Math.floor(co.cid / CHUNK_SIZE);
    let chunk = this.chunks.get(key);
    if (chunk === undefined) {
      chunk = { items: new Array<Coroutine | undefined>(CHUNK_SIZE).fill(undefined), count: 0 };
      this.chunks.set(key, chunk);
      if (this.chunks.get(this.newest)?.count === 0) this.drop(this.newest);
      this.newest = key;
    }
    chunk.items[co.cid & (CHUNK_SIZE - 1)] = co;
    chunk.count++;
    this.size++;
  }

  delete(cid: number): void {
    const key = Math.floor(cid / CHUNK_SIZE);
    const chunk = this.chunks.get(key);
    const at = cid & (CHUNK_SIZE - 1);
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
  *values(): Generator<Coroutine, void, undefined> {
    for (const { items } of this.chunks.values()) {
      for (const co of items) if (co !== undefined) yield co;
    }
  }

  /** Their ids in order. */
  *keys(): Generator<number, void, undefined> {
    for (const co of this.values()) yield co.cid;
  }
}
