import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  barrels,
  importCycles,
  importsOf,
  type Layers,
  layerViolations,
  longFiles,
  sourceFiles,
  withoutComments,
} from './layers.ts';

const root = join(import.meta.dirname, '../..');
const layers = JSON.parse(readFileSync(join(root, 'scripts/layers.json'), 'utf8')) as Layers;

describe('the sources', () => {
  const files = sourceFiles(root);

  test('keep to the layers of the design', () => {
    expect(layerViolations(files, layers)).toEqual([]);
  });

  test('import in no circle', () => {
    expect(importCycles(files)).toEqual([]);
  });

  test('have one barrel', () => {
    expect(barrels(files)).toEqual([]);
  });

  test('are files of at most 400 lines, except tables and generated ones that are named', () => {
    expect(longFiles(files, layers)).toEqual([]);
  });

  test('name no file as long that is not', () => {
    const long = new Set(longFiles(files, { ...layers, longFiles: {} }).map((line) => line.split(':')[0]));
    expect(Object.keys(layers.longFiles).filter((path) => !long.has(path))).toEqual([]);
  });

  test('hold no escape from the types', () => {
    const bad = files.filter((file) =>
      /@ts-(?:ignore|nocheck)|\bas any\b|\w\??: any\b/.test(withoutComments(file.text)),
    );
    expect(bad.map((file) => file.path)).toEqual([]);
  });
});

describe('the rules', () => {
  const fixture = join(import.meta.dirname, 'fixtures/bad-layers');
  const files = sourceFiles(fixture);

  test('turn red on a tree that breaks each of them', () => {
    expect(layerViolations(files, layers)).toEqual([
      'src/base/uses-value.ts: imports "../value/zval.ts": src/base may import nothing',
      'src/lib/uses-host.ts: imports "node:fs": the core reaches the host through ports',
      'src/lib/uses-host.ts: imports "../io/node-host.ts": src/lib may import base, value, bytecode, object, vm, coro',
      'src/vm/uses-compiler.ts: imports "../compiler/parse.ts": src/vm may import base, value, bytecode, object',
      'src/vm/uses-compiler.ts: imports "chevrotain": only src/compiler may use it',
      'src/vm/uses-compiler.ts: imports "left-pad": not a package the sources may use',
    ]);
  });

  test('find a circle', () => {
    expect(importCycles(files)).toEqual(['src/value/ring-a.ts -> src/value/ring-b.ts -> src/value/ring-a.ts']);
  });

  test('find a barrel', () => {
    expect(barrels(files)).toEqual(['src/value/barrel.ts']);
  });

  test('find a long file', () => {
    expect(longFiles(files, layers, 4)).toContain('src/vm/uses-compiler.ts: 6 lines');
  });

  test('turn red in the linter too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corovm-lint-'));
    try {
      cpSync(fixture, folder, { recursive: true });
      const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
      writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined }));
      const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
      const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=100', 'src'];
      const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      const found = [...done.stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+)/g)];
      expect(
        found.map(([, rule, file, line]) => `${relative(realpathSync(folder), file ?? '')}:${line} ${rule}`).sort(),
      ).toEqual([
        'src/base/uses-value.ts:1 noRestrictedImports',
        'src/lib/uses-host.ts:1 noNodejsModules',
        'src/lib/uses-host.ts:2 noRestrictedImports',
        'src/value/barrel.ts:1 noBarrelFile',
        'src/value/barrel.ts:2 noReExportAll',
        'src/value/ring-a.ts:1 noImportCycles',
        'src/value/ring-b.ts:1 noImportCycles',
        'src/vm/uses-compiler.ts:1 noRestrictedImports',
        'src/vm/uses-compiler.ts:2 noRestrictedImports',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('imports are read from every form of them', () => {
  const text = `
import a from './a.ts';
import type { B } from './b.ts';
import { type C, type D } from './c.ts';
import { type E, f } from './e.ts';
import * as g from './g.ts';
import './h.ts';
export { i } from './i.ts';
export * from './j.ts';
/* import k from './k.ts'; */
const l = await import('./l.ts');
import {
  m,
  n,
} from './m.ts';
`;
  expect(importsOf(text).map((one) => (one.typeOnly ? `type ${one.specifier}` : one.specifier))).toEqual([
    './a.ts',
    'type ./b.ts',
    'type ./c.ts',
    './e.ts',
    './g.ts',
    './h.ts',
    './i.ts',
    './j.ts',
    './l.ts',
    './m.ts',
  ]);
});
