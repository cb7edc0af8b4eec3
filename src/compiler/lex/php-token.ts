/**
 * What the parser reads: a token with its final PHP kind, its value and its lines.
 * It is a chevrotain IToken (image, startOffset, tokenType, tokenTypeIdx) with Zend's facts added.
 */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { AstValue } from '../ast.ts';
import { CHAR_TOKENS, END, TOKEN_ROWS } from './token-ids.ts';

function makeTokenTypes(): TokenType[] {
  const types: TokenType[] = [];
  types[END] = createToken({ name: 'END', pattern: Lexer.NA });
  for (const char of CHAR_TOKENS) {
    types[char.charCodeAt(0)] = createToken({ name: `char_${char}`, pattern: Lexer.NA });
  }
  for (const [id, name] of TOKEN_ROWS) {
    types[id] = createToken({ name, pattern: Lexer.NA });
  }
  return types;
}

const TOKEN_TYPES: readonly TokenType[] = makeTokenTypes();

/** The chevrotain token type of a PHP token number (see token-ids.ts). An unknown number is a bug of ours. */
export function tokenTypeOf(id: number): TokenType {
  const type = TOKEN_TYPES[id];
  if (type === undefined) {
    throw new RangeError(`no token has the number ${id}`);
  }
  return type;
}

/** All token types, for chevrotain's vocabulary. */
export function allTokenTypes(): TokenType[] {
  return TOKEN_TYPES.filter((type) => type !== undefined);
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
    return this.tokenType.tokenTypeIdx ?? 0;
  }
}
