/**
 * The cycle collector: finds garbage that reference counts alone never free.
 *
 * Values whose count went down without reaching zero wait in a buffer of possible roots. A run takes what is reachable
 * from them, subtracts the references that come from inside (trial deletion), keeps what is still held from outside
 * together with everything reachable from that, and frees the rest. Worklists instead of recursion throughout.
 * Source: php-src 8.2 Zend/zend_gc.c; Bacon and Rajan, Concurrent Cycle Collection in Reference Counted Systems (2001)
 */
import { expandTraces } from '../value/compact-trace.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_DESTRUCTOR_CALLED, OBJ_FREE_CALLED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { type Zval, PhpReference } from '../value/zval.ts';
import { flush, type NativeCode } from './native-code.ts';
import type { ObjectStore } from './object-store.ts';
import type { Runtime } from './runtime.ts';

const GC_THRESHOLD_DEFAULT = 10001;
const GC_THRESHOLD_STEP = 10000;
const GC_THRESHOLD_MAX = 1000000000;
/** Fewer collected than this: the next run waits longer. */
const GC_THRESHOLD_TRIGGER = 100;

/** The buffer grows by an eighth between two searches. */
const LOOK_SHIFT = 3;
/** So many entries more are not searched: dead ones must not keep what they held from V8's collector for long. */
const LOOK_LEAST = 256;

type Node = PhpArray | PhpObject | PhpReference;

/** Numbers behind gc_status(). */
export interface GcStatus {
  readonly runs: number;
  readonly collected: number;
  readonly threshold: number;
  readonly roots: number;
}

export class GarbageCollector {
  enabled = true;
  runs = 0;
  collected = 0;
  threshold: number = GC_THRESHOLD_DEFAULT;
  private roots: (PhpArray | PhpObject)[] = [];
  private active = false;
  /** Length of the buffer at which it is searched for dead entries. */
  private lookAt: number = LOOK_LEAST;
  /** Roots that nothing holds any more since their destructors ran in a collection. */
  private readonly spent = new Set<Node>();
  /** The root that filled the buffer: it is protected (one count) from the run it causes, and a root after it. */
  private late: PhpArray | PhpObject | null = null;
  private readonly store: ObjectStore;
  /** Called when the buffer is full: the VM runs `collectIfNeeded` at its next safe point. */
  private readonly onFull: () => void;

  constructor(store: ObjectStore, onFull: () => void) {
    this.store = store;
    this.onFull = onFull;
  }

  /** gc_possible_root: remembers a value that may be part of a garbage cycle. */
  possibleRoot(v: PhpArray | PhpObject): void {
    if (v.gcInfo !== 0) return;
    v.gcInfo = 1;
    this.roots.push(v);
    if (this.roots.length >= this.lookAt && this.enabled && !this.active) this.full();
  }

  /**
   * Drops dead entries first: Zend takes freed values out of the buffer at once. The next look waits until the buffer has
   * doubled, or, when it is nearly full of living values, has grown by a part: it must not be searched at every step.
   */
  private full(): void {
    this.compact();
    if (this.roots.length >= this.threshold && this.late === null) {
      this.late = this.roots.pop() ?? null;
      if (this.late !== null) this.late.rc++;
      this.onFull();
    }
    this.lookAt = this.nextLook();
  }

  private nextLook(): number {
    const { length } = this.roots;
    if (length >= this.threshold) return length + (length >> LOOK_SHIFT);
    return Math.min(this.threshold, 2 * length + LOOK_LEAST);
  }

  /** For a debugger's expressions: no run from now on until what is returned is called, which forgets the roots met since. */
  aside(): () => void {
    const { active } = this;
    const count = this.roots.length;
    this.active = true;
    return () => {
      this.active = active;
      for (const v of this.roots.splice(count)) v.gcInfo = 0;
    };
  }

  private compact(): void {
    this.roots = this.roots.filter((v) => {
      if ((v.rc > 0 || this.spent.has(v)) && !isFreed(v)) return true;
      v.gcInfo = 0;
      return false;
    });
  }

  status(): GcStatus {
    this.compact();
    return {
      runs: this.runs,
      collected: this.collected,
      threshold: this.threshold,
      roots: this.roots.length + (this.late === null ? 0 : 1),
    };
  }

  /** gc_adjust_threshold after an automatic run. */
  private adjustThreshold(count: number): void {
    if (count < GC_THRESHOLD_TRIGGER) {
      this.threshold = Math.min(this.threshold + GC_THRESHOLD_STEP, GC_THRESHOLD_MAX);
    } else if (this.threshold > GC_THRESHOLD_DEFAULT) {
      this.threshold -= GC_THRESHOLD_STEP;
    }
  }

  /** The automatic run when the buffer is full. */
  *collectIfNeeded(rt: Runtime): NativeCode<void> {
    const { late } = this;
    if (late === null) return;
    if (!this.active && this.enabled) this.adjustThreshold(yield* this.collect(rt));
    this.late = null;
    late.gcInfo = 0;
    release(rt, late);
    this.lookAt = this.nextLook();
  }

