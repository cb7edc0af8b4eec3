/**
 * The compiler's front door: source bytes in, op_arrays out.
 * Source: php-src 8.2 Zend/zend_language_scanner.l (zend_compile, compile_string)
 */
import { CompileError, type CompileErrorKind, type CompileWarning } from '../base/compile-error.ts';
import { E_COMPILE_WARNING, E_DEPRECATED, E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import { internalConstant } from '../bytecode/internal-constants.ts';
import { OpArray } from '../bytecode/op-array.ts';
import type { Zval } from '../value/zval.ts';
import { emitFinalReturn } from './emit/compile-return-type.ts';
import {
  type CompileDiagnostic,
  type CompileOptions,
  Compiler,
  type CompilerHost,
  type HostFunctionInfo,
} from './emit/context.ts';
import { compileTopStmt } from './emit/dispatch.ts';
import { finishOpArray } from './emit/finish-op-array.ts';
import { PASSES } from './emit/passes.ts';
import { internalFunctionInfo, isInternalClass } from './internal-functions.ts';
import { type Origins, trackOrigins } from './emit/track-origins.ts';
import type { StartMode } from './lex/lexer.ts';
import { type ParseResult, SourceParser } from './parse/parse-file.ts';

/** Why there is no op_array. */
export interface CompileFailure {
  readonly kind: CompileErrorKind;
  readonly message: string;
  readonly line: number;
  /** Whether PHP throws it (ParseError, CompileError) rather than ending the request. */
  readonly catchable: boolean;
}

/** CompileOptions in real PHP's surroundings, unless they bring their own. */
export interface FileOptions extends Omit<CompileOptions, 'host'> {
  readonly host?: CompilerHost;
  /** An engine keeps one: its tables take milliseconds to build. */
  readonly parser?: SourceParser;
  /** The script PHP was started with: a first line `#!...` is skipped. */
  readonly mainScript?: boolean;
  /** Is told which node of the AST each opline was emitted for. */
  readonly origins?: Origins;
  /** `short_open_tag`; off by default. */
  readonly shortTags?: boolean;
}

/** What a compilation gave: an op_array or the reason there is none, and what was reported on the way. */
export interface CompileResult {
  /** The file's own code, its functions and classes in `main.script`; null when it failed. */
  readonly main: OpArray | null;
  /** Warnings and deprecations, in the order PHP prints them (all come before the failure). */
  readonly diagnostics: readonly CompileDiagnostic[];
  readonly failure: CompileFailure | null;
}

/** What the compiler wants to know of one internal function. */
function hostFunctionInfo(lcName: string): HostFunctionInfo | null {
  const info = internalFunctionInfo(lcName);
  if (info === null) return null;
  return {
    argModes: info.params.map((param) => param.mode),
    argNames: info.params.map((param) => param.name),
    variadicMode: info.variadic?.mode ?? 0,
    variadic: info.variadic !== null,
    deprecated: info.deprecated,
    numArgs: info.params.length,
  };
}

/** Real PHP's functions, classes and constants as surroundings. Keeps what it has looked up. */
export function createPhpHost(): CompilerHost {
  const functions = new Map<string, HostFunctionInfo | null>();
  const constants = new Map<string, Zval>();
  return {
    functionInfo(lcName: string): HostFunctionInfo | null {
      let info = functions.get(lcName);
      if (info === undefined) {
        info = hostFunctionInfo(lcName);
        functions.set(lcName, info);
      }
      return info;
    },
    classExists: isInternalClass,
    constant(name: string): Zval {
      let value = constants.get(name);
      if (value === undefined && !constants.has(name)) {
        value = internalConstant(name);
        constants.set(name, value);
      }
      return value;
    },
  };
}

/** What reports of the compiler are as PHP's error levels. */
export const WARNING_LEVELS: Readonly<Record<CompileWarning['level'], number>> = {
  'compile-warning': E_COMPILE_WARNING,
  warning: E_WARNING,
  notice: E_NOTICE,
  deprecated: E_DEPRECATED,
};

/** An expression nested deeper than the host's stack: the words are PHP 8.3's, which looks after its stack too. */
function tooDeep(diagnostics: readonly CompileDiagnostic[], line: number): CompileResult {
  const message = 'Maximum call stack size reached during compilation. Try splitting expression';
  return { main: null, diagnostics, failure: { kind: 'compile', message, line, catchable: false } };
}

/** Parses, keeping the parser's warnings whether or not it succeeds. */
function parseSource(
  parser: SourceParser,
  source: string,
  start: StartMode,
  options: FileOptions,
  diagnostics: CompileDiagnostic[],
): ParseResult {
  try {
    const { precision, shortTags = false } = options;
    return parser.parse(source, precision === undefined ? { start, shortTags } : { start, shortTags, precision });
  } finally {
    for (const { level, message, line } of parser.warnings) {
      diagnostics.push({ level: WARNING_LEVELS[level], message, line });
    }
  }
}

/** Compiles a source; code of `eval` returns null at its end, a file 1. */
function compileSource(source: string, fileName: string, options: FileOptions, start: StartMode): CompileResult {
  const diagnostics: CompileDiagnostic[] = [];
  const parser = options.parser ?? new SourceParser();
  let c: Compiler | null = null;
  try {
    const parsed = parseSource(parser, source, start, options, diagnostics);
    const main = new OpArray(fileName);
    const passes = options.origins === undefined ? PASSES : trackOrigins(PASSES, options.origins);
    c = new Compiler(fileName, main, { ...options, host: options.host ?? createPhpHost() }, passes, diagnostics);
    c.fileAst = parsed.ast;
    c.haltOffset = parsed.haltOffset;
    c.lineno = parsed.lastLine;
    compileTopStmt(c, parsed.ast);
    c.lineno = parsed.lastLine;
    emitFinalReturn(c, start !== 'startCode');
    main.lineStart = 1;
    main.lineEnd = parsed.lastLine;
    main.script = c.script;
    finishOpArray(c, main);
    return { main, diagnostics, failure: null };
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) return tooDeep(diagnostics, c?.lineno ?? 1);
    if (!(error instanceof CompileError)) throw error;
    const { kind, message, line, catchable } = error;
    return { main: null, diagnostics, failure: { kind, message, line, catchable } };
  }
}

/**
 * Compiles a file. `source` and `fileName` are byte strings; the file name is the absolute path that `__FILE__` shows.
 * @throws nothing PHP calls an error: those are in the result; a JS exception is a bug of ours
 */
export function compileFile(source: string, fileName: string, options: FileOptions): CompileResult {
  return compileSource(source, fileName, options, options.mainScript === true ? 'startScript' : 'startFile');
}

/** Compiles the code of an `eval`: `source` starts in PHP mode, `fileName` is "FILE(LINE) : eval()'d code". */
export function compileString(source: string, fileName: string, options: FileOptions): CompileResult {
  return compileSource(source, fileName, options, 'startCode');
}
