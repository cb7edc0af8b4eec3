import { expect, test } from 'vitest';
import { compare, isIdentical, looseEquals } from '../../src/value/compare.ts';
import { toArrayKey, toStr } from '../../src/value/convert.ts';
import { decrement, increment } from '../../src/value/increment.ts';
import { floatForJson, floatForVarExport, floatToString } from '../../src/value/number-format.ts';
import { add, binaryOp, concat, div, pow } from '../../src/value/operators.ts';
import { PhpArray } from '../../src/value/php-array.ts';
import { PhpFloat, PhpReference } from '../../src/value/zval.ts';
import { stdObject, TestContext } from '../support/value-testing.ts';

test('arithmetic overflows to float and reports what is no number', () => {
  const ctx = new TestContext();
  expect(add(ctx, 9223372036854775807n, 1)).toEqual(new PhpFloat(9223372036854775808));
  expect(div(ctx, 6, 3)).toBe(2);
  expect(div(ctx, 7, 2)).toEqual(new PhpFloat(3.5));
  expect(pow(ctx, 7, 22)).toBe(3909821048582988049n);
  expect(add(ctx, '5 apples', 1)).toBe(6);
  expect(ctx.take()).toBe('E2:A non-numeric value encountered');
  expect(add(ctx, new PhpArray(), 1)).toBe(undefined);
  expect(ctx.take()).toBe('TypeError:Unsupported operand types: array + int');
  expect(div(ctx, 1, 0)).toBe(undefined);
  expect(ctx.take()).toBe('DivisionByZeroError:Division by zero');
});

test('references are looked through', () => {
  const ctx = new TestContext();
  expect(add(ctx, new PhpReference(1), new PhpReference(2))).toBe(3);
  expect(concat(ctx, new PhpReference('a'), 1)).toBe('a1');
  expect(isIdentical(ctx, new PhpReference(1), 1)).toBe(true);
});

test('array union keeps the left side and counts what it shares', () => {
  const ctx = new TestContext();
  const inner = new PhpArray();
  const left = PhpArray.fromList([1]);
  const right = PhpArray.fromList([2, inner]);
  const sum = add(ctx, left, right) as PhpArray;
  expect(sum.valueList()).toEqual([1, inner]);
  expect(inner.rc).toBe(2);
  expect(add(ctx, left, left)).toBe(left);
  expect(left.rc).toBe(2);
});

test('comparison under the rules of PHP 8', () => {
  const ctx = new TestContext();
  expect(looseEquals(ctx, 0, 'a')).toBe(false);
  expect(looseEquals(ctx, '1', '01')).toBe(true);
  expect(looseEquals(ctx, null, false)).toBe(true);
  expect(compare(ctx, 'abc', null)).toBe(1);
  expect(compare(ctx, PhpArray.fromList([1]), PhpArray.fromEntries([['a', 1]]))).toBe(1);
  expect(compare(ctx, stdObject([['a', 1]]), stdObject([['a', 2]]))).toBe(-1);
  expect(isIdentical(ctx, new PhpFloat(1), 1)).toBe(false);
  const nan = new PhpFloat(Number.NaN);
  expect(isIdentical(ctx, nan, nan)).toBe(false);
});

test('an array inside itself ends a comparison with the fatal error PHP gives', () => {
  const ctx = new TestContext();
  const self = (): PhpArray => {
    const arr = new PhpArray();
    arr.append(new PhpReference(arr));
    return arr;
  };
  expect(() => compare(ctx, self(), self())).toThrow('Nesting level too deep - recursive dependency?');
});

test('nesting a hundred thousand levels deep compares without recursion', () => {
  const ctx = new TestContext();
  const nest = (core: number): PhpArray => {
    let arr = PhpArray.fromList([core]);
    for (let i = 0; i < 100_000; i++) arr = PhpArray.fromList([arr]);
    return arr;
  };
  expect(compare(ctx, nest(1), nest(2))).toBe(-1);
  expect(isIdentical(ctx, nest(1), nest(1))).toBe(true);
});

test('++ and --', () => {
  const ctx = new TestContext();
  expect([increment(ctx, null), increment(ctx, 'Az'), increment(ctx, 'zZ9'), increment(ctx, true)]).toEqual([
    1,
    'Ba',
    'aaA0',
    true,
  ]);
  expect([decrement(ctx, null), decrement(ctx, ''), decrement(ctx, 'abc'), decrement(ctx, '5')]).toEqual([
    null,
    -1,
    'abc',
    4,
  ]);
  expect(increment(ctx, 9223372036854775807n)).toEqual(new PhpFloat(9223372036854775808));
});

test('floats as text', () => {
  expect(floatToString(0.1 + 0.2, 14)).toBe('0.3');
  expect(floatToString(0.1 + 0.2, 17)).toBe('0.30000000000000004');
  expect(floatToString(1e25, 14)).toBe('1.0E+25');
  expect(floatToString(-0, 14)).toBe('-0');
  expect(floatForVarExport(1, -1)).toBe('1.0');
  expect(floatForJson(1e100, -1, false)).toBe('1.0e+100');
});

test('offsets', () => {
  const ctx = new TestContext();
  expect(toArrayKey(ctx, '12')).toBe(12);
  expect(toArrayKey(ctx, null)).toBe('');
  expect(toArrayKey(ctx, new PhpFloat(1.5))).toBe(1);
  expect(ctx.take()).toBe('E8192:Implicit conversion from float 1.5 to int loses precision');
  expect(toArrayKey(ctx, new PhpArray(), 'isset')).toBe(null);
  expect(ctx.take()).toBe('TypeError:Illegal offset type in isset or empty');
});

test('arrays and objects as strings', () => {
  const ctx = new TestContext();
  expect(toStr(ctx, new PhpArray())).toBe('Array');
  expect(ctx.take()).toBe('E2:Array to string conversion');
  toStr(ctx, stdObject([]));
  expect(ctx.take()).toBe('Error:Object of class stdClass could not be converted to string');
});

test('a number that is no operator is a bug of ours', () => {
  expect(() => binaryOp(new TestContext(), 99, 1, 2)).toThrow('opcode 99 is no operator');
});
