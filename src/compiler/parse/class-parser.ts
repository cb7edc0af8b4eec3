/** Classes, interfaces, traits, enums and their members. Source: php-src 8.2, Zend/zend_language_parser.y */
import {
  ZEND_ACC_ANON_CLASS,
  ZEND_ACC_ENUM,
  ZEND_ACC_EXPLICIT_ABSTRACT_CLASS,
  ZEND_ACC_FINAL,
  ZEND_ACC_INTERFACE,
  ZEND_ACC_NO_DYNAMIC_PROPERTIES,
  ZEND_ACC_PPP_MASK,
  ZEND_ACC_PUBLIC,
  ZEND_ACC_READONLY_CLASS,
  ZEND_ACC_TRAIT,
} from '../ast-flags.ts';
import { type AstChild, type AstNode, astCreate, astDecl, astList, astListAdd, astZval } from '../ast.ts';
import * as T from '../lex/token-ids.ts';
import { FunctionParser } from './function-parser.ts';
import { addClassModifier, addMemberModifier } from './modifiers.ts';
import { isIdentifier, MODIFIERS } from './operators.ts';
import type { Rule } from './parser-base.ts';

const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const EQUALS = 61;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
const PAREN_OPEN = 40;

const CLASS_MODIFIERS: ReadonlyMap<number, number> = new Map([
  [T.T_ABSTRACT, ZEND_ACC_EXPLICIT_ABSTRACT_CLASS],
  [T.T_FINAL, ZEND_ACC_FINAL],
  [T.T_READONLY, ZEND_ACC_READONLY_CLASS | ZEND_ACC_NO_DYNAMIC_PROPERTIES],
]);

/** Where each kind of node keeps its attributes (zend_ast_with_attributes). */
const ATTRIBUTES_AT: ReadonlyMap<string, number> = new Map([
  ['func_decl', 4],
  ['closure', 4],
  ['method', 4],
  ['arrow_func', 4],
  ['class', 3],
  ['param', 3],
  ['enum_case', 3],
  ['prop_group', 2],
  ['class_const_group', 1],
]);

/** Gives a declaration its attributes (zend_ast_with_attributes). */
export function withAttributes(node: AstNode, attributes: AstNode): AstNode {
  node.children[ATTRIBUTES_AT.get(node.kind) ?? 0] = attributes;
  return node;
}

/** What stands before a class's body. */
interface ClassHead {
  readonly flags: number;
  readonly startLine: number;
  readonly name: string;
  readonly extends: AstChild;
  readonly implements: AstChild;
  readonly backingType: AstChild;
}

/** Rules for classes. */
export abstract class ClassParser extends FunctionParser {
  /** Class, interface, trait or enum, from its modifiers on. */
  classDeclaration: Rule = this.RULE('classDeclaration', (): AstNode => {
    let flags = 0;
    let modified = false;
    for (
      let modifier = CLASS_MODIFIERS.get(this.la());
      modifier !== undefined;
      modifier = CLASS_MODIFIERS.get(this.la())
    ) {
      this.next();
      flags = addClassModifier(flags, modifier, this.lineHere());
      modified = true;
    }
    // Only classes take modifiers.
    switch (modified ? T.T_CLASS : this.la()) {
      case T.T_INTERFACE: {
        const { startLine, name } = this.classStart();
        const parents = this.accept(T.T_EXTENDS) ? this.classNameList() : null;
        return this.classRest({
          flags: ZEND_ACC_INTERFACE,
          startLine,
          name,
          extends: null,
          implements: parents,
          backingType: null,
        });
      }
      case T.T_TRAIT: {
        const { startLine, name } = this.classStart();
        return this.classRest({
          flags: ZEND_ACC_TRAIT,
          startLine,
          name,
          extends: null,
          implements: null,
          backingType: null,
        });
      }
      case T.T_ENUM: {
        const { startLine, name } = this.classStart();
        const backingType = this.accept(COLON) ? this.SUBRULE(this.typeExpr, { ARGS: [true] }) : null;
        return this.classRest({
          flags: ZEND_ACC_ENUM | ZEND_ACC_FINAL,
          startLine,
          name,
          extends: null,
          implements: this.implementsList(),
          backingType,
        });
      }
      default: {
        if (this.la() !== T.T_CLASS) {
          this.take(T.T_CLASS);
        }
        const { startLine, name } = this.classStart();
        const parent = this.extendsFrom();
        return this.classRest({
          flags,
          startLine,
          name,
          extends: parent,
          implements: this.implementsList(),
          backingType: null,
        });
      }
    }
  });

