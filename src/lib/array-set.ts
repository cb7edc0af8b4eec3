/**
 * Differences and intersections of arrays, by value, key or both, with PHP's comparison or callbacks.
 *
 * Functions with a callback sort the arrays first and walk them side by side, as PHP does: the callback sees the same
 * pairs in the same order.
 * Source: php-src ext/standard/array.c (php_array_diff, php_array_intersect, php_array_*_key)
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { toStr, typeName } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { sortLater } from './array-sort-order.ts';
import { anyObject, copyElement, elementTexts } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { userOrder } from './user-sort.ts';

interface Bucket {
  readonly key: ArrayKey;
  readonly val: Zval;
}
type BucketOrder = (a: Bucket, b: Bucket) => NativeCode<number>;

function buckets(array: PhpArray): Bucket[] {
  const out: Bucket[] = [];
  array.forEach((val, key) => out.push({ key, val }));
  return out;
}

/** string_compare_function of two values. */
function* textual(rt: Executor, a: Zval, b: Zval): NativeCode<number> {
  const texts = yield* elementTexts(rt, [a, b]);
  if (texts === null) return 1;
  const [x, y] = texts as [string, string];
  return x === y ? 0 : x < y ? -1 : 1;
}

interface Plan {
  readonly keep: 'common' | 'missing';
  readonly by: 'value' | 'key' | 'both';
  /** Callbacks at the end of the arguments, in order. */
  readonly callbacks: readonly ('value' | 'key')[];
}

interface Orders {
  readonly value: BucketOrder;
  readonly key: BucketOrder;
}

/** Takes the callbacks off the arguments; null after an error. */
function* takeOrders(rt: Executor, name: string, args: Zval[], plan: Plan): NativeCode<Orders | null> {
  const least = plan.callbacks.length + 1;
  if (args.length < least) {
    return rt.throwError('ArgumentCountError', `${name}() expects at least ${least} arguments, ${args.length} given`);
  }
  const asked = new Map<string, BucketOrder>();
  const first = args.length - plan.callbacks.length;
  const values = args.splice(first);
  for (const [i, what] of plan.callbacks.entries()) {
    const v = values[i];
    yield* rt.autoloadCallable(v);
    const why = { message: '' };
    const callable: Callable | null = rt.resolveCallable(v, why);
    if (callable === null) return rt.argumentTypeError(first + i + 1, `must be a valid callback, ${why.message}`);
    const order = userOrder(rt, callable, name);
    asked.set(what, what === 'value' ? (a, b) => order(a.val, b.val) : (a, b) => order(a.key, b.key));
  }
  return {
    value: asked.get('value') ?? ((a, b) => textual(rt, a.val, b.val)),
    key: asked.get('key') ?? ((a, b) => textual(rt, a.key, b.key)),
  };
}

function checkArrays(rt: Executor, args: readonly Zval[]): args is PhpArray[] {
  for (const [i, v] of args.entries()) {
    if (v instanceof PhpArray) continue;
    rt.argumentTypeError(i + 1, `must be of type array, ${typeName(v)} given`);
    return false;
  }
  return true;
}

/** php_array_intersect, php_array_diff with a callback for keys, or for values alone. */
function* bySorting(rt: Executor, name: string, args: Zval[], plan: Plan): NativeCode {
  const orders = yield* takeOrders(rt, name, args, plan);
  if (orders === null || !checkArrays(rt, args)) return null;
  const order = plan.by === 'value' ? orders.value : orders.key;
  const lists = args.map(buckets);
  for (const list of lists) yield* sortLater(list, order);
  const gone = plan.keep === 'common' ? walkCommon(lists, plan, orders) : walkMissing(lists, plan, orders);
  const out = (args[0] as PhpArray).dup();
  for (const key of yield* gone) out.delete(rt, key);
  return out;
}

