/** Where things lie in this repository. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '../..');

export const CLI: string = join(ROOT, 'bin/corovm.js');

/** Command that runs the built CLI. @throws when dist/ is missing */
export function corovm(...words: string[]): string[] {
  if (!existsSync(join(ROOT, 'dist/cli.cjs'))) throw new Error('dist/ is missing: npm run build');
  return [process.execPath, CLI, ...words];
}

/** The programs of the course: absolute paths. */
export function programs(): string[] {
  return readdirSync(join(ROOT, 'programs'))
    .filter((name) => name.endsWith('.php'))
    .sort()
    .map((name) => join(ROOT, 'programs', name));
}