  private classStart(): { startLine: number; name: string } {
    const startLine = this.next().endLine;
    return { startLine, name: this.take(T.T_STRING).image };
  }

  private extendsFrom(): AstChild {
    return this.accept(T.T_EXTENDS) ? this.classNameNode() : null;
  }

  private implementsList(): AstChild {
    return this.accept(T.T_IMPLEMENTS) ? this.classNameList() : null;
  }

  private classRest(head: ClassHead): AstNode {
    // A trait's backup_doc_comment needs no look ahead; all others had to see the brace first.
    const docComment = this.takeDoc(head.flags !== ZEND_ACC_TRAIT);
    const body = this.SUBRULE(this.classBody);
    const { flags, startLine, name } = head;
    const header = { flags, startLine, endLine: this.lineHere(), docComment, name };
    return astDecl('class', header, [head.extends, head.implements, body, null, head.backingType]);
  }

  /** `T_CLASS ctor_arguments ...` after `new` */
  override anonymousClass: Rule = this.RULE('anonymousClass', (): AstNode => {
    const startLine = this.take(T.T_CLASS).endLine;
    const args = this.constructorArguments();
    const parent = this.extendsFrom();
    const decl = this.classRest({
      flags: ZEND_ACC_ANON_CLASS,
      startLine,
      name: '',
      extends: parent,
      implements: this.implementsList(),
      backingType: null,
    });
    return astCreate('new', 0, decl.line, [decl, args]);
  });

  /** `'{' class_statement_list '}'` */
  override classBody: Rule = this.RULE('classBody', (): AstNode => {
    this.take(BRACE_OPEN);
    const list = astList('stmt_list', this.lineHere(), []);
    while (this.la() !== BRACE_CLOSE) {
      astListAdd(list, this.SUBRULE(this.classStatement));
    }
    this.take(BRACE_CLOSE);
    return list;
  });

  classStatement: Rule = this.RULE('classStatement', (): AstNode => {
    if (this.la() === T.T_USE) {
      return this.traitUse();
    }
    if (this.la() !== T.T_ATTRIBUTE) {
      return this.classMember();
    }
    const attributes = this.SUBRULE(this.attributes);
    return withAttributes(this.classMember(), attributes);
  });

  /** `attributed_class_statement` */
  private classMember(): AstNode {
    if (this.la() === T.T_CASE) {
      return this.enumCase();
    }
    if (this.la() === T.T_VAR) {
      this.next();
      return this.properties(ZEND_ACC_PUBLIC);
    }
    let flags = 0;
    for (let modifier = MODIFIERS.get(this.la()); modifier !== undefined; modifier = MODIFIERS.get(this.la())) {
      this.next();
      flags = addMemberModifier(flags, modifier, this.lineHere());
    }
    const visible = (flags & ZEND_ACC_PPP_MASK) === 0 ? flags | ZEND_ACC_PUBLIC : flags;
    switch (this.la()) {
      case T.T_CONST:
        return this.constants(visible);
      case T.T_FUNCTION:
        return this.method(visible);
      default:
        return flags === 0 ? this.fail() : this.properties(flags);
    }
  }

  private enumCase(): AstNode {
    this.next();
    const doc = this.takeDoc(false);
    const name = this.identifier();
    const value = this.accept(EQUALS) ? this.expr() : null;
    this.take(SEMICOLON);
    const docNode = doc === null ? null : astZval(doc, this.lineHere());
    return astCreate('enum_case', 0, name.line, [name, value, docNode, null]);
  }

