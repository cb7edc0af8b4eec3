/** Runs PHP source in this process under virtual time, with the leak check. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, createVirtualTimeHost, type EngineOptions } from '../../src/index.ts';
import { type Captured, capturingHost } from './capture.ts';

/** @param args what follows the script's name in $argv */
export async function runVirtual(
  source: string,
  args: readonly string[] = [],
  options: Omit<EngineOptions, 'host'> = {},
): Promise<Captured> {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-virtual-'));
  try {
    const file = join(folder, 'program.php');
    writeFileSync(file, source, 'latin1');
    const { host, text } = capturingHost();
    const engine = createEngine({ checkLeaks: true, ...options, host: createVirtualTimeHost(host) });
    const status = await engine.runFile(file, args);
    return { status, out: text.out.replaceAll(file, 'FILE'), err: text.err };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
