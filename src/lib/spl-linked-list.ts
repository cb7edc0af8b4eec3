/**
 * The doubly linked list behind SplDoublyLinkedList.
 * Source: php-src 8.2 ext/spl/spl_dllist.c (spl_ptr_llist)
 */
import type { Runtime } from '../object/runtime.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';

const IT_DELETE = 1;
export const IT_LIFO = 2;
export const IT_MASK = 3;
/** SplStack and SplQueue cannot change their direction. */
export const IT_FIX = 4;

/** A link; `data` is undefined once it was taken out (an iterator may still stand on it). */
export interface Link {
  data: Zval;
  prev: Link | null;
  next: Link | null;
}

/** Where an iteration stands. */
export interface Cursor {
  link: Link | null;
  position: number;
}

export class LinkedList {
  head: Link | null = null;
  tail: Link | null = null;
  count = 0;
  flags = 0;
  readonly cursor: Cursor = { link: null, position: 0 };

  /** Takes over the value's count. */
  push(data: Zval): void {
    const link: Link = { data, prev: this.tail, next: null };
    if (this.tail === null) this.head = link;
    else this.tail.next = link;
    this.tail = link;
    this.count++;
  }

  unshift(data: Zval): void {
    const link: Link = { data, prev: null, next: this.head };
    if (this.head === null) this.tail = link;
    else this.head.prev = link;
    this.head = link;
    this.count++;
  }

  /** Owned; undefined when empty. */
  pop(): Zval {
    const link = this.tail;
    if (link === null) return undefined;
    if (link.prev === null) this.head = null;
    else link.prev.next = null;
    this.tail = link.prev;
    link.prev = null;
    return this.takeOut(link);
  }

  shift(): Zval {
    const link = this.head;
    if (link === null) return undefined;
    if (link.next === null) this.tail = null;
    else link.next.prev = null;
    this.head = link.next;
    link.next = null;
    return this.takeOut(link);
  }

  private takeOut(link: Link): Zval {
    this.count--;
    const v = link.data;
    link.data = undefined;
    return v;
  }

  at(index: number): Link | null {
    const backward = (this.flags & IT_LIFO) !== 0;
    let link = backward ? this.tail : this.head;
    for (let i = 0; link !== null && i < index; i++) link = backward ? link.prev : link.next;
    return link;
  }

  remove(link: Link): Zval {
    if (link.prev !== null) link.prev.next = link.next;
    if (link.next !== null) link.next.prev = link.prev;
    if (link === this.head) this.head = link.next;
    if (link === this.tail) this.tail = link.prev;
    if (this.cursor.link === link) this.cursor.link = null;
    return this.takeOut(link);
  }

  insertBefore(link: Link, data: Zval): void {
    const fresh: Link = { data, prev: link.prev, next: link };
    if (link.prev === null) this.head = fresh;
    else link.prev.next = fresh;
    link.prev = fresh;
    this.count++;
  }

  rewind(cursor: Cursor, flags: number): void {
    const backward = (flags & IT_LIFO) !== 0;
    cursor.position = backward ? this.count - 1 : 0;
    cursor.link = backward ? this.tail : this.head;
  }

  moveForward(rt: Runtime, cursor: Cursor, flags: number): void {
    const old = cursor.link;
    if (old === null) return;
    if ((flags & IT_LIFO) !== 0) {
      cursor.link = old.prev;
      cursor.position--;
      if ((flags & IT_DELETE) !== 0) release(rt, this.pop());
    } else {
      cursor.link = old.next;
      if ((flags & IT_DELETE) !== 0) release(rt, this.shift());
      else cursor.position++;
    }
  }

  *values(): Generator<Zval, void, undefined> {
    for (let link = this.head; link !== null; link = link.next) yield link.data;
  }
}