  private properties(flags: number): AstNode {
    const type = this.atType() ? this.SUBRULE(this.typeExpr, { ARGS: [false] }) : null;
    const first = this.property();
    const list = astList('prop_decl', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.property());
    }
    this.take(SEMICOLON);
    return this.node('prop_group', flags, list.line, [type, list, null]);
  }

  private property(): AstNode {
    const name = this.leaf(this.take(T.T_VARIABLE));
    const value = this.accept(EQUALS) ? this.expr() : null;
    return astCreate('prop_elem', 0, name.line, [name, value, this.docNode()]);
  }

  /** The pending doc comment as a node, when bison looked ahead. */
  protected docNode(): AstChild {
    const doc = this.takeDoc(true);
    return doc === null ? null : astZval(doc, this.lineAhead());
  }

  private constants(flags: number): AstNode {
    this.next();
    const first = this.classConstant();
    const list = astList('class_const_decl', first.line, [first]);
    while (this.accept(COMMA)) {
      astListAdd(list, this.classConstant());
    }
    this.take(SEMICOLON);
    return astCreate('class_const_group', flags, list.line, [list, null]);
  }

  private classConstant(): AstNode {
    const name = this.identifier();
    this.take(EQUALS);
    const value = this.expr();
    return astCreate('const_elem', 0, name.line, [name, value, this.docNode()]);
  }

  private method(flags: number): AstNode {
    const startLine = this.next().endLine;
    const reference = this.returnsReference();
    const name = this.identifier().value as string;
    const docComment = this.takeDoc(false);
    const params = this.SUBRULE(this.parameterList);
    const returnType = this.returnType();
    const body = this.accept(SEMICOLON)
      ? { statements: null, flags: 0, endLine: this.lineHere() }
      : this.functionBody();
    const header = { flags: reference | flags | body.flags, startLine, endLine: body.endLine, docComment, name };
    return astDecl('method', header, [params, null, body.statements, returnType, null]);
  }

  /** `T_USE class_name_list trait_adaptations` */
  private traitUse(): AstNode {
    this.next();
    const traits = this.classNameList();
    let adaptations: AstChild = null;
    if (!this.accept(SEMICOLON)) {
      this.take(BRACE_OPEN);
      if (this.la() !== BRACE_CLOSE) {
        const first = this.traitAdaptation();
        adaptations = astList('trait_adaptations', first.line, [first]);
        while (this.la() !== BRACE_CLOSE) {
          astListAdd(adaptations, this.traitAdaptation());
        }
      }
      this.take(BRACE_CLOSE);
    }
    return astCreate('use_trait', 0, traits.line, [traits, adaptations]);
  }

  private traitAdaptation(): AstNode {
    let reference: AstNode;
    if (this.la2() === T.T_PAAMAYIM_NEKUDOTAYIM) {
      const className = this.classNameNode();
      this.next();
      reference = astCreate('method_reference', 0, className.line, [className, this.identifier()]);
      if (this.accept(T.T_INSTEADOF)) {
        const excluded = this.classNameList();
        this.take(SEMICOLON);
        return astCreate('trait_precedence', 0, reference.line, [reference, excluded]);
      }
    } else {
      const method = this.identifier();
      reference = astCreate('method_reference', 0, method.line, [null, method]);
    }
    this.take(T.T_AS);
    const modifier = MODIFIERS.get(this.la());
    if (modifier !== undefined) {
      this.next();
    }
    const alias = modifier === undefined || isIdentifier(this.la()) ? this.identifier() : null;
    this.take(SEMICOLON);
    return astCreate('trait_alias', modifier ?? 0, reference.line, [reference, alias]);
  }

  /** Whether `function` starts a declaration here, not a closure. */
  protected atFunctionDeclaration(): boolean {
    const amp = this.la2() === T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG;
    const name = this.look(amp ? 3 : 2);
    return name.id === T.T_STRING || (name.id === T.T_READONLY && this.look(amp ? 4 : 3).id === PAREN_OPEN);
  }

  /** `function name(...) { ... }` */
  functionDeclaration: Rule = this.RULE('functionDeclaration', (): AstNode => {
    const startLine = this.take(T.T_FUNCTION).endLine;
    const reference = this.returnsReference();
    const name = this.identifier().value as string;
    const docComment = this.takeDoc(false);
    const params = this.SUBRULE(this.parameterList);
    const returnType = this.returnType();
    const body = this.functionBody();
    const header = { flags: reference | body.flags, startLine, endLine: body.endLine, docComment, name };
    return astDecl('func_decl', header, [params, null, body.statements, returnType, null]);
  });
}
