/**
 * Timers, by time and then by the order in which they were added.
 * Source: swoole-src src/core/timer.cc
 */
import type { NativeCode } from '../object/native-code.ts';

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
  execCount = 0;
  removed = false;
  constructor(id: number, at: number, interval: number, byUser: boolean, fire: (node: TimerNode) => NativeCode<void>) {
    this.id = id;
    this.at = at;
    this.interval = interval;
    this.byUser = byUser;
    this.fire = fire;
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
  round = 0;

  get count(): number {
    return this.byId.size;
  }

  /** Adds a timer that fires at `at`. */
  add(at: number, interval: number, byUser: boolean, fire: (node: TimerNode) => NativeCode<void>): TimerNode {
    const node = new TimerNode(++this.lastId, at, interval, byUser, fire);
    this.byId.set(node.id, node);
    this.push(node);
    return node;
  }

  /** Takes a timer back; false when it is gone already. */
  remove(node: TimerNode): boolean {
    if (node.removed) return false;
    node.removed = true;
    this.byId.delete(node.id);
    node.dispose();
    return true;
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
      node.execCount++;
      yield* node.fire(node);
      if (node.removed) continue;
      if (node.interval > 0) {
        while (node.at <= now) node.at += node.interval;
        this.push(node);
      } else {
        this.remove(node);
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
