/** Strings with variables in them, heredocs and backquotes. Source: php-src 8.2, Zend/zend_language_parser.y */
import { ZEND_ENCAPS_VAR_DOLLAR_CURLY, ZEND_ENCAPS_VAR_DOLLAR_CURLY_VAR_VAR } from '../ast-flags.ts';
import type { PhpInt } from '../../value/zval.ts';
import { type AstNode, astCreate, astList, astListAdd, astZval } from '../ast.ts';
import { negateOffset } from '../lex/numbers.ts';
import * as T from '../lex/token-ids.ts';
import { NamesParser } from './names-parser.ts';

const MINUS = 45;
const BRACKET_OPEN = 91;
const BRACKET_CLOSE = 93;
const BACKQUOTE = 96;
const BRACE_CLOSE = 125;

/** Rules for interpolated strings. */
export abstract class StringParser extends NamesParser {
  protected abstract variable(): AstNode;

  /** A heredoc or nowdoc. */
  protected heredoc(): AstNode {
    this.next();
    if (this.la() === T.T_END_HEREDOC) {
      return astZval('', this.next().endLine);
    }
    if (this.la() === T.T_ENCAPSED_AND_WHITESPACE && this.la2() === T.T_END_HEREDOC) {
      const text = this.leaf(this.next());
      this.next();
      return text;
    }
    const list = this.encapsList();
    this.take(T.T_END_HEREDOC);
    return list;
  }

  /** What stands between backquotes. */
  protected backticks(): AstNode {
    if (this.la() === BACKQUOTE) {
      return astZval('', this.lineAhead());
    }
    if (this.la() === T.T_ENCAPSED_AND_WHITESPACE && this.la2() === BACKQUOTE) {
      return this.leaf(this.next());
    }
    return this.encapsList();
  }

  /** `encaps_list`: text and variables, at least one variable among them. */
  protected encapsList(): AstNode {
    let list: AstNode;
    if (this.la() === T.T_ENCAPSED_AND_WHITESPACE) {
      const text = this.leaf(this.next());
      list = astList('encaps_list', text.line, [text, this.encapsVariable()]);
    } else {
      const variable = this.encapsVariable();
      list = astList('encaps_list', variable.line, [variable]);
    }
    for (;;) {
      switch (this.la()) {
        case T.T_ENCAPSED_AND_WHITESPACE:
          astListAdd(list, this.leaf(this.next()));
          break;
        case T.T_VARIABLE:
        case T.T_DOLLAR_OPEN_CURLY_BRACES:
        case T.T_CURLY_OPEN:
          astListAdd(list, this.encapsVariable());
          break;
        default:
          return list;
      }
    }
  }

  private encapsVariable(): AstNode {
    if (this.accept(T.T_CURLY_OPEN)) {
      const variable = this.variable();
      this.take(BRACE_CLOSE);
      return variable;
    }
    if (this.accept(T.T_DOLLAR_OPEN_CURLY_BRACES)) {
      return this.dollarCurly();
    }
    const name = this.leaf(this.take(T.T_VARIABLE));
    const variable = astCreate('var', 0, name.line, [name]);
    switch (this.la()) {
      case BRACKET_OPEN: {
        this.next();
        const offset = this.encapsOffset();
        this.take(BRACKET_CLOSE);
        return astCreate('dim', 0, variable.line, [variable, offset]);
      }
      case T.T_OBJECT_OPERATOR:
      case T.T_NULLSAFE_OBJECT_OPERATOR: {
        const kind = this.next().id === T.T_OBJECT_OPERATOR ? 'prop' : 'nullsafe_prop';
        return astCreate(kind, 0, variable.line, [variable, this.leaf(this.take(T.T_STRING))]);
      }
      default:
        return variable;
    }
  }

  /** After `${`. */
  private dollarCurly(): AstNode {
    if (this.la() !== T.T_STRING_VARNAME) {
      const name = this.expr();
      this.take(BRACE_CLOSE);
      return astCreate('var', ZEND_ENCAPS_VAR_DOLLAR_CURLY_VAR_VAR, name.line, [name]);
    }
    const name = this.leaf(this.next());
    if (this.accept(BRACE_CLOSE)) {
      return astCreate('var', ZEND_ENCAPS_VAR_DOLLAR_CURLY, name.line, [name]);
    }
    this.take(BRACKET_OPEN);
    const offset = this.expr();
    this.take(BRACKET_CLOSE);
    this.take(BRACE_CLOSE);
    const variable = astCreate('var', 0, name.line, [name]);
    return astCreate('dim', ZEND_ENCAPS_VAR_DOLLAR_CURLY, name.line, [variable, offset]);
  }

  private encapsOffset(): AstNode {
    switch (this.la()) {
      case T.T_STRING:
      case T.T_NUM_STRING:
        return this.leaf(this.next());
      case MINUS: {
        this.next();
        const number = this.take(T.T_NUM_STRING);
        return astZval(negateOffset(number.value as PhpInt | string), number.line);
      }
      default: {
        const name = this.leaf(this.take(T.T_VARIABLE));
        return astCreate('var', 0, name.line, [name]);
      }
    }
  }
}
