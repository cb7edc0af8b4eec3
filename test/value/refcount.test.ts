import { expect, test } from 'vitest';
import { PhpArray } from '../../src/value/php-array.ts';
import type { PhpObject } from '../../src/value/php-object.ts';
import { copyValue, release } from '../../src/value/refcount.ts';
import { addRef, PhpFloat, PhpReference } from '../../src/value/zval.ts';
import { stdObject, TestContext } from '../support/value-testing.ts';

test('the last holder of an array releases its elements, first to last, depth first', () => {
  const ctx = new TestContext();
  const objects = [stdObject([]), stdObject([]), stdObject([]), stdObject([])];
  const [a, b, c, d] = objects as [PhpObject, PhpObject, PhpObject, PhpObject];
  const outer = PhpArray.fromList([a, PhpArray.fromList([b, new PhpReference(PhpArray.fromList([c]))]), 7, 'x', d]);
  addRef(outer);
  release(ctx, outer);
  expect(ctx.freed).toEqual([]);
  release(ctx, outer);
  expect(ctx.freed.map((o) => objects.indexOf(o))).toEqual([0, 1, 2, 3]);
});

test('a structure a million levels deep dies without recursion', () => {
  const ctx = new TestContext();
  const last = stdObject([]);
  let arr = PhpArray.fromList([last]);
  for (let i = 0; i < 1_000_000; i++) arr = PhpArray.fromList([arr]);
  release(ctx, arr);
  expect(ctx.freed).toEqual([last]);
});

test('what stays alive is reported as a possible root of a cycle', () => {
  const roots: unknown[] = [];
  class Collecting extends TestContext {
    override gcPossibleRoot(v?: unknown): void {
      roots.push(v);
    }
  }
  const ctx = new Collecting();
  const arr = new PhpArray();
  const ref = new PhpReference(arr);
  addRef(ref);
  release(ctx, ref);
  expect(roots).toEqual([arr]);
  const text = new PhpReference('s');
  addRef(text);
  release(ctx, text);
  expect(roots.length).toBe(1);
});

test('uncounted values need no release and copies look through references', () => {
  const ctx = new TestContext();
  for (const v of [undefined, null, true, 1, 5n, 'x', new PhpFloat(1.5)]) release(ctx, v);
  const arr = new PhpArray();
  expect(copyValue(new PhpReference(arr))).toBe(arr);
  expect(arr.rc).toBe(2);
});
