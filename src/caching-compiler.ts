/**
 * A compiler that remembers: op_arrays of files are kept as text in a store (on disk, for the CLI), keyed by everything
 * that decides what they are. A hit never touches the parser.
 * Source: php-src ext/opcache/zend_file_cache.c (the idea)
 */
import { decodeOpArray, encodeOpArray } from './bytecode/op-array-codec.ts';
import type { CompileOutcome, CompilePort } from './vm/ports.ts';

/** Where texts are kept. Both calls never fail loudly: a cache that cannot be used is no cache. */
export interface OpArrayStore {
  /** The text stored under what `parts` say; null when there is none. */
  load(parts: readonly string[]): string | null;
  store(parts: readonly string[], text: string): void;
}

interface Entry {
  readonly diagnostics: CompileOutcome['diagnostics'];
  readonly main: string;
}

/** `settings`: whatever besides source and file name changes the outcome. */
export function createCachingCompiler(
  inner: CompilePort,
  store: OpArrayStore,
  settings: readonly string[],
): CompilePort {
  return {
    compileFile(source, fileName) {
      const parts = [...settings, fileName, source];
      const hit = readEntry(store.load(parts));
      if (hit !== null) return hit;
      const outcome = inner.compileFile(source, fileName);
      if (outcome.main !== null && outcome.failure === null) {
        const entry: Entry = { diagnostics: outcome.diagnostics, main: encodeOpArray(outcome.main) };
        store.store(parts, JSON.stringify(entry));
      }
      return outcome;
    },
    compileString: (source, fileName) => inner.compileString(source, fileName),
    tokenize: (source, parse) => inner.tokenize(source, parse),
  };
}

function readEntry(text: string | null): CompileOutcome | null {
  if (text === null) return null;
  try {
    const entry = JSON.parse(text) as Entry;
    const main = decodeOpArray(entry.main);
    return main === null ? null : { main, diagnostics: entry.diagnostics, failure: null };
  } catch {
    return null;
  }
}
