import { expect, test } from 'vitest';
import { compileCases } from '../support/compile-fixtures.ts';
import { describeWithPhp, runPhp } from '../support/php-oracle.ts';

/** Lints every source in one php process: `php_check_syntax` is gone, so each is written out and linted by a child. */
const LINT_ALL = `<?php
foreach (json_decode(base64_decode('SOURCES')) as $source) {
  $file = tempnam(sys_get_temp_dir(), 'lint');
  file_put_contents($file, base64_decode($source));
  exec(PHP_BINARY . ' -n -d error_reporting=-1 -d display_errors=1 -d log_errors=0 -l ' . escapeshellarg($file), $lines);
  echo base64_encode(str_replace(" in $file", '', implode("\\n", $lines))), "\\n";
  $lines = [];
  unlink($file);
}`;

describeWithPhp('compile errors', () => {
  test('the recorded messages are PHP’s', () => {
    const cases = compileCases();
    const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
    const sources = JSON.stringify(cases.map((one) => base64(`${one.source}\n`)));
    const answers = runPhp(LINT_ALL.replace('SOURCES', base64(sources)))
      .trim()
      .split('\n');
    expect(answers).toHaveLength(cases.length);
    cases.forEach((one, i) => {
      const said = Buffer.from(answers[i] ?? '', 'base64')
        .toString('latin1')
        .split('\n');
      expect(said.filter((line) => / on line \d+$/.test(line))).toEqual(one.messages);
    });
  });
});
