import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { type Link, LinkedList } from './spl-linked-list.ts';
import type { SerializedReader } from './unserialize-reader.ts';
import { argumentException, callFunc, intArgument, overridden } from './spl-util.ts';

export function listOf(obj: PhpObject): LinkedList {
  return obj.native as LinkedList;
}

export function toArray(list: LinkedList): PhpArray {
  return PhpArray.fromList([...list.values()].map((v) => addRef(v)));
}

/** The link that an index argument means; null after an exception. */
export function linkAt(rt: Executor, list: LinkedList, index: Zval): Link | null {
  const i = intArgument(rt, 1, index);
  if (i === undefined || i === null) return null;
  const link = i < 0 || i >= list.count ? null : list.at(Number(i));
  return link ?? argumentException(rt, 'OutOfRangeException', 1, 'is out of range');
}

function orEmpty(rt: Executor, v: Zval, what: string): Zval {
  return v === undefined ? rt.throwError('RuntimeException', `Can't ${what} an empty datastructure`) : v;
}

export const valueParam: Param<Zval> = p.mixed('value');
export const indexParam: Param<Zval> = p.untyped('index');

export function takes(name: string, doc: string, take: (list: LinkedList) => Zval, what: string): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: ['mixed'],
    impl: (rt, self) => orEmpty(rt, take(listOf(self)), what),
  });
}

export function puts(name: string, doc: string, put: (list: LinkedList, v: Zval) => void): MethodDef {
  return method({
    name,
    doc,
    params: [valueParam],
    returns: ['void'],
    impl: (_rt, self, value) => {
      put(listOf(self), addRef(value));
      return null;
    },
  });
}

export function* countOf(rt: Runtime, obj: PhpObject): NativeCode<number> {
  const own = overridden(obj.ce, 'count');
  if (own === null) return listOf(obj).count;
  const result = yield* callFunc(own, obj, []);
  const n = Number(toInt(rt, result));
  release(rt, result);
  return n;
}

export const BAD_DATA = 'Incomplete or ill-typed serialization data';

/** SplDoublyLinkedList::unserialize(): `i:flags;:value:value...` */
export function* readList(rt: Executor, list: LinkedList, reader: SerializedReader): NativeCode<boolean> {
  for (let v = list.pop(); v !== undefined; v = list.pop()) release(rt, v);
  const flags = yield* reader.value();
  if (typeof flags !== 'number') return false;
  list.flags = flags;
  while (reader.take(':')) {
    const v = yield* reader.value();
    if (v === undefined) return false;
    list.push(addRef(v));
  }
  return reader.peek() === '';
}

export function createList(flags: number): (rt: Runtime, obj: PhpObject) => void {
  return (_rt, obj) => {
    const list = new LinkedList();
    list.flags = flags;
    obj.native = list;
  };
}

export const offsetAlias: readonly MethodDef[] = [
  puts('enqueue', 'Appends a value.', (list, v) => list.push(v)),
  takes('dequeue', 'Takes the first value off.', (list) => list.shift(), 'shift from'),
];
