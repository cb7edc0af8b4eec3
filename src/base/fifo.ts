/**
 * A queue that gives back what went in first; both ends in constant time. What has waited longest is in a field of its own,
 * for most queues hold one thing at most; what is behind it in a ring, so that a short queue moves no memory.
 */
const FIRST_ROOM = 4;
/** An empty ring gives more room than this back. */
const MOST_ROOM = 1024;

export class Fifo<T> {
  private first: T | undefined = undefined;
  /** Its length is a power of two, or 0. */
  private items: (T | undefined)[] = [];
  private head = 0;
  length = 0;

  push(item: T): void {
    if (this.length++ === 0) this.first = item;
    else this.pushBehind(item);
  }

  private pushBehind(item: T): void {
    const behind = this.length - 2;
    if (behind === this.items.length) this.grow(behind);
    const { items } = this;
    items[(this.head + behind) & (items.length - 1)] = item;
  }

  /** What has waited longest; undefined when there is nothing. */
  shift(): T | undefined {
    const { first } = this;
    if (this.length === 0) return undefined;
    this.first = --this.length === 0 ? undefined : this.shiftBehind();
    return first;
  }

  private shiftBehind(): T | undefined {
    const { items, head } = this;
    const item = items[head];
    items[head] = undefined;
    this.head = (head + 1) & (items.length - 1);
    if (this.length === 1 && items.length > MOST_ROOM) this.items = [];
    if (this.items.length === 0) this.head = 0;
    return item;
  }

  /** Takes one out of the middle; false when it is not there. */
  remove(item: T): boolean {
    const all = this.drain();
    const at = all.indexOf(item);
    if (at >= 0) all.splice(at, 1);
    for (const one of all) this.push(one);
    return at >= 0;
  }

  /** Takes everything. */
  drain(): T[] {
    const all: T[] = [];
    this.forEach((item) => all.push(item));
    this.first = undefined;
    this.items = [];
    this.head = 0;
    this.length = 0;
    return all;
  }

  forEach(visit: (item: T) => void): void {
    const { items, head, length } = this;
    if (length > 0) visit(this.first as T);
    for (let i = 0; i < length - 1; i++) visit(items[(head + i) & (items.length - 1)] as T);
  }

  /** More room in the ring, which is full. */
  private grow(behind: number): void {
    const { items: old, head } = this;
    const items = new Array<T | undefined>(behind === 0 ? FIRST_ROOM : 2 * behind).fill(undefined);
    for (let i = 0; i < behind; i++) items[i] = old[(head + i) & (behind - 1)];
    this.items = items;
    this.head = 0;
  }
}
