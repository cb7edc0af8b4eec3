/** Real PHP as the judge: where it is, how it is asked, and what its absence means. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { installedTool } from './tools.ts';

/** True when php 8.2 can be asked. With CI=true its absence is a failure instead of a skip. */
export const hasPhp: boolean = installedTool('php', ['-n', '-r', 'echo PHP_VERSION;'], /^8\.2\./) !== null;

/** A suite that runs only where php 8.2 is installed. */
export const describeWithPhp: typeof describe.skip = hasPhp ? describe : describe.skip;

/** Runs a PHP script (its source, latin1) without ini files, all errors shown; returns what it prints. */
export function runPhp(source: string, ini: readonly string[] = []): string {
  const settings = ['error_reporting=-1', 'display_errors=1', 'html_errors=0', 'log_errors=0', ...ini];
  const folder = mkdtempSync(join(tmpdir(), 'corovm-oracle-'));
  try {
    const file = join(folder, 'script.php');
    writeFileSync(file, source, 'latin1');
    const result = spawnSync('php', ['-n', ...settings.flatMap((s) => ['-d', s]), file], {
      maxBuffer: 1 << 28,
      timeout: 120_000,
    });
    return result.stdout.toString('latin1');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
