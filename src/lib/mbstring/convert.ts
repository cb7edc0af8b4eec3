/**
 * Conversion between encodings and guessing the encoding of bytes.
 * Source: php-src 8.2 ext/mbstring/mbstring.c (php_mb_convert_encoding), libmbfl/mbfl/mbfl_convert.c, mbfilter.c
 * (mbfl_encoding_detector)
 */
import { BAD, type Encoding, isAscii } from './encoding.ts';
import type { MbState } from './registry.ts';
import { RARE } from './tables.generated.ts';
import { isTransfer } from './transfer-encodings.ts';

/** Bytes of one encoding in another; what cannot be written is replaced. */
export function convertBytes(state: MbState, bytes: string, to: Encoding, from: Encoding): string {
  if (isTransfer(to)) return to.fromBytes(bytes);
  if (isTransfer(from)) return from.toBytes(bytes);
  if (to === from && to === state.utf8 && isAscii(bytes)) return bytes;
  return state.writeCounting(to, from.decode(bytes));
}

/** Whether bytes are right in an encoding. */
export function isValid(e: Encoding, bytes: string): boolean {
  if (e.lengthOf !== null && isAscii(bytes)) return true;
  return !e.decode(bytes).includes(BAD);
}

/** Whether a character up to U+FFFF hardly occurs in real text. */
function isRare(rare: string, code: number): boolean {
  return ((rare.charCodeAt(code >> 3) >> (code & 7)) & 1) !== 0;
}

function score(codes: readonly number[], rare: string): number {
  let sum = 0;
  for (const code of codes) {
    if (code > 0xffff) sum += 40;
    else if (code >= 0x21 && code <= 0x2f) sum += 6;
    else sum += isRare(rare, code) ? 30 : 1;
  }
  return sum;
}

const ASCII_LIKE = /^(?:ASCII|UTF-8|ISO-8859-\d+|Windows-125\d)$/;

/**
 * The likeliest of some encodings, by how common the characters are that the texts would have; null when they are wrong in
 * all. Not `strict`: once only one is left, what follows is not looked at.
 */
export function detectEncoding(texts: readonly string[], list: readonly Encoding[], strict: boolean): Encoding | null {
  if (list.length === 1 && !strict) return list[0] as Encoding;
  // ASCII is the same text in all of these: they would score alike, and the first would win.
  if (list.every((e) => ASCII_LIKE.test(e.name)) && texts.every(isAscii)) return list[0] as Encoding;
  const rare = atob(RARE);
  let best: Encoding | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  const decoded = list.map((e) => ({ e, codes: texts.flatMap((text) => e.decode(text)) }));
  for (const { e, codes } of decoded) {
    if (codes.includes(BAD)) continue;
    const points = score(codes, rare);
    if (points < bestScore) {
      best = e;
      bestScore = points;
    }
  }
  return best ?? (strict ? null : lastStanding(texts, list));
}

/** The encoding in which texts go wrong last, if all others have gone wrong before. */
function lastStanding(texts: readonly string[], list: readonly Encoding[]): Encoding | null {
  if (list.length < 2) return null;
  const all = texts.join('');
  const wrongAt = list.map((e) => firstWrong(e, all));
  const last = Math.max(...wrongAt);
  const survivors = list.filter((_e, i) => wrongAt[i] === last);
  return survivors.length === 1 ? (survivors[0] as Encoding) : null;
}

/** After how many bytes an encoding is found wrong. */
function firstWrong(e: Encoding, bytes: string): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const codes = e.decode(bytes.slice(0, middle));
    // a character that is cut off is not wrong yet
    const cut =
      codes.at(-1) === BAD &&
      !e
        .decode(`${bytes.slice(0, middle)}`)
        .slice(0, -1)
        .includes(BAD);
    if (
      codes.includes(BAD) &&
      !(
        cut &&
        !e
          .decode(bytes.slice(0, middle + 4))
          .slice(0, codes.length)
          .includes(BAD)
      )
    ) {
      high = middle;
    } else low = middle + 1;
  }
  return low;
}
