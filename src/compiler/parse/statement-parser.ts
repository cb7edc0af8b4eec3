/** Statements. Source: php-src 8.2, Zend/zend_language_parser.y (`statement`, `inner_statement_list`) */
import { CompileError } from '../../base/compile-error.ts';
import { type AstChild, type AstNode, astCreate, astList, astListAdd } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { withAttributes } from './class-parser.ts';
import { ControlParser } from './control-parser.ts';
import type { Rule } from './parser-base.ts';

const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const EQUALS = 61;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

/** Tokens that end an inner_statement_list in one place or another. */
const ENDS_STATEMENTS: ReadonlySet<number> = new Set([
  T.END,
  BRACE_CLOSE,
  T.T_ELSEIF,
  T.T_ELSE,
  T.T_ENDIF,
  T.T_ENDWHILE,
  T.T_ENDFOR,
  T.T_ENDFOREACH,
  T.T_ENDDECLARE,
  T.T_ENDSWITCH,
  T.T_CASE,
  T.T_DEFAULT,
]);

/** Rules for statements inside functions and blocks. */
export abstract class StatementParser extends ControlParser {
  override innerStatementList: Rule = this.RULE('innerStatementList', (): AstNode => {
    const list = astList('stmt_list', this.lineHere(), []);
    while (!ENDS_STATEMENTS.has(this.la())) {
      astListAdd(list, this.innerStatement());
    }
    return list;
  });

  private innerStatement(): AstChild {
    const id = this.la();
    if (id === T.T_HALT_COMPILER && this.la2() === PAREN_OPEN) {
      this.next();
      this.next();
      this.take(PAREN_CLOSE);
      this.take(SEMICOLON);
      const message = '__HALT_COMPILER() can only be used from the outermost scope';
      throw new CompileError(message, this.lineHere(), 'compile', true);
    }
    return this.declarationOrStatement(id);
  }

  /** A function or class declaration, with or without attributes, or a statement. */
  protected declarationOrStatement(id: number): AstChild {
    switch (id) {
      case T.T_FUNCTION:
        return this.atFunctionDeclaration() ? this.SUBRULE(this.functionDeclaration) : this.expressionStatement();
      case T.T_READONLY:
        return this.la2() === PAREN_OPEN ? this.expressionStatement() : this.SUBRULE(this.classDeclaration);
      case T.T_CLASS:
      case T.T_ABSTRACT:
      case T.T_FINAL:
      case T.T_INTERFACE:
      case T.T_TRAIT:
      case T.T_ENUM:
        return this.SUBRULE(this.classDeclaration);
      case T.T_ATTRIBUTE:
        return this.attributedStatement();
      default:
        return this.statement();
    }
  }

  private attributedStatement(): AstNode {
    const attributes = this.SUBRULE(this.attributes);
    const id = this.la();
    if (id === T.T_FN || id === T.T_STATIC || (id === T.T_FUNCTION && !this.atFunctionDeclaration())) {
      const node = this.binaryFrom(this.attributedFunction(attributes), 0);
      this.take(SEMICOLON);
      return node;
    }
    const node = this.SUBRULE(id === T.T_FUNCTION ? this.functionDeclaration : this.classDeclaration);
    return withAttributes(node, attributes);
  }

  private expressionStatement(): AstNode {
    const node = this.expr();
    this.take(SEMICOLON);
    return node;
  }

  /** `statement`; null for an empty one. */
  protected override statement(): AstChild {
    const id = this.la();
    switch (id) {
      case T.T_VARIABLE:
        return this.expressionStatement();
      case T.T_ECHO:
        return this.echo();
      case T.T_RETURN:
        return this.jump('return');
      case T.T_IF:
        return this.ifStatement();
      case T.T_INLINE_HTML: {
        const html = this.leaf(this.next());
        return astCreate('echo', 0, html.line, [html]);
      }
      case BRACE_OPEN:
        return this.block();
      case SEMICOLON:
        this.next();
        return null;
      case T.T_STRING:
        return this.la2() === COLON ? this.label() : this.expressionStatement();
      case T.T_STATIC:
        return this.la2() === T.T_VARIABLE ? this.staticVariables() : this.expressionStatement();
      case T.T_BREAK:
        return this.jump('break');
      case T.T_CONTINUE:
        return this.jump('continue');
      default:
        return this.longStatement(id);
    }
  }

