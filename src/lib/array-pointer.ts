/**
 * The internal pointer: current, key, next, prev, reset, end.
 * Source: php-src ext/standard/array.c
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { objectPropertiesTable } from '../object/object-vars.ts';
import type { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { ownArray } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The value the pointer stands on; false past the end. Owned. */
function shown(array: PhpArray): Zval {
  const v = array.valueAt(array.currentPos());
  return v === undefined ? false : addRef(deref(v));
}

/** Where the pointers of objects stand (their property tables are made anew each time). */
function objectPositions(rt: Executor): WeakMap<PhpObject, number> {
  return rt.moduleState('array-pointer', () => new WeakMap<PhpObject, number>());
}

type Move = (array: PhpArray) => void;
const stay: Move = () => undefined;

/** Moves the pointer of an array or of an object's properties, then answers. */
function onPointer(
  rt: Executor,
  name: string,
  v: Zval,
  ref: PhpReference | null,
  move: Move,
  answer: (array: PhpArray) => Zval,
): Zval {
  if (v instanceof PhpObject) {
    rt.error(E_DEPRECATED, `${name}(): Calling ${name}() on an object is deprecated`);
    const table = objectPropertiesTable(rt, v);
    const positions = objectPositions(rt);
    table.internalPos = positions.get(v) ?? 0;
    move(table);
    positions.set(v, table.internalPos);
    const result = answer(table);
    rt.releaseValue(table);
    return result;
  }
  const array = ref === null ? (v as PhpArray) : ownArray(ref);
  move(array);
  return answer(array);
}

function reader(name: string, doc: string, answer: (array: PhpArray) => Zval, returns: readonly string[]): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.union('array', ['array', 'object'])],
    returns,
    impl: (rt, v) => onPointer(rt, name, v, null, stay, answer),
  });
}

function mover(name: string, doc: string, move: Move): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.ref('array', ['array', 'object'])],
    returns: ['mixed'],
    impl: (rt, ref) => onPointer(rt, name, ref.val, ref, move, shown),
  });
}

function currentKey(array: PhpArray): Zval {
  const pos = array.currentPos();
  return pos < array.used ? array.keyAt(pos) : null;
}

export const arrayPointerFunctions: readonly FunctionDef[] = [
  reader('current', 'The element the pointer stands on, false past the end.', shown, ['mixed']),
  reader('pos', 'The element the pointer stands on (current).', shown, ['mixed']),
  reader('key', 'The key the pointer stands on, null past the end.', currentKey, ['string', 'int', 'null']),
  mover('next', 'Moves the pointer forward and returns the element there.', (a) => a.moveForward()),
  mover('prev', 'Moves the pointer backward and returns the element there.', (a) => a.moveBackward()),
  mover('reset', 'Moves the pointer to the first element and returns it.', (a) => a.moveFirst()),
  mover('end', 'Moves the pointer to the last element and returns it.', (a) => a.moveLast()),
];
