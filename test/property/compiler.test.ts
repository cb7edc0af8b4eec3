import { expect, test } from 'vitest';
import { dumpUnits } from '../../src/bytecode/dump/units.ts';
import { verifyOpArray } from '../../src/bytecode/verifier.ts';
import { compileFile } from '../../src/compiler/compile-file.ts';
import { SourceParser } from '../../src/compiler/parse/parse-file.ts';
import { generatedPrograms } from '../support/generated-php.ts';

const SEED = 20261121;

test(`generated programs compile to sound op_arrays or fail as PHP does (seed ${SEED})`, () => {
  const parser = new SourceParser();
  let compiled = 0;
  for (const source of generatedPrograms(SEED, 600)) {
    const { main, failure } = compileFile(source, '/generated.php', { parser });
    if (main === null) {
      expect(failure?.line, source).toBeGreaterThan(0);
      continue;
    }
    compiled++;
    for (const { opArray } of dumpUnits(main)) expect(verifyOpArray(opArray), source).toEqual([]);
  }
  expect(compiled).toBeGreaterThan(200);
});
