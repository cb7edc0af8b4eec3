import { describe, expect, it } from 'vitest';
import type { PhpType } from '../../src/bytecode/op-array.ts';
import { typeToString } from '../../src/bytecode/type-to-string.ts';
import {
  MAY_BE_BOOL,
  MAY_BE_DOUBLE,
  MAY_BE_FALSE,
  MAY_BE_LONG,
  MAY_BE_NULL,
  MAY_BE_STRING,
  MAY_BE_TRUE,
} from '../../src/bytecode/type-flags.ts';
import { NEEDS_SLOW } from '../../src/object/native-code.ts';
import { TYPE_MISMATCH, verifyType } from '../../src/object/types.ts';
import { PhpFloat, type Zval } from '../../src/value/zval.ts';
import { FakeRuntime } from './fake-runtime.ts';

const type = (mask: number): PhpType => ({ mask, classes: [] });
const f = (value: number): PhpFloat => new PhpFloat(value);

/** Checks one value in weak mode: the result, 'no', or the result with the deprecation behind it. */
function weak(mask: number, value: Zval): unknown {
  const rt = new FakeRuntime();
  const result = verifyType(rt, type(mask), value, null, null, false);
  if (result === TYPE_MISMATCH) return 'no';
  if (result === NEEDS_SLOW) return 'slow';
  return rt.messages.length > 0 ? [result, ...rt.messages] : result;
}

// what php 8.2 answers for the same parameters
describe('weak coercion', () => {
  const cases: readonly (readonly [mask: number, value: Zval, expected: unknown])[] = [
    [MAY_BE_LONG, f(1.5), [1, 'Implicit conversion from float 1.5 to int loses precision']],
    [MAY_BE_LONG, '1.5', [1, 'Implicit conversion from float-string "1.5" to int loses precision']],
    [MAY_BE_LONG, '12abc', 'no'],
    [MAY_BE_LONG, ' 12', 12],
    [MAY_BE_LONG, '12 ', 12],
    [MAY_BE_LONG, '1e3', 1000],
    [MAY_BE_LONG, '1e400', 'no'],
    [MAY_BE_LONG, null, 'no'],
    [MAY_BE_LONG, true, 1],
    [MAY_BE_LONG, f(Number.NaN), 'no'],
    [MAY_BE_LONG, f(1e20), 'no'],
    [MAY_BE_DOUBLE, '1e400', f(Infinity)],
    [MAY_BE_DOUBLE, 3, f(3)],
    [MAY_BE_STRING, f(1e20), '1.0E+20'],
    [MAY_BE_BOOL, '', false],
    [MAY_BE_LONG | MAY_BE_STRING, '42.0', '42.0'],
    [MAY_BE_LONG | MAY_BE_STRING, f(1e20), '1.0E+20'],
    [MAY_BE_LONG | MAY_BE_DOUBLE, '1e3', f(1000)],
    [MAY_BE_LONG | MAY_BE_DOUBLE, ' 12', 12],
    [MAY_BE_LONG | MAY_BE_BOOL, 'abc', true],
    [MAY_BE_LONG | MAY_BE_FALSE, 'abc', 'no'],
    [MAY_BE_TRUE, 1, 'no'],
    [MAY_BE_STRING | MAY_BE_BOOL, f(42), '42'],
    [MAY_BE_LONG | MAY_BE_NULL, null, null],
  ];
  it.each(cases)('%s %s', (mask, value, expected) => {
    expect(weak(mask, value)).toEqual(expected);
  });
});

describe('strict mode', () => {
  it('lets an int pass for a float only', () => {
    const rt = new FakeRuntime();
    expect(verifyType(rt, type(MAY_BE_DOUBLE), 3, null, null, true)).toEqual(f(3));
    expect(verifyType(rt, type(MAY_BE_LONG), '3', null, null, true)).toBe(TYPE_MISMATCH);
    expect(verifyType(rt, type(MAY_BE_STRING), 3, null, null, true)).toBe(TYPE_MISMATCH);
  });
});

describe('class types', () => {
  it('knows parents, interfaces, intersections', () => {
    const rt = new FakeRuntime();
    const error = rt.objects.create(rt.classOf('TypeError'));
    const check = (classes: PhpType['classes']): boolean =>
      verifyType(rt, { mask: 0, classes }, error, null, null, true) === error;
    expect(check(['Error'])).toBe(true);
    expect(check(['Exception', 'Throwable'])).toBe(true);
    expect(check([['Error', 'Stringable']])).toBe(true);
    expect(check([['Error', 'Countable']])).toBe(false);
    expect(check(['Nowhere'])).toBe(false);
    expect(typeToString({ mask: MAY_BE_NULL, classes: [['A', 'B'], 'C'] })).toBe('(A&B)|C|null');
  });
});
