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

/** One timer. */
export class TimerNode {
  readonly id: number;
  /** When it fires, in the reactor's milliseconds. */
  at: number;
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
    this.at = at;
    this.round = round;
    this.interval = how.interval;
    this.byUser = how.byUser;
    this.fire = how.fire;
  }
}

function isBefore(a: TimerNode, b: TimerNode): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id);
}

/** A binary heap of timers and a map by id. */
export class TimerQueue {
  private readonly heap: TimerNode[] = [];
  readonly byId: Map<number, TimerNode> = new Map();
  private lastId = 0;
  /** The one whose function runs: removing it only marks it. */
  private firing: TimerNode | null = null;
  round = 0;
  /** When the first timer was made, in the reactor's milliseconds; null: there has been none. */
  base: number | null = null;

  get count(): number {
    return this.byId.size;
  }

  /** Adds a timer that fires `delay` milliseconds behind `now`. */
  add(now: number, delay: number, kind: TimerKind): TimerNode {
    this.base ??= now;
    const node = new TimerNode(++this.lastId, now + delay, this.round, kind);
    this.byId.set(node.id, node);
    this.push(node);
    return node;
  }

  /** Takes a timer back; false when it is gone already. */
  remove(node: TimerNode): boolean {
    if (node.removed) return false;
    node.removed = true;
    if (node !== this.firing) this.drop(node);
    return true;
  }

  private drop(node: TimerNode): void {
    this.byId.delete(node.id);
    node.dispose();
  }

  /** When the next timer fires; null when there is none. */
  nextTime(): number | null {
    for (let top = this.heap[0]; top !== undefined; top = this.heap[0]) {
      if (!top.removed) return top.at;
      this.pop();
    }
    return null;
  }

  /** Fires every timer that is due. */
  *fireDue(now: number): NativeCode<void> {
    this.round++;
    for (let next = this.nextTime(); next !== null && next <= now; next = this.nextTime()) {
      const node = this.pop();
      const outer = this.firing;
      this.firing = node;
      yield* node.fire(node);
      this.firing = outer;
      if (node.interval > 0 && !node.removed) {
        while (node.at <= now) node.at += node.interval;
        node.execCount++;
        this.push(node);
      } else {
        node.removed = true;
        this.drop(node);
      }
    }
  }

  private push(node: TimerNode): void {
    const { heap } = this;
    let i = heap.length;
    heap.push(node);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent] as TimerNode;
      if (!isBefore(node, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = node;
  }

  private pop(): TimerNode {
    const { heap } = this;
    const top = heap[0] as TimerNode;
    const last = heap.pop() as TimerNode;
    if (heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as TimerNode, heap[child] as TimerNode)) child++;
      if (!isBefore(heap[child] as TimerNode, last)) break;
      heap[i] = heap[child] as TimerNode;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
