import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProgramFile {
  readonly path: string;
  /** The folder with a slash at its end. */
  readonly folder: string;
  remove(): void;
}

/** Writes a program (bytes) into a folder of its own. */
export function writeProgram(source: string): ProgramFile {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-program-'));
  const path = join(folder, 'program.php');
  writeFileSync(path, source, 'latin1');
  return { path, folder: `${folder}/`, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
