/**
 * SplDoublyLinkedList, SplQueue, SplStack.
 * Source: php-src 8.2 ext/spl/spl_dllist.c
 */
import type { ClassDef } from '../object/class-def.ts';
import type { ObjectIterator } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref } from '../value/zval.ts';
import { type MethodDef, method, p } from './define.ts';
import { IT_LIFO, IT_MASK, IT_FIX, type Link, type Cursor, LinkedList } from './spl-linked-list.ts';
import { readSerialized, serializeValue } from './spl-serialize.ts';
import { argumentException, constants, debugTable, intArgument, loadMembers, membersArray } from './spl-util.ts';
import {
  BAD_DATA,
  countOf,
  createList,
  indexParam,
  linkAt,
  listOf,
  offsetAlias,
  readList,
  puts,
  takes,
  toArray,
  valueParam,
} from './spl-dllist-parts.ts';

const elementMethods: readonly MethodDef[] = [
  method({
    name: 'add',
    doc: 'Inserts a value before an index.',
    params: [p.int('index'), valueParam],
    returns: ['void'],
    impl: (rt, self, index, value) => {
      const list = listOf(self);
      if (index < 0 || index > list.count) return argumentException(rt, 'OutOfRangeException', 1, 'is out of range');
      if (index === list.count) list.push(addRef(value));
      else list.insertBefore(list.at(index) as Link, addRef(value));
      return null;
    },
  }),
  takes('pop', 'Takes the last value off.', (list) => list.pop(), 'pop from'),
  takes('shift', 'Takes the first value off.', (list) => list.shift(), 'shift from'),
  puts('push', 'Appends a value.', (list, v) => list.push(v)),
  puts('unshift', 'Prepends a value.', (list, v) => list.unshift(v)),
  takes('top', 'The last value.', (list) => addRef(list.tail?.data), 'peek at'),
  takes('bottom', 'The first value.', (list) => addRef(list.head?.data), 'peek at'),
  method({
    name: '__debugInfo',
    doc: 'What var_dump shows.',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => {
      const list = listOf(self);
      return debugTable(self, 'SplDoublyLinkedList', [
        ['flags', list.flags],
        ['dllist', toArray(list)],
      ]);
    },
  }),
  method({
    name: 'count',
    doc: 'How many values.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => listOf(self).count,
  }),
  method({
    name: 'isEmpty',
    doc: 'Are there no values?',
    params: [],
    returns: ['bool'],
    *impl(rt, self) {
      return (yield* countOf(rt, self)) === 0;
    },
  }),
  method({
    name: 'setIteratorMode',
    doc: 'Sets direction and whether iterating deletes.',
    params: [p.int('mode')],
    returns: ['int'],
    impl: (rt, self, mode) => {
      const list = listOf(self);
      if ((list.flags & IT_FIX) !== 0 && (list.flags & IT_LIFO) !== (mode & IT_LIFO)) {
        return rt.throwError('RuntimeException', "Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen");
      }
      list.flags = (mode & IT_MASK) | (list.flags & IT_FIX);
      return list.flags;
    },
  }),
  method({
    name: 'getIteratorMode',
    doc: 'The mode of iteration.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => listOf(self).flags,
  }),
];

const offsetMethods: readonly MethodDef[] = [
  method({
    name: 'offsetExists',
    doc: 'Is there a value at an index?',
    params: [indexParam],
    returns: ['bool'],
    impl: (rt, self, index) => {
      const i = intArgument(rt, 1, index);
      return i === undefined || i === null ? null : i >= 0 && i < listOf(self).count;
    },
  }),
  method({
    name: 'offsetGet',
    doc: 'The value at an index.',
    params: [indexParam],
    returns: ['mixed'],
    impl: (rt, self, index) => {
      const link = linkAt(rt, listOf(self), index);
      return link === null ? null : addRef(deref(link.data));
    },
  }),
  method({
    name: 'offsetSet',
    doc: 'Replaces the value at an index; null appends.',
    params: [indexParam, valueParam],
    returns: ['void'],
    impl: (rt, self, index, value) => {
      const list = listOf(self);
      const i = intArgument(rt, 1, index, true);
      if (i === undefined) return null;
      if (i === null) {
        list.push(addRef(value));
        return null;
      }
      const link = linkAt(rt, list, i);
      if (link === null) return null;
      const old = link.data;
      link.data = addRef(value);
      release(rt, old);
      return null;
    },
  }),
  method({
    name: 'offsetUnset',
    doc: 'Takes out the value at an index.',
    params: [indexParam],
    returns: ['void'],
    impl: (rt, self, index) => {
      const list = listOf(self);
      const link = linkAt(rt, list, index);
      if (link !== null) release(rt, list.remove(link));
      return null;
    },
  }),
];

