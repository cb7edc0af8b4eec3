/** Names, types, attributes and argument lists. Source: php-src 8.2, Zend/zend_language_parser.y */
import { CompileError } from '../../base/compile-error.ts';
import {
  IS_ARRAY,
  IS_CALLABLE,
  IS_STATIC,
  ZEND_NAME_FQ,
  ZEND_NAME_NOT_FQ,
  ZEND_NAME_RELATIVE,
  ZEND_TYPE_NULLABLE,
} from '../ast-flags.ts';
import { type AstListKind, type AstNode, type AstZval, astCreate, astList, astListAdd, astZval } from '../ast.ts';
import type { PhpToken } from '../lex/php-token.ts';
import * as T from '../lex/token-ids.ts';
import { isIdentifier } from './operators.ts';
import { ParserBase, type Rule } from './parser-base.ts';

const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const COMMA = 44;
const COLON = 58;
const QUESTION = 63;
const BRACKET_CLOSE = 93;
const PIPE = 124;
const AMPERSAND = T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;

/** Whether a token is a (qualified or not) name. */
export function isName(id: number): boolean {
  return id === T.T_STRING || (id >= T.T_NAME_FULLY_QUALIFIED && id <= T.T_NAME_QUALIFIED);
}

/** Rules for everything that is spelt with names. */
export abstract class NamesParser extends ParserBase {
  protected abstract expr(): AstNode;

  /** Places of the reserved words that turned out to be names (ON_FEEDBACK); null: nobody asks. */
  wordsAsNames: Set<number> | null = null;

  /** Index of the token an argument starts with: there, bison looks ahead to tell `f(name: 1)` from `f(name)`. */
  protected argumentStart = -1;

  /** A leaf with the token's value. */
  protected leaf(token: PhpToken, attr = 0): AstZval {
    return astZval(token.value, token.line, attr);
  }

  /** A word as a string: an identifier keeps its own line, a reserved word gets `line`. */
  protected wordLeaf(token: PhpToken, line: number): AstZval {
    if (token.image === '<?=') {
      throw new CompileError('Cannot use "<?=" as an identifier', line, 'parse');
    }
    if (token.id === T.T_STRING) {
      return astZval(token.image, token.line);
    }
    this.wordsAsNames?.add(token.index);
    return astZval(token.image, line);
  }

  /** `name`: any spelling of a name; the attribute says which. */
  protected nameNode(): AstZval {
    const id = this.la();
    if (!isName(id)) {
      return this.leaf(this.take(T.T_STRING), ZEND_NAME_NOT_FQ);
    }
    const attr =
      id === T.T_NAME_FULLY_QUALIFIED ? ZEND_NAME_FQ : id === T.T_NAME_RELATIVE ? ZEND_NAME_RELATIVE : ZEND_NAME_NOT_FQ;
    return this.leaf(this.next(), attr);
  }

  /** `class_name`: a name or `static`. */
  protected classNameNode(): AstZval {
    if (this.accept(T.T_STATIC)) {
      return astZval('static', this.lineAhead(), ZEND_NAME_NOT_FQ);
    }
    return this.nameNode();
  }

