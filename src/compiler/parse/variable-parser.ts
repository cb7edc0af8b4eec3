/**
 * Variables, members, calls, arrays and constants: what postfix brackets, arrows and parentheses apply to.
 * Source: php-src 8.2, Zend/zend_language_parser.y (`variable`, `callable_variable`, `fully_dereferenceable`, ...)
 */
import {
  ZEND_ARRAY_SYNTAX_LIST,
  ZEND_ARRAY_SYNTAX_LONG,
  ZEND_ARRAY_SYNTAX_SHORT,
  ZEND_DIM_ALTERNATIVE_SYNTAX,
  ZEND_NAME_FQ,
} from '../ast-flags.ts';
import { type AstChild, type AstNode, astCreate, astList, astListAdd, astZval } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { isName } from './names-parser.ts';
import { isIdentifier } from './operators.ts';
import type { Rule } from './parser-base.ts';
import { StringParser } from './string-parser.ts';

const QUOTE = 34;
const DOLLAR = 36;
const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const COMMA = 44;
const EQUALS = 61;
const BRACKET_OPEN = 91;
const BRACKET_CLOSE = 93;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
const AMP_VAR = T.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG;
const AMP_OTHER = T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;

// What a primary expression can be used as; zend_language_parser.y has a nonterminal for each.
/** `array_object_dereferenceable`: `[`, `{`, `->` may follow. */
export const DEREFERENCEABLE = 1;
/** `variable_class_name`: `::` may follow. */
export const CLASS_REFERENCE = 2;
/** `callable_expr`: `(` may follow. */
export const CALLABLE = 4;
/** `variable`: may be assigned to. */
export const VARIABLE = 8;
/** An array in square brackets with nothing behind it: may be destructured into. */
const ARRAY_LITERAL = 16;

const ANY_USE: number = DEREFERENCEABLE | CLASS_REFERENCE | CALLABLE;
const CALLABLE_VARIABLE: number = ANY_USE | VARIABLE;
const PROPERTY: number = DEREFERENCEABLE | CLASS_REFERENCE | VARIABLE;

/** Rules for primary expressions and what follows them. */
export abstract class VariableParser extends StringParser {
  // Made in higher layers.
  declare inlineFunction: Rule;
  declare match: Rule;
  protected abstract binaryFrom(first: AstNode, min: number): AstNode;
  protected abstract arrayAssignment(target: AstNode): AstNode;
  protected abstract attributedFunction(attributes: AstNode): AstNode;
  protected abstract staticFunction(): AstNode;

  /** What the primary expression read last can be used as. */
  protected category = 0;

  protected isArrayLiteral(node: AstNode): boolean {
    return node.kind === 'array' && (this.category & ARRAY_LITERAL) !== 0;
  }

  /** `$name`, with what follows it. */
  protected variableNode(): AstNode {
    const name = this.leaf(this.next());
    return this.postfix(astCreate('var', 0, name.line, [name]), CALLABLE_VARIABLE);
  }

  /** A variable, array, string, constant or name, with what follows it. */
  protected postfixExpression(): AstNode {
    const id = this.la();
    switch (id) {
      case T.T_VARIABLE:
        return this.variableNode();
      case DOLLAR: {
        const name = this.simpleVariable();
        return this.postfix(this.node('var', 0, name.line, [name]), CALLABLE_VARIABLE);
      }
      case BRACKET_OPEN:
        return this.bracketArray();
      case T.T_ARRAY:
        return this.postfix(this.longArray(T.T_ARRAY, ZEND_ARRAY_SYNTAX_LONG), ANY_USE);
      case T.T_CONSTANT_ENCAPSED_STRING:
        return this.postfix(this.leaf(this.next()), ANY_USE);
      case QUOTE: {
        this.next();
        const list = this.encapsList();
        this.take(QUOTE);
        return this.postfix(list, ANY_USE);
      }
      case T.T_STATIC:
        return this.staticMember();
      case T.T_READONLY:
        return this.readonlyCall();
      default:
        return isName(id) ? this.nameExpression() : this.magicConstant(id);
    }
  }

  private staticMember(): AstNode {
    const name = this.classNameNode();
    if (this.la() !== T.T_PAAMAYIM_NEKUDOTAYIM) {
      this.fail();
    }
    return this.postfix(name, CLASS_REFERENCE);
  }

