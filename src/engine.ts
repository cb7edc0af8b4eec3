/**
 * The wiring of an engine: compiler, executor, library and host, behind the calls that the CLI and a host program make.
 * Two engines in one process share nothing.
 */
import { createCachingCompiler, type OpArrayStore } from './caching-compiler.ts';
import type { AstNode } from './compiler/ast.ts';
import { astExport } from './compiler/ast-export/export.ts';
import { compileFile, compileString, createPhpHost, type FileOptions } from './compiler/compile-file.ts';
import { tokenizeSource } from './compiler/tokenize-source.ts';
import { createSourceParser, type SourceParser } from './compiler/parse/parse-file.ts';
import type { CompilerHost } from './compiler/emit/context.ts';
import type { Origins } from './compiler/emit/track-origins.ts';
import { type DebugOptions, debugProgram } from './debug-program.ts';
import {
  type ExplainedOpline,
  explainedOplines,
  explainedView,
  startAnnotations,
  type Notes,
} from './explained-views.ts';
import type { Debugger } from './inspect/debug/debugger.ts';
import type { ViewOptions } from './inspect/dump-views.ts';
import type { Lang } from './inspect/explain/row.ts';
import type { JitReportRow } from './jit/jit.ts';
import { startJit } from './jit/start-jit.ts';
import { registerLibrary } from './lib/register.ts';
import { type OptimizedViewOptions, optimizedView } from './optimized-views.ts';
import { runWatched, type WatchOptions } from './run-watched.ts';
import { compileFailed, type DumpStyle, dumpSource, lintSource, type SourceView } from './source-views.ts';
import { Executor } from './vm/executor.ts';
import { IniSettings } from './vm/ini.ts';
import type { CompileOutcome, CompilePort, Host } from './vm/ports.ts';
import { runRequest } from './vm/request.ts';
import { setUpGlobals } from './vm/superglobals.ts';
import { SLOT_BYTES } from './vm/vm-stack.ts';

export interface EngineOptions extends WatchOptions {
  readonly host: Host;
  /** ini settings, as `-d key=value` gives them. */
  readonly ini?: Readonly<Record<string, string>>;
  /** Keeps compiled files between runs; none by default. */
  readonly opArrayStore?: OpArrayStore | null;
  /** Bytes of a vm_stack page (default 262144). One smaller than a frame gives every frame a page of its own. */
  readonly stackPageSize?: number;
  /** Calls after which a function is compiled to JavaScript (src/jit); null: never. */
  readonly jitThreshold?: number | null;
  /** For tests: guards of compiled code fail at random. */
  readonly jitStress?: boolean;
  /** Gets the second tier's report at the end of a run. */
  readonly jitReport?: (rows: readonly JitReportRow[]) => void;
}

export interface Engine {
  /**
   * Runs a file as the main script and returns PHP's exit status (255 after a fatal error). Output goes to the host.
   * @param path byte string; `-` reads standard input
   * @param args what follows the script's name in $argv, byte strings
   */
  runFile(path: string, args: readonly string[]): number | Promise<number>;
  /** Runs code without tags, as `php -r` does. @param code byte string @param args as for runFile */
  runCode(code: string, args: readonly string[]): number | Promise<number>;
  /**
   * The op_arrays of a source text, without running it.
   * @param source the file's bytes
   * @param path the absolute path that the dump names
   * @param filter only op_arrays whose name contains this, in any case
   */
  dump(source: string, path: string, style: DumpStyle, filter?: string): SourceView;
  /** The op_arrays explained, with source lines, or as basic blocks (`--explain`, `--source`, `--cfg`, `--dot`). */
  view(source: string, path: string, options: ViewOptions, filter?: string): SourceView;
  /** The op_arrays behind the optimizer, or before and after side by side (`--opt-level`, `--diff`). */
  optimized(source: string, path: string, options: OptimizedViewOptions, filter?: string): SourceView;
  /** The oplines of one op_array with what each does in words; empty when it does not compile. All byte strings. */
  oplines(source: string, path: string, filter: string, lang: 'en' | 'zh'): readonly ExplainedOpline[];
  /** A debugger on a file; null when it cannot be read. @param path byte string */
  debug(path: string, options: DebugOptions): Debugger | null;
  /** Compiles and says what php -l would say. */
  lint(source: string, path: string): SourceView;
}

/** Makes an engine. @throws nothing: settings that PHP does not know are ignored, as php ignores them */
export function createEngine(options: EngineOptions): Engine {
  return new PhpEngine(options);
}

class PhpEngine implements Engine {
  private readonly options: EngineOptions;
  private readonly ini: IniSettings;
  /** Made when first needed: a program whose op_arrays are cached never loads the compiler. */
  private phpHost: CompilerHost | null = null;
  private parser: SourceParser | null = null;

  constructor(options: EngineOptions) {
    this.options = options;
    this.ini = new IniSettings(options.ini ?? {});
  }

  runFile(path: string, args: readonly string[]): number | Promise<number> {
    const { host } = this.options;
    const fromStdin = path === '-';
    const source = fromStdin ? readAll(host) : host.readFile(path);
    if (source === null) {
      host.writeOut(`Could not open input file: ${path}\n`);
      host.flush();
      return 1;
    }
    const fileName = fromStdin ? 'Standard input code' : (host.resolvePath(path) ?? path);
    const vm = this.createExecutor();
    if (fromStdin) setUpGlobals(vm, fileName, args, '');
    else {
      setUpGlobals(vm, path, args);
      vm.includedFiles.add(fileName);
    }
    return this.runMain(vm, () => this.compilePort(true).compileFile(source, fileName), fileName);
  }

