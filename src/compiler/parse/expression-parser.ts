/**
 * Expressions: operators by precedence climbing, prefix operators, assignments.
 * Source: php-src 8.2, Zend/zend_language_parser.y (`expr`, `internal_functions_in_yacc`)
 */
import { AST_OPCODES, ZEND_ACC_GENERATOR, ZEND_EVAL, ZEND_PARENTHESIZED_CONDITIONAL } from '../ast-flags.ts';
import { type AstChild, type AstNode, astCreate } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { createConcat } from './concat.ts';
import * as Op from './operators.ts';
import { NewParser } from './new-parser.ts';
import { CALLABLE, CLASS_REFERENCE, DEREFERENCEABLE, VARIABLE } from './variable-parser.ts';

const BANG = 33;
const AMP_VAR = T.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG;
const AMP_OTHER = T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;
const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const EQUALS = 61;
const QUESTION = 63;
const AT = 64;
const BRACKET_OPEN = 91;
const BACKQUOTE = 96;
const TILDE = 126;

/** Rules for `expr`. */
export abstract class ExpressionParser extends NewParser {
  protected override expr(): AstNode {
    return this.binary(0);
  }

  /** An expression whose infix operators bind at least as tight as `min`. */
  private binary(min: number): AstNode {
    return this.binaryFrom(this.unary(), min);
  }

  protected override binaryFrom(first: AstNode, min: number): AstNode {
    let left = first;
    for (;;) {
      const id = this.la();
      const infix = Op.INFIX[id];
      if (infix === undefined || infix.precedence < min) {
        return left;
      }
      this.next();
      left = this.infix(left, id, infix);
    }
  }

  private infix(left: AstNode, id: number, infix: Op.Infix): AstNode {
    const { precedence, associativity, kind, attr } = infix;
    if (associativity === 'special') {
      return id === QUESTION ? this.ternary(left) : astCreate(kind, 0, left.line, [left, this.classNameReference()]);
    }
    const right = this.binary(associativity === 'right' ? precedence : precedence + 1);
    if (associativity === 'none' && Op.INFIX[this.la()]?.precedence === precedence) {
      this.fail();
    }
    if (attr === AST_OPCODES.CONCAT) {
      return createConcat(left, right, this.lineAhead(), this.precision);
    }
    return astCreate(kind, attr, left.line, [left, right]);
  }

  private ternary(condition: AstNode): AstNode {
    const middle = this.la() === COLON ? null : this.binary(0);
    this.take(COLON);
    const last = this.binary(Op.PREC_TERNARY + 1);
    return astCreate('conditional', 0, condition.line, [condition, middle, last]);
  }

  private unaryNode(kind: 'unary_op' | 'unary_plus' | 'unary_minus' | 'silence', attr: number, min: number): AstNode {
    this.next();
    const operand = this.binary(min);
    return astCreate(kind, attr, operand.line, [operand]);
  }

  private unary(): AstNode {
    const id = this.la();
    switch (id) {
      case T.T_VARIABLE:
        return this.assignable(this.variableNode());
      case BRACKET_OPEN:
        return this.assignable(this.bracketArray());
      case BANG:
        return this.unaryNode('unary_op', AST_OPCODES.BOOL_NOT, Op.PREC_NOT + 1);
      case TILDE:
        return this.unaryNode('unary_op', AST_OPCODES.BW_NOT, Op.PREC_UNARY + 1);
      case PLUS:
        return this.unaryNode('unary_plus', 0, Op.PREC_UNARY + 1);
      case MINUS:
        return this.unaryNode('unary_minus', 0, Op.PREC_UNARY + 1);
      case AT:
        return this.unaryNode('silence', 0, Op.PREC_UNARY + 1);
      case T.T_INC:
      case T.T_DEC: {
        this.next();
        const target = this.variable();
        return astCreate(id === T.T_INC ? 'pre_inc' : 'pre_dec', 0, target.line, [target]);
      }
      case T.T_LNUMBER:
      case T.T_DNUMBER:
        return this.leaf(this.next());
      case T.T_START_HEREDOC:
        return this.heredoc();
      case T.T_NEW:
        return this.newExpression();
      case PAREN_OPEN:
        return this.parenthesized();
      case T.T_FUNCTION:
      case T.T_FN:
        return this.SUBRULE(this.inlineFunction);
      case T.T_STATIC:
        return this.staticStart();
      case T.T_ATTRIBUTE:
        return this.attributedFunction(this.SUBRULE(this.attributes));
      case T.T_MATCH:
        return this.SUBRULE(this.match);
      default:
        return Op.CAST_TYPES.has(id) ? this.cast(id) : this.keywordExpression(id);
    }
  }

