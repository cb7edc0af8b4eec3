/**
 * SplHeap, SplMinHeap, SplMaxHeap, SplPriorityQueue.
 * Source: php-src 8.2 ext/spl/spl_heap.c
 */
import { ACC_EXPLICIT_ABSTRACT_CLASS } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassHandlers, ObjectIterator } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { compare } from '../value/compare.ts';
import { toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { EXTR_BOTH, type Direction, Heap, heapOf, releaseItem, insertItem, deleteTop } from './spl-heap-core.ts';
import { callFunc, constants, debugTable, overridden } from './spl-util.ts';

/** Throws when the heap cannot be used now. */
function refuses(rt: Runtime, heap: Heap, writes: boolean): boolean {
  if (writes && heap.locked) {
    rt.throwError('RuntimeException', 'Heap cannot be changed when it is already being modified.');
    return true;
  }
  if (!heap.corrupted) return false;
  rt.throwError('RuntimeException', 'Heap is corrupted, heap properties are no longer ensured.');
  return true;
}

function* countOf(rt: Runtime, obj: PhpObject): NativeCode<number> {
  const own = overridden(obj.ce, 'count');
  if (own === null) return heapOf(obj).items.length;
  const result = yield* callFunc(own, obj, []);
  const n = Number(toInt(rt, result));
  release(rt, result);
  return n;
}

function debugMethod(className: string): MethodDef {
  return method({
    name: '__debugInfo',
    doc: 'What var_dump shows.',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => {
      const heap = heapOf(self);
      const list = heap.items.map(
        (item): Zval =>
          heap.isQueue
            ? PhpArray.fromEntries([
                ['data', addRef(item.data)],
                ['priority', addRef(item.priority)],
              ])
            : addRef(item.data),
      );
      return debugTable(self, className, [
        ['flags', heap.flags],
        ['isCorrupted', heap.corrupted],
        ['heap', PhpArray.fromList(list)],
      ]);
    },
  });
}

/** extract, top, iteration: the same for both kinds. */
const sharedMethods: readonly MethodDef[] = [
  method({
    name: 'extract',
    doc: 'Takes the top out.',
    params: [],
    returns: ['mixed'],
    *impl(rt, self) {
      const heap = heapOf(self);
      if (refuses(rt, heap, true)) return null;
      const item = yield* deleteTop(rt, self);
      if (item === null) return rt.throwError('RuntimeException', "Can't extract from an empty heap");
      const value = heap.shown(item);
      releaseItem(rt, item);
      return value;
    },
  }),
  method({
    name: 'top',
    doc: 'The top.',
    params: [],
    returns: ['mixed'],
    impl: (rt, self) => {
      const heap = heapOf(self);
      if (refuses(rt, heap, false)) return null;
      const item = heap.items[0];
      return item === undefined ? rt.throwError('RuntimeException', "Can't peek at an empty heap") : heap.shown(item);
    },
  }),
  method({
    name: 'count',
    doc: 'How many values.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => heapOf(self).items.length,
  }),
  method({
    name: 'isEmpty',
    doc: 'Are there no values?',
    params: [],
    returns: ['bool'],
    impl: (_rt, self) => heapOf(self).items.length === 0,
  }),
  method({
    name: 'rewind',
    doc: 'Does nothing: the top is always the current value.',
    params: [],
    returns: ['void'],
    impl: () => null,
  }),
  method({
    name: 'current',
    doc: 'The top, null when there is none.',
    params: [],
    returns: ['mixed'],
    impl: (_rt, self) => {
      const heap = heapOf(self);
      const item = heap.items[0];
      return item === undefined ? null : heap.shown(item);
    },
  }),
  method({
    name: 'key',
    doc: 'How many values come after the top.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => heapOf(self).items.length - 1,
  }),
  method({
    name: 'next',
    doc: 'Drops the top.',
    params: [],
    returns: ['void'],
    *impl(rt, self) {
      if (heapOf(self).locked) {
        refuses(rt, heapOf(self), true);
        return null;
      }
      const item = yield* deleteTop(rt, self);
      if (item !== null) releaseItem(rt, item);
      return null;
    },
  }),
  method({
    name: 'valid',
    doc: 'Is there a top?',
    params: [],
    returns: ['bool'],
    impl: (_rt, self) => heapOf(self).items.length !== 0,
  }),
];

function recover(returns: readonly string[] | null): MethodDef {
  return method({
    name: 'recoverFromCorruption',
    doc: 'Allows the heap to be used after a comparison threw.',
    params: [],
    returns,
    impl: (_rt, self) => {
      heapOf(self).corrupted = false;
      return true;
    },
  });
}

const isCorrupted: MethodDef = method({
  name: 'isCorrupted',
  doc: 'Did a comparison throw?',
  params: [],
  returns: ['bool'],
  impl: (_rt, self) => heapOf(self).corrupted,
});

function compareMethod(direction: Direction): MethodDef {
  return method({
    name: 'compare',
    doc: 'The order of two values.',
    params: [p.mixed('value1'), p.mixed('value2')],
    returns: ['int'],
    visibility: 'protected',
    impl: (rt, _self, a, b) => (direction === 1 ? compare(rt, a, b) : compare(rt, b, a)),
  });
}

const heapMethods: readonly MethodDef[] = [
  ...sharedMethods,
  method({
    name: 'insert',
    doc: 'Adds a value.',
    params: [p.mixed('value')],
    returns: ['bool'],
    *impl(rt, self, value) {
      if (refuses(rt, heapOf(self), true)) return null;
      yield* insertItem(rt, self, { data: addRef(value), priority: null });
      return true;
    },
  }),
  recover(['bool']),
  method({
    name: 'compare',
    doc: 'The order of two values.',
    params: [p.mixed('value1'), p.mixed('value2')],
    returns: ['int'],
    visibility: 'protected',
    abstract: true,
  }),
  isCorrupted,
  debugMethod('SplHeap'),
];

const queueMethods: readonly MethodDef[] = [
  method({
    name: 'compare',
    doc: 'The order of two priorities.',
    params: [p.mixed('priority1'), p.mixed('priority2')],
    returns: ['int'],
    impl: (rt, _self, a, b) => compare(rt, a, b),
  }),
  method({
    name: 'insert',
    doc: 'Adds a value with a priority.',
    params: [p.mixed('value'), p.mixed('priority')],
    returns: null,
    *impl(rt, self, value, priority) {
      if (refuses(rt, heapOf(self), true)) return null;
      yield* insertItem(rt, self, { data: addRef(value), priority: addRef(priority) });
      return true;
    },
  }),
  method({
    name: 'setExtractFlags',
    doc: 'What is shown of an element: value, priority or both.',
    params: [p.int('flags')],
    returns: ['int'],
    impl: (rt, self, flags) => {
      if ((flags & EXTR_BOTH) === 0) return rt.throwError('RuntimeException', 'Must specify at least one extract flag');
      heapOf(self).flags = flags & EXTR_BOTH;
      return flags & EXTR_BOTH;
    },
  }),
  ...sharedMethods,
  recover(null),
  isCorrupted,
  method({
    name: 'getExtractFlags',
    doc: 'The extract flags.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => heapOf(self).flags,
  }),
  debugMethod('SplPriorityQueue'),
];

function* getIterator(rt: Runtime, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  if (byRef) return rt.throwError('Error', 'An iterator cannot be used with foreach by reference');
  obj.rc++;
  const heap = heapOf(obj);
  return {
    *rewind() {},
    *valid() {
      return heap.items.length !== 0;
    },
    *current() {
      if (refuses(rt, heap, false)) return null;
      const item = heap.items[0];
      return item === undefined ? null : heap.shown(item);
    },
    *key() {
      return heap.items.length - 1;
    },
    *next() {
      if (refuses(rt, heap, false)) return;
      const item = yield* deleteTop(rt, obj);
      if (item !== null) releaseItem(rt, item);
    },
    free() {
      release(rt, obj);
    },
  };
}

function createHeap(isQueue: boolean, direction: Direction): (rt: Runtime, obj: PhpObject) => void {
  return (_rt, obj) => {
    obj.native = new Heap(isQueue, direction, overridden(obj.ce, 'compare'));
  };
}

const handlers: Partial<ClassHandlers> = {
  *countElements(rt, obj) {
    return yield* countOf(rt, obj);
  },
  cloneNative: (_rt, from, to) => {
    const old = heapOf(from);
    const heap = new Heap(old.isQueue, old.direction, old.userCompare);
    heap.flags = old.flags;
    heap.corrupted = old.corrupted;
    heap.items = old.items.map((item) => ({ data: addRef(item.data), priority: addRef(item.priority) }));
    to.native = heap;
  },
  freeNative: (rt, obj) => {
    const { items } = heapOf(obj);
    heapOf(obj).items = [];
    for (const item of items) releaseItem(rt as Executor, item);
  },
  gcChildren: (obj, visit) => {
    for (const item of heapOf(obj).items) {
      visit(item.data);
      visit(item.priority);
    }
  },
};

export const heapClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'SplHeap',
    interfaces: ['Iterator', 'Countable'],
    flags: ACC_EXPLICIT_ABSTRACT_CLASS,
    methods: heapMethods,
    createObject: createHeap(false, 1),
    getIterator,
    handlers,
  },
  { name: 'SplMinHeap', parent: 'SplHeap', methods: [compareMethod(-1)], createObject: createHeap(false, -1) },
  { name: 'SplMaxHeap', parent: 'SplHeap', methods: [compareMethod(1)], createObject: createHeap(false, 1) },
  {
    name: 'SplPriorityQueue',
    interfaces: ['Iterator', 'Countable'],
    constants: constants({ EXTR_BOTH: 3, EXTR_PRIORITY: 2, EXTR_DATA: 1 }),
    methods: queueMethods,
    createObject: createHeap(true, 1),
    getIterator,
    handlers,
  },
];