  /** `readonly(...)`: a function may have that name. */
  private readonlyCall(): AstNode {
    const word = this.next();
    const args = this.argumentList();
    const name = astZval(word.image, this.lineHere(), ZEND_NAME_FQ);
    return this.postfix(astCreate('call', 0, name.line, [name, args]), CALLABLE_VARIABLE);
  }

  private nameExpression(): AstNode {
    const name = this.nameNode();
    switch (this.la()) {
      case PAREN_OPEN: {
        const args = this.argumentList();
        return this.postfix(astCreate('call', 0, name.line, [name, args]), CALLABLE_VARIABLE);
      }
      case T.T_PAAMAYIM_NEKUDOTAYIM:
        return this.postfix(name, CLASS_REFERENCE);
      default:
        return this.postfix(astCreate('const', 0, name.line, [name]), DEREFERENCEABLE);
    }
  }

  private magicConstant(id: number): AstNode {
    if (id < T.T_LINE || id > T.T_NS_C) {
      return this.fail();
    }
    const token = this.next();
    const line = token.index === this.argumentStart ? this.lineAhead() : token.endLine;
    return this.postfix(astCreate('magic_const', id, line, []), DEREFERENCEABLE);
  }

  /** `simple_variable`: a zval for `$a`, an expression for `${...}`, a `var` for `$$a`. */
  protected simpleVariable(): AstNode {
    if (this.la() !== DOLLAR) {
      return this.leaf(this.take(T.T_VARIABLE));
    }
    this.next();
    if (this.accept(BRACE_OPEN)) {
      const name = this.expr();
      this.take(BRACE_CLOSE);
      return name;
    }
    const inner = this.simpleVariable();
    return astCreate('var', 0, inner.line, [inner]);
  }

  private atSimpleVariable(): boolean {
    const id = this.la();
    return id === T.T_VARIABLE || id === DOLLAR;
  }

  /** Applies `[...]`, `{...}`, `->`, `?->`, `::` and `(...)` as long as they fit what `base` is. */
  protected postfix(base: AstNode, category: number): AstNode {
    let node = base;
    let use = category;
    for (;;) {
      const id = this.la();
      if ((id === BRACKET_OPEN || id === BRACE_OPEN) && (use & DEREFERENCEABLE) !== 0) {
        node = this.dimension(node, id);
        use = CALLABLE_VARIABLE;
      } else if ((id === T.T_OBJECT_OPERATOR || id === T.T_NULLSAFE_OBJECT_OPERATOR) && (use & DEREFERENCEABLE) !== 0) {
        node = this.member(node, id === T.T_NULLSAFE_OBJECT_OPERATOR);
        use = node.children.length === 3 ? CALLABLE_VARIABLE : PROPERTY;
      } else if (id === T.T_PAAMAYIM_NEKUDOTAYIM && (use & CLASS_REFERENCE) !== 0) {
        node = this.staticAccess(node);
        use =
          node.kind === 'static_call'
            ? CALLABLE_VARIABLE
            : node.kind === 'static_prop'
              ? PROPERTY
              : DEREFERENCEABLE | CLASS_REFERENCE;
      } else if (id === PAREN_OPEN && (use & CALLABLE) !== 0) {
        const line = this.lineAhead();
        node = astCreate('call', 0, line, [node, this.argumentList()]);
        use = CALLABLE_VARIABLE;
      } else {
        this.category = use;
        return node;
      }
    }
  }

  /** `[...]` or the old `{...}` behind `base`. */
  protected dimension(base: AstNode, opening: number): AstNode {
    this.next();
    if (opening === BRACKET_OPEN) {
      const index = this.la() === BRACKET_CLOSE ? null : this.expr();
      this.take(BRACKET_CLOSE);
      return astCreate('dim', 0, base.line, [base, index]);
    }
    const index = this.expr();
    this.take(BRACE_CLOSE);
    return astCreate('dim', ZEND_DIM_ALTERNATIVE_SYNTAX, base.line, [base, index]);
  }

  /** `property_name` */
  protected propertyName(): AstNode {
    if (this.la() === T.T_STRING) {
      return this.leaf(this.next());
    }
    return this.computedName();
  }

