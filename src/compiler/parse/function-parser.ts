/** Parameters, closures, arrow functions and match. Source: php-src 8.2, Zend/zend_language_parser.y */
import {
  ZEND_ACC_PPP_MASK,
  ZEND_ACC_READONLY,
  ZEND_ACC_RETURN_REFERENCE,
  ZEND_ACC_STATIC,
  ZEND_BIND_REF,
  ZEND_PARAM_REF,
  ZEND_PARAM_VARIADIC,
} from '../ast-flags.ts';
import { type AstChild, type AstNode, astCreate, astDecl, astList, astListAdd, astZval } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { ExpressionParser } from './expression-parser.ts';
import { addMemberModifier } from './modifiers.ts';
import { MODIFIERS } from './operators.ts';
import type { Rule } from './parser-base.ts';

const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const COMMA = 44;
const EQUALS = 61;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
const AMP_VAR = T.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG;
const AMP_OTHER = T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;
const PROMOTION_FLAGS: number = ZEND_ACC_PPP_MASK | ZEND_ACC_READONLY;

/** A function's body and the flags that its contents gave it. */
export interface FunctionBody {
  readonly statements: AstChild;
  readonly flags: number;
  readonly endLine: number;
}

/** Rules for what functions, closures and methods share. */
export abstract class FunctionParser extends ExpressionParser {
  /** `returns_ref` */
  protected returnsReference(): number {
    return this.accept(AMP_VAR) || this.accept(AMP_OTHER) ? ZEND_ACC_RETURN_REFERENCE : 0;
  }

  /** `'(' parameter_list ')'` */
  parameterList: Rule = this.RULE('parameterList', (): AstNode => {
    this.take(PAREN_OPEN);
    const list =
      this.la() === PAREN_CLOSE
        ? astList('param_list', this.lineAhead(), [])
        : this.commaList('param_list', PAREN_CLOSE, () => this.attributedParameter());
    this.take(PAREN_CLOSE);
    return list;
  });

  private attributedParameter(): AstNode {
    if (this.la() !== T.T_ATTRIBUTE) {
      return this.parameter();
    }
    const attributes = this.SUBRULE(this.attributes);
    const parameter = this.parameter();
    parameter.children[3] = attributes;
    return parameter;
  }

  private parameter(): AstNode {
    let flags = 0;
    for (;;) {
      const modifier = MODIFIERS.get(this.la()) ?? 0;
      if ((modifier & PROMOTION_FLAGS) === 0) {
        break;
      }
      this.next();
      flags = addMemberModifier(flags, modifier, this.lineHere());
    }
    const type = this.atType() ? this.SUBRULE(this.typeExpr, { ARGS: [false] }) : null;
    if (this.accept(AMP_VAR)) {
      flags |= ZEND_PARAM_REF;
    }
    if (this.accept(T.T_ELLIPSIS)) {
      flags |= ZEND_PARAM_VARIADIC;
    }
    const name = this.leaf(this.take(T.T_VARIABLE));
    const doc = this.takeDoc(false);
    const value = this.accept(EQUALS) ? this.expr() : null;
    const docNode = doc === null ? null : astZval(doc, this.lineAhead());
    return this.node('param', flags, name.line, [type, name, value, null, docNode]);
  }

  /** `backup_fn_flags '{' inner_statement_list '}' backup_fn_flags` */
  protected functionBody(): FunctionBody {
    const outer = this.extraFnFlags;
    this.extraFnFlags = 0;
    this.take(BRACE_OPEN);
    const statements = this.SUBRULE(this.innerStatementList);
    this.take(BRACE_CLOSE);
    const flags = this.extraFnFlags;
    this.extraFnFlags = outer;
    return { statements, flags, endLine: this.lineHere() };
  }

  /** Line of `function` or `fn`, read now. */
  protected functionLine(): number {
    const word = this.next();
    return word.index === this.argumentStart ? this.lineAhead() : word.endLine;
  }

  /** `inline_function`: a closure or an arrow function. */
  override inlineFunction: Rule = this.RULE('inlineFunction', (): AstNode => {
    this.category = 0;
    return this.la() === T.T_FN ? this.arrowFunction() : this.closure();
  });

  private closure(): AstNode {
    const startLine = this.functionLine();
    const reference = this.returnsReference();
    const docComment = this.takeDoc(reference === 0);
    const params = this.SUBRULE(this.parameterList);
    const uses = this.accept(T.T_USE) ? this.lexicalVariables() : null;
    const returnType = this.returnType();
    const body = this.functionBody();
    const header = { flags: reference | body.flags, startLine, endLine: body.endLine, docComment, name: '{closure}' };
    this.category = 0;
    return astDecl('closure', header, [params, uses, body.statements, returnType, null]);
  }

  private lexicalVariables(): AstNode {
    this.take(PAREN_OPEN);
    const list = this.commaList('closure_uses', PAREN_CLOSE, () => {
      const reference = this.accept(AMP_VAR) || this.accept(AMP_OTHER);
      return this.leaf(this.take(T.T_VARIABLE), reference ? ZEND_BIND_REF : 0);
    });
    this.take(PAREN_CLOSE);
    return list;
  }

  private arrowFunction(): AstNode {
    const startLine = this.functionLine();
    const reference = this.returnsReference();
    const docComment = this.takeDoc(reference === 0);
    const params = this.SUBRULE(this.parameterList);
    const returnType = this.returnType();
    this.take(T.T_DOUBLE_ARROW);
    const outer = this.extraFnFlags;
    this.extraFnFlags = 0;
    const body = this.expr();
    const flags = reference | this.extraFnFlags;
    this.extraFnFlags = outer;
    this.category = 0;
    const header = { flags, startLine, endLine: this.lineAhead(), docComment, name: '{closure}' };
    return astDecl('arrow_func', header, [params, null, body, returnType, null]);
  }

  protected override staticFunction(): AstNode {
    this.take(T.T_STATIC);
    const node = this.SUBRULE(this.inlineFunction);
    node.flags |= ZEND_ACC_STATIC;
    return node;
  }

  /** `match (...) { ... }` */
  override match: Rule = this.RULE('match', (): AstNode => {
    this.take(T.T_MATCH);
    this.take(PAREN_OPEN);
    const subject = this.expr();
    this.take(PAREN_CLOSE);
    this.take(BRACE_OPEN);
    const arms =
      this.la() === BRACE_CLOSE
        ? astList('match_arm_list', this.lineAhead(), [])
        : this.commaList('match_arm_list', BRACE_CLOSE, () => this.matchArm());
    this.take(BRACE_CLOSE);
    this.category = 0;
    return astCreate('match', 0, subject.line, [subject, arms]);
  });

  private matchArm(): AstNode {
    let conditions: AstNode | null = null;
    if (this.la() === T.T_DEFAULT) {
      this.next();
      this.accept(COMMA);
    } else {
      const first = this.expr();
      conditions = astList('expr_list', first.line, [first]);
      while (this.accept(COMMA) && this.la() !== T.T_DOUBLE_ARROW) {
        astListAdd(conditions, this.expr());
      }
    }
    this.take(T.T_DOUBLE_ARROW);
    const body = this.expr();
    return this.node('match_arm', 0, body.line, [conditions, body]);
  }
}