  private cast(id: number): AstNode {
    this.next();
    const operand = this.binary(Op.PREC_UNARY + 1);
    return astCreate('cast', Op.CAST_TYPES.get(id) ?? 0, operand.line, [operand]);
  }

  /** Expressions that a reserved word starts; anything else is a variable or a scalar. */
  private keywordExpression(id: number): AstNode {
    switch (id) {
      case T.T_CLONE:
        return this.prefix('clone', Op.PREC_CLONE + 1);
      case T.T_PRINT:
        return this.prefix('print', Op.PREC_PRINT + 1);
      case T.T_THROW:
        return this.prefix('throw', Op.PREC_THROW + 1);
      case T.T_YIELD:
        return this.yieldExpression();
      case T.T_YIELD_FROM: {
        const node = this.prefix('yield_from', Op.PREC_YIELD_FROM + 1);
        this.extraFnFlags |= ZEND_ACC_GENERATOR;
        return node;
      }
      case T.T_INCLUDE:
      case T.T_INCLUDE_ONCE:
      case T.T_REQUIRE:
      case T.T_REQUIRE_ONCE: {
        const node = this.prefix('include_or_eval', Op.PREC_INCLUDE + 1);
        node.attr = Op.INCLUDE_KINDS.get(id) ?? 0;
        return node;
      }
      case T.T_EVAL:
      case T.T_EMPTY: {
        this.next();
        this.take(PAREN_OPEN);
        const operand = this.expr();
        this.take(PAREN_CLOSE);
        const isEval = id === T.T_EVAL;
        return astCreate(isEval ? 'include_or_eval' : 'empty', isEval ? ZEND_EVAL : 0, operand.line, [operand]);
      }
      case T.T_ISSET:
        return this.isset();
      case T.T_EXIT:
        return this.exit();
      case T.T_LIST: {
        const list = this.listLiteral();
        return this.listAssignment(list);
      }
      case BACKQUOTE: {
        this.next();
        const command = this.backticks();
        this.take(BACKQUOTE);
        return astCreate('shell_exec', 0, command.line, [command]);
      }
      default:
        return this.assignable(this.postfixExpression());
    }
  }

  private prefix(kind: 'clone' | 'print' | 'throw' | 'yield_from' | 'include_or_eval', min: number): AstNode {
    this.next();
    const operand = this.binary(min);
    return astCreate(kind, 0, operand.line, [operand]);
  }

  private yieldExpression(): AstNode {
    this.next();
    let value: AstChild = null;
    let key: AstChild = null;
    if (!Op.ENDS_BARE_YIELD.has(this.la())) {
      value = this.binary(Op.PREC_YIELD + 1);
      if (this.accept(T.T_DOUBLE_ARROW)) {
        key = value;
        value = this.binary(Op.PREC_DOUBLE_ARROW + 1);
      }
    }
    this.extraFnFlags |= ZEND_ACC_GENERATOR;
    return this.node('yield', 0, this.lineAhead(), [value, key]);
  }

  private isset(): AstNode {
    this.next();
    this.take(PAREN_OPEN);
    let result = this.issetVariable();
    while (this.accept(COMMA)) {
      if (this.la() === PAREN_CLOSE) {
        break;
      }
      result = astCreate('and', 0, result.line, [result, this.issetVariable()]);
    }
    this.take(PAREN_CLOSE);
    return result;
  }

