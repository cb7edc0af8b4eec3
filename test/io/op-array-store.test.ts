import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTextStore } from '../../src/io/op-array-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corovm-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a text is found under all of what it was made from', () => {
  const store = createTextStore(folder, 'build');
  store.store(['main', '\xe9\n', ''], 'text\xff\n');
  expect(store.load(['main', '\xe9\n', ''])).toBe('text\xff\n');
  expect(store.load(['main', '\xe9', '\n'])).toBeNull();
  expect(createTextStore(folder, 'other').load(['main', '\xe9\n', ''])).toBeNull();
  expect(readdirSync(folder)).toHaveLength(1);
});

test('what stands under the name of another text is not taken for it', () => {
  const store = createTextStore(folder, 'build');
  store.store(['a'], 'text');
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), '5:build\n1:b\ntext');
  expect(store.load(['a'])).toBeNull();
});

test('a folder that cannot be made is no cache', () => {
  writeFileSync(join(folder, 'file'), '');
  const store = createTextStore(join(folder, 'file'), 'build');
  store.store(['a'], 'text');
  expect(store.load(['a'])).toBeNull();
});
