/** Columns of text on a terminal: Chinese characters take two, and lines may be broken between them. */

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns that a text takes. */
export function columns(text: string): number {
  let n = 0;
  for (const ch of text) n += WIDE.test(ch) ? 2 : 1;
  return n;
}

/** A text in lines of at most `width` columns, broken at blanks and between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  const pieces = text.match(/[^\s\u2e80-\uffff]+|[\u2e80-\uffff]|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const closing = /^[，。；：、！？）】」]/u.test(piece);
    if (line !== '' && !closing && columns(line) + columns(piece) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A line of text in as many as it takes, with the same indentation; words that are too long are broken. */
export function wrapLine(text: string, width: number): string[] {
  if (columns(text) <= width) return [text];
  const indent = (/^\s*/.exec(text)?.[0] ?? '').slice(0, width >> 1);
  const room = width - indent.length;
  return wrap(text, room)
    .flatMap((line) => pieces(line, room))
    .map((line) => indent + line);
}

function pieces(line: string, width: number): string[] {
  const out: string[] = [''];
  let used = 0;
  for (const ch of line) {
    const next = columns(ch);
    if (used + next > width) {
      out.push('');
      used = 0;
    }
    out[out.length - 1] += ch;
    used += next;
  }
  return out;
}

/** A text cut to `width` columns, with `…` where something is missing. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let out = '';
  let used = 0;
  for (const ch of text) {
    const next = columns(ch);
    if (used + next > width - 1) break;
    out += ch;
    used += next;
  }
  return `${out}…`;
}

/** A text cut or filled up with blanks to exactly `width` columns. */
export function fit(text: string, width: number): string {
  const shown = cut(text, width);
  return shown + ' '.repeat(Math.max(0, width - columns(shown)));
}

/** Control characters other than tab and newline; a terminal must not see those of a program. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** A byte string of UTF-8 as text to be shown: control characters are dots. */
export function bytesToDisplay(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(CONTROLS, '.');
}
