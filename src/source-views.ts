/** What can be said of a program without running it: its opcodes, and whether it compiles. */
import { errorLabel } from './base/diagnostics.ts';
import { formatDump } from './bytecode/dump/dump.ts';
import { dumpUnits } from './bytecode/dump/units.ts';
import type { CompileDiagnostic, CompileFailure, CompilePort } from './vm/ports.ts';
import type { IniSettings } from './vm/ini.ts';

/** How a dump is laid out: as opcache's debug dump, as php 7.1's phpdbg, as VLD, or as JSON. */
export type DumpStyle = 'opcache' | 'php71' | 'vld' | 'json';

/** A text for standard output, and whether the program compiled. */
export interface SourceView {
  readonly ok: boolean;
  /** Bytes. */
  readonly output: string;
}

const E_PARSE = 4;
const E_COMPILE_ERROR = 64;

/**
 * The opcodes of a program; when it does not compile, PHP's message.
 * @param source the file's bytes
 * @param path what the dump's headers name
 * @param filter a function `f`, a method `C::m`, all methods of a class `C::`, or `main`
 */
export function dumpSource(
  compiler: CompilePort,
  ini: IniSettings,
  source: string,
  path: string,
  style: DumpStyle,
  filter: string | undefined,
): SourceView {
  const { main, failure } = compiler.compileFile(source, path);
  if (main === null) return compileFailed(ini, failure, path);
  const units = dumpUnits(main);
  return { ok: true, output: formatDump(units, filter === undefined ? { style } : { style, filter }) };
}

/** What there is to see of a program that does not compile: PHP's message. */
export function compileFailed(ini: IniSettings, failure: CompileFailure | null, path: string): SourceView {
  const level = failure?.kind === 'parse' ? E_PARSE : E_COMPILE_ERROR;
  const message = failure?.message ?? '';
  return { ok: false, output: diagnosticText(ini, { level, message, line: failure?.line ?? 0 }, path) };
}

/** What `php -l` prints before its verdict: deprecations, warnings, and the error if there is one. */
export function lintSource(compiler: CompilePort, ini: IniSettings, source: string, path: string): SourceView {
  const { diagnostics, failure } = compiler.compileFile(source, path);
  const found: CompileDiagnostic[] = [...diagnostics];
  if (failure !== null) {
    const level = failure.kind === 'parse' ? E_PARSE : E_COMPILE_ERROR;
    found.push({ level, message: failure.message, line: failure.line });
  }
  return { ok: failure === null, output: found.map((one) => diagnosticText(ini, one, path)).join('') };
}

/** A diagnostic as php's CLI displays it; '' when error_reporting or display_errors says no. */
function diagnosticText(ini: IniSettings, diagnostic: CompileDiagnostic, path: string): string {
  const reporting = ini.get('error_reporting') ?? '';
  const mask = reporting === '' ? -1 : ini.number('error_reporting');
  if ((mask & diagnostic.level) === 0 || !ini.flag('display_errors')) return '';
  return `\n${errorLabel(diagnostic.level)}: ${diagnostic.message} in ${path} on line ${diagnostic.line}\n`;
}
