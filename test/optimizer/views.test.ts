import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine, type OptimizedViewOptions } from '../../src/index.ts';
import { capturingHost } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const SOURCE = `<?php
function f($a, $b) {
    $c = PHP_INT_SIZE * 2 . 'x';
    if (!$a && !$b) echo 'né', 'ither';
    while (true) { if ($a) break; }
    return $c;
}
`;

function view(options: Partial<OptimizedViewOptions>, filter?: string): string {
  const { host } = capturingHost();
  const all = {
    debugLevel: 0x20000,
    passes: undefined,
    diff: false,
    style: 'opcache',
    width: 120,
    ...options,
  } as const;
  return createEngine({ host }).optimized(Buffer.from(SOURCE).toString('latin1'), '/f.php', all, filter).output;
}

test('before and after stand side by side', async () => {
  const text = Buffer.from(view({ diff: true }), 'latin1').toString('utf8');
  await expect(text).toMatchFileSnapshot(join(ROOT, 'test/optimizer/diff.txt'));
});

test('a narrow terminal cuts the lines', () => {
  const text = Buffer.from(view({ diff: true, width: 60 }), 'latin1').toString('utf8');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
});

test('the bits of the level say which dumps there are, in the order of the passes', () => {
  const heads = [...view({ debugLevel: 0x30000 | 0x715 }, 'f').matchAll(/^ {5}; \((\D+\d*)\)$/gm)].map((m) => m[1]);
  expect(heads).toEqual([
    'before optimizer',
    'after pass 1',
    'after pass 3',
    'after pass 5',
    'after pass 9',
    'after pass 11',
    'after optimizer',
  ]);
});

test('pass 10 runs where pass 5 does not, and passes that there are not do nothing', () => {
  expect(view({ debugLevel: 0x200, passes: 0x201 })).toContain('after pass 10');
  expect(view({ debugLevel: 0x200, passes: 0x211 })).toBe('');
  expect(view({ passes: 0x28, debugLevel: 0x20000 }, 'f')).toContain('JMPZ');
});

test('JSON has the oplines behind the passes', () => {
  const before = JSON.parse(view({ style: 'json', debugLevel: 0x10000 })) as unknown[];
  const after = JSON.parse(view({ style: 'json' })) as unknown[];
  expect(JSON.stringify(after).length).toBeLessThan(JSON.stringify(before).length);
});

test('what does not compile says so', () => {
  const { host } = capturingHost();
  const options = { debugLevel: 0x20000, passes: undefined, diff: true, style: 'opcache', width: 80 } as const;
  const { ok, output } = createEngine({ host }).optimized('<?php f(', '/f.php', options);
  expect(ok).toBe(false);
  expect(output).toContain('Parse error');
});
