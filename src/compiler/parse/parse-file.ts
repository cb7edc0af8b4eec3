/** The entry of the compiler's first half: source bytes to AST. */
import { CompileError, type CompileWarning } from '../../base/compile-error.ts';
import type { AstNode } from '../ast.ts';
import { PhpLexer, type StartMode } from '../lex/lexer.ts';
import { SyntaxFailure } from './parser-base.ts';
import { PhpParser } from './php-parser.ts';
import { SyntaxErrors } from './syntax-error.ts';

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

  /**
   * Parses a source given as bytes (one character per byte). Throws a CompileError with PHP's message and line where
   * PHP reports a parse or compile error; warnings raised before it are lost.
   */
  parse(source: string, options: ParseOptions = {}): ParseResult {
    const tokens = this.lexerFor(options.shortTags ?? false).tokenize(source, options.start ?? 'startFile');
    const { parser } = this;
    parser.load(tokens.tokens, tokens.docs, options.precision ?? 14);
    let ast: AstNode;
    try {
      ast = parser.file();
    } catch (error) {
      if (error instanceof SyntaxFailure) {
        throw this.syntaxErrors.explain(tokens, parser.nextToken());
      }
      if (error instanceof RangeError) {
        throw new CompileError('memory exhausted', parser.nextToken().endLine, 'parse');
      }
      throw error;
    }
    if (parser.errors.length > 0) {
      throw this.syntaxErrors.explain(tokens, parser.nextToken());
    }
    const lastLine = tokens.tokens.at(-1)?.endLine ?? 1;
    const warnings = tokens.warnings.concat(parser.takeWarnings()).sort((a, b) => a.line - b.line);
    return { ast, haltOffset: parser.haltOffset, lastLine, warnings };
  }

  private lexerFor(shortTags: boolean): PhpLexer {
    if (this.lexer === null || this.lexerShortTags !== shortTags) {
      this.lexer = new PhpLexer({ shortTags });
      this.lexerShortTags = shortTags;
    }
    return this.lexer;
  }
}

/** Parses one source with a parser of its own; see `SourceParser.parse`. */
export function parse(source: string, options: ParseOptions = {}): ParseResult {
  return new SourceParser().parse(source, options);
}
