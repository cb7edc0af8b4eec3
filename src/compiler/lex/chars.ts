/** Character classes of the scanner (php-src Zend/zend_language_scanner.l: LABEL, WHITESPACE). */

const LABEL_START = 1;
const LABEL_PART = 2;

function makeLabelTable(): Uint8Array {
  const table = new Uint8Array(256);
  for (let c = 0; c < 256; c++) {
    const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c >= 128;
    if (letter) {
      table[c] = LABEL_START | LABEL_PART;
    } else if (c >= 48 && c <= 57) {
      table[c] = LABEL_PART;
    }
  }
  return table;
}

const LABEL_TABLE: Uint8Array = makeLabelTable();

/** Whether a character may begin a label; NaN (past the end) may not. */
export function isLabelStart(code: number): boolean {
  return ((LABEL_TABLE[code] ?? 0) & LABEL_START) !== 0;
}

/** Whether a character may continue a label. */
export function isLabelPart(code: number): boolean {
  return (LABEL_TABLE[code] ?? 0) !== 0;
}

/** Offset after the label that starts at `offset`. */
export function skipLabel(text: string, offset: number): number {
  let end = offset + 1;
  while (isLabelPart(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

/** Offset after the blanks and tabs that start at `offset`. */
export function skipBlanks(text: string, offset: number): number {
  let end = offset;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) {
    end++;
  }
  return end;
}

/** All characters that may begin a label. */
export const LABEL_STARTS: string = Array.from({ length: 256 }, (_, c) => String.fromCharCode(c))
  .filter((char) => isLabelStart(char.charCodeAt(0)))
  .join('');
