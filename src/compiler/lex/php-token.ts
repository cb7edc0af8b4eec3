/**
 * What the parser reads: a token with its final PHP kind, its value and its lines.
 * It is a chevrotain IToken (image, startOffset, tokenType, tokenTypeIdx) with Zend's facts added.
 */
import type { IToken, TokenType } from 'chevrotain';
import type { AstValue } from '../ast.ts';
import { END, TOKEN_ROWS } from './token-ids.ts';

/** The chevrotain token type of a PHP token number (see token-ids.ts): chevrotain's errors and tests ask for its name. */
export function tokenTypeOf(id: number): TokenType {
  const [, name = id === END ? 'END' : `char_${String.fromCharCode(id)}`] =
    TOKEN_ROWS.find((row) => row[0] === id) ?? [];
  return { name, tokenTypeIdx: id };
}

/** One token of PHP source. */
export class PhpToken implements IToken {
  /** Token number, see token-ids.ts. */
  readonly id: number;
  /** Its text (yytext). */
  readonly image: string;
  /** Byte offset of its first character. */
  readonly startOffset: number;
  /** Line its first character is on: the line of a zval made from it. */
  readonly line: number;
  /** CG(zend_lineno) once the lexer has scanned it; a close tag's own newline does not count yet. */
  readonly endLine: number;
  /** Value of a literal, a name or a variable (without `$`); null for others. */
  readonly value: AstValue;
  /** Place in the token list. */
  readonly index: number;

  constructor(
    id: number,
    image: string,
    startOffset: number,
    line: number,
    endLine: number,
    value: AstValue,
    index: number,
  ) {
    this.id = id;
    this.image = image;
    this.startOffset = startOffset;
    this.line = line;
    this.endLine = endLine;
    this.value = value;
    this.index = index;
  }

  get tokenType(): TokenType {
    return tokenTypeOf(this.id);
  }

  get tokenTypeIdx(): number {
    return this.id;
  }
}
