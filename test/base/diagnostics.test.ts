import { expect, test } from 'vitest';
import { assert, InternalError } from '../../src/base/assert.ts';
import { E_ALL, ERROR_LEVELS, errorLabel } from '../../src/base/diagnostics.ts';

test('the levels are the bits of E_ALL, each once', () => {
  expect(ERROR_LEVELS.reduce((all, row) => all + row.level, 0)).toBe(E_ALL);
  expect(ERROR_LEVELS.map((row) => row.level)).toEqual(ERROR_LEVELS.map((_row, i) => 2 ** i));
});

test('labels are the words PHP prints', () => {
  expect([1, 2, 4, 8, 4096, 16384, 3].map(errorLabel)).toEqual([
    'Fatal error',
    'Warning',
    'Parse error',
    'Notice',
    'Recoverable fatal error',
    'Deprecated',
    'Unknown error',
  ]);
});

test('a broken assertion is an InternalError', () => {
  expect(() => assert(false, 'why')).toThrow(InternalError);
  expect(() => assert(true, 'why')).not.toThrow();
});