/** The keys of the first list whose elements are not in all others. */
function* walkCommon(lists: readonly Bucket[][], plan: Plan, orders: Orders): NativeCode<ArrayKey[]> {
  const gone: ArrayKey[] = [];
  const first = lists[0] as Bucket[];
  const at = lists.map(() => 0);
  const byValue = plan.by === 'value';
  const order = byValue ? orders.value : orders.key;
  let i = 0;
  while (i < first.length) {
    let c = 0;
    let where = 1;
    for (; where < lists.length; where++) {
      const list = lists[where] as Bucket[];
      let k = at[where] as number;
      while (k < list.length && (c = yield* order(first[i] as Bucket, list[k] as Bucket)) > 0) k++;
      if (plan.by === 'both' && c === 0 && k < list.length) {
        if ((yield* orders.value(first[i] as Bucket, list[k] as Bucket)) !== 0) c = 1;
      }
      at[where] = k;
      if (k >= list.length) {
        for (; i < first.length; i++) gone.push((first[i] as Bucket).key);
        return gone;
      }
      if (c !== 0) break;
      at[where] = k + 1;
    }
    if (c !== 0) {
      const list = lists[where] as Bucket[];
      for (;;) {
        gone.push((first[i] as Bucket).key);
        if (++i >= first.length) return gone;
        if (!byValue || (yield* order(first[i] as Bucket, list[at[where] as number] as Bucket)) >= 0) break;
      }
    } else {
      for (;;) {
        if (++i >= first.length) return gone;
        if (!byValue || (yield* order(first[i - 1] as Bucket, first[i] as Bucket)) !== 0) break;
      }
    }
  }
  return gone;
}

/** The keys of the first list whose elements are in some other. */
function* walkMissing(lists: readonly Bucket[][], plan: Plan, orders: Orders): NativeCode<ArrayKey[]> {
  const gone: ArrayKey[] = [];
  const first = lists[0] as Bucket[];
  const at = lists.map(() => 0);
  let i = 0;
  while (i < first.length) {
    const here = first[i] as Bucket;
    let found = false;
    for (let where = 1; where < lists.length && !found; where++) {
      const list = lists[where] as Bucket[];
      if (plan.by !== 'value') found = yield* hasKeyed(here, list, plan, orders);
      else {
        let k = at[where] as number;
        let c = 1;
        while (k < list.length && (c = yield* orders.value(here, list[k] as Bucket)) > 0) k++;
        found = c === 0;
        at[where] = found && k < list.length ? k + 1 : k;
      }
    }
    for (;;) {
      if (found) gone.push((first[i] as Bucket).key);
      if (++i >= first.length) return gone;
      if (plan.by !== 'value' || (yield* orders.value(first[i - 1] as Bucket, first[i] as Bucket)) !== 0) break;
    }
  }
  return gone;
}

function* hasKeyed(here: Bucket, list: readonly Bucket[], plan: Plan, orders: Orders): NativeCode<boolean> {
  for (const other of list) {
    if ((yield* orders.key(here, other)) !== 0) continue;
    return plan.by === 'key' || (yield* orders.value(here, other)) === 0;
  }
  return false;
}

/** php_array_diff_key, php_array_intersect_key: keys are looked up. */
function* byLookup(rt: Executor, name: string, args: Zval[], plan: Plan): NativeCode {
  const orders = yield* takeOrders(rt, name, args, plan);
  if (orders === null || !checkArrays(rt, args)) return null;
  const out = new PhpArray();
  for (const here of buckets(args[0] as PhpArray)) {
    let all = true;
    let any = false;
    for (const other of args.slice(1)) {
      const val = other.get(here.key);
      const same =
        val !== undefined && (plan.by === 'key' || (yield* orders.value(here, { key: here.key, val })) === 0);
      any ||= same;
      all &&= same;
      if (plan.keep === 'common' ? !all : any) break;
    }
    if (plan.keep === 'common' ? all : !any) out.set(here.key, copyElement(here.val));
  }
  return out;
}

/** array_diff and array_intersect: values as texts, found by hashing. */
function byText(rt: Executor, args: PhpArray[], common: boolean): Zval | NativeCode {
  const lists = args.map((a) => a.valueList());
  const finish = (texts: string[][]): PhpArray => {
    const others = texts.slice(1).map((t) => new Set(t));
    const out = (args[0] as PhpArray).dup();
    (args[0] as PhpArray).keyList().forEach((key, i) => {
      const text = texts[0]?.[i] as string;
      const stays = common ? others.every((o) => o.has(text)) : !others.some((o) => o.has(text));
      if (!stays) out.delete(rt, key);
    });
    return out;
  };
  if (!lists.some(anyObject)) return finish(lists.map((l) => l.map((v) => toStr(rt, v))));
  return (function* () {
    const texts: string[][] = [];
    for (const list of lists) {
      const t = yield* elementTexts(rt, list);
      if (t === null) return null;
      texts.push(t);
    }
    return finish(texts);
  })();
}

