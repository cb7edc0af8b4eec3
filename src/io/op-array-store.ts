/**
 * The op_array cache on disk: one file per compiled source under the user's cache folder. Files appear whole (written
 * beside and renamed), so that concurrent runs are safe; any failure just means compiling again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A store of texts by what they were made from. */
export interface TextStore {
  load(parts: readonly string[]): string | null;
  store(parts: readonly string[], text: string): void;
}

/** `$XDG_CACHE_HOME/corovm` or `~/.cache/corovm`. */
export function defaultCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'corovm');
}

/** @param build names the compiler that made the texts: another build never reads them */
export function createTextStore(folder: string, build: string): TextStore {
  const pathOf = (parts: readonly string[]): string => {
    const hash = createHash('sha256').update(build);
    for (const part of parts) hash.update(`\0${part.length}\0`).update(part, 'latin1');
    return join(folder, `${hash.digest('hex')}.json`);
  };
  return {
    load(parts) {
      try {
        return readFileSync(pathOf(parts), 'utf8');
      } catch {
        return null;
      }
    },
    store(parts, text) {
      const path = pathOf(parts);
      const beside = `${path}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(beside, text);
        renameSync(beside, path);
      } catch {
        rmSync(beside, { force: true });
      }
    },
  };
}
