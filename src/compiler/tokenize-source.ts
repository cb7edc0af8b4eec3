/**
 * The compiler's side of token_get_all().
 * Source: php-src 8.2 ext/tokenizer/tokenizer.c
 */
import { CompileError } from '../base/compile-error.ts';
import { type CompileFailure, type FileOptions, WARNING_LEVELS } from './compile-file.ts';
import type { CompileDiagnostic } from './emit/context.ts';
import type { SourceToken } from './lex/source-tokens.ts';
import { SourceParser } from './parse/parse-file.ts';

/** The tokens of a source, or why it cannot be parsed. */
export interface TokenizeResult {
  readonly tokens: readonly SourceToken[];
  readonly diagnostics: readonly CompileDiagnostic[];
  readonly failure: CompileFailure | null;
}

/** All tokens of a file's source (bytes); `parse` is TOKEN_PARSE. Faults are in the result. */
export function tokenizeSource(source: string, parse: boolean, options: FileOptions): TokenizeResult {
  const parser = options.parser ?? new SourceParser();
  const diagnostics = (): CompileDiagnostic[] => {
    return parser.warnings.map(({ level, message, line }) => ({ level: WARNING_LEVELS[level], message, line }));
  };
  try {
    const tokens = parser.sourceTokens(source, parse, { shortTags: options.shortTags ?? false });
    return { tokens, diagnostics: diagnostics(), failure: null };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { kind, message, line, catchable } = error;
    return { tokens: [], diagnostics: diagnostics(), failure: { kind, message, line, catchable } };
  }
}
