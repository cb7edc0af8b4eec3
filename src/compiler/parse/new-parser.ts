/** `new` and the names of classes it takes. Source: php-src 8.2, Zend/zend_language_parser.y */
import { type AstNode, astCreate, astList } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { isName } from './names-parser.ts';
import type { Rule } from './parser-base.ts';
import { VariableParser } from './variable-parser.ts';

const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const BRACKET_OPEN = 91;
const BRACE_OPEN = 123;

/** Rules for `new` and for what `instanceof` compares with. */
export abstract class NewParser extends VariableParser {
  declare anonymousClass: Rule;

  /** `new ...` */
  protected newExpression(): AstNode {
    this.next();
    this.category = 0;
    const attributes = this.la() === T.T_ATTRIBUTE ? this.SUBRULE(this.attributes) : null;
    if (attributes !== null || this.la() === T.T_CLASS) {
      const node = this.SUBRULE(this.anonymousClass);
      const decl = node.children[0];
      if (attributes !== null && decl) {
        decl.children[3] = attributes;
      }
      this.category = 0;
      return node;
    }
    const className = this.classNameReference();
    const args = this.constructorArguments();
    this.category = 0;
    return astCreate('new', 0, className.line, [className, args]);
  }

  /** `ctor_arguments` */
  protected constructorArguments(): AstNode {
    return this.la() === PAREN_OPEN ? this.argumentList() : astList('arg_list', this.lineAhead(), []);
  }

  /** `class_name_reference`: what `new` and `instanceof` take. */
  protected classNameReference(): AstNode {
    const id = this.la();
    if (id === PAREN_OPEN) {
      this.next();
      const name = this.expr();
      this.take(PAREN_CLOSE);
      return name;
    }
    let node: AstNode;
    if (id === T.T_STATIC || isName(id)) {
      node = this.classNameNode();
      if (this.la() !== T.T_PAAMAYIM_NEKUDOTAYIM) {
        return node;
      }
      node = this.newStaticProperty(node);
    } else {
      const variable = this.simpleVariable();
      node = astCreate('var', 0, variable.line, [variable]);
    }
    return this.newVariable(node);
  }

  private newStaticProperty(base: AstNode): AstNode {
    this.next();
    return astCreate('static_prop', 0, base.line, [base, this.simpleVariable()]);
  }

  /** `new_variable`: like a variable, but without calls. */
  private newVariable(base: AstNode): AstNode {
    let node = base;
    for (;;) {
      const id = this.la();
      if (id === BRACKET_OPEN || id === BRACE_OPEN) {
        node = this.dimension(node, id);
      } else if (id === T.T_OBJECT_OPERATOR || id === T.T_NULLSAFE_OBJECT_OPERATOR) {
        this.next();
        const kind = id === T.T_OBJECT_OPERATOR ? 'prop' : 'nullsafe_prop';
        node = astCreate(kind, 0, node.line, [node, this.propertyName()]);
      } else if (id === T.T_PAAMAYIM_NEKUDOTAYIM) {
        node = this.newStaticProperty(node);
      } else {
        return node;
      }
    }
  }
}
