/**
 * The wiring of an engine: compiler, executor, library and host, behind the calls that the CLI and a host program make.
 * Two engines in one process share nothing.
 */
import { compileFile, compileString } from './compiler/compile-file.ts';
import { type DumpStyle, dumpSource, lintSource, type SourceView } from './source-views.ts';
import { IniSettings } from './vm/ini.ts';
import type { CompilePort, Host } from './vm/ports.ts';

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
  dump(source: string, path: string, style: DumpStyle, filter?: string): SourceView;
  /** Compiles and says what php -l would say. */
  lint(source: string, path: string): SourceView;
}

/** Makes an engine. @throws nothing: settings that PHP does not know are ignored, as php ignores them */
export function createEngine(options: EngineOptions): Engine {
  const ini = new IniSettings(options.ini ?? {});
  const compiler = createCompilePort(ini);
  return {
    runFile: () => {
      throw new Error('the executor is not wired yet');
    },
    dump: (source, path, style, filter) => dumpSource(compiler, ini, source, path, style, filter),
    lint: (source, path) => lintSource(compiler, ini, source, path),
  };
}

/** The compiler as the VM sees it, with the settings that change what is compiled. */
function createCompilePort(ini: IniSettings): CompilePort {
  const settings = () => ({ assertions: ini.number('zend.assertions'), precision: ini.precision });
  return {
    compileFile: (source, fileName) => compileFile(source, fileName, settings()),
    compileString: (source, fileName) => compileString(source, fileName, settings()),
  };
}
