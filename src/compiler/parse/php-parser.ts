/** The whole parser: files, namespaces, imports. Source: php-src 8.2, Zend/zend_language_parser.y (`top_statement`) */
import { ZEND_SYMBOL_CLASS, ZEND_SYMBOL_CONST, ZEND_SYMBOL_FUNCTION } from '../ast-flags.ts';
import { type AstChild, type AstNode, astCreate, astList, astListAdd, astZval } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { isIdentifier } from './operators.ts';
import type { Rule } from './parser-base.ts';
import { StatementParser } from './statement-parser.ts';

const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const COMMA = 44;
const SEMICOLON = 59;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

/** The parser of a whole file. It may be used for any number of files, one after the other. */
export class PhpParser extends StatementParser {
  /** Offset after `__halt_compiler();` in the file parsed last, null when it has none. */
  haltOffset: number | null = null;

  constructor() {
    super();
    this.selfAnalysisDone = true;
  }

  /** `start`: a file up to its end or `__halt_compiler();`. */
  file: Rule = this.RULE('file', (): AstNode => {
    this.haltOffset = null;
    const list = astList('stmt_list', 1, []);
    while (this.la() !== T.END) {
      astListAdd(list, this.topStatement());
    }
    this.take(T.END);
    return list;
  });

  private topStatement(): AstChild {
    const id = this.la();
    switch (id) {
      case T.T_NAMESPACE:
        return this.namespace();
      case T.T_USE:
        return this.use();
      case T.T_CONST: {
        this.next();
        const list = this.constantList();
        this.take(SEMICOLON);
        return list;
      }
      case T.T_HALT_COMPILER:
        return this.haltCompiler();
      default:
        return this.declarationOrStatement(id);
    }
  }

  private haltCompiler(): AstNode {
    this.next();
    this.take(PAREN_OPEN);
    this.take(PAREN_CLOSE);
    const end = this.take(SEMICOLON);
    this.haltOffset = end.startOffset + end.image.length;
    const offset = astZval(this.haltOffset, this.lineHere());
    return astCreate('halt_compiler', 0, offset.line, [offset]);
  }

  private namespace(): AstNode {
    this.next();
    let name: AstChild = null;
    if (this.la() !== BRACE_OPEN) {
      name = this.la() === T.T_NAME_QUALIFIED ? this.leaf(this.next()) : this.namespaceIdentifier();
      if (this.accept(SEMICOLON)) {
        this.takeDoc(false);
        return astCreate('namespace', 0, name.line, [name, null]);
      }
    }
    this.takeDoc(true);
    this.take(BRACE_OPEN);
    const list = astList('stmt_list', this.lineHere(), []);
    while (this.la() !== BRACE_CLOSE) {
      astListAdd(list, this.topStatement());
    }
    this.take(BRACE_CLOSE);
    return this.node('namespace', 0, list.line, [name, list]);
  }

  private namespaceIdentifier(): AstNode {
    return isIdentifier(this.la()) ? this.identifier() : this.fail();
  }

  private useType(): number {
    if (this.accept(T.T_FUNCTION)) {
      return ZEND_SYMBOL_FUNCTION;
    }
    return this.accept(T.T_CONST) ? ZEND_SYMBOL_CONST : 0;
  }

  private use(): AstNode {
    this.next();
    const type = this.useType();
    const first = this.useName();
    const node = this.la() === T.T_NS_SEPARATOR ? this.groupUse(first, type === 0) : this.useList(first);
    node.attr = node.kind === 'use' && type === 0 ? ZEND_SYMBOL_CLASS : type;
    this.take(SEMICOLON);
    return node;
  }

  /** `legacy_namespace_name` */
  private useName(): AstNode {
    const id = this.la();
    if (id === T.T_NAME_QUALIFIED || id === T.T_NAME_FULLY_QUALIFIED) {
      return this.leaf(this.next());
    }
    return this.leaf(this.take(T.T_STRING));
  }

  private useElement(name: AstNode): AstNode {
    const alias = this.accept(T.T_AS) ? this.leaf(this.take(T.T_STRING)) : null;
    return astCreate('use_elem', 0, name.line, [name, alias]);
  }

  private useList(firstName: AstNode): AstNode {
    const first = this.useElement(firstName);
    const list = astList('use', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.useElement(this.useName()));
    }
    return list;
  }

  /** `Prefix\{...}`; in a mixed group each name may say `function` or `const`. */
  private groupUse(prefix: AstNode, mixed: boolean): AstNode {
    this.next();
    this.take(BRACE_OPEN);
    const list = this.commaList('use', BRACE_CLOSE, () => {
      const type = mixed ? this.useType() || ZEND_SYMBOL_CLASS : 0;
      if (this.la() === T.T_NAME_FULLY_QUALIFIED) {
        this.fail();
      }
      const element = this.useElement(this.useName());
      element.attr = type;
      return element;
    });
    this.take(BRACE_CLOSE);
    return astCreate('group_use', 0, prefix.line, [prefix, list]);
  }
}