  private issetVariable(): AstNode {
    const operand = this.expr();
    return astCreate('isset', 0, operand.line, [operand]);
  }

  private exit(): AstNode {
    this.next();
    if (!this.accept(PAREN_OPEN)) {
      return astCreate('exit', 0, this.lineAhead(), [null]);
    }
    const status = this.la() === PAREN_CLOSE ? null : this.expr();
    this.take(PAREN_CLOSE);
    return this.node('exit', 0, this.lineHere(), [status]);
  }

  private parenthesized(): AstNode {
    this.next();
    const inner = this.expr();
    this.take(PAREN_CLOSE);
    if (inner.kind === 'conditional') {
      inner.attr = ZEND_PARENTHESIZED_CONDITIONAL;
    }
    return this.assignable(this.postfix(inner, DEREFERENCEABLE | CLASS_REFERENCE | CALLABLE));
  }

  /** `static function`, `static fn` or the class name `static`. */
  private staticStart(): AstNode {
    const after = this.la2();
    if (after !== T.T_FUNCTION && after !== T.T_FN) {
      return this.assignable(this.postfixExpression());
    }
    return this.staticFunction();
  }

  /** What may follow attributes inside an expression. */
  protected override attributedFunction(attributes: AstNode): AstNode {
    const node = this.la() === T.T_STATIC ? this.staticFunction() : this.SUBRULE(this.inlineFunction);
    node.children[4] = attributes;
    return node;
  }

  /** `list(...) = expr`; `list` must be assigned to here. */
  private listAssignment(list: AstNode): AstNode {
    this.take(EQUALS);
    return astCreate('assign', 0, list.line, [list, this.binary(Op.PREC_ASSIGN + 1)]);
  }

  protected override arrayAssignment(target: AstNode): AstNode {
    return this.binaryFrom(this.listAssignment(target), 0);
  }

  /** Goes on after a primary expression: an assignment or `++` when it is a variable. */
  private assignable(target: AstNode): AstNode {
    const id = this.la();
    if (!this.isVariable()) {
      return id === EQUALS && this.isArrayLiteral(target) ? this.listAssignment(target) : target;
    }
    switch (id) {
      case EQUALS:
        return this.assignment(target);
      case T.T_INC:
        this.next();
        return astCreate('post_inc', 0, target.line, [target]);
      case T.T_DEC:
        this.next();
        return astCreate('post_dec', 0, target.line, [target]);
      case T.T_COALESCE_EQUAL:
        this.next();
        return astCreate('assign_coalesce', 0, target.line, [target, this.binary(Op.PREC_ASSIGN + 1)]);
      default: {
        const opcode = Op.ASSIGN_OPCODES.get(id);
        if (opcode === undefined) {
          return target;
        }
        this.next();
        return astCreate('assign_op', opcode, target.line, [target, this.binary(Op.PREC_ASSIGN + 1)]);
      }
    }
  }

  private assignment(target: AstNode): AstNode {
    this.next();
    if (this.accept(AMP_VAR) || this.accept(AMP_OTHER)) {
      return astCreate('assign_ref', 0, target.line, [target, this.variable()]);
    }
    return astCreate('assign', 0, target.line, [target, this.binary(Op.PREC_ASSIGN + 1)]);
  }

  /** A `variable`: something that can be written to or called, without an assignment after it. */
  protected override variable(): AstNode {
    return this.writable(this.la() === PAREN_OPEN ? this.parenthesizedBase() : this.postfixExpression());
  }

  /** `node`, if it is a `variable`; else a syntax error. */
  protected writable(node: AstNode): AstNode {
    return this.isVariable() ? node : this.fail();
  }

  private parenthesizedBase(): AstNode {
    this.next();
    const inner = this.expr();
    this.take(PAREN_CLOSE);
    return this.postfix(inner, DEREFERENCEABLE | CLASS_REFERENCE | CALLABLE);
  }

  /** Whether the primary expression read last is a `variable`. */
  private isVariable(): boolean {
    return (this.category & VARIABLE) !== 0;
  }
}
