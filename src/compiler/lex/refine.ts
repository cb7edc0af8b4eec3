/**
 * Turns the pieces that `cut.ts` cut into PHP tokens: reserved words, contextual words, values of literals, lines,
 * doc comments, nesting of brackets. It stops at the first fault with a T_ERROR token, as PHP's scanner does.
 * Source: php-src Zend/zend_language_scanner.l
 */
import type { CompileWarning } from '../../base/compile-error.ts';
import type { AstValue } from '../ast.ts';
import type { CoarseKind } from './coarse-tokens.ts';
import type { Piece } from './cut.ts';
import { HeredocStack } from './heredoc.ts';
import { CASTS, KEYWORDS, LONGEST_KEYWORD, OPERATORS } from './keywords.ts';
import { LexError } from './lex-error.ts';
import { LineIndex } from './line-index.ts';
import { Nesting } from './nesting.ts';
import { parseNumber, parseOffsetNumber } from './numbers.ts';
import { PhpToken } from './php-token.ts';
import { unescapeDouble, unescapeSingle } from './strings.ts';
import * as T from './token-ids.ts';

/** A change of the pending doc comment (CG(doc_comment)) made just before token `index` was scanned. */
export interface DocEvent {
  readonly index: number;
  readonly text: string | null;
}

/** A source as PHP's scanner gives it to the parser. */
export interface TokenizeResult {
  /** Ends with END, or with T_ERROR when `error` is set. */
  readonly tokens: PhpToken[];
  readonly docs: DocEvent[];
  readonly warnings: CompileWarning[];
  readonly error: { readonly message: string; readonly line: number } | null;
}

const NAMESPACE_PREFIX = 'namespace\\';
/** Of all names only `yield from` has blanks in it. */
const BLANK = /[ \n\r\t]/;
/** What follows an `enum` that is reserved: blanks and a name that could be the enum's. */
const ENUM_NAME = /[ \n\r\t]+(?!extends|implements)[a-zA-Z_\x80-\xff]/iy;

const UNCLOSED_DOC = /^\/\*\*[ \n\r\t]/;

/** Whether an octal overflows before its first wrong digit. */
function isLongOctal(image: string): boolean {
  const digits = /^0*([0-7]*)/.exec(image.replaceAll('_', ''))?.[1] ?? '';
  return digits.length > 21;
}

/** Refines one source; use once. */
export class Refiner {
  private readonly pieces: readonly Piece[];
  private readonly source: string;
  private readonly lines: LineIndex;
  private readonly tokens: PhpToken[] = [];
  private readonly docs: DocEvent[] = [];
  private readonly warnings: CompileWarning[] = [];
  private readonly nesting = new Nesting();
  private readonly heredocs: HeredocStack;
  private error: TokenizeResult['error'] = null;
  private at = 0;
  private halted = false;
  private readonly tolerant: boolean;

  /** `tolerant`: outside of PARSER_MODE(), for token_get_all(): no fault ends the list, nor does `__halt_compiler`. */
  constructor(source: string, pieces: readonly Piece[], tolerant = false) {
    this.source = source;
    this.pieces = pieces;
    this.tolerant = tolerant;
    this.lines = new LineIndex(source);
    this.heredocs = new HeredocStack(source, pieces);
  }

  run(): TokenizeResult {
    const { pieces } = this;
    for (this.at = 0; this.at < pieces.length && this.error === null && !this.halted; this.at++) {
      const piece = pieces[this.at];
      if (piece !== undefined) {
        this.refine(piece, piece.kind);
      }
    }
    if (this.error === null) {
      const end = this.halted ? this.lastEnd() : this.source.length;
      const unclosed = this.tolerant ? null : this.nesting.atEnd(this.lines.lineAt(end));
      if (unclosed !== null) {
        this.fail(unclosed, end, this.lines.lineAt(end));
      } else {
        this.push(T.END, '', end, null);
      }
    }
    return { tokens: this.tokens, docs: this.docs, warnings: this.warnings, error: this.error };
  }

