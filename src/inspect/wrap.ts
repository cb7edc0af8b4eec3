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
