/** Whole programs under real PHP, with their exit status. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeProgram } from './write-program.ts';

/** Runs a PHP program with PHP's built-in settings. Bytes in, bytes out; its folder is left out of the output. */
export function runPhpProgram(source: string): { readonly status: number | null; readonly out: string } {
  const program = writeProgram(source);
  try {
    writeFileSync(join(program.folder, 'php.ini'), '');
    const done = spawnSync('php', [program.path], {
      cwd: program.folder,
      env: { ...process.env, PHPRC: program.folder, TZ: 'UTC' },
      encoding: 'latin1',
      maxBuffer: 1 << 28,
    });
    return { status: done.status, out: done.stdout.replaceAll(program.folder, '') };
  } finally {
    program.remove();
  }
}
