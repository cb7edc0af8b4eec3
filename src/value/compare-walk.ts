/**
 * Comparing arrays and objects element by element, on an explicit stack: a structure may be as deep as memory allows.
 * Source: php-src Zend/zend_hash.c (zend_hash_compare), Zend/zend_object_handlers.c (zend_std_compare_objects)
 */
import { expandTraces } from './compact-trace.ts';
import type { ValueContext } from './context.ts';
import { compareInt } from './integer.ts';
import { PhpArray } from './php-array.ts';
import { OBJ_PROTECTED, PhpObject } from './php-object.ts';
import { PhpIndirect, PhpReference, type Zval } from './zval.ts';

/** What a comparison answers for values that have no order (ZEND_UNCOMPARABLE). */
export const UNCOMPARABLE = 1;
const TOO_DEEP = 'Nesting level too deep - recursive dependency?';

/** One pair of containers being compared, and how far it has come. */
interface Walk {
  readonly a: PhpArray | PhpObject;
  readonly b: PhpArray | PhpObject;
  pos: number;
  /** Of an object: its dynamic properties come after the declared ones. */
  inDynamic: boolean;
}

/** The values behind references and INDIRECT. */
function plain(v: Zval): Zval {
  const inner = v instanceof PhpIndirect ? v.slots[v.index] : v;
  return inner instanceof PhpReference ? inner.val : inner;
}

function protect(ctx: ValueContext, v: PhpArray | PhpObject): void {
  if (v instanceof PhpArray) {
    if (v.guarded) ctx.fatalError(TOO_DEEP);
    v.guarded = true;
  } else {
    if ((v.flags & OBJ_PROTECTED) !== 0) ctx.fatalError(TOO_DEEP);
    v.flags |= OBJ_PROTECTED;
  }
}

function unprotect(v: PhpArray | PhpObject): void {
  if (v instanceof PhpArray) v.guarded = false;
  else v.flags &= ~OBJ_PROTECTED;
}

function countProperties(obj: PhpObject): number {
  let n = obj.dyn === null ? 0 : obj.dyn.count;
  for (const v of obj.props) if (v !== undefined) n++;
  return n;
}

/** What can be told of two containers without looking inside; null when their elements decide. */
function compareOutside(a: PhpArray | PhpObject, b: PhpArray | PhpObject): number | null {
  if (a === b) return 0;
  if (a instanceof PhpArray && b instanceof PhpArray) {
    return a.count === b.count ? null : a.count > b.count ? 1 : -1;
  }
  if (!(a instanceof PhpObject && b instanceof PhpObject) || a.ce !== b.ce) return UNCOMPARABLE;
  expandTraces(a);
  expandTraces(b);
  if (a.dyn === null && b.dyn === null) return null;
  const order = compareInt(countProperties(a), countProperties(b));
  return order === 0 ? null : order;
}

/** The next pair of elements as [x, y]: x undefined at the end; y undefined when b lacks the key. */
function nextPair(walk: Walk, out: [Zval, Zval]): void {
  if (walk.a instanceof PhpObject && !walk.inDynamic) {
    const { props } = walk.a;
    const others = (walk.b as PhpObject).props;
    while (walk.pos < props.length) {
      const p = walk.pos++;
      if (props[p] === undefined && others[p] === undefined) continue;
      // initialized on one side only: any pair that cannot be equal will do
      out[0] = props[p] === undefined ? true : plain(props[p]);
      out[1] = props[p] === undefined ? undefined : plain(others[p]);
      return;
    }
    walk.inDynamic = true;
    walk.pos = 0;
  }
  const table = walk.a instanceof PhpArray ? walk.a : walk.a.dyn;
  const other = walk.b instanceof PhpArray ? walk.b : walk.b.dyn;
  out[0] = undefined;
  if (table === null) return;
  while (walk.pos < table.vals.length) {
    const p = walk.pos++;
    const x = plain(table.vals[p]);
    if (x === undefined) continue;
    out[0] = x;
    out[1] = other === null ? undefined : plain(other.get(table.keyAt(p)));
    return;
  }
}

/**
 * Compares two arrays (zend_compare_arrays) or two objects of standard behaviour: -1, 0, 1.
 * Elements that are no containers go to `leaf`; objects are offered to `ctx.compareObjects` first.
 */
export function compareContainers(
  ctx: ValueContext,
  first: PhpArray | PhpObject,
  second: PhpArray | PhpObject,
  leaf: (ctx: ValueContext, x: Zval, y: Zval) => number,
): number {
  const outside = compareOutside(first, second);
  if (outside !== null) return outside;
  const stack: Walk[] = [{ a: first, b: second, pos: 0, inDynamic: false }];
  const pair: [Zval, Zval] = [undefined, undefined];
  protect(ctx, first);
  let result = 0;
  while (result === 0) {
    const walk = stack[stack.length - 1];
    if (walk === undefined) return 0;
    nextPair(walk, pair);
    const [x, y] = pair;
    if (x === undefined) {
      unprotect(walk.a);
      stack.pop();
    } else if (y === undefined) {
      result = UNCOMPARABLE;
    } else if ((x instanceof PhpArray && y instanceof PhpArray) || (x instanceof PhpObject && y instanceof PhpObject)) {
      const own = x instanceof PhpObject && x !== y ? ctx.compareObjects?.(x, y) : undefined;
      const known = own ?? compareOutside(x, y);
      if (known === null) {
        protect(ctx, x);
        stack.push({ a: x, b: y, pos: 0, inDynamic: false });
      } else result = known;
    } else result = leaf(ctx, x, y);
  }
  for (const walk of stack) unprotect(walk.a);
  return result;
}

/** === of two arrays: same keys in the same order with identical values; `leaf` tells for values that are not both arrays. */
export function identicalArrays(
  ctx: ValueContext,
  first: PhpArray,
  second: PhpArray,
  leaf: (ctx: ValueContext, x: Zval, y: Zval) => boolean,
): boolean {
  if (first === second) return true;
  if (first.count !== second.count) return false;
  const stack: { a: PhpArray; b: PhpArray; p: number; q: number }[] = [{ a: first, b: second, p: -1, q: -1 }];
  protect(ctx, first);
  let same = true;
  while (same) {
    const top = stack[stack.length - 1];
    if (top === undefined) return true;
    const { a, b } = top;
    top.p = a.nextPos(top.p);
    top.q = b.nextPos(top.q);
    if (top.p >= a.used) {
      unprotect(a);
      stack.pop();
      continue;
    }
    const x = plain(a.vals[top.p]);
    const y = plain(b.vals[top.q]);
    if (a.keyAt(top.p) !== b.keyAt(top.q)) same = false;
    else if (x instanceof PhpArray && y instanceof PhpArray) {
      if (x === y) continue;
      same = x.count === y.count;
      if (same) {
        protect(ctx, x);
        stack.push({ a: x, b: y, p: -1, q: -1 });
      }
    } else same = leaf(ctx, x, y);
  }
  for (const walk of stack) unprotect(walk.a);
  return false;
}
