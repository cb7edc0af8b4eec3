import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as int from '../../src/value/integer.ts';
import { PhpFloat, type PhpInt } from '../../src/value/zval.ts';

/** 64-bit ints, with many near the borders of 32, 53 and 64 bits. */
const anyInt: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: int.PHP_INT_MIN, max: int.PHP_INT_MAX }),
  fc.bigInt({ min: -100n, max: 100n }),
  fc
    .tuple(fc.constantFrom(31n, 32n, 52n, 53n, 54n, 62n, 63n), fc.bigInt({ min: -3n, max: 3n }), fc.boolean())
    .map(([bits, delta, negative]) => BigInt.asIntN(64, (negative ? -1n : 1n) * (1n << bits) + delta)),
);

function exact(r: bigint, a: bigint, b: bigint, op: (x: number, y: number) => number): PhpInt | PhpFloat {
  return int.fitsInt64(r) ? int.normalizeInt(r) : new PhpFloat(op(Number(a), Number(b)));
}

function pairs(check: (a: bigint, b: bigint) => void): void {
  fc.assert(fc.property(anyInt, anyInt, check), { numRuns: 3000 });
}

test('sums, differences and products are exact to 64 bits and overflow to float', () => {
  pairs((a, b) => {
    const [x, y] = [int.normalizeInt(a), int.normalizeInt(b)];
    expect(int.addInt(x, y)).toEqual(exact(a + b, a, b, (p, q) => p + q));
    expect(int.subInt(x, y)).toEqual(exact(a - b, a, b, (p, q) => p - q));
    expect(int.mulInt(x, y)).toEqual(exact(a * b, a, b, (p, q) => p * q));
  });
});

test('bit operators work on 64 bits', () => {
  pairs((a, b) => {
    const [x, y] = [int.normalizeInt(a), int.normalizeInt(b)];
    expect(int.andInt(x, y)).toBe(int.normalizeInt(a & b));
    expect(int.orInt(x, y)).toBe(int.normalizeInt(a | b));
    expect(int.xorInt(x, y)).toBe(int.normalizeInt(a ^ b));
    expect(int.notInt(x)).toBe(int.normalizeInt(~a));
    expect(int.compareInt(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
  });
});

test('shifts drop bits at 64 and keep the sign', () => {
  fc.assert(
    fc.property(anyInt, fc.integer({ min: 0, max: 80 }), (a, n) => {
      const x = int.normalizeInt(a);
      expect(int.shlInt(x, n)).toBe(int.toInt64(a << BigInt(n)));
      expect(int.shrInt(x, n)).toBe(int.normalizeInt(a >> BigInt(n)));
    }),
    { numRuns: 3000 },
  );
});

test('quotients truncate and remainders take the sign of the dividend', () => {
  pairs((a, b) => {
    if (b === 0n) return;
    const [x, y] = [int.normalizeInt(a), int.normalizeInt(b)];
    expect(int.modInt(x, y)).toBe(int.normalizeInt(a % b));
    expect(int.quotientInt(x, y)).toBe(int.fitsInt64(a / b) ? int.normalizeInt(a / b) : null);
  });
});

test('no result is ever -0', () => {
  const results = [
    int.mulInt(0, -5),
    int.modInt(-4, 2),
    int.quotientInt(0, -3),
    int.shlInt(0, 3),
    int.floatToInt(-0.5),
  ];
  for (const r of results) expect(Object.is(r, 0)).toBe(true);
});

test('floats become ints as C casts them: truncated, modulo 2^64', () => {
  expect(int.floatToInt(1.9)).toBe(1);
  expect(int.floatToInt(-1.9)).toBe(-1);
  expect(int.floatToInt(1e19)).toBe(-8446744073709551616n);
  expect(int.floatToInt(Number.NaN)).toBe(0);
  expect(int.floatToInt(Number.POSITIVE_INFINITY)).toBe(0);
  expect(int.floatToIntCap(1e19)).toBe(int.PHP_INT_MAX);
  expect(int.floatToIntCap(-1e19)).toBe(int.PHP_INT_MIN);
});
