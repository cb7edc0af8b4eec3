/**
 * Scanners of the pieces that a regular expression describes badly. All take the source (one character per byte) and
 * the offset of the piece, and answer the offset after it, or -1 when there is none.
 * Source: php-src Zend/zend_language_scanner.l
 */
import { isLabelPart, isLabelStart, skipBlanks, skipLabel } from './chars.ts';

/** The offset after the piece that starts at `offset`, -1 when there is none. */
export type Scan = (text: string, offset: number) => number;

const BACKSLASH = 92;
const DOLLAR = 36;
const BRACE = 123;

/** What the scanner must remember while it cuts one source: the labels of the heredocs it is in. */
export class ScanState {
  private readonly labels: string[] = [];

  /** Forgets everything; call it before each source. */
  reset(): void {
    this.labels.length = 0;
  }

  /** The label that ends the innermost heredoc. */
  get label(): string {
    return this.labels[this.labels.length - 1] ?? '';
  }

  /** Leaves the innermost heredoc. */
  leave(): void {
    this.labels.pop();
  }

  /** A pattern that enters a heredoc where the sticky `pattern` matches. */
  heredocStart(pattern: RegExp): Scan {
    return (text, offset): number => {
      pattern.lastIndex = offset;
      const found = pattern.exec(text);
      if (found === null) {
        return -1;
      }
      this.labels.push(heredocLabel(found[0]));
      return pattern.lastIndex;
    };
  }
}

/** The label inside a heredoc's opening (`<<<"EOT"\n`). */
export function heredocLabel(opening: string): string {
  return opening.replace(/^b?<<<[ \t]*["']?/i, '').replace(/["']?[\r\n]+$/, '');
}

const YIELD_FROM = /[ \n\r\t]+from(?![a-zA-Z0-9_\x80-\xff])/iy;

/** A label, a qualified name (`a\b`, `\a\b`, `namespace\a`), or `yield from`. */
export function scanName(text: string, offset: number): number {
  let end = offset;
  if (text.charCodeAt(offset) === BACKSLASH) {
    if (!isLabelStart(text.charCodeAt(offset + 1))) {
      return -1;
    }
    end++;
  }
  end = skipLabel(text, end);
  while (text.charCodeAt(end) === BACKSLASH && isLabelStart(text.charCodeAt(end + 1))) {
    end = skipLabel(text, end + 1);
  }
  if (end - offset === 5 && /^yield$/i.test(text.slice(offset, end))) {
    YIELD_FROM.lastIndex = end;
    end += YIELD_FROM.exec(text)?.[0].length ?? 0;
  }
  return end;
}

/** Length of the binary prefix (`b'...'`) at `offset`, or -1 when no `quote` follows. */
function quotePrefix(text: string, offset: number, quote: number): number {
  if (text.charCodeAt(offset) === quote) {
    return 0;
  }
  return text.charCodeAt(offset + 1) === quote ? 1 : -1;
}

/** `'...'`; with `closed` false, one that the end of the file cuts off. */
export function scanSingleQuoted(text: string, offset: number, closed: boolean): number {
  const prefix = quotePrefix(text, offset, 39);
  if (prefix < 0) {
    return -1;
  }
  let end = offset + prefix + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 39) {
      return closed ? end + 1 : -1;
    }
    if (code === BACKSLASH) {
      end++;
    }
  }
  return closed ? -1 : text.length;
}

/** Whether an interpolation starts at `offset`. */
function startsInterpolation(text: string, offset: number, code: number): boolean {
  const next = text.charCodeAt(offset + 1);
  if (code === DOLLAR) {
    return next === BRACE || isLabelStart(next);
  }
  return code === BRACE && next === DOLLAR;
}

/** `"..."` without any interpolation; null otherwise. */
export function scanDoubleQuoted(text: string, offset: number): number {
  const prefix = quotePrefix(text, offset, 34);
  if (prefix < 0) {
    return -1;
  }
  for (let end = offset + prefix + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 34) {
      return end + 1;
    }
    if (code === BACKSLASH) {
      end++;
    } else if (startsInterpolation(text, end, code)) {
      return -1;
    }
  }
  return -1;
}

/** Literal text inside `"..."` or backquotes, up to the quote or the next interpolation. */
export function scanEncapsed(quote: number): Scan {
  return (text, offset): number => {
    let end = offset;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quote || startsInterpolation(text, end, code)) {
        break;
      }
      if (code === BACKSLASH) {
        end++;
      }
    }
    return Math.min(end, text.length);
  };
}

/**
 * Whether the closing label stands at `offset` (after its indentation). As in PHP, the label must not be the very last
 * bytes of the file: something has to follow it.
 */
function isClosingLabel(text: string, offset: number, label: string): boolean {
  const end = offset + label.length;
  return text.startsWith(label, offset) && end < text.length && !isLabelPart(text.charCodeAt(end));
}

/** The end of a heredoc: its indentation and label, at the start of a line. */
export function scanClosingLabel(state: ScanState): Scan {
  return (text, offset): number => {
    const before = text.charCodeAt(offset - 1);
    if (before !== 10 && before !== 13) {
      return -1;
    }
    const labelAt = skipBlanks(text, offset);
    if (!isClosingLabel(text, labelAt, state.label)) {
      return -1;
    }
    const end = labelAt + state.label.length;
    state.leave();
    return end;
  };
}

/** Text of a heredoc or nowdoc, up to and with the newline before the closing label, or up to an interpolation. */
export function scanHeredocText(state: ScanState, interpolates: boolean): Scan {
  return (text, offset): number => {
    const label = state.label;
    let end = offset;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) {
        if (code === 13 && text.charCodeAt(end + 1) === 10) {
          end++;
        }
        if (isClosingLabel(text, skipBlanks(text, end + 1), label)) {
          return end + 1;
        }
      } else if (interpolates && startsInterpolation(text, end, code)) {
        break;
      } else if (interpolates && code === BACKSLASH) {
        const next = text.charCodeAt(end + 1);
        if (next !== 10 && next !== 13) {
          end++;
        }
      }
    }
    return Math.min(end, text.length);
  };
}

/** `# ...` or `// ...`, up to the end of the line or a close tag. `#[` is an attribute. */
export function scanLineComment(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  const next = text.charCodeAt(offset + 1);
  if (code === 35 ? next === 91 : next !== 47) {
    return -1;
  }
  let end = offset + 1;
  for (; end < text.length; end++) {
    const c = text.charCodeAt(end);
    if (c === 10 || c === 13 || (c === 63 && text.charCodeAt(end + 1) === 62)) {
      break;
    }
  }
  return end;
}

/** A block comment that is not a doc comment; null when it is never closed. */
export function scanBlockComment(text: string, offset: number): number {
  if (text.charCodeAt(offset + 1) !== 42) {
    return -1;
  }
  const end = text.indexOf('*/', offset + 2);
  return end === -1 ? -1 : end + 2;
}

/** Inline HTML up to the next open tag. */
export function scanInlineHtml(openTag: RegExp): Scan {
  const tag = new RegExp(openTag.source, 'g');
  return (text, offset): number => {
    tag.lastIndex = offset;
    const found = tag.exec(text);
    return found === null ? text.length : found.index;
  };
}
