/** Branches, loops, switch and try. Source: php-src 8.2, Zend/zend_language_parser.y (`statement`) */
import { type AstChild, type AstNode, astCreate, astList, astListAdd } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { ClassParser } from './class-parser.ts';
import type { Rule } from './parser-base.ts';

const AMP_VAR = T.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG;
const AMP_OTHER = T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;
const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const BRACKET_OPEN = 91;
const BRACE_OPEN = 123;
const PIPE = 124;
const BRACE_CLOSE = 125;

/** Rules for statements that decide what runs next. */
export abstract class ControlParser extends ClassParser {
  protected abstract statement(): AstChild;

  /** `'{' inner_statement_list '}'` */
  protected block(): AstNode {
    this.take(BRACE_OPEN);
    const list = this.SUBRULE(this.innerStatementList);
    this.take(BRACE_CLOSE);
    return list;
  }

  protected condition(): AstNode {
    this.take(PAREN_OPEN);
    const condition = this.expr();
    this.take(PAREN_CLOSE);
    return condition;
  }

  /** A statement, or after a colon a list of them up to `end` and `;`. */
  protected statementOr(end: number): AstChild {
    if (!this.accept(COLON)) {
      return this.statement();
    }
    const list = this.SUBRULE(this.innerStatementList);
    this.take(end);
    this.take(SEMICOLON);
    return list;
  }

  protected ifStatement(): AstNode {
    this.take(T.T_IF);
    const condition = this.condition();
    const alternative = this.accept(COLON);
    const body = this.branch(alternative);
    const list = astList('if', condition.line, [astCreate('if_elem', 0, condition.line, [condition, body])]);
    while (this.accept(T.T_ELSEIF)) {
      const next = this.condition();
      if (alternative) {
        this.take(COLON);
      }
      astListAdd(list, astCreate('if_elem', 0, next.line, [next, this.branch(alternative)]));
    }
    if (this.accept(T.T_ELSE)) {
      if (alternative) {
        this.take(COLON);
      }
      const last = this.branch(alternative);
      astListAdd(list, this.node('if_elem', 0, this.lineHere(), [null, last]));
    }
    if (alternative) {
      this.take(T.T_ENDIF);
      this.take(SEMICOLON);
    }
    return list;
  }

  private branch(alternative: boolean): AstChild {
    return alternative ? this.SUBRULE(this.innerStatementList) : this.statement();
  }

  protected whileStatement(): AstNode {
    this.next();
    const condition = this.condition();
    return astCreate('while', 0, condition.line, [condition, this.statementOr(T.T_ENDWHILE)]);
  }

  protected doWhile(): AstNode {
    this.next();
    const body = this.statement();
    this.take(T.T_WHILE);
    const condition = this.condition();
    this.take(SEMICOLON);
    return this.node('do_while', 0, condition.line, [body, condition]);
  }

  forStatement: Rule = this.RULE('forStatement', (): AstNode => {
    this.take(T.T_FOR);
    this.take(PAREN_OPEN);
    const init = this.forExpressions(SEMICOLON);
    this.take(SEMICOLON);
    const test = this.forExpressions(SEMICOLON);
    this.take(SEMICOLON);
    const step = this.forExpressions(PAREN_CLOSE);
    this.take(PAREN_CLOSE);
    const body = this.statementOr(T.T_ENDFOR);
    return this.node('for', 0, this.lineHere(), [init, test, step, body]);
  });

  private forExpressions(end: number): AstChild {
    if (this.la() === end) {
      return null;
    }
    const first = this.expr();
    const list = astList('expr_list', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.expr());
    }
    return list;
  }

  foreachStatement: Rule = this.RULE('foreachStatement', (): AstNode => {
    this.take(T.T_FOREACH);
    this.take(PAREN_OPEN);
    const subject = this.expr();
    this.take(T.T_AS);
    let value = this.foreachVariable();
    let key: AstChild = null;
    if (this.accept(T.T_DOUBLE_ARROW)) {
      key = value;
      value = this.foreachVariable();
    }
    this.take(PAREN_CLOSE);
    return astCreate('foreach', 0, subject.line, [subject, value, key, this.statementOr(T.T_ENDFOREACH)]);
  });

  private foreachVariable(): AstNode {
    switch (this.la()) {
      case AMP_VAR:
      case AMP_OTHER: {
        this.next();
        const target = this.variable();
        return astCreate('ref', 0, target.line, [target]);
      }
      case T.T_LIST:
        return this.listLiteral();
      case BRACKET_OPEN: {
        const node = this.postfixExpression();
        return this.isArrayLiteral(node) ? node : this.writable(node);
      }
      default:
        return this.variable();
    }
  }

  switchStatement: Rule = this.RULE('switchStatement', (): AstNode => {
    this.take(T.T_SWITCH);
    const subject = this.condition();
    const alternative = this.accept(COLON);
    if (!alternative) {
      this.take(BRACE_OPEN);
    }
    const leading = this.accept(SEMICOLON);
    const cases = astList('switch_list', leading ? this.lineHere() : this.lineAhead(), []);
    for (let id = this.la(); id === T.T_CASE || id === T.T_DEFAULT; id = this.la()) {
      this.next();
      const test = id === T.T_CASE ? this.expr() : null;
      if (!this.accept(COLON)) {
        this.take(SEMICOLON);
      }
      const body = this.SUBRULE(this.innerStatementList);
      astListAdd(cases, this.node('switch_case', 0, body.line, [test, body]));
    }
    this.take(alternative ? T.T_ENDSWITCH : BRACE_CLOSE);
    if (alternative) {
      this.take(SEMICOLON);
    }
    return astCreate('switch', 0, subject.line, [subject, cases]);
  });

  tryStatement: Rule = this.RULE('tryStatement', (): AstNode => {
    this.take(T.T_TRY);
    const body = this.block();
    const catches = astList('catch_list', this.lineHere(), []);
    while (this.accept(T.T_CATCH)) {
      astListAdd(catches, this.catchClause());
    }
    const last = this.accept(T.T_FINALLY) ? this.block() : null;
    return astCreate('try', 0, body.line, [body, catches, last]);
  });

  private catchClause(): AstNode {
    this.take(PAREN_OPEN);
    const first = this.classNameNode();
    const names = astList('name_list', first.line, [first]);
    while (this.accept(PIPE)) {
      astListAdd(names, this.classNameNode());
    }
    const variable = this.la() === T.T_VARIABLE ? this.leaf(this.next()) : null;
    this.take(PAREN_CLOSE);
    return astCreate('catch', 0, names.line, [names, variable, this.block()]);
  }
}