  private longStatement(id: number): AstChild {
    switch (id) {
      case T.T_FOREACH:
        return this.SUBRULE(this.foreachStatement);
      case T.T_FOR:
        return this.SUBRULE(this.forStatement);
      case T.T_WHILE:
        return this.whileStatement();
      case T.T_DO:
        return this.doWhile();
      case T.T_SWITCH:
        return this.SUBRULE(this.switchStatement);
      case T.T_TRY:
        return this.SUBRULE(this.tryStatement);
      case T.T_GLOBAL:
        return this.globals();
      case T.T_UNSET:
        return this.unset();
      case T.T_DECLARE:
        return this.SUBRULE(this.declareStatement);
      case T.T_GOTO: {
        this.next();
        const label = this.leaf(this.take(T.T_STRING));
        this.take(SEMICOLON);
        return astCreate('goto', 0, label.line, [label]);
      }
      default:
        return this.expressionStatement();
    }
  }

  private label(): AstNode {
    const name = this.leaf(this.next());
    this.next();
    return astCreate('label', 0, name.line, [name]);
  }

  private echo(): AstNode {
    this.next();
    const first = this.echoExpression();
    const list = astList('stmt_list', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.echoExpression());
    }
    this.take(SEMICOLON);
    return list;
  }

  private echoExpression(): AstNode {
    const value = this.expr();
    return astCreate('echo', 0, value.line, [value]);
  }

  private jump(kind: 'return' | 'break' | 'continue'): AstNode {
    this.next();
    const value = this.la() === SEMICOLON ? null : this.expr();
    this.take(SEMICOLON);
    return this.node(kind, 0, this.lineHere(), [value]);
  }

  private globals(): AstNode {
    this.next();
    const list = this.statementList(() => {
      const name = this.simpleVariable();
      return astCreate('global', 0, name.line, [astCreate('var', 0, name.line, [name])]);
    });
    this.take(SEMICOLON);
    return list;
  }

  private staticVariables(): AstNode {
    this.next();
    const list = this.statementList(() => {
      const name = this.leaf(this.take(T.T_VARIABLE));
      return astCreate('static', 0, name.line, [name, this.accept(EQUALS) ? this.expr() : null]);
    });
    this.take(SEMICOLON);
    return list;
  }

  private statementList(item: () => AstNode): AstNode {
    const first = item();
    const list = astList('stmt_list', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, item());
    }
    return list;
  }

  private unset(): AstNode {
    this.next();
    this.take(PAREN_OPEN);
    const list = this.commaList('stmt_list', PAREN_CLOSE, () => {
      const target = this.variable();
      return astCreate('unset', 0, target.line, [target]);
    });
    this.take(PAREN_CLOSE);
    this.take(SEMICOLON);
    return list;
  }

  declareStatement: Rule = this.RULE('declareStatement', (): AstNode => {
    this.take(T.T_DECLARE);
    this.take(PAREN_OPEN);
    const directives = this.constantList();
    this.take(PAREN_CLOSE);
    this.checkEncoding(directives);
    return astCreate('declare', 0, directives.line, [directives, this.statementOr(T.T_ENDDECLARE)]);
  });

  /** `const_list` */
  protected constantList(): AstNode {
    const first = this.constant();
    const list = astList('const_decl', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.constant());
    }
    return list;
  }

  private constant(): AstNode {
    const name = this.leaf(this.take(T.T_STRING));
    this.take(EQUALS);
    const value = this.expr();
    return astCreate('const_elem', 0, name.line, [name, value, this.docNode()]);
  }

  /** `declare(encoding=...)` (zend_handle_encoding_declaration; multibyte support is off). */
  private checkEncoding(directives: AstNode): void {
    for (const directive of directives.children ?? []) {
      const name = directive?.children[0]?.value;
      if (typeof name !== 'string' || name.toLowerCase() !== 'encoding') {
        continue;
      }
      if (directive?.children[1]?.kind !== 'zval') {
        throw new CompileError('Encoding must be a literal', this.lineHere(), 'compile', true);
      }
      this.warnings.push({
        level: 'compile-warning',
        message: 'declare(encoding=...) ignored because Zend multibyte feature is turned off by settings',
        line: this.lineHere(),
      });
    }
  }
}
