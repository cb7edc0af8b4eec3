import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COROVM_VERSION } from '../../src/cli/version.ts';
import { ROOT } from '../support/repository.ts';

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(COROVM_VERSION).toBe(version);
});
