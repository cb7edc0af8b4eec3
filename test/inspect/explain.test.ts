import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPCODE_ROWS } from '../../src/bytecode/opcodes.ts';
import { createEngine, createNodeHost, type ViewOptions } from '../../src/index.ts';
import { EXPLANATIONS } from '../../src/inspect/explain/table.ts';
import { columns, wrap } from '../../src/inspect/wrap.ts';
import { ROOT } from '../support/repository.ts';

const PLACEHOLDERS = new Set(['1', '2', 'r', 'n1', 'n2', 'nx', 'j1', 'j2', 'jx', 'd', 'op', 'fn', 'type', 'what']);
const HAN = /[\u4e00-\u9fff]/;

describe('every opcode of the table has an explanation', () => {
  test.each(OPCODE_ROWS.map((row) => row.name))('%s in both languages', (name) => {
    const found = EXPLANATIONS[name];
    for (const text of [found?.does, found?.why]) {
      expect(text?.en ?? '').toMatch(/^\S.{8,}\.$/s);
      expect(text?.en ?? '').not.toMatch(HAN);
      expect(text?.zh ?? '').toMatch(HAN);
    }
    for (const text of [found?.does.en ?? '', found?.does.zh ?? '']) {
      for (const [, key] of text.matchAll(/\{(\w+)\}/g)) expect(PLACEHOLDERS).toContain(key);
    }
  });
});

function view(source: string, options: Partial<ViewOptions>): string {
  const engine = createEngine({ host: createNodeHost() });
  return engine.view(source, '/t.php', { lang: 'en', width: 100, ...options }).output;
}

test('an explanation names the source, the operands and the rule', () => {
  const out = view('<?php\n$a = $b * 2;\n', { explain: true });
  expect(out).toContain(
    '0000 T2 = MUL CV1($b) int(2)\n       source: $b * 2\n       Multiplies $b by int(2), into T2;',
  );
  expect(out).toContain('why: A binary operator compiles its left side');
  expect(out).toContain('       Stores T2 in $a, which frees what it held.');
});

test('Chinese on request', () => {
  const out = Buffer.from(view('<?php echo $a;', { explain: true, lang: 'zh' }), 'latin1').toString('utf8');
  expect(out).toContain('输出 $a。');
  expect(out).toContain('原因: echo 的每个操作数');
});

test('source lines stand before their oplines', () => {
  expect(view('<?php\n$a = 1;\n\necho $a;\n', { source: true })).toMatch(
    / 2 \| \$a = 1;\n0000 ASSIGN.*\n {4}4 \| echo \$a;/,
  );
});

test('basic blocks of a loop lead back', () => {
  const out = view('<?php for ($i = 0; $i < 3; $i++) echo $i;', { cfg: true });
  expect(out).toContain('BB1: ; lines=[0002-0003]; from: BB2; to: BB2');
  expect(view('<?php echo "a\\"b\n";', { dot: true })).toMatch(
    /^digraph op_arrays \{[\s\S]*BB0\\l0000 ECHO string\(\\"a/,
  );
});

test('no opline of our programs is left without words', () => {
  for (const name of readdirSync(join(ROOT, 'programs')).filter((file) => file.endsWith('.php'))) {
    const source = readFileSync(join(ROOT, 'programs', name), 'latin1');
    for (const lang of ['en', 'zh'] as const) {
      const out = view(source, { explain: true, lang });
      expect(out).not.toMatch(/\{(?:[12rd]|n[12x]|j[12x]|op|fn|type|what)\}|<[12r]\|/);
    }
  }
});

test('lines are wrapped by columns: Chinese characters take two', () => {
  expect(wrap('把值存入槽中，然后继续', 10)).toEqual(['把值存入槽', '中，然后继', '续']);
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(columns('值a')).toBe(3);
});