  private lastEnd(): number {
    const last = this.tokens[this.tokens.length - 1];
    return last === undefined ? 0 : last.startOffset + last.image.length;
  }

  private push(id: number, image: string, offset: number, value: AstValue): void {
    const line = this.lines.lineAt(offset);
    const endLine = this.lines.lineAt(offset + image.length);
    this.tokens.push(new PhpToken(id, image, offset, line, endLine, value, this.tokens.length));
  }

  /** A token whose text holds no newline. */
  private pushShort(id: number, image: string, offset: number, value: AstValue): void {
    const line = this.lines.lineAt(offset);
    this.tokens.push(new PhpToken(id, image, offset, line, line, value, this.tokens.length));
  }

  private fail(message: string, offset: number, line: number): void {
    this.error = { message, line };
    this.tokens.push(new PhpToken(T.T_ERROR, '', offset, line, line, null, this.tokens.length));
  }

  private doc(text: string | null): void {
    this.docs.push({ index: this.tokens.length, text });
  }

  private refine(piece: Piece, kind: CoarseKind): void {
    const { image, startOffset } = piece;
    switch (kind) {
      case 'Name':
        return this.name(image, startOffset);
      case 'Operator':
      case 'Arrow':
        return this.operator(image, startOffset);
      case 'Variable':
      case 'VariableThenProperty':
      case 'VariableThenOffset':
        return this.pushShort(T.T_VARIABLE, image, startOffset, image.slice(1));
      case 'PropertyName':
      case 'OffsetName':
        return this.pushShort(T.T_STRING, image, startOffset, image);
      case 'VarName':
        return this.pushShort(T.T_STRING_VARNAME, image, startOffset, image);
      case 'BraceOpen':
        return this.open(123, image, startOffset, 123);
      case 'CurlyOpen':
        return this.open(123, image, startOffset, T.T_CURLY_OPEN);
      case 'DollarCurly':
        return this.open(123, image, startOffset, T.T_DOLLAR_OPEN_CURLY_BRACES);
      case 'BraceClose':
        this.doc(null);
        return this.close(125, image, startOffset);
      case 'StringQuote':
        return this.pushShort(image.charCodeAt(image.length - 1), image, startOffset, null);
      case 'OffsetOperator':
        return this.pushShort(image.charCodeAt(0), image, startOffset, null);
      case 'CloseTag': {
        const line = this.lines.lineAt(startOffset);
        this.tokens.push(new PhpToken(59, image, startOffset, line, line, null, this.tokens.length));
        return this.checkHalt();
      }
      case 'OpenTag':
        return image.endsWith('=') ? this.pushShort(T.T_ECHO, image, startOffset, null) : undefined;
      case 'Shebang':
        return undefined;
      case 'DocComment':
        return this.doc(image);
      case 'OpenComment': {
        if (this.tolerant) {
          return this.pushShort(UNCLOSED_DOC.test(image) ? T.T_DOC_COMMENT : T.T_COMMENT, image, startOffset, null);
        }
        const line = this.lines.lineAt(startOffset);
        return this.fail(`Unterminated comment starting line ${line}`, startOffset, line);
      }
      case 'BadCharacter':
        return this.pushShort(T.T_BAD_CHARACTER, image, startOffset, null);
      default:
        return this.literal(piece, kind);
    }
  }

