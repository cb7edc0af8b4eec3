/**
 * Heredocs while pieces are refined. Zend's scanner scans ahead to learn how the closing label is indented; here all
 * pieces exist already, so the closing one is looked up.
 * Source: php-src Zend/zend_language_scanner.l (ST_HEREDOC, ST_NOWDOC)
 */
import type { Piece } from './cut.ts';
import { LexError } from './lex-error.ts';
import { type Indentation, stripIndentation } from './strings.ts';

const MIXED = 'Invalid indentation - tabs and spaces cannot be mixed';

/** Indentation of a closing piece (blanks, then the label). */
function indentationOf(image: string): Indentation & { readonly mixed: boolean } {
  const blanks = /^[ \t]*/.exec(image)?.[0] ?? '';
  const spaces = blanks.includes(' ');
  const tabs = blanks.includes('\t');
  return { width: blanks.length, usesSpaces: spaces && !tabs, mixed: spaces && tabs };
}

/** The heredocs around the current piece. */
export class HeredocStack {
  private readonly source: string;
  private readonly pieces: readonly Piece[];
  private readonly open: Indentation[] = [];

  constructor(source: string, pieces: readonly Piece[]) {
    this.source = source;
    this.pieces = pieces;
  }

  /** Enters the heredoc that piece `at` starts; answers PHP's message when its body cannot be indented right. */
  enter(at: number): string | null {
    const end = this.findEnd(at);
    const next = this.pieces[at + 1];
    if (end === null || next === undefined) {
      this.open.push({ width: 0, usesSpaces: false });
      return null;
    }
    const indentation = indentationOf(end.image);
    this.open.push(indentation);
    if (next === end) {
      return indentation.mixed ? MIXED : null;
    }
    const kind = next.kind;
    if (indentation.width > 0 && !indentation.mixed && kind !== 'HeredocText' && kind !== 'NowdocText') {
      return `Invalid body indentation level (expecting an indentation level of at least ${indentation.width})`;
    }
    return null;
  }

  leave(): void {
    this.open.pop();
  }

  private findEnd(start: number): Piece | null {
    let depth = 1;
    for (let at = start + 1; at < this.pieces.length; at++) {
      const piece = this.pieces[at];
      const kind = piece?.kind;
      if (kind === 'HeredocStart' || kind === 'NowdocStart') {
        depth++;
      } else if (kind === 'HeredocEnd' && --depth === 0) {
        return piece ?? null;
      }
    }
    return null;
  }

  /**
   * The text of piece `at` without indentation and without the newline before the closing label, whose length is
   * `newline` (0 when no label follows).
   */
  text(at: number, image: string, offset: number): { value: string | LexError; newline: number } {
    const next = this.pieces[at + 1];
    const last = next?.kind === 'HeredocEnd';
    const newline = last ? (image.endsWith('\r\n') ? 2 : 1) : 0;
    const raw = newline === 0 ? image : image.slice(0, -newline);
    if (last && indentationOf(next.image).mixed) {
      return { value: new LexError(MIXED, 0), newline };
    }
    const indentation = this.open[this.open.length - 1];
    if (indentation === undefined || indentation.width === 0) {
      return { value: raw, newline };
    }
    const before = this.source.charCodeAt(offset - 1);
    const startsLine = before === 10 || before === 13;
    return { value: stripIndentation(raw, indentation, startsLine, last), newline };
  }
}
