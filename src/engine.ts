/**
 * The wiring of an engine: compiler, executor, library and host, behind the calls that the CLI and a host program make.
 * Two engines in one process share nothing.
 */
import type { Host } from './vm/ports.ts';

/** How `dump` prints: as opcache's debug dump, as php 7.1's phpdbg, as VLD, or as JSON. */
export type DumpStyle = 'opcache' | 'php71' | 'vld' | 'json';

export interface EngineOptions {
  readonly host: Host;
  /** ini settings, as `-d key=value` gives them. */
  readonly ini?: Readonly<Record<string, string>>;
  /** Report values and frames that are still held after shutdown, on standard error. */
  readonly checkLeaks?: boolean;
  /** On standard error: every opline, or every frame pushed and popped. */
  readonly trace?: 'ops' | 'frames' | null;
  /** On standard error at the end: oplines, frames, pages, times. */
  readonly stats?: boolean;
  /** Bytes of a vm_stack page (default 262144). One smaller than a frame gives every frame a page of its own. */
  readonly stackPageSize?: number;
}

export interface LintResult {
  readonly ok: boolean;
  /** What php prints for the file before its verdict: errors and deprecations, '' when there are none. */
  readonly output: string;
}

export interface Engine {
  /**
   * Runs a file as the main script and returns PHP's exit status (255 after a fatal error). Output goes to the host.
   * @param path byte string; `-` reads standard input
   * @param args what follows the script's name in $argv, byte strings
   */
  runFile(path: string, args: readonly string[]): number | Promise<number>;
  /**
   * The op_arrays of a source text, without running it.
   * @param source the file's bytes
   * @param path the absolute path that the dump names
   * @param filter only op_arrays whose name contains this, in any case
   */
  dump(
    source: string,
    path: string,
    style: DumpStyle,
    filter?: string,
  ): { readonly ok: boolean; readonly output: string };
  /** Compiles and says what php -l would say. */
  lint(source: string, path: string): LintResult;
}

/** Makes an engine. @throws nothing: settings that PHP does not know are ignored, as php ignores them */
export function createEngine(_options: EngineOptions): Engine {
  throw new Error('the engine is not wired yet');
}
