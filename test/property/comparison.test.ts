import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, isIdentical, looseEquals } from '../../src/value/compare.ts';
import { normalizeInt, PHP_INT_MAX, PHP_INT_MIN } from '../../src/value/integer.ts';
import { PhpArray } from '../../src/value/php-array.ts';
import { PhpFloat, type Zval } from '../../src/value/zval.ts';
import { TestContext } from '../support/value-testing.ts';

const ctx = new TestContext();

const scalar: fc.Arbitrary<Zval> = fc.oneof(
  fc.constantFrom<Zval>(null, true, false, '', '0', 'abc', '1e3', ' 1', '1 '),
  fc.bigInt({ min: PHP_INT_MIN, max: PHP_INT_MAX }).map((value): Zval => normalizeInt(value)),
  fc.integer({ min: -3, max: 3 }).map((value): Zval => (value === 0 ? 0 : value)),
  fc.double({ noNaN: true }).map((value): Zval => new PhpFloat(value)),
  fc.integer({ min: -20, max: 20 }).map((value): Zval => String(value / 4)),
  fc.string({ maxLength: 4 }).map((text): Zval => text.replace(/[^\x20-\x7e]/g, '?')),
);

const value: fc.Arbitrary<Zval> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }).map((list): Zval => PhpArray.fromList(list)),
);

const RUNS = { numRuns: 3000 };

test('whatever is identical is equal', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      if (isIdentical(ctx, a, b)) expect(looseEquals(ctx, a, b)).toBe(true);
    }),
    RUNS,
  );
});

test('== is symmetric, and is <=> being 0', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(looseEquals(ctx, a, b)).toBe(looseEquals(ctx, b, a));
      expect(looseEquals(ctx, a, b)).toBe(compare(ctx, a, b) === 0);
    }),
    RUNS,
  );
});

test('scalars compare the other way round with the other sign', () => {
  fc.assert(
    fc.property(scalar, scalar, (a, b) => {
      expect(Math.sign(compare(ctx, a, b)) + Math.sign(compare(ctx, b, a))).toBe(0);
    }),
    RUNS,
  );
});

test('ints are ordered as integers are', () => {
  const int = fc.bigInt({ min: PHP_INT_MIN, max: PHP_INT_MAX });
  fc.assert(
    fc.property(int, int, (a, b) => {
      expect(Math.sign(compare(ctx, normalizeInt(a), normalizeInt(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
    RUNS,
  );
});