const PLANS: Readonly<Record<string, Plan & { readonly sorted: boolean; readonly doc: string }>> = {
  array_diff_key: {
    keep: 'missing',
    by: 'key',
    callbacks: [],
    sorted: false,
    doc: 'Elements whose key is in no other array.',
  },
  array_diff_ukey: {
    keep: 'missing',
    by: 'key',
    callbacks: ['key'],
    sorted: true,
    doc: 'Elements whose key is in no other array; a callback compares keys.',
  },
  array_diff_assoc: {
    keep: 'missing',
    by: 'both',
    callbacks: [],
    sorted: false,
    doc: 'Elements whose key and value are in no other array.',
  },
  array_diff_uassoc: {
    keep: 'missing',
    by: 'both',
    callbacks: ['key'],
    sorted: true,
    doc: 'Elements whose key and value are in no other array; a callback compares keys.',
  },
  array_udiff: {
    keep: 'missing',
    by: 'value',
    callbacks: ['value'],
    sorted: true,
    doc: 'Values that are in no other array; a callback compares.',
  },
  array_udiff_assoc: {
    keep: 'missing',
    by: 'both',
    callbacks: ['value'],
    sorted: false,
    doc: 'Elements whose key and value are in no other array; a callback compares values.',
  },
  array_udiff_uassoc: {
    keep: 'missing',
    by: 'both',
    callbacks: ['value', 'key'],
    sorted: true,
    doc: 'Elements whose key and value are in no other array; callbacks compare both.',
  },
  array_intersect_key: {
    keep: 'common',
    by: 'key',
    callbacks: [],
    sorted: false,
    doc: 'Elements whose key is in all other arrays.',
  },
  array_intersect_ukey: {
    keep: 'common',
    by: 'key',
    callbacks: ['key'],
    sorted: true,
    doc: 'Elements whose key is in all other arrays; a callback compares keys.',
  },
  array_intersect_assoc: {
    keep: 'common',
    by: 'both',
    callbacks: [],
    sorted: false,
    doc: 'Elements whose key and value are in all other arrays.',
  },
  array_intersect_uassoc: {
    keep: 'common',
    by: 'both',
    callbacks: ['key'],
    sorted: true,
    doc: 'Elements whose key and value are in all other arrays; a callback compares keys.',
  },
  array_uintersect: {
    keep: 'common',
    by: 'value',
    callbacks: ['value'],
    sorted: true,
    doc: 'Values that are in all other arrays; a callback compares.',
  },
  array_uintersect_assoc: {
    keep: 'common',
    by: 'both',
    callbacks: ['value'],
    sorted: false,
    doc: 'Elements whose key and value are in all other arrays; a callback compares values.',
  },
  array_uintersect_uassoc: {
    keep: 'common',
    by: 'both',
    callbacks: ['value', 'key'],
    sorted: true,
    doc: 'Elements whose key and value are in all other arrays; callbacks compare both.',
  },
};

export const arraySetFunctions: readonly FunctionDef[] = [
  fn({
    name: 'array_diff',
    doc: 'Values of an array that are in no other.',
    params: [p.array('array'), p.rest(p.array('arrays'))],
    returns: ['array'],
    impl: (rt, array, others) => byText(rt, [array, ...others], false),
  }),
  fn({
    name: 'array_intersect',
    doc: 'Values of an array that are in all others.',
    params: [p.array('array'), p.rest(p.array('arrays'))],
    returns: ['array'],
    impl: (rt, array, others) => byText(rt, [array, ...others], true),
  }),
  ...Object.entries(PLANS).map(([name, plan]) =>
    fn({
      name,
      doc: plan.doc,
      params:
        plan.callbacks.length > 0
          ? [p.array('array'), p.rest(p.mixed('rest'))]
          : [p.array('array'), p.rest(p.array('arrays') as never)],
      returns: ['array'],
      impl: (rt: Executor, array: PhpArray, others: unknown[]) =>
        (plan.sorted ? bySorting : byLookup)(rt, name, [array, ...(others as Zval[])], plan),
    }),
  ),
];
