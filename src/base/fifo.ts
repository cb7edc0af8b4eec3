/** A queue that gives back what went in first; both ends in constant time. A ring, so that a short queue moves no memory. */
const FIRST_ROOM = 4;
/** An empty queue gives more room than this back. */
const MOST_ROOM = 1024;

export class Fifo<T> {
  /** Its length is a power of two, or 0. */
  private items: (T | undefined)[] = [];
  private head = 0;
  length = 0;

  push(item: T): void {
    if (this.length === this.items.length) this.grow();
    const { items } = this;
    items[(this.head + this.length) & (items.length - 1)] = item;
    this.length++;
  }

  /** What has waited longest; undefined when there is nothing. */
  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const { items, head } = this;
    const item = items[head];
    items[head] = undefined;
    this.head = (head + 1) & (items.length - 1);
    this.length--;
    if (this.length === 0 && items.length > MOST_ROOM) this.items = [];
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
    this.items = [];
    this.head = 0;
    this.length = 0;
    return all;
  }

  forEach(visit: (item: T) => void): void {
    const { items, head, length } = this;
    for (let i = 0; i < length; i++) visit(items[(head + i) & (items.length - 1)] as T);
  }

  private grow(): void {
    const items = new Array<T | undefined>(this.items.length === 0 ? FIRST_ROOM : 2 * this.items.length).fill(
      undefined,
    );
    let n = 0;
    this.forEach((item) => {
      items[n++] = item;
    });
    this.items = items;
    this.head = 0;
  }
}
