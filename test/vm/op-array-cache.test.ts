import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dumpUnits } from '../../src/bytecode/dump/units.ts';
import { formatDump } from '../../src/bytecode/dump/dump.ts';
import { decodeOpArray, encodeOpArray } from '../../src/bytecode/op-array-codec.ts';
import { createCachingCompiler } from '../../src/caching-compiler.ts';
import { compileFile } from '../../src/compiler/compile-file.ts';
import type { CompileOutcome } from '../../src/vm/ports.ts';

const programs = join(import.meta.dirname, '../../programs');
const files = readdirSync(programs).filter((name) => name.endsWith('.php'));

it.each(files)('%s: an op_array survives the cache', (name) => {
  const { main } = compileFile(readFileSync(join(programs, name), 'latin1'), `/${name}`, {});
  if (main === null) throw new Error('does not compile');
  const copy = decodeOpArray(encodeOpArray(main));
  expect(copy).not.toBeNull();
  if (copy !== null) expect(formatDump(dumpUnits(copy))).toBe(formatDump(dumpUnits(main)));
});

it('keeps the literals of oplines shared, and values exact', () => {
  const source = '<?php const A = [1, -0.0, 9007199254740993, "\\xff", [2 => 1]]; $x = A["1"] ?? [1, 2, 3];';
  const { main } = compileFile(source, '/x.php', {});
  if (main === null) throw new Error('does not compile');
  const copy = decodeOpArray(encodeOpArray(main));
  expect(copy?.literals).toEqual(main.literals);
  for (const [i, op] of main.opcodes.entries()) {
    const again = copy?.opcodes[i];
    if (op.op2Type === 1) expect(again?.op2Lit).toBe(copy?.literals[op.op2]);
  }
});

it('a damaged text is no hit', () => {
  expect(decodeOpArray('[["o"')).toBeNull();
  expect(decodeOpArray('[]')).toBeNull();
});

it('compiles once for the same source, file name and settings', () => {
  const kept = new Map<string, string>();
  let compiled = 0;
  const inner = {
    compileFile: (source: string, fileName: string): CompileOutcome => {
      compiled++;
      return compileFile(source, fileName, {});
    },
    compileString: (): CompileOutcome => ({ main: null, diagnostics: [], failure: null }),
    tokenize: () => ({ tokens: [], diagnostics: [], failure: null }),
  };
  const store = {
    load: (parts: readonly string[]): string | null => kept.get(parts.join('\0')) ?? null,
    store: (parts: readonly string[], text: string): void => void kept.set(parts.join('\0'), text),
  };
  const compiler = createCachingCompiler(inner, store, ['1']);
  compiler.compileFile('<?php echo 1;', '/a.php');
  expect(compiler.compileFile('<?php echo 1;', '/a.php').main?.fileName).toBe('/a.php');
  expect(compiled).toBe(1);
  compiler.compileFile('<?php echo 1;', '/b.php');
  compiler.compileFile('<?php echo 2;', '/a.php');
  compiler.compileFile('<?php echo (;', '/a.php');
  compiler.compileFile('<?php echo (;', '/a.php');
  expect(compiled).toBe(5);
});
