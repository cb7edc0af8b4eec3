import { describe, expect, it } from 'vitest';
import { cString, formatConst, formatG, oplineNumber } from '../../src/bytecode/dump/format.ts';
import { PhpFloat } from '../../src/value/zval.ts';

describe('formatG', () => {
  // printf '%g\n' of bash gave the right column
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1, '1'],
    [-0.5, '-0.5'],
    [1.23456789, '1.23457'],
    [123456, '123456'],
    [1234567, '1.23457e+06'],
    [999999.5, '1e+06'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1e100, '1e+100'],
    [1e-300, '1e-300'],
    [Number.POSITIVE_INFINITY, 'inf'],
    [Number.NEGATIVE_INFINITY, '-inf'],
    [Number.NaN, 'nan'],
  ])('formats %d like C', (x, text) => {
    expect(formatG(x)).toBe(text);
  });
});

describe('formatConst', () => {
  it('words constants as opcache does', () => {
    expect(formatConst(null)).toBe('null');
    expect(formatConst(true)).toBe('bool(true)');
    expect(formatConst(-3)).toBe('int(-3)');
    expect(formatConst(9223372036854775807n)).toBe('int(9223372036854775807)');
    expect(formatConst(new PhpFloat(2.5))).toBe('float(2.5)');
    expect(formatConst('a"b')).toBe('string("a"b")');
  });

  it('ends strings at the first NUL', () => {
    expect(cString('ab\0cd')).toBe('ab');
    expect(formatConst('\0f')).toBe('string("")');
  });

  it('pads opline numbers', () => {
    expect(oplineNumber(7)).toBe('0007');
    expect(oplineNumber(12345)).toBe('12345');
  });
});
