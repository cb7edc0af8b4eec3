/** Exercise texts on a terminal: lines as wide as it is, code in a colour. */
import { Chalk } from 'chalk';
import { colourLevel } from '../colour.ts';
import { terminalWidth } from '../language.ts';

/** Widest text that reads well. */
const MOST_COLUMNS = 100;
/** Chinese, Japanese, Korean and their punctuation take two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** A word with the blank in front of it, or one wide character with the punctuation that must not begin a line. */
const PIECES = new RegExp(
  ` *(?:${WIDE.source}[\\u3001\\u3002\\uff0c\\uff1a\\uff1b\\uff1f\\uff01\\uff09]*|(?:(?!${WIDE.source})[^ ])+)`,
  'gu',
);

function columns(text: string): number {
  let n = 0;
  for (const char of text) n += WIDE.test(char) ? 2 : 1;
  return n;
}

/** Breaks a paragraph into lines of at most `width` columns. */
export function wrapText(line: string, width: number): string[] {
  const lines: string[] = [];
  let at = '';
  for (const [piece] of line.matchAll(PIECES)) {
    if (at !== '' && columns(at) + columns(piece) > width) {
      lines.push(at);
      at = piece.trimStart();
    } else {
      at += piece;
    }
  }
  return [...lines, at];
}

/** The text for the terminal. What is indented (programs, commands) stays as it is. */
export function layOut(text: string): string {
  const chalk = new Chalk({ level: colourLevel('auto', process.env, process.stdout.isTTY) });
  const width = Math.min(terminalWidth(), MOST_COLUMNS);
  return text
    .split('\n')
    .flatMap((line) => (/^ {4}/.test(line) ? [chalk.cyan(line)] : wrapText(line, width)))
    .map((line) => line.replace(/`[^`]+`/g, (code) => chalk.cyan(code)))
    .join('\n');
}
