import { expect, test } from 'vitest';
import { collectIni } from '../../src/cli/ini.ts';
import { describeWithPhp } from '../support/php-oracle.ts';
import { spawnSync } from 'node:child_process';

const WORDS = [
  'user_agent=a b',
  'user_agent="quoted"',
  "user_agent='single'",
  'user_agent=on',
  'user_agent=Off',
  'user_agent=none',
  'user_agent=true',
  'user_agent=a;comment',
  'user_agent=/path/x;y',
  'user_agent=',
  'user_agent',
  'error_reporting=E_ALL & ~E_NOTICE',
  'error_reporting=E_ALL&~E_DEPRECATED&~E_STRICT',
  'error_reporting=E_ERROR | E_WARNING',
  'error_reporting=-1',
  'precision=17',
];

describeWithPhp('-d means what it means to php', () => {
  test.each(WORDS)('%s', (word) => {
    const key = word.split('=')[0] ?? '';
    const done = spawnSync('php', ['-n', '-d', word, '-r', `echo ini_get("${key}");`], { encoding: 'latin1' });
    expect(collectIni(word)[key]).toBe(done.stdout);
  });
});

test('the last setting of a key wins', () => {
  expect(collectIni('precision=5', collectIni('precision=3'))).toEqual({ precision: '5' });
});