  /** `class_name_list` */
  protected classNameList(): AstNode {
    const first = this.classNameNode();
    const list = astList('name_list', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.classNameNode());
    }
    return list;
  }

  /** `identifier`: a name of a member; bison needs no look ahead after it. */
  protected identifier(): AstZval {
    if (!isIdentifier(this.la())) {
      return this.leaf(this.take(T.T_STRING));
    }
    const token = this.next();
    return this.wordLeaf(token, token.endLine);
  }

  /** `type_expr`; `withStatic` allows `static` in it. */
  typeExpr: Rule<AstNode, [withStatic: boolean]> = this.RULE('typeExpr', (withStatic: boolean): AstNode => {
    if (this.accept(QUESTION)) {
      const type = this.simpleType(withStatic);
      type.attr |= ZEND_TYPE_NULLABLE;
      return type;
    }
    const grouped = this.la() === PAREN_OPEN;
    const first = grouped ? this.groupedIntersection(withStatic) : this.simpleType(withStatic);
    if (!grouped && this.la() === AMPERSAND) {
      return this.intersection(first, withStatic);
    }
    if (grouped && this.la() !== PIPE) {
      this.take(PIPE);
    }
    if (this.la() !== PIPE) {
      return first;
    }
    const union = astList('type_union', first.line, [first]);
    while (this.accept(PIPE)) {
      const group = this.la() === PAREN_OPEN;
      astListAdd(union, group ? this.groupedIntersection(withStatic) : this.simpleType(withStatic));
    }
    return union;
  });

  private groupedIntersection(withStatic: boolean): AstNode {
    this.take(PAREN_OPEN);
    const type = this.intersection(this.simpleType(withStatic), withStatic);
    this.take(PAREN_CLOSE);
    return type;
  }

  private intersection(first: AstNode, withStatic: boolean): AstNode {
    const list = astList('type_intersection', first.line, [first]);
    this.take(AMPERSAND);
    do {
      astListAdd(list, this.simpleType(withStatic));
    } while (this.accept(AMPERSAND));
    return list;
  }

  private simpleType(withStatic: boolean): AstNode {
    switch (this.la()) {
      case T.T_ARRAY:
        return astCreate('type', IS_ARRAY, this.next().endLine, []);
      case T.T_CALLABLE:
        return astCreate('type', IS_CALLABLE, this.next().endLine, []);
      case T.T_STATIC:
        if (withStatic) {
          return astCreate('type', IS_STATIC, this.next().endLine, []);
        }
        return this.fail();
      default:
        return this.nameNode();
    }
  }

  /** Whether a type may start at the next token. */
  protected atType(): boolean {
    const id = this.la();
    return isName(id) || id === QUESTION || id === PAREN_OPEN || id === T.T_ARRAY || id === T.T_CALLABLE;
  }

  /** `return_type`, null when there is none. */
  protected returnType(): AstNode | null {
    return this.accept(COLON) ? this.SUBRULE(this.typeExpr, { ARGS: [true] }) : null;
  }

  /** `attributes`: one or more `#[...]`. */
  attributes: Rule = this.RULE('attributes', (): AstNode => {
    let list: AstNode | null = null;
    do {
      this.take(T.T_ATTRIBUTE);
      const group = this.commaList('attribute_group', BRACKET_CLOSE, () => this.attribute());
      this.take(BRACKET_CLOSE);
      list = list === null ? astList('attribute_list', group.line, [group]) : astListAdd(list, group);
    } while (this.la() === T.T_ATTRIBUTE);
    return list;
  });

  private attribute(): AstNode {
    const name = this.classNameNode();
    const args = this.la() === PAREN_OPEN ? this.argumentList() : null;
    return astCreate('attribute', 0, name.line, [name, args]);
  }

  /** One or more items with commas between them, and perhaps one more before the token `end`. */
  protected commaList(kind: AstListKind, end: number, item: () => AstNode): AstNode {
    const first = item();
    const list = astList(kind, first.line, [first]);
    while (this.accept(COMMA)) {
      if (this.la() === end) {
        break;
      }
      astListAdd(list, item());
    }
    return list;
  }

  /** `argument_list`, with `(...)` for a first-class callable. */
  protected argumentList(): AstNode {
    this.take(PAREN_OPEN);
    if (this.accept(PAREN_CLOSE)) {
      return astList('arg_list', this.lineHere(), []);
    }
    if (this.la() === T.T_ELLIPSIS && this.la2() === PAREN_CLOSE) {
      this.next();
      return astCreate('callable_convert', 0, this.next().endLine, []);
    }
    const list = this.commaList('arg_list', PAREN_CLOSE, () => this.argument());
    this.take(PAREN_CLOSE);
    return list;
  }

  private argument(): AstNode {
    if (this.la2() === COLON && isIdentifier(this.la())) {
      const name = this.wordLeaf(this.next(), this.lineAhead());
      this.take(COLON);
      return astCreate('named_arg', 0, name.line, [name, this.expr()]);
    }
    if (this.accept(T.T_ELLIPSIS)) {
      const value = this.expr();
      return astCreate('unpack', 0, value.line, [value]);
    }
    this.argumentStart = this.look(1).index;
    return this.expr();
  }
}
