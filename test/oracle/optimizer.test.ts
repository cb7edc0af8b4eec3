/** Random programs behind the optimizer, PHP's and ours, with several choices of passes. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/index.ts';
import { capturingHost } from '../support/capture.ts';
import { generatedPrograms } from '../support/generated-php.ts';
import { describeWithPhp } from '../support/php-oracle.ts';
import { writeProgram } from '../support/write-program.ts';

const SEED = Number(process.env['COROVM_SEED'] ?? 815);
const COUNT = Number(process.env['COROVM_CASES'] ?? 60);

/** All passes most often; otherwise some of them, pass 10 without pass 5 among them. */
const LEVELS = [0x715, 0x715, 0x715, 0x1, 0x5, 0x10, 0x204, 0x701];

/** opcache's dump of a file behind the optimizer; '' when PHP refuses it. */
function askPhp(path: string, passes: number): string {
  const settings = [
    'short_open_tag=0',
    'error_reporting=0',
    'zend.assertions=1',
    'opcache.enable=1',
    'opcache.enable_cli=1',
    'opcache.file_update_protection=0',
    'opcache.jit=0',
    'opcache.opt_debug_level=0x20000',
    `opcache.optimization_level=${passes}`,
  ];
  const done = spawnSync('php', [...settings.flatMap((one) => ['-d', one]), '-l', path], { encoding: 'latin1' });
  return done.status === 0 ? done.stderr : '';
}

describeWithPhp(`generated programs behind the optimizer (seed ${SEED})`, () => {
  const { host } = capturingHost();
  const engine = createEngine({ host, ini: { 'zend.assertions': '1' } });
  test.each(generatedPrograms(SEED, COUNT).map((source, i) => [source, LEVELS[i % LEVELS.length] as number] as const))(
    '%s passes %i',
    (source, passes) => {
      const file = writeProgram(source);
      const wanted = askPhp(file.path, passes);
      file.remove();
      const options = { debugLevel: 0x20000, passes, diff: false, style: 'opcache', width: 80 } as const;
      const { ok, output } = engine.optimized(source, file.path, options);
      expect(ok ? output : '').toBe(wanted);
    },
  );
});
