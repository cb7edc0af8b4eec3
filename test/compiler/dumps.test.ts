import { expect, test } from 'vitest';
import { formatDump } from '../../src/bytecode/dump/dump.ts';
import { dumpUnits } from '../../src/bytecode/dump/units.ts';
import { compileFile } from '../../src/compiler/compile-file.ts';
import { dumpCases } from '../support/compile-fixtures.ts';

test.each(dumpCases().map((one) => [one.name, one] as const))('opcodes of %s are those of php', (_name, one) => {
  const { main, failure } = compileFile(one.source, one.path, { assertions: 1 });
  expect(failure).toBeNull();
  if (main === null) return;
  expect(formatDump(dumpUnits(main)).trim()).toBe(one.dump.trim());
});
