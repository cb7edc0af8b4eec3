/**
 * Reading encoded words of mail headers.
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfilter.c (mime_header_decoder_collector)
 */
import { BAD } from './encoding.ts';
import type { MbState } from './registry.ts';
import { fromBase64, fromQuotedPrintable } from './transfer-encodings.ts';

const WORD_SOURCE = /=\?([^?\r\n]{1,97})\?([bBqQ])\?((?:[^?]|\?(?!=))*)(\?=|$)/;

function plainCodes(text: string): number[] {
  return Array.from(text, (c) => (c.charCodeAt(0) < 0x80 ? c.charCodeAt(0) : BAD));
}

/** The code points of a header's text. */
export function decodeMimeHeader(state: MbState, header: string): number[] {
  const word = new RegExp(WORD_SOURCE, 'y');
  const afterBlanks = /[ \t\r\n]+/y;
  const lineBreak = /[\r\n][ \t\r\n]*/y;
  const out: number[] = [];
  let at = 0;
  let afterWord = false;
  while (at < header.length) {
    word.lastIndex = at;
    const found = header.charAt(at) === '=' ? word.exec(header) : null;
    const charset = found === null ? null : state.find(found[1] as string);
    if (found !== null && charset !== null) {
      const bytes = /[bB]/.test(found[2] as string)
        ? fromBase64(found[3] as string)
        : fromQuotedPrintable(found[3] as string);
      out.push(...charset.decode(bytes));
      at = word.lastIndex;
      afterWord = found[4] === '?=';
      continue;
    }
    const blanks = afterWord ? afterBlanks : lineBreak;
    blanks.lastIndex = at;
    const gap = blanks.exec(header);
    if (gap === null) {
      out.push(...plainCodes(header.charAt(at++)));
      afterWord = false;
      continue;
    }
    at = blanks.lastIndex;
    word.lastIndex = at;
    const next = word.exec(header);
    const joins = afterWord && next !== null && state.find(next[1] as string) !== null;
    if (joins) continue;
    out.push(...plainCodes(/[\r\n]/.test(gap[0]) ? ' ' : gap[0]));
    afterWord = false;
  }
  return out;
}
