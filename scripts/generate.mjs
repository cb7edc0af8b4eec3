#!/usr/bin/env node
/**
 * Writes every generated file of the repository, or with --check reports those
 * that are not what their source says (exit status 1).
 *
 *   biome.json           overrides from scripts/layers.json
 *   docs/conformance.md  from docs/data/conformance.json, docs/data/apps.json
 *   docs/performance.md  from docs/data/performance.json and coroutines.json
 *   docs/opcodes*.md     from src/bytecode/opcodes.ts
 *   src/compiler/parse/lalr-tables.generated.ts  from scripts/generate/php-grammar.mjs
 *   src/lib/zend-sort-later.generated.ts  from src/lib/zend-sort.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { biomeConfig } from './generate/biome-config.mjs';
import { conformancePage } from './generate/conformance-page.mjs';
import { loadOpcodeRows, opcodesPage } from './generate/opcodes-page.mjs';
import { parseTables } from './generate/parse-tables.mjs';
import { performancePage } from './generate/performance-page.mjs';
import { sortLater } from './generate/sort-later.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const opcodeRows = await loadOpcodeRows(root);

/** [path, () => text]: one row per generated file. */
const files = [
  ['biome.json', () => biomeConfig(readJson('scripts/layers.json'))],
  [
    'docs/conformance.md',
    () => conformancePage(readJson('docs/data/conformance.json'), readJson('docs/data/apps.json')),
  ],
  [
    'docs/performance.md',
    () =>
      performancePage(
        readJson('docs/data/performance.json'),
        readJson('docs/data/coroutines.json'),
        readJson('docs/data/library.json'),
        existsSync(join(root, 'docs/data/speed.json')) ? readJson('docs/data/speed.json') : null,
        existsSync(join(root, 'docs/data/http.json')) ? readJson('docs/data/http.json') : null,
      ),
  ],
  ['docs/opcodes.md', () => opcodesPage(opcodeRows, 'en')],
  ['docs/opcodes.zh-CN.md', () => opcodesPage(opcodeRows, 'zh')],
  ['src/compiler/parse/lalr-tables.generated.ts', () => parseTables(root)],
  ['src/lib/zend-sort-later.generated.ts', () => sortLater(root)],
];

const check = process.argv.includes('--check');
let stale = 0;
for (const [path, make] of files) {
  const target = join(root, path);
  const wanted = make();
  const present = existsSync(target) ? readFileSync(target, 'utf8') : null;
  if (present === wanted) continue;
  if (check) {
    stale++;
    console.error(`${path} is stale: run "npm run generate"`);
  } else {
    writeFileSync(target, wanted);
    console.log(`wrote ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