  /** `{expr}` or a simple variable as the name of a member. */
  private computedName(): AstNode {
    if (this.accept(BRACE_OPEN)) {
      const name = this.expr();
      this.take(BRACE_CLOSE);
      return name;
    }
    const variable = this.simpleVariable();
    return astCreate('var', 0, variable.line, [variable]);
  }

  private member(base: AstNode, nullsafe: boolean): AstNode {
    this.next();
    const name = this.propertyName();
    if (this.la() === PAREN_OPEN) {
      const args = this.argumentList();
      return astCreate(nullsafe ? 'nullsafe_method_call' : 'method_call', 0, base.line, [base, name, args]);
    }
    return astCreate(nullsafe ? 'nullsafe_prop' : 'prop', 0, base.line, [base, name]);
  }

  private staticAccess(base: AstNode): AstNode {
    this.next();
    if (this.atSimpleVariable()) {
      const variable = this.simpleVariable();
      if (this.la() !== PAREN_OPEN) {
        return astCreate('static_prop', 0, base.line, [base, variable]);
      }
      return this.staticCall(base, astCreate('var', 0, variable.line, [variable]));
    }
    if (this.la() === BRACE_OPEN) {
      return this.staticCall(base, this.computedName());
    }
    if (!isIdentifier(this.la())) {
      this.fail();
    }
    const word = this.next();
    const name = this.wordLeaf(word, word.endLine);
    if (this.la() === PAREN_OPEN) {
      return this.staticCall(base, name);
    }
    if (word.image.toLowerCase() === 'class') {
      return astCreate('class_name', 0, base.line, [base]);
    }
    return astCreate('class_const', 0, base.line, [base, name]);
  }

  private staticCall(base: AstNode, name: AstNode): AstNode {
    return astCreate('static_call', 0, base.line, [base, name, this.argumentList()]);
  }

  /** `[...]`, with what follows it. */
  protected bracketArray(): AstNode {
    return this.postfix(this.shortArray(), ANY_USE | ARRAY_LITERAL);
  }

  private shortArray(): AstNode {
    this.next();
    const list = this.arrayPairs(BRACKET_CLOSE, ZEND_ARRAY_SYNTAX_SHORT);
    this.take(BRACKET_CLOSE);
    return list;
  }

  private longArray(word: number, syntax: number): AstNode {
    this.take(word);
    this.take(PAREN_OPEN);
    const list = this.arrayPairs(PAREN_CLOSE, syntax);
    this.take(PAREN_CLOSE);
    return list;
  }

  /** `list(...)` as a target. */
  protected listLiteral(): AstNode {
    return this.longArray(T.T_LIST, ZEND_ARRAY_SYNTAX_LIST);
  }

  private arrayPairs(end: number, syntax: number): AstNode {
    const first = this.possiblePair(end);
    const list = astList('array', first === null ? this.lineAhead() : first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.possiblePair(end));
    }
    if (list.children[list.children.length - 1] === null) {
      list.children.pop();
    }
    list.attr = syntax;
    return list;
  }

  private possiblePair(end: number): AstChild {
    const id = this.la();
    return id === COMMA || id === end ? null : this.arrayPair();
  }

  private arrayPair(): AstNode {
    if (this.accept(T.T_ELLIPSIS)) {
      const value = this.expr();
      return astCreate('unpack', 0, value.line, [value]);
    }
    if (this.accept(AMP_VAR) || this.accept(AMP_OTHER)) {
      const target = this.variable();
      return astCreate('array_elem', 1, target.line, [target, null]);
    }
    const first = this.arrayValue();
    if (!this.accept(T.T_DOUBLE_ARROW)) {
      return astCreate('array_elem', 0, first.line, [first, null]);
    }
    if (this.accept(AMP_VAR) || this.accept(AMP_OTHER)) {
      const target = this.variable();
      return astCreate('array_elem', 1, target.line, [target, first]);
    }
    const value = this.arrayValue();
    return astCreate('array_elem', 0, value.line, [value, first]);
  }

  /** An expression, or a nested `list(...)`. */
  private arrayValue(): AstNode {
    if (this.la() !== T.T_LIST) {
      return this.expr();
    }
    const list = this.listLiteral();
    return this.la() === EQUALS ? this.arrayAssignment(list) : list;
  }
}
