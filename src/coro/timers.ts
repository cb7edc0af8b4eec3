/**
 * Timers, by time and then by the order in which they were added.
 * Source: swoole-src src/core/timer.cc
 */
import type { NativeCode } from '../object/native-code.ts';

/** What a timer does, and how often. */
export interface TimerKind {
  /** Milliseconds between two rounds; 0 fires once. */
  readonly interval: number;
  /** Made by the program (Swoole\\Timer), and listed for it. */
  readonly byUser: boolean;
  /** Runs on the event loop's machine. */
  readonly fire: (node: TimerNode) => NativeCode<void>;
}

/** What waits in the queue: a timer, or a coroutine whose wait has a limit. */
export interface QueueItem {
  /** When it is due, in the reactor's milliseconds. */
  at: number;
  /** The later one of two that are due at the same time has the greater number. */
  order: number;
  /** Its place in the heap; -1: not there. */
  place: number;
}

/** One timer. */
export class TimerNode implements QueueItem {
  readonly id: number;
  at: number;
  order: number;
  place = -1;
  /** Milliseconds between two rounds; 0 fires once. */
  readonly interval: number;
  /** What it does; runs on the event loop's machine. */
  readonly fire: (node: TimerNode) => NativeCode<void>;
  /** Made by the program (Swoole\Timer), and listed for it. */
  readonly byUser: boolean;
  /** Lets go of what a user's timer holds. */
  dispose: () => void = () => undefined;
  /** How often a repeating timer has fired. */
  execCount = 0;
  /** The round of the event loop in which it was made. */
  readonly round: number;
  removed = false;
  constructor(id: number, at: number, round: number, how: TimerKind) {
    this.id = id;
    this.order = id;
    this.at = at;
    this.round = round;
    this.interval = how.interval;
    this.byUser = how.byUser;
    this.fire = how.fire;
  }
}

function isBefore(a: QueueItem, b: QueueItem): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** A heap with four children a node, and a map of the timers by id. `T` is what waits besides timers. */
export class TimerQueue<T extends QueueItem> {
  private readonly heap: (TimerNode | T)[] = [];
  readonly byId: Map<number, TimerNode> = new Map();
  private lastId = 0;
  /** The last one of those that were there at the end of the last round. */
  private newest = 0;
  /** The one whose function runs: removing it only marks it. */
  private firing: TimerNode | T | null = null;
  /** How many are being fired: one inside the other. */
  private inFlight = 0;
  round = 0;
  /** When the first timer was made, in the reactor's milliseconds; null: there has been none. */
  base: number | null = null;
  /** What becomes of an item that is no timer and whose time has come. */
  private readonly isDue: (item: T) => NativeCode<void>;

  constructor(isDue: (item: T) => NativeCode<void>) {
    this.isDue = isDue;
  }

  get count(): number {
    return this.heap.length + this.inFlight;
  }

  /** Adds a timer that fires `delay` milliseconds behind `now`. */
  add(now: number, delay: number, kind: TimerKind): TimerNode {
    this.base ??= now;
    const node = new TimerNode(++this.lastId, now + delay, this.round, kind);
    this.byId.set(node.id, node);
    this.push(node);
    return node;
  }

  /** Adds an item that is due `delay` milliseconds behind `now`. */
  enter(item: T, now: number, delay: number): void {
    this.base ??= now;
    item.at = now + delay;
    item.order = ++this.lastId;
    this.push(item);
  }

  /** Takes an item back, if it is there. */
  leave(item: T): void {
    if (item.place >= 0) this.take(item.place);
  }

  /** Takes a timer back; false when it is gone already. */
  remove(node: TimerNode): boolean {
    if (node.removed) return false;
    node.removed = true;
    if (node.place >= 0) this.take(node.place);
    if (node !== this.firing) this.drop(node);
    return true;
  }

  private drop(node: TimerNode): void {
    this.byId.delete(node.id);
    node.dispose();
  }

  /** When the next timer fires; null when there is none. */
  nextTime(): number | null {
    return this.heap[0]?.at ?? null;
  }

  /** Fires everything that is due, except what has been added since the last round: that waits for the next one. */
  *fireDue(now: number): NativeCode<void> {
    const { newest } = this;
    for (let top = this.heap[0]; top !== undefined && top.at <= now && top.order <= newest; top = this.heap[0]) {
      this.take(0);
      const outer = this.firing;
      this.firing = top;
      this.inFlight++;
      if (top instanceof TimerNode) yield* this.fire(top, now);
      else yield* this.isDue(top);
      this.inFlight--;
      this.firing = outer;
    }
    this.newest = this.lastId;
    this.round++;
  }

  private *fire(node: TimerNode, now: number): NativeCode<void> {
    yield* node.fire(node);
    if (node.interval > 0 && !node.removed) {
      while (node.at <= now) node.at += node.interval;
      node.execCount++;
      this.push(node);
    } else {
      node.removed = true;
      this.drop(node);
    }
  }

  private push(node: TimerNode | T): void {
    this.heap.push(node);
    this.up(node, this.heap.length - 1);
  }

  /** Moves a node from a free place towards the top. */
  private up(node: TimerNode | T, from: number): void {
    const { heap } = this;
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const above = heap[parent] as TimerNode | T;
      if (!isBefore(node, above)) break;
      heap[i] = above;
      above.place = i;
      i = parent;
    }
    heap[i] = node;
    node.place = i;
  }

  /** Moves a node from a free place away from the top. */
  private down(node: TimerNode | T, from: number): void {
    const { heap } = this;
    const { length } = heap;
    let i = from;
    for (;;) {
      const first = 4 * i + 1;
      if (first >= length) break;
      let least = heap[first] as TimerNode | T;
      for (let child = first + 1; child < first + 4 && child < length; child++) {
        const other = heap[child] as TimerNode | T;
        if (isBefore(other, least)) least = other;
      }
      if (!isBefore(least, node)) break;
      const { place } = least;
      heap[i] = least;
      least.place = i;
      i = place;
    }
    heap[i] = node;
    node.place = i;
  }

  /** Takes out what is at a place. */
  private take(place: number): void {
    const { heap } = this;
    const node = heap[place] as TimerNode | T;
    const last = heap.pop() as TimerNode | T;
    node.place = -1;
    if (last === node) return;
    const parent = heap[(place - 1) >> 2];
    if (place > 0 && parent !== undefined && isBefore(last, parent)) this.up(last, place);
    else this.down(last, place);
  }
}
