import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeKey } from '../../src/value/array-key.ts';
import { strToFloat, strToInt, toBool, toInt, toStr } from '../../src/value/convert.ts';
import { normalizeInt, PHP_INT_MAX, PHP_INT_MIN } from '../../src/value/integer.ts';
import { floatToString } from '../../src/value/number-format.ts';
import { parseNumeric } from '../../src/value/numeric-string.ts';
import { PhpFloat, type Zval } from '../../src/value/zval.ts';
import { TestContext } from '../support/value-testing.ts';

const int64 = fc.bigInt({ min: PHP_INT_MIN, max: PHP_INT_MAX });
const bytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });
const ctx = new TestContext();

test('an int becomes a string and comes back', () => {
  fc.assert(
    fc.property(int64, (value) => {
      const int = normalizeInt(value);
      expect(toStr(ctx, int)).toBe(String(value));
      expect(strToInt(String(value))).toBe(int);
    }),
    { numRuns: 2000 },
  );
});

test('a float written with 17 digits, or the shortest that suffice, comes back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      for (const precision of [17, -1]) expect(strToFloat(floatToString(value, precision))).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

test('exactly the canonical decimal ints are int keys of arrays', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        bytes,
        int64.map(String),
        int64.map((value) => `0${value}`),
        int64.map((value) => `${value} `),
      ),
      (text) => {
        const canonical = /^(?:0|-?[1-9]\d*)$/.test(text) && BigInt(text) <= PHP_INT_MAX && BigInt(text) >= PHP_INT_MIN;
        const key = normalizeKey(text);
        expect(typeof key !== 'string').toBe(canonical);
        expect(String(key)).toBe(text);
      },
    ),
    { numRuns: 3000 },
  );
});

test('only "" and "0" are false among strings', () => {
  fc.assert(
    fc.property(bytes, (text) => {
      expect(toBool(text)).toBe(text !== '' && text !== '0');
    }),
  );
});

test('blanks around a number leave it numeric, a letter behind it does not', () => {
  fc.assert(
    fc.property(int64, fc.constantFrom('', ' ', '\t', '\n ', '\v\f'), (value, blank) => {
      expect(parseNumeric(`${blank}${value}${blank}`, false)).not.toBeNull();
      expect(parseNumeric(`${value}x`, false)).toBeNull();
      expect(strToInt(`${blank}${value}x`)).toBe(normalizeInt(value));
    }),
  );
});

test('a float without fraction in the range of int becomes that int', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const float: Zval = new PhpFloat(value);
      expect(toInt(ctx, float)).toBe(value === 0 ? 0 : value);
    }),
  );
});
