/** Real PHP, where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = spawnSync('php', ['-r', 'echo PHP_VERSION;'], { encoding: 'utf8' }).stdout ?? '';

/** PHP 8.2 is here. */
export const HAS_PHP: boolean = version.startsWith('8.2.');

/** Says once why oracle tests are skipped; in CI the absence is a failure. */
export function requirePhp(): boolean {
  if (HAS_PHP) return true;
  if (process.env['CI'] === 'true')
    throw new Error('CI=true, but php 8.2 is not installed: apt-get install php8.2-cli php8.2-opcache');
  console.log('oracle tests skipped: php 8.2 is not installed');
  return false;
}

/** Runs a PHP program without a php.ini. Bytes in, bytes out; standard error is merged. */
export function runPhp(source: string): { readonly status: number | null; readonly out: string } {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-oracle-'));
  try {
    writeFileSync(join(folder, 'php.ini'), '');
    writeFileSync(join(folder, 'program.php'), source, 'latin1');
    const done = spawnSync('php', [join(folder, 'program.php')], {
      cwd: folder,
      env: { ...process.env, PHPRC: folder, TZ: 'UTC' },
      encoding: 'latin1',
      maxBuffer: 1 << 28,
    });
    return { status: done.status, out: done.stdout.replaceAll(`${folder}/`, '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
