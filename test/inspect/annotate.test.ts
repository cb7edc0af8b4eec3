import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine, createVirtualTimeHost } from '../../src/index.ts';
import { capturingHost } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const FOLDER = join(ROOT, 'test/goldens/debug');
const source = readFileSync(join(FOLDER, 'programs/annotate.php'), 'latin1');

test.each(['en', 'zh'] as const)('an annotated dump in %s', async (lang) => {
  const { host } = capturingHost();
  const engine = createEngine({ host: createVirtualTimeHost(host) });
  const { ok, output } = engine.view(source, '/annotate.php', { annotate: true, lang, width: 100 });
  expect(ok).toBe(true);
  const text = Buffer.from(output, 'latin1').toString('utf8');
  await expect(text).toMatchFileSnapshot(join(FOLDER, `annotate-${lang}.txt`));
});
