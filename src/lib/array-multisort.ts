/**
 * array_multisort: sorts several arrays by the first, ties by the next.
 * Source: php-src ext/standard/array.c (PHP_FUNCTION(array_multisort))
 */
import type { NativeCode } from '../object/native-code.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import {
  compareLater,
  SORT_ASC,
  SORT_DESC,
  SORT_FLAG_CASE,
  SORT_REGULAR,
  sortLater,
  sortNow,
  textOrder,
  valueOrder,
} from './array-sort-order.ts';
import { renumber } from './array-basic.ts';
import { anyObject, elementTexts, ownArray, rebuild } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';

interface Column {
  readonly array: PhpArray;
  flags: number;
  descending: boolean;
}

const SORT_TYPES: ReadonlySet<number> = new Set([0, 1, 2, 5, 6]);

/** Reads arrays and the flags behind each; null after an error. */
function parseColumns(rt: Executor, args: readonly Zval[]): Column[] | null {
  const columns: Column[] = [];
  let orderAllowed = false;
  let typeAllowed = false;
  for (const [i, held] of args.entries()) {
    const v = held instanceof PhpReference ? held.val : held;
    const current = columns[columns.length - 1];
    if (v instanceof PhpArray) {
      const array = held instanceof PhpReference ? ownArray(held) : v.dup();
      columns.push({ array, flags: SORT_REGULAR, descending: false });
      orderAllowed = true;
      typeAllowed = true;
    } else if (typeof v === 'number') {
      const kind = v & ~SORT_FLAG_CASE;
      const isOrder = kind === SORT_ASC || kind === SORT_DESC;
      if (!isOrder && !SORT_TYPES.has(kind)) return rt.argumentValueError(i + 1, 'must be a valid sort flag');
      if (current === undefined || !(isOrder ? orderAllowed : typeAllowed)) {
        return rt.argumentTypeError(i + 1, 'must be an array or a sort flag that has not already been specified');
      }
      if (isOrder) {
        current.descending = v === SORT_DESC;
        orderAllowed = false;
      } else {
        current.flags = v;
        typeAllowed = false;
      }
    } else return rt.argumentTypeError(i + 1, 'must be an array or a sort flag');
  }
  return columns;
}

function columnOrder(rt: Executor, column: Column): (i: number, j: number) => number {
  const vals = column.array.valueList();
  const byText = textOrder(column.flags);
  const byValue = valueOrder(rt, column.flags);
  const order = (i: number, j: number): number =>
    byText === null ? byValue(vals[i], vals[j]) : byText(toStr(rt, vals[i]), toStr(rt, vals[j]));
  return column.descending ? (i, j) => order(j, i) : order;
}

/** The strings or values to compare of a column whose objects have to run __toString. */
function* columnOrderLater(
  rt: Executor,
  column: Column,
): NativeCode<((i: number, j: number) => NativeCode<number>) | null> {
  const vals = column.array.valueList();
  const byText = textOrder(column.flags);
  const texts = byText === null ? [] : yield* elementTexts(rt, vals);
  if (texts === null) return null;
  return function* (i, j) {
    const [a, b] = column.descending ? [j, i] : [i, j];
    if (byText !== null) return byText(texts[a] as string, texts[b] as string);
    if (column.flags === SORT_REGULAR) return yield* compareLater(rt, vals[a], vals[b]);
    return valueOrder(rt, column.flags)(vals[a], vals[b]);
  };
}

function* multisortLater(rt: Executor, columns: readonly Column[], positions: number[]): NativeCode {
  const orders: ((i: number, j: number) => NativeCode<number>)[] = [];
  for (const column of columns) {
    const order = yield* columnOrderLater(rt, column);
    if (order === null) return null;
    orders.push(order);
  }
  yield* sortLater(positions, function* (i, j) {
    for (const order of orders) {
      const c = yield* order(i, j);
      if (c !== 0) return c;
    }
    return i - j;
  });
  return restructure(columns, positions);
}

/** Puts every array in the new order; int keys are renumbered. */
function restructure(columns: readonly Column[], positions: readonly number[]): true {
  for (const { array } of columns) {
    const keys = array.keyList();
    const vals = array.valueList();
    const done = renumber(positions.map((i) => keys[i] as ArrayKey));
    rebuild(
      array,
      done.keys,
      positions.map((i) => vals[i]),
    );
    array.nextFree = positions.length;
  }
  return true;
}

function multisort(rt: Executor, first: Zval, rest: readonly Zval[]): Zval | NativeCode {
  const columns = parseColumns(rt, [first, ...rest]);
  if (columns === null) return null;
  const size = (columns[0] as Column).array.count;
  if (columns.some((c) => c.array.count !== size)) return rt.throwError('ValueError', 'Array sizes are inconsistent');
  if (size < 1) return true;
  const positions = Array.from({ length: size }, (_, i) => i);
  if (columns.some((c) => anyObject(c.array.valueList()))) return multisortLater(rt, columns, positions);
  const orders = columns.map((c) => columnOrder(rt, c));
  sortNow(positions, (i, j) => {
    for (const order of orders) {
      const c = order(i, j);
      if (c !== 0) return c;
    }
    return i - j;
  });
  return restructure(columns, positions);
}

export const arrayMultisortFunctions: readonly FunctionDef[] = [
  fn({
    name: 'array_multisort',
    doc: 'Sorts several arrays at once.',
    params: [p.preferRef('array'), p.rest(p.preferRef('rest'))],
    returns: ['bool'],
    impl: multisort,
  }),
];