  private literal(piece: Piece, kind: CoarseKind): void {
    const { image, startOffset } = piece;
    switch (kind) {
      case 'Html':
        return this.push(T.T_INLINE_HTML, image, startOffset, image);
      case 'Number':
        return this.number(image, startOffset);
      case 'OffsetNumber':
        return this.pushShort(T.T_NUM_STRING, image, startOffset, parseOffsetNumber(image));
      case 'OffsetBad':
        return this.pushShort(T.T_ENCAPSED_AND_WHITESPACE, '', startOffset, null);
      case 'Cast':
        return this.cast(image, startOffset);
      case 'SingleQuoted': {
        const value = unescapeSingle(image.slice(image.indexOf("'") + 1, -1));
        return this.push(T.T_CONSTANT_ENCAPSED_STRING, image, startOffset, value);
      }
      case 'UnclosedSingleQuoted':
        return this.pushShort(T.T_ENCAPSED_AND_WHITESPACE, image, startOffset, null);
      case 'DoubleQuoted': {
        const raw = image.slice(image.indexOf('"') + 1, -1);
        return this.unescaped(T.T_CONSTANT_ENCAPSED_STRING, image, startOffset, raw, '"');
      }
      case 'Encapsed':
        return this.unescaped(T.T_ENCAPSED_AND_WHITESPACE, image, startOffset, image, '"');
      case 'Backticked':
        return this.unescaped(T.T_ENCAPSED_AND_WHITESPACE, image, startOffset, image, '`');
      case 'HeredocStart':
      case 'NowdocStart':
        return this.heredocStart(image, startOffset);
      case 'HeredocText':
      case 'NowdocText':
        return this.heredocText(image, startOffset, kind === 'HeredocText');
      case 'HeredocEnd':
        this.heredocs.leave();
        return this.pushShort(T.T_END_HEREDOC, image, startOffset, null);
      default:
        throw new Error(`unknown piece ${kind}`);
    }
  }

  private name(image: string, offset: number): void {
    if (image.includes('\\')) {
      return this.qualifiedName(image, offset);
    }
    const id = image.length <= LONGEST_KEYWORD || BLANK.test(image) ? this.keyword(image, offset) : undefined;
    if (id === undefined) {
      return this.pushShort(T.T_STRING, image, offset, image);
    }
    if (id === T.T_YIELD_FROM) return this.push(id, image, offset, null);
    this.pushShort(id, image, offset, null);
  }

  private qualifiedName(image: string, offset: number): void {
    if (image.startsWith('\\')) {
      return this.pushShort(T.T_NAME_FULLY_QUALIFIED, image, offset, image.slice(1));
    }
    if (image.slice(0, NAMESPACE_PREFIX.length).toLowerCase() === NAMESPACE_PREFIX) {
      return this.pushShort(T.T_NAME_RELATIVE, image, offset, image.slice(NAMESPACE_PREFIX.length));
    }
    this.pushShort(T.T_NAME_QUALIFIED, image, offset, image);
  }

  private keyword(image: string, offset: number): number | undefined {
    const lower = image.toLowerCase();
    const id = KEYWORDS.get(lower);
    if (id === undefined) {
      return BLANK.test(image) ? T.T_YIELD_FROM : undefined;
    }
    if (id !== T.T_ENUM) {
      return id;
    }
    ENUM_NAME.lastIndex = offset + image.length;
    return ENUM_NAME.test(this.source) ? id : undefined;
  }

  private operator(image: string, offset: number): void {
    if (image.length > 1) {
      const id = OPERATORS.get(image) ?? T.T_BAD_CHARACTER;
      if (id === T.T_ATTRIBUTE) {
        this.nesting.enter(91, this.lines.lineAt(offset));
      }
      return this.pushShort(id, image, offset, null);
    }
    const code = image.charCodeAt(0);
    switch (code) {
      case 40: // (
      case 91: // [
        return this.open(code, image, offset, code);
      case 41: // )
      case 93: // ]
        return this.close(code, image, offset);
      case 38: // &
        return this.pushShort(this.ampersand(), image, offset, null);
      case 92:
        return this.pushShort(T.T_NS_SEPARATOR, image, offset, null);
      default:
        this.pushShort(code, image, offset, null);
        if (code === 59) {
          this.checkHalt();
        }
    }
  }

  /** `&` before a variable or `...` differs from other `&`, or types and parameters could not be told apart. */
  private ampersand(): number {
    const next = this.nextPiece()?.image ?? '';
    return next.startsWith('$') || next === '...'
      ? T.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
      : T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;
  }