  runCode(code: string, args: readonly string[]): number | Promise<number> {
    const name = 'Command line code';
    const vm = this.createExecutor();
    setUpGlobals(vm, 'Standard input code', args, '');
    // what is typed once is not worth storing
    return this.runMain(vm, () => this.plainCompilePort(false).compileFile(`<?php ${code}`, name), name);
  }

  private runMain(vm: Executor, compile: () => CompileOutcome, fileName: string): number | Promise<number> {
    const threshold = this.options.jitThreshold ?? null;
    const jit = threshold === null ? null : startJit(vm, threshold, this.options.jitStress === true);
    const run = () => runRequest(vm, compile(), fileName);
    const status = isWatched(this.options) ? runWatched(vm, this.options, run) : run();
    if (jit !== null) this.options.jitReport?.(jit.report());
    return status;
  }

  private createExecutor(host: Host = this.options.host, ini: IniSettings = this.ini): Executor {
    const { stackPageSize } = this.options;
    const pages = stackPageSize === undefined ? {} : { pageSlots: Math.floor(stackPageSize / SLOT_BYTES) };
    const vm = new Executor({ host, compile: this.compilePort(), ini, ...pages });
    vm.constantText = (ast) => astExport('', ast as AstNode, '', this.ini.precision);
    registerLibrary(vm);
    return vm;
  }

  private compileOptions(): FileOptions {
    this.parser ??= createSourceParser();
    this.phpHost ??= { ...createPhpHost(), cwd: () => this.options.host.cwd() };
    const settings = { assertions: this.ini.number('zend.assertions'), precision: this.ini.precision };
    return {
      ...settings,
      host: this.phpHost,
      parser: this.parser,
      shortTags: this.ini.flag('short_open_tag'),
    };
  }

  /** `mainScript`: the file PHP is started with, whose `#!` line is skipped. */
  private compilePort(mainScript = false): CompilePort {
    const store = this.options.opArrayStore ?? null;
    const plain = this.plainCompilePort(mainScript);
    if (store === null) return plain;
    const settings = ['zend.assertions', 'precision', 'short_open_tag', 'disable_functions'];
    return createCachingCompiler(plain, store, [
      mainScript ? 'main' : 'file',
      ...settings.map((key) => this.ini.get(key) ?? ''),
    ]);
  }

  private plainCompilePort(mainScript: boolean): CompilePort {
    return {
      compileFile: (source, fileName) => compileFile(source, fileName, { ...this.compileOptions(), mainScript }),
      compileString: (source, fileName) => compileString(source, fileName, this.compileOptions()),
      tokenize: (source, parse) => tokenizeSource(source, parse, this.compileOptions()),
    };
  }

  dump(source: string, path: string, style: DumpStyle, filter?: string): SourceView {
    return dumpSource(this.plainCompilePort(true), this.ini, source, path, style, filter);
  }

  view(source: string, path: string, options: ViewOptions, filter?: string): SourceView {
    const origins: Origins = new Map();
    const outcome = compileFile(source, path, { ...this.compileOptions(), mainScript: true, origins });
    if (outcome.main === null) return compileFailed(this.ini, outcome.failure, path);
    const notes = options.annotate === true ? this.annotated(path, outcome, options.lang) : null;
    return { ok: true, output: explainedView(outcome.main, source, origins, options, filter, notes) };
  }

  optimized(source: string, path: string, options: OptimizedViewOptions, filter?: string): SourceView {
    const { main, failure } = this.plainCompilePort(true).compileFile(source, path);
    if (main === null) return compileFailed(this.ini, failure, path);
    return { ok: true, output: optimizedView(main, options, this.ini.precision, filter) };
  }

  /** Runs a compiled file, its output to the host's standard error, and returns what happened at each opline. */
  private annotated(path: string, outcome: CompileOutcome, lang: Lang): Notes {
    const { host } = this.options;
    // without sockets of the world the run is over when it returns
    const { network: _network, ...withoutSockets } = host;
    const offline = host.virtualTime === true ? host : withoutSockets;
    const vm = this.createExecutor({ ...offline, writeOut: (bytes) => host.writeErr(bytes) });
    setUpGlobals(vm, path, []);
    vm.includedFiles.add(path);
    const notes = startAnnotations(vm, lang);
    runRequest(vm, outcome, path);
    return notes;
  }

  oplines(source: string, path: string, filter: string, lang: 'en' | 'zh'): readonly ExplainedOpline[] {
    const { main } = this.plainCompilePort(true).compileFile(source, path);
    return main === null ? [] : explainedOplines(main, filter, lang);
  }

  debug(path: string, options: DebugOptions): Debugger | null {
    return debugProgram(this.options.host, path, options, (host, output, source, fileName) => {
      const vm = this.createExecutor(host, new IniSettings(this.options.ini ?? {}));
      setUpGlobals(vm, path, options.args);
      vm.includedFiles.add(fileName);
      return { vm, output, fileName, outcome: this.plainCompilePort(true).compileFile(source, fileName) };
    });
  }

  lint(source: string, path: string): SourceView {
    return lintSource(this.plainCompilePort(true), this.ini, source, path);
  }
}

/** Whether runWatched has anything to do. */
function isWatched({ checkLeaks, trace, traceOut, stats }: WatchOptions): boolean {
  return checkLeaks === true || Boolean(trace) || Boolean(traceOut) || stats === true;
}

function readAll(host: Host): string {
  let source = '';
  for (let part = host.readIn(65536); part !== ''; part = host.readIn(65536)) source += part;
  return source;
}
