import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArrayKey, normalizeKey } from '../../src/value/array-key.ts';
import { PhpArray, separateArray } from '../../src/value/php-array.ts';
import { addRef, PhpReference } from '../../src/value/zval.ts';
import { TestContext } from '../support/value-testing.ts';

type Action = { kind: 'set' | 'delete' | 'append' | 'dup'; key: ArrayKey };

const key: fc.Arbitrary<ArrayKey> = fc.oneof(
  fc.integer({ min: -3, max: 20 }),
  fc.integer(),
  fc.string({ maxLength: 3 }).map(normalizeKey),
);
const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom<Action['kind']>('set', 'set', 'set', 'delete', 'delete', 'append', 'dup'),
  key,
});

test('keeps insertion order as a Map does, whatever the form', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const ctx = new TestContext();
      const model = new Map<ArrayKey, number>();
      let arr = new PhpArray();
      actions.forEach(({ kind, key: k }, i) => {
        if (kind === 'set') {
          arr.update(ctx, k, i);
          model.set(k, i);
        } else if (kind === 'delete') {
          expect(arr.delete(ctx, k)).toBe(model.delete(k));
        } else if (kind === 'append') {
          const next = arr.nextIndex();
          expect(arr.append(i)).toBe(true);
          model.set(next, i);
        } else {
          arr = arr.dup();
        }
      });
      expect([...arr.entries()]).toEqual([...model]);
      expect(arr.count).toBe(model.size);
      for (const [k, v] of model) expect(arr.get(k)).toBe(v);
      expect(arr.keyList()).toEqual([...model.keys()]);
      expect(arr.valueList()).toEqual([...model.values()]);
    }),
    { numRuns: 500 },
  );
});

test('integer numerals are int keys, everything else stays a string', () => {
  const cases: [string, ArrayKey][] = [
    ['0', 0],
    ['12', 12],
    ['-7', -7],
    ['-0', '-0'],
    ['007', '007'],
    ['', ''],
    ['-', '-'],
    ['1.5', '1.5'],
    [' 1', ' 1'],
    ['9007199254740993', 9007199254740993n],
    ['9223372036854775807', 9223372036854775807n],
    ['9223372036854775808', '9223372036854775808'],
    ['-9223372036854775808', -9223372036854775808n],
    ['-9223372036854775809', '-9223372036854775809'],
  ];
  for (const [s, k] of cases) expect(normalizeKey(s)).toBe(k);
});

test('append fails when PHP_INT_MAX is taken', () => {
  const arr = PhpArray.fromEntries([[9223372036854775807n, 'x']]);
  expect(arr.append('y')).toBe(false);
  expect(arr.count).toBe(1);
});

test('a first negative key counts on from itself, except in a copy of the shared empty array', () => {
  expect(PhpArray.fromEntries([[-5, 1]]).nextIndex()).toBe(-4);
  const fromEmpty = PhpArray.empty();
  fromEmpty.set(-5, 1);
  expect(fromEmpty.nextIndex()).toBe(0);
});

test('dup counts shared elements and unwraps references that nobody else holds', () => {
  const inner = new PhpArray();
  const shared = new PhpReference(1);
  addRef(shared);
  const arr = PhpArray.fromList([inner, new PhpReference(2), shared]);
  const copy = arr.dup();
  expect(inner.rc).toBe(2);
  expect(copy.getInt(1)).toBe(2);
  expect(copy.getInt(2)).toBe(shared);
  expect(shared.rc).toBe(3);
});

test('separateArray copies only what is shared', () => {
  const arr = PhpArray.fromList([1]);
  expect(separateArray(arr)).toBe(arr);
  addRef(arr);
  const own = separateArray(arr);
  expect(own).not.toBe(arr);
  expect([arr.rc, own.rc]).toEqual([1, 1]);
});

test('an iterator on a deleted element moves to the next one', () => {
  const ctx = new TestContext();
  const arr = PhpArray.fromEntries([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  const it = arr.iteratorAdd(1);
  arr.delete(ctx, 'b');
  expect(arr.keyAt(arr.iteratorPos(it))).toBe('c');
  arr.iteratorDel(it);
  expect(arr.iterators).toBe(null);
});

test('the internal pointer walks both ways and falls off at both ends', () => {
  const arr = PhpArray.fromList(['x', 'y']);
  arr.moveForward();
  expect(arr.valueAt(arr.currentPos())).toBe('y');
  arr.moveBackward();
  expect(arr.valueAt(arr.currentPos())).toBe('x');
  arr.moveBackward();
  expect(arr.valueAt(arr.currentPos())).toBe(undefined);
  arr.moveLast();
  expect(arr.valueAt(arr.currentPos())).toBe('y');
});