  /** The piece after the current one, doc comments aside. */
  private nextPiece(): Piece | undefined {
    let at = this.at + 1;
    while (this.pieces[at]?.kind === 'DocComment') {
      at++;
    }
    return this.pieces[at];
  }

  private open(bracket: number, image: string, offset: number, id: number): void {
    this.nesting.enter(bracket, this.lines.lineAt(offset));
    this.pushShort(id, image, offset, null);
  }

  private close(bracket: number, image: string, offset: number): void {
    const line = this.lines.lineAt(offset);
    const fault = this.nesting.leave(bracket, line);
    if (fault !== null && !this.tolerant) {
      return this.fail(fault, offset, line);
    }
    this.pushShort(bracket, image, offset, null);
  }

  /** After `__halt_compiler ( ) ;` nothing is scanned any more. */
  private checkHalt(): void {
    const { tokens } = this;
    if (this.tolerant) return;
    const n = tokens.length;
    this.halted = tokens[n - 2]?.id === 41 && tokens[n - 3]?.id === 40 && tokens[n - 4]?.id === T.T_HALT_COMPILER;
  }

  private number(image: string, offset: number): void {
    const value = parseNumber(image);
    if (value instanceof LexError) {
      if (this.tolerant) {
        return this.pushShort(isLongOctal(image) ? T.T_DNUMBER : T.T_LNUMBER, image, offset, null);
      }
      return this.fail(value.message, offset, this.lines.lineAt(offset));
    }
    this.pushShort(typeof value === 'object' ? T.T_DNUMBER : T.T_LNUMBER, image, offset, value);
  }

  private cast(image: string, offset: number): void {
    const id = CASTS.get(image.slice(1, -1).trim().toLowerCase());
    if (id === undefined && this.tolerant) {
      return this.pushShort(T.T_DOUBLE_CAST, image, offset, null);
    }
    if (id === undefined) {
      const message = 'The (real) cast has been removed, use (float) instead';
      return this.fail(message, offset, this.lines.lineAt(offset));
    }
    this.pushShort(id, image, offset, null);
  }

  private unescaped(id: number, image: string, offset: number, raw: string, quote: string): void {
    const line = this.lines.lineAt(offset);
    const value = unescapeDouble(raw, quote, (message, newlines) =>
      this.warnings.push({ level: 'compile-warning', message, line: line + newlines }),
    );
    if (value instanceof LexError) {
      if (this.tolerant) {
        return this.push(id, image, offset, null);
      }
      return this.fail(value.message, offset, line + value.newlines);
    }
    this.push(id, image, offset, value);
  }

  private heredocStart(image: string, offset: number): void {
    const fault = this.heredocs.enter(this.at);
    if (fault !== null && !this.tolerant) {
      return this.fail(fault, offset, this.lines.lineAt(offset + image.length));
    }
    this.push(T.T_START_HEREDOC, image, offset, null);
  }

  private heredocText(image: string, offset: number, escapes: boolean): void {
    const line = this.lines.lineAt(offset);
    const text = this.heredocs.text(this.at, image, offset);
    let value = text.value;
    if (escapes && typeof value === 'string') {
      value = unescapeDouble(value, '', (message, newlines) =>
        this.warnings.push({ level: 'compile-warning', message, line: line + newlines }),
      );
    }
    if (value instanceof LexError) {
      if (this.tolerant) {
        return this.push(T.T_ENCAPSED_AND_WHITESPACE, image, offset, null);
      }
      return this.fail(value.message, offset, line + value.newlines);
    }
    const endLine = this.lines.lineAt(offset + image.length - text.newline);
    const unfinished = this.pieces[this.at + 1] === undefined;
    this.tokens.push(
      new PhpToken(
        T.T_ENCAPSED_AND_WHITESPACE,
        image,
        offset,
        line,
        endLine,
        unfinished && text.newline === 0 ? null : value,
        this.tokens.length,
      ),
    );
  }
}
