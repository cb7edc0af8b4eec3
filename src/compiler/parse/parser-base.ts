/**
 * Ground of the parser: reading tokens, lines as Zend counts them, doc comments, and the rules that lower layers need
 * from higher ones. The layers (names and types, expressions, functions, classes, statements) are one chevrotain
 * EmbeddedActionsParser, split over files by inheritance. Rules choose by looking at the next token themselves: its speed
 * is that of a hand-written parser, and chevrotain has nothing to analyse when it is made (docs/adr/0002-start-up.md). What
 * is wrong with a source syntax-error.ts says.
 */
import { EmbeddedActionsParser, type ParserMethod } from 'chevrotain';
import type { CompileWarning } from '../../base/compile-error.ts';
import { type AstChild, type AstKind, type AstNode, astCreate } from '../ast.ts';
import { PhpToken, tokenTypeOf } from '../lex/php-token.ts';
import type { DocEvent } from '../lex/refine.ts';
import { END } from '../lex/token-ids.ts';

/** A grammar rule that makes a node (or nothing). */
export type Rule<R extends AstChild = AstNode, A extends unknown[] = []> = ParserMethod<A, R>;

/** Thrown where no rule fits the next token; `syntax-error.ts` then words PHP's message. */
export class SyntaxFailure extends Error {}

/** What stands beyond both ends of the tokens. */
const NO_TOKEN: PhpToken = new PhpToken(END, '', 0, 1, 1, null, 0);

/** Token access and node building shared by all layers. */
export abstract class ParserBase extends EmbeddedActionsParser {
  // Rules of higher layers that lower ones call.
  declare innerStatementList: Rule;
  declare classBody: Rule;
  /** chevrotain's own step to the next token, which its types leave out. */
  declare protected readonly consumeToken: () => void;
  /** What performSelfAnalysis() would set, having recorded each rule to learn which tokens it may begin with. */
  declare protected selfAnalysisDone: boolean;

  /** Warnings of the parser itself. */
  protected warnings: CompileWarning[] = [];
  /** CG(extra_fn_flags): ZEND_ACC_GENERATOR once the current function has a yield. */
  protected extraFnFlags = 0;
  /** The ini setting `precision`, for floats in folded concatenations. */
  protected precision = 14;
  private docs: readonly DocEvent[] = [];
  private docAt = 0;

  constructor() {
    super([tokenTypeOf(END)], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: true,
      nodeLocationTracking: 'none',
    });
  }

  /** Gives the parser a new source; `precision` is the ini setting. */
  load(tokens: PhpToken[], docs: readonly DocEvent[], precision: number): void {
    this.input = tokens;
    this.docs = docs;
    this.precision = precision;
    this.docAt = 0;
    this.extraFnFlags = 0;
    this.warnings = [];
  }

  /** Warnings raised since `load`. */
  takeWarnings(): CompileWarning[] {
    return this.warnings;
  }

  /** The token that would be read next. */
  nextToken(): PhpToken {
    return this.look(1);
  }

  /** The `n`th token ahead (1 is the next, 0 the one read last). */
  protected look(n: number): PhpToken {
    const token = this.LA(n);
    return token instanceof PhpToken ? token : NO_TOKEN;
  }

  /** Number of the next token. */
  protected la(): number {
    return (this.LA(1) as PhpToken).id;
  }

  /** Number of the token after the next. */
  protected la2(): number {
    return (this.LA(2) as PhpToken).id;
  }

  /** Reads the token `id`; anything else is a syntax error. */
  protected take(id: number): PhpToken {
    const token = this.LA(1) as PhpToken;
    if (token.id !== id) this.fail();
    this.consumeToken();
    return token;
  }

  /** Reads the next token, whatever it is. */
  protected next(): PhpToken {
    const token = this.LA(1) as PhpToken;
    this.consumeToken();
    return token;
  }

  /** Reads the token `id` if it is next. */
  protected accept(id: number): boolean {
    if ((this.LA(1) as PhpToken).id !== id) {
      return false;
    }
    this.consumeToken();
    return true;
  }

  /** No rule goes on with the next token. */
  protected fail(): never {
    throw new SyntaxFailure();
  }

  /** CG(zend_lineno) when a rule ends without looking ahead: the line after the last token read. */
  protected lineHere(): number {
    return this.look(0).endLine;
  }

  /** CG(zend_lineno) when bison had to look at the next token before it could end a rule. */
  protected lineAhead(): number {
    return this.look(1).endLine;
  }

  /**
   * The doc comment scanned since the last one was taken (backup_doc_comment). `ahead`: bison has looked at the next
   * token, so that a comment before it counts too.
   */
  protected takeDoc(ahead: boolean): string | null {
    const seen = this.look(ahead ? 1 : 0).index;
    let text: string | null = null;
    for (
      let event = this.docs[this.docAt];
      event !== undefined && event.index <= seen;
      event = this.docs[++this.docAt]
    ) {
      text = event.text;
    }
    return text;
  }

  /** A node whose line is that of its first child that exists, else `fallback` (zend_ast_create). */
  protected node(kind: AstKind, attr: number, fallback: number, children: AstChild[]): AstNode {
    for (const child of children) {
      if (child !== null) {
        return astCreate(kind, attr, child.line, children);
      }
    }
    return astCreate(kind, attr, fallback, children);
  }
}
