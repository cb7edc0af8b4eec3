/**
 * Encoded words of mail headers: what is not plain goes into words of at most 75 bytes.
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfilter.c (mime_header_encoder_collector), filters/mbfilter_qprint.c
 */
import type { Encoding } from './encoding.ts';
import { hexByte, toBase64 } from './transfer-encodings.ts';

export interface MimeStyle {
  readonly charset: Encoding;
  /** Q rather than B. */
  readonly quoted: boolean;
  readonly newline: string;
  /** Columns taken before. */
  readonly indent: number;
  readonly write: (codes: readonly number[]) => string;
}

/** Characters that end the plain part. */
function isSpecial(code: number): boolean {
  return code <= 32 || code >= 127 || code === 61 || code === 63 || code === 95;
}

function quotedWord(bytes: string): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes.charCodeAt(i);
    out += /[A-Za-z!*+\-/\0]/.test(bytes.charAt(i)) ? bytes.charAt(i) : `=${hexByte(c)}`;
  }
  return out;
}

/** The header as it is built: its text, where its last line starts, what waits. */
class HeaderBuilder {
  private out = '';
  private lineStart = 0;
  private indent: number;
  private pending: number[] = [];
  private word: number[] | null = null;
  private sawPlain = false;
  private readonly style: MimeStyle;
  private readonly opening: string;

  constructor(style: MimeStyle) {
    this.style = style;
    this.indent = style.indent;
    this.opening = `=?${style.charset.mime}?${style.quoted ? 'Q' : 'B'}?`;
  }

  private column(): number {
    return this.out.length - this.lineStart + this.indent;
  }

  private breakLine(): void {
    this.out += `${this.style.newline} `;
    this.lineStart = this.out.length;
    this.indent = 0;
  }

  /** A new line when `width` more would be too much, else a space. */
  private separate(width: number, limit: number): void {
    if (this.column() + width > limit) this.breakLine();
    else if (this.out !== '') this.out += ' ';
  }

  private pendingText(): string {
    return this.pending.map((code) => String.fromCharCode(code)).join('');
  }

  private encoded(codes: readonly number[]): string {
    const bytes = this.style.write(codes);
    return this.style.quoted ? quotedWord(bytes) : toBase64(bytes);
  }

  private addToWord(code: number): void {
    if (this.word === null) {
      this.out += this.opening;
      this.word = [code];
      return;
    }
    if (this.column() + this.encoded([...this.word, code]).length >= 74) {
      this.out += `${this.encoded(this.word)}?=`;
      this.breakLine();
      this.out += this.opening;
      this.word = [];
    }
    this.word.push(code);
  }

  add(code: number): void {
    if (this.word !== null) {
      this.addToWord(code);
    } else if (!isSpecial(code)) {
      this.pending.push(code);
      this.sawPlain = true;
    } else if (!this.sawPlain && code === 32) {
      this.pending.push(code);
    } else if (this.pending.length < 74 && code === 32) {
      this.separate(this.pending.length, 74);
      this.out += this.pendingText();
      this.pending = [];
      this.sawPlain = false;
    } else {
      this.separate(this.opening.length, 60);
      const waiting = [...this.pending, code];
      this.pending = [];
      for (const one of waiting) this.addToWord(one);
    }
  }

  finish(): string {
    if (this.word !== null) return `${this.out}${this.encoded(this.word)}?=`;
    if (this.pending.length > 0) {
      if (this.out !== '') this.separate(this.pending.length, 74);
      this.out += this.pendingText();
    }
    return this.out;
  }
}

/** Code points as a header. */
export function encodeMimeHeader(codes: readonly number[], style: MimeStyle): string {
  const builder = new HeaderBuilder(style);
  for (const code of codes) builder.add(code);
  return builder.finish();
}
