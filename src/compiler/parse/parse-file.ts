/** The entry of the compiler's first half: source bytes to AST. */
import { CompileError, type CompileWarning } from '../../base/compile-error.ts';
import type { AstNode } from '../ast.ts';
import { TooManyTokens } from '../lex/cut.ts';
import { PhpLexer, type StartMode } from '../lex/lexer.ts';
import { LineIndex } from '../lex/line-index.ts';
import type { TokenizeResult } from '../lex/refine.ts';
import type { PhpToken } from '../lex/php-token.ts';
import { listSourceTokens, type SourceToken, withoutCodeAfterHalt } from '../lex/source-tokens.ts';
import { SyntaxFailure } from './parser-base.ts';
import { PhpParser } from './php-parser.ts';
import { SyntaxErrors } from './syntax-error.ts';

/** What PHP says under its default memory_limit when a source is too large to compile. */
const MEMORY_EXHAUSTED = 'Allowed memory size of 134217728 bytes exhausted (tried to allocate 134217736 bytes)';

/** How to read a source. */
export interface ParseOptions {
  /** Whether `<?` alone opens PHP (`short_open_tag`; off by default). */
  readonly shortTags?: boolean;
  /** How the source starts; `startFile` by default, `startScript` skips a `#!` line, `startCode` is for eval. */
  readonly start?: StartMode;
  /** The ini setting `precision` (14 by default): concatenations of literals are folded while parsing. */
  readonly precision?: number;
}

/** A parsed source. */
export interface ParseResult {
  /** The top `stmt_list`. */
  readonly ast: AstNode;
  /** Offset after `__halt_compiler();`, null when there is none. */
  readonly haltOffset: number | null;
  /** Line the scanner stopped on (op_array.line_end of the main op_array). */
  readonly lastLine: number;
  readonly warnings: readonly CompileWarning[];
}

/**
 * Lexer and parser with their tables. Building one takes some milliseconds, so keep it; it is not re-entrant, and two
 * engines each have their own.
 */
export class SourceParser {
  private readonly parser = new PhpParser();
  private readonly syntaxErrors = new SyntaxErrors();
  private lexer: PhpLexer | null = null;
  private lexerShortTags = false;
  /** Warnings of the source parsed last, in order, also when it failed. */
  warnings: readonly CompileWarning[] = [];

  /**
   * Parses a source given as bytes (one character per byte). Throws a CompileError with PHP's message and line where
   * PHP reports a parse or compile error; `warnings` then holds what was raised before it.
   */
  parse(source: string, options: ParseOptions = {}): ParseResult {
    const tokens = this.tokenize(source, options);
    const { parser } = this;
    this.warnings = [];
    parser.load(tokens.tokens, tokens.docs, options.precision ?? 14);
    let ast: AstNode;
    try {
      ast = parser.file();
    } catch (error) {
      throw this.failed(tokens, error);
    }
    if (parser.errors.length > 0) {
      throw this.failed(tokens, new SyntaxFailure());
    }
    const lastLine = tokens.tokens.at(-1)?.endLine ?? 1;
    this.keepWarnings(tokens.warnings);
    return { ast, haltOffset: parser.haltOffset, lastLine, warnings: this.warnings };
  }

  /**
   * Every token of a source with blanks and comments, as token_get_all() gives them. With `parse` the source must be right
   * (else a CompileError is thrown) and reserved words that name a member are identifiers.
   */
  sourceTokens(source: string, parse: boolean, options: ParseOptions = {}): SourceToken[] {
    if (!parse) {
      const { tokens, warnings } = this.lexerFor(options.shortTags ?? false).tokenize(source, 'startFile', true);
      this.warnings = warnings;
      return withoutCodeAfterHalt(source, listSourceTokens(source, tokens));
    }
    const names = new Set<number>();
    this.parser.wordsAsNames = names;
    try {
      const { haltOffset } = this.parse(source, options);
      const tokens = this.parser.input as PhpToken[];
      return listSourceTokens(source, tokens, names, haltOffset ?? source.length);
    } finally {
      this.parser.wordsAsNames = null;
    }
  }

  /** What to throw for what the parser threw; keeps the warnings raised before it. */
  private failed(tokens: TokenizeResult, thrown: unknown): unknown {
    let error = thrown;
    if (thrown instanceof SyntaxFailure) {
      error = this.syntaxErrors.explain(tokens, this.parser.nextToken());
    } else if (thrown instanceof RangeError) {
      error = new CompileError('memory exhausted', this.parser.nextToken().endLine, 'parse');
    }
    const line = error instanceof CompileError ? error.line : 0;
    this.keepWarnings(tokens.warnings.filter((warning) => warning.line <= line));
    return error;
  }

  private keepWarnings(ofLexer: readonly CompileWarning[]): void {
    this.warnings = ofLexer.concat(this.parser.takeWarnings()).sort((a, b) => a.line - b.line);
  }

  private tokenize(source: string, options: ParseOptions): TokenizeResult {
    try {
      return this.lexerFor(options.shortTags ?? false).tokenize(source, options.start ?? 'startFile');
    } catch (error) {
      if (error instanceof TooManyTokens) {
        const line = new LineIndex(source).lineAt(error.offset);
        throw new CompileError(MEMORY_EXHAUSTED, line, 'compile');
      }
      throw error;
    }
  }

  private lexerFor(shortTags: boolean): PhpLexer {
    if (this.lexer === null || this.lexerShortTags !== shortTags) {
      this.lexer = new PhpLexer({ shortTags });
      this.lexerShortTags = shortTags;
    }
    return this.lexer;
  }
}

/** A parser for many sources, made by a function so that it can be loaded lazily. */
export function createSourceParser(): SourceParser {
  return new SourceParser();
}

/** Parses one source with a parser of its own; see `SourceParser.parse`. */
export function parse(source: string, options: ParseOptions = {}): ParseResult {
  return new SourceParser().parse(source, options);
}
