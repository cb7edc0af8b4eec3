import { describe, expect, test } from 'vitest';
import { normaliseDump, splitDump } from './dump-runner.ts';
import { expectfToRegex, judge, regexMatches } from './expectation.ts';
import { lineDiff } from './line-diff.ts';
import { BorkedTest, notApplicable, parsePhptText } from './phpt-file.ts';
import { splitWords } from '../support/process.ts';

const matches = (expected: string, output: string): boolean => regexMatches(expectfToRegex(expected), output);

describe('EXPECTF', () => {
  test.each([
    ['int(%d) %s', 'int(12) x y', true],
    ['int(%d)', 'int(-1)', false],
    ['%i|%f|%x|%c|%e|%0', '-3|1.5E+10|fF0|z|/|\0', true],
    ['a%Sb%wc', 'ab \n c', true],
    ['a%sb', 'ab', false],
    ['a%sb', 'a\nb', false],
    ['a%ab', 'a\n\nb', true],
    ['a%Ab', 'ab', true],
    ['a%ab', 'ab', false],
    ['%r(x|y)+%r.%d', 'xyx.5', true],
    ['%r(x|y)+%r.%d', 'xyxz5', false],
    ['%r%d-%i%r', '5--4', true],
    ['50% [a] (b)* $c', '50% [a] (b)* $c', true],
    ['%unicode|string%(3)', 'string(3)', true],
    ['bytes \xff%d', 'bytes \xff7', true],
  ])('%j against %j', (expected, output, result) => {
    expect(matches(expected, output)).toBe(result);
  });
});

describe('.phpt files', () => {
  const parse = (text: string) => parsePhptText(text, '/nowhere');

  test('sections, and FILEEOF without its last line end', () => {
    const sections = parse('--TEST--\nx\n--FILEEOF--\n<?php echo 1;\r\n--EXPECT--\n1\n--not--\n');
    expect(sections.get('FILE')).toBe('<?php echo 1;');
    expect(sections.get('EXPECT')).toBe('1\n--not--\n');
  });

  test('nothing of FILE counts after ===DONE===', () => {
    const sections = parse('--TEST--\nx\n--FILE--\n<?php\n?>\n===DONE===\nmore\n--EXPECT--\n');
    expect(sections.get('FILE')).toBe('<?php\n?>\n===DONE===\n');
  });

  test.each([
    ['', 'empty test'],
    ['hello\n', 'tests must start with --TEST--'],
    ['--TEST--\nx\n--EXPECT--\n', 'missing section --FILE--'],
    ['--TEST--\nx\n--FILE--\ny\n', 'missing section --EXPECT--, --EXPECTF-- or --EXPECTREGEX--'],
    ['--TEST--\nx\n--NONSENSE--\n', 'unknown section "NONSENSE"'],
  ])('%j is no test', (text, message) => {
    expect(() => parse(text)).toThrow(BorkedTest);
    expect(() => parse(text)).toThrow(message);
  });

  test('those that need a web server are left out', () => {
    expect(notApplicable(parse('--TEST--\nx\n--POST--\na=b\n--FILE--\n\n--EXPECT--\n'))).toBe('POST');
    expect(notApplicable(parse('--TEST--\nx\n--POST--\n\n--FILE--\n\n--EXPECT--\n'))).toBe(null);
  });
});

test('output is trimmed and line ends are folded before it is judged', () => {
  const sections = new Map([['EXPECT', 'a\nb\n']]);
  expect(judge(sections, '\n a\r\nb \n').passed).toBe(true);
  expect(judge(sections, 'a\nc').passed).toBe(false);
});

test('dumps are split at their op_arrays, and their paths are left out', () => {
  const dump =
    '\n$_main:\n     ; (lines=1, args=0, vars=0, tmps=0)\n     ; /a b/c.php:1-13\n0000 ECHO string("\nx:\n")\n' +
    'EXCEPTION TABLE:\n     0002\nf:\n     ; (lines=2, args=1, vars=0, tmps=0)\n0000 NOP\n';
  expect([...splitDump(dump).keys()]).toEqual(['$_main#0', 'f#0']);
  expect(normaliseDump(dump)).toContain('     ; FILE:1-13\n');
});

test('a diff shows what differs and a little of what precedes it', () => {
  expect(lineDiff('a\nb\nc\nd', 'a\nb\nX\nd')).toBe('@@ line 3 @@\n  a\n  b\n- c\n+ X');
});

test('words are split as a shell splits them', () => {
  expect(splitWords('node \'a b\' "c \\"d\\"" e\\ f')).toEqual(['node', 'a b', 'c "d"', 'e f']);
});
