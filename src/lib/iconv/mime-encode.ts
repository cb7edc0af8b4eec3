/**
 * iconv_mime_encode(): a mail header's field with encoded words of a bounded length.
 * Source: php-src 8.2 ext/iconv/iconv.c (_php_iconv_mime_encode)
 */
import type { Executor } from '../../vm/executor.ts';
import { toBase64 } from '../mbstring/transfer-encodings.ts';
import { type Charset, findCharset } from './charsets.ts';
import { type Converted, convert, decode, type IconvError } from './convert.ts';

export interface HeaderStyle {
  readonly scheme: 'B' | 'Q';
  readonly lineLength: number;
  readonly lineBreak: string;
  readonly from: string;
  readonly to: string;
}

const failed = (error: IconvError): Converted => ({ text: '', error });

/** Bytes of a `Q` word that stand for themselves. */
function isPlain(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d && byte !== 0x3f && byte !== 0x5f;
}

const quotedSize = (bytes: string): number => {
  let size = 0;
  for (let i = 0; i < bytes.length; i++) size += isPlain(bytes.charCodeAt(i)) ? 1 : 3;
  return size;
};

function quoted(bytes: string): string {
  return bytes.replace(/[^]/g, (c) => {
    const byte = c.charCodeAt(0);
    return isPlain(byte) ? c : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

class HeaderEncoder {
  private readonly style: HeaderStyle;
  private readonly to: Charset;
  private codes: readonly number[];
  private out: string;
  /** Columns left in the line. */
  private left: number;

  constructor(style: HeaderStyle, to: Charset, name: string, nameBytes: number, codes: readonly number[]) {
    this.style = style;
    this.to = to;
    this.codes = codes;
    this.out = `${name}: `;
    this.left = style.lineLength - nameBytes - 2;
  }

  run(): Converted {
    const { scheme, to, lineBreak, lineLength } = this.style;
    const shortest = 6 + to.length + (scheme === 'B' ? 4 : 3) + 1;
    do {
      if (this.left < shortest + lineBreak.length + 1) {
        this.out += `${lineBreak} `;
        this.left = lineLength - 1;
      }
      this.out += `=?${to}?${scheme}?`;
      this.left -= to.length + 5;
      const error = scheme === 'B' ? this.base64Word() : this.quotedWord();
      if (error !== null) return failed(error);
      this.out += '?=';
      this.left -= 2;
    } while (this.codes.length > 0);
    return { text: this.out, error: null };
  }

  /** As many characters as fit into so many bytes; null when one cannot be written. */
  private fitting(room: number): number | null {
    let bytes = 0;
    for (let i = 0; i < this.codes.length; i++) {
      const one = this.to.encodeOne(this.codes[i] as number);
      if (one === null) return null;
      bytes += one.length;
      if (bytes > room) return i;
    }
    return this.codes.length;
  }

  private take(count: number): string {
    const bytes = this.to.encodeText(this.codes.slice(0, count));
    this.codes = this.codes.slice(count);
    return bytes;
  }

  private base64Word(): IconvError | null {
    const room = Math.floor((this.left - 2) / 4) * 3;
    const reserved = 4;
    if (room <= reserved) return 'too-big';
    const count = this.fitting(room - reserved);
    if (count === null) return 'illegal';
    if (count === 0 && this.codes.length > 0) return 'too-big';
    const word = toBase64(this.take(count)).replace(/\s+/g, '');
    this.out += word;
    this.left -= word.length;
    return null;
  }

  private quotedWord(): IconvError | null {
    const room = this.left - 2;
    for (let size = room; size > 0; ) {
      const count = this.fitting(size);
      if (count === null) return 'illegal';
      if (count === 0 && this.codes.length > 0) return 'too-big';
      const needed = quotedSize(this.to.encodeText(this.codes.slice(0, count)));
      if (needed <= room) {
        const word = quoted(this.take(count));
        this.out += word;
        this.left -= word.length;
        return null;
      }
      size -= Math.floor((needed - room + 2) / 3);
    }
    return null;
  }
}

/** A header field `name: value`. */
export function encodeHeader(rt: Executor, name: string, value: string, style: HeaderStyle): Converted {
  if (name.length + 2 >= style.lineLength || style.to.length + 12 >= style.lineLength) return failed('too-big');
  const to = findCharset(rt, style.to);
  if (to === null) return failed('charset');
  const codes = decode(rt, value, style.from);
  if (!Array.isArray(codes)) return failed(codes);
  // a name that is no ASCII is left out
  const plain = convert(rt, name, 'ASCII', style.from);
  return new HeaderEncoder(style, to, plain.error === null ? plain.text : '', name.length, codes).run();
}