  /** zend_gc_collect_cycles: how many arrays and objects were freed. Runs destructors. */
  *collect(rt: Runtime): NativeCode<number> {
    if (this.active) return 0;
    this.active = true;
    let total = 0;
    try {
      for (let again = true, round = 0; again && round < 2; round++) {
        again = false;
        const garbage = this.findGarbage();
        if (garbage.size === 0) break;
        this.runs++;
        const doomed = [...garbage].filter(wantsDestructor);
        if (doomed.length > 0) {
          keepReachable(doomed, garbage);
          again = true;
        }
        total += this.freeGarbage(rt, garbage);
        for (const obj of doomed) {
          this.remember(obj);
          rt.deferFree(() => this.destroy(rt, obj));
        }
        if (doomed.length > 0) yield* flush();
      }
    } finally {
      this.active = false;
      this.lookAt = this.nextLook();
      this.collected += total;
    }
    return total;
  }

  /** Runs a destructor, unless one that ran before has led to it. */
  private destroy(rt: Runtime, obj: PhpObject): void {
    if ((obj.flags & OBJ_DESTRUCTOR_CALLED) !== 0) return;
    obj.flags |= OBJ_DESTRUCTOR_CALLED;
    obj.rc += 2;
    rt.deferDestructor(obj);
    // GC_DELREF: with nobody else holding it, the object is left to the next round, which counts it
    rt.deferFree(() => {
      if (--obj.rc === 0) this.spent.add(obj);
    });
  }

  private remember(obj: PhpObject): void {
    if (obj.gcInfo !== 0) return;
    obj.gcInfo = 1;
    this.roots.push(obj);
  }

  /** Empties the buffer and returns what only garbage holds, in order of discovery. */
  private findGarbage(): Set<Node> {
    this.compact();
    this.spent.clear();
    const roots = this.roots;
    this.roots = [];
    const counts = new Map<Node, number>();
    const order: Node[] = [];
    for (const root of roots) {
      root.gcInfo = 0;
      if (counts.has(root)) continue;
      counts.set(root, root.rc);
      order.push(root);
    }
    for (let i = 0; i < order.length; i++) {
      visitChildren(order[i] as Node, (child) => {
        const known = counts.get(child);
        if (known === undefined) order.push(child);
        counts.set(child, (known ?? child.rc) - 1);
      });
    }
    const alive = order.filter((node) => (counts.get(node) ?? 0) > 0);
    const garbage = new Set(order);
    for (const node of alive) garbage.delete(node);
    keepReachable(alive, garbage);
    return garbage;
  }

  /**
   * Frees a closed set of garbage, whose destructors have run; returns how many arrays and objects it had. One after the
   * other as Zend does: what an object holds goes before the object's handle is free again.
   */
  private freeGarbage(rt: Runtime, garbage: Set<Node>): number {
    let count = 0;
    for (const node of garbage) {
      if (!(node instanceof PhpReference)) count++;
      if (node instanceof PhpObject) node.flags |= OBJ_DESTRUCTOR_CALLED;
    }
    for (const node of garbage) {
      if (node instanceof PhpObject) {
        this.store.freeNow(rt, node);
      } else if (node instanceof PhpArray && node.rc > 0) {
        node.rc++;
        node.clear(rt);
        release(rt, node);
      }
    }
    this.roots = this.roots.filter((node) => !garbage.has(node));
    for (const node of garbage) if (!(node instanceof PhpReference)) node.gcInfo = 0;
    return count;
  }
}

function isFreed(v: PhpArray | PhpObject): boolean {
  return v instanceof PhpObject && (v.flags & OBJ_FREE_CALLED) !== 0;
}

function wantsDestructor(node: Node): node is PhpObject {
  return (
    node instanceof PhpObject &&
    (node.flags & OBJ_DESTRUCTOR_CALLED) === 0 &&
    (node.ce.magic.destructor !== null || node.ce.handlers.destroy !== undefined)
  );
}

/** Takes everything reachable from `from` (itself included) out of the garbage. */
function keepReachable(from: readonly Node[], garbage: Set<Node>): void {
  const work = [...from];
  for (const node of work) garbage.delete(node);
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    visitChildren(node, (child) => {
      if (garbage.delete(child)) work.push(child);
    });
  }
}

/** Calls `visit` for every counted value that `node` holds, once a holding. */
function visitChildren(node: Node, visit: (child: Node) => void): void {
  const see = (v: Zval): void => {
    if (v instanceof PhpObject || v instanceof PhpArray || v instanceof PhpReference) visit(v);
  };
  if (node instanceof PhpReference) {
    see(node.val);
  } else if (node instanceof PhpArray) {
    node.forEach(see);
  } else {
    expandTraces(node);
    for (const v of node.props) see(v);
    // the table of dynamic properties is part of the object unless an array shares it
    if (node.dyn !== null && node.dyn.rc > 1) see(node.dyn);
    else node.dyn?.forEach(see);
    node.ce.handlers.gcChildren?.(node, see);
  }
}
