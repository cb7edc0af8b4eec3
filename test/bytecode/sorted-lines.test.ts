import { expect, test } from 'vitest';
import { INTERNAL_CONSTANTS } from '../../src/bytecode/internal-constants.generated.ts';
import { internalConstant, internalConstants } from '../../src/bytecode/internal-constants.ts';
import { allLines, lineOf } from '../../src/bytecode/sorted-lines.ts';
import { INTERNAL_FUNCTIONS } from '../../src/compiler/internal-functions.generated.ts';

test('every line of the generated tables is found, and nothing else', () => {
  for (const table of [INTERNAL_CONSTANTS, INTERNAL_FUNCTIONS]) {
    const keys = [...allLines(table)].map(([key]) => key);
    expect(keys).toEqual([...keys].sort());
    for (const [key, rest] of allLines(table)) {
      expect(lineOf(table, key)).toBe(rest);
    }
    for (const other of ['', ' ', '\n', '!', '~', 'no such name']) expect(lineOf(table, other)).toBeNull();
  }
});

test('constants are read back as they were written', () => {
  expect(internalConstant('PHP_EOL')).toBe('\n');
  expect(internalConstant('PHP_INT_MAX')).toBe(9223372036854775807n);
  expect(internalConstant('DATE_ATOM')).toBe('Y-m-d\\TH:i:sP');
  expect(internalConstant('E_ALL')).toBe(32767);
  expect(internalConstant('M_PI')).toEqual(new Map(internalConstants()).get('M_PI'));
  expect(internalConstant('NO_SUCH_CONSTANT')).toBeUndefined();
});
