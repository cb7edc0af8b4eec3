import { expect, test } from 'vitest';
import { colourLevel, dumpPaint } from '../../src/cli/colour.ts';
import { colourDump } from '../../src/index.ts';

const DUMP = `
$_main:
     ; (lines=2, args=0, vars=1, tmps=2)
     ; (before optimizer)
     ; /tmp/x.php:1-2
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($a) string("a string \\"with\\" INIT_FCALL inside")
0001 JMPZ T1 0004
`;

test('colours change nothing but colours', () => {
  const plain = colourDump(DUMP, dumpPaint(1)).replace(/\x1b\[\d+m/g, '');
  expect(plain).toBe(DUMP);
  expect(colourDump(DUMP, dumpPaint(1))).not.toBe(DUMP);
  expect(colourDump(DUMP, dumpPaint(0))).toBe(DUMP);
});

test('only a terminal gets colours by itself', () => {
  expect(colourLevel('auto', {}, true)).toBe(1);
  expect(colourLevel('auto', {}, undefined)).toBe(0);
  expect(colourLevel('auto', { NO_COLOR: '1' }, true)).toBe(0);
  expect(colourLevel('auto', { TERM: 'dumb' }, true)).toBe(0);
  expect(colourLevel('always', { NO_COLOR: '1' }, undefined)).toBe(1);
  expect(colourLevel('never', {}, true)).toBe(0);
});
