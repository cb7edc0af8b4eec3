/** Random programs, compiled by PHP and by us: the same dump, or the same complaint. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { formatDump } from '../../src/bytecode/dump/dump.ts';
import { dumpUnits } from '../../src/bytecode/dump/units.ts';
import { compileFile } from '../../src/compiler/compile-file.ts';
import { SourceParser } from '../../src/compiler/parse/parse-file.ts';
import { generatedPrograms } from '../support/generated-php.ts';
import { describeWithPhp } from '../support/php-oracle.ts';
import { writeProgram } from '../support/write-program.ts';

const SEED = Number(process.env['COROVM_SEED'] ?? 4711);
const COUNT = Number(process.env['COROVM_CASES'] ?? 60);

const SETTINGS = [
  'short_open_tag=0',
  'error_reporting=-1',
  'display_errors=1',
  'log_errors=0',
  'html_errors=0',
  'zend.assertions=1',
  'opcache.enable=1',
  'opcache.enable_cli=1',
  'opcache.file_update_protection=0',
  'opcache.opt_debug_level=0x10000',
];

/** opcache's dump of a file, or PHP's error as `message @line`. */
function askPhp(path: string): string {
  const words = [...SETTINGS.flatMap((setting) => ['-d', setting]), '-l', path];
  const done = spawnSync('php', words, { encoding: 'latin1' });
  const error = /^(?:Fatal|Parse) error: +(.*) in \S+ on line (\d+)$/ms.exec(done.stdout);
  return error === null ? done.stderr : `${error[1]} @${error[2]}`;
}

describeWithPhp(`dumps of generated programs (seed ${SEED})`, () => {
  const parser = new SourceParser();
  test.each(generatedPrograms(SEED, COUNT))('%s', (source) => {
    const file = writeProgram(source);
    const wanted = askPhp(file.path);
    file.remove();
    const { main, failure } = compileFile(source, file.path, { parser });
    const mine = main === null ? `${failure?.message} @${failure?.line}` : formatDump(dumpUnits(main));
    expect(mine).toBe(wanted);
  });
});