const iterationMethods: readonly MethodDef[] = [
  method({
    name: 'rewind',
    doc: 'Goes to the first value.',
    params: [],
    returns: ['void'],
    impl: (_rt, self) => {
      const list = listOf(self);
      list.rewind(list.cursor, list.flags);
      return null;
    },
  }),
  method({
    name: 'current',
    doc: 'The value the iteration stands on.',
    params: [],
    returns: ['mixed'],
    impl: (_rt, self) => addRef(deref(listOf(self).cursor.link?.data ?? null)),
  }),
  method({
    name: 'key',
    doc: 'The index.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => listOf(self).cursor.position,
  }),
  method({
    name: 'prev',
    doc: 'Goes to the value before.',
    params: [],
    returns: ['void'],
    impl: (rt, self) => {
      const list = listOf(self);
      list.moveForward(rt, list.cursor, list.flags ^ IT_LIFO);
      return null;
    },
  }),
  method({
    name: 'next',
    doc: 'Goes to the next value.',
    params: [],
    returns: ['void'],
    impl: (rt, self) => {
      const list = listOf(self);
      list.moveForward(rt, list.cursor, list.flags);
      return null;
    },
  }),
  method({
    name: 'valid',
    doc: 'Is there a current value?',
    params: [],
    returns: ['bool'],
    impl: (_rt, self) => listOf(self).cursor.link !== null,
  }),
];

const serializationMethods: readonly MethodDef[] = [
  method({
    name: 'unserialize',
    doc: 'Restores the list from the text of serialize().',
    params: [p.string('data')],
    returns: ['void'],
    *impl(rt, self, data) {
      if (data === '') return null;
      yield* readSerialized(rt, data, (reader) => readList(rt, listOf(self), reader));
      return null;
    },
  }),
  method({
    name: 'serialize',
    doc: 'The list as text.',
    params: [],
    returns: ['string'],
    *impl(rt, self) {
      const list = listOf(self);
      let text = `i:${list.flags};`;
      for (const v of [...list.values()]) {
        const part = yield* serializeValue(rt, v);
        if (part === null) return null;
        text += `:${part}`;
      }
      return text;
    },
  }),
  method({
    name: '__serialize',
    doc: 'The list as an array for serialize().',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => PhpArray.fromList([listOf(self).flags, toArray(listOf(self)), membersArray(self)]),
  }),
  method({
    name: '__unserialize',
    doc: 'Restores the list from the array of __serialize().',
    params: [p.array('data')],
    returns: ['void'],
    impl: (rt, self, data) => {
      const flags = deref(data.getInt(0));
      const storage = deref(data.getInt(1));
      const members = deref(data.getInt(2));
      if (typeof flags !== 'number' || !(storage instanceof PhpArray) || !(members instanceof PhpArray)) {
        return rt.throwError('UnexpectedValueException', BAD_DATA);
      }
      const list = listOf(self);
      list.flags = flags;
      for (const v of storage.valueList()) list.push(addRef(deref(v)));
      loadMembers(rt, self, members);
      return null;
    },
  }),
];

/** Foreach has a cursor of its own; modes are read when it starts. */
function* getIterator(rt: Runtime, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  if (byRef) return rt.throwError('Error', 'An iterator cannot be used with foreach by reference');
  obj.rc++;
  const list = listOf(obj);
  const cursor: Cursor = { link: null, position: 0 };
  const { flags } = list;
  list.rewind(cursor, flags);
  return {
    *rewind() {
      list.rewind(cursor, flags);
    },
    *valid() {
      return cursor.link !== null;
    },
    *current() {
      return addRef(deref(cursor.link?.data ?? null));
    },
    *key() {
      return cursor.position;
    },
    *next() {
      list.moveForward(rt, cursor, flags);
    },
    free() {
      release(rt, obj);
    },
  };
}

export const dllistClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'SplDoublyLinkedList',
    interfaces: ['Iterator', 'Countable', 'ArrayAccess', 'Serializable'],
    constants: constants({ IT_MODE_LIFO: 2, IT_MODE_FIFO: 0, IT_MODE_DELETE: 1, IT_MODE_KEEP: 0 }),
    methods: [...elementMethods, ...offsetMethods, ...iterationMethods, ...serializationMethods],
    createObject: createList(0),
    getIterator,
    handlers: {
      *countElements(rt, obj) {
        return yield* countOf(rt, obj);
      },
      cloneNative: (_rt, from, to) => {
        const list = new LinkedList();
        list.flags = listOf(from).flags;
        for (const v of listOf(from).values()) list.push(addRef(v));
        to.native = list;
      },
      freeNative: (rt, obj) => {
        const list = listOf(obj);
        for (let v = list.shift(); v !== undefined; v = list.shift()) release(rt, v);
      },
      gcChildren: (obj, visit) => {
        for (const v of listOf(obj).values()) visit(v);
      },
    },
  },
  { name: 'SplQueue', parent: 'SplDoublyLinkedList', createObject: createList(IT_FIX), methods: offsetAlias },
  { name: 'SplStack', parent: 'SplDoublyLinkedList', createObject: createList(IT_FIX | IT_LIFO) },
];
