/**
 * The op_array cache on disk: one file per compiled source under the user's cache folder. Files appear whole (written
 * beside and renamed), so that concurrent runs are safe; any failure just means compiling again.
 */
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
  const { XDG_CACHE_HOME, HOME } = process.env;
  return join(XDG_CACHE_HOME || join(HOME || homedir(), '.cache'), 'corovm'); // node:os is not loaded for HOME
}

/**
 * 64 bits of a text in hexadecimal. No digest of node:crypto: loading that takes longer than all the rest of a hit, and
 * what is found under a name is compared with what was looked for anyway.
 */
function fingerprint(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495) ^ (low >>> 15);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ (high >>> 13);
  high = Math.imul(high ^ (high >>> 16), 0xc2b2ae35) ^ (low >>> 16);
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** @param build names the compiler that made the texts: another build never reads them */
export function createTextStore(folder: string, build: string): TextStore {
  /** What a text was made from; it stands in front of the text. */
  const keyOf = (parts: readonly string[]): string =>
    `${[build, ...parts].map((part) => `${part.length}:${part}`).join('\n')}\n`;
  const pathOf = (key: string): string => join(folder, `${fingerprint(key)}.json`);
  return {
    load(parts) {
      const key = keyOf(parts);
      try {
        const stored = readFileSync(pathOf(key), 'utf8');
        return stored.startsWith(key) ? stored.slice(key.length) : null;
      } catch {
        return null;
      }
    },
    store(parts, text) {
      const key = keyOf(parts);
      const path = pathOf(key);
      const beside = `${path}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(beside, key + text);
        renameSync(beside, path);
      } catch {
        removeQuietly(beside);
      }
    },
  };
}

/** What is half written goes; where not even that can be done nothing has been written. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // a folder that is none, or one that may not be written
  }
}
