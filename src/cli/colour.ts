/** Colours of a dump on a terminal: what a learner looks for first stands out. chalk is used here only. */
import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';

/**
 * How many colours to use: 0 for none.
 * @param when what --color says
 * @see https://no-color.org
 */
export function colourLevel(
  when: 'auto' | 'always' | 'never',
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean | undefined,
): ColorSupportLevel {
  if (when === 'never') return 0;
  if (when === 'always') return 1;
  if (env['NO_COLOR'] || env['TERM'] === 'dumb' || isTerminal !== true) return 0;
  return 1;
}

/** One row per kind of thing in a line, tried in order at each place. */
function painters(chalk: ChalkInstance): readonly (readonly [RegExp, (text: string) => string])[] {
  return [
    [/^\d{4}(?= )/y, chalk.dim],
    [/(?:string|int|float|bool|array|null|zval)\((?:"(?:[^"\\]|\\.)*"|[^)]*)\)/y, chalk.green],
    [/CV\d+\(\$[^)]*\)/y, chalk.cyan],
    [/[TV]\d+\b/y, chalk.magenta],
    [/\b[A-Z][A-Z0-9_]{2,}\b/y, chalk.bold],
    [/\b\d{4}\b/y, chalk.yellow],
  ];
}

/** The dump with colours; without them it is the same text. */
export function colourDump(dump: string, level: ColorSupportLevel): string {
  const chalk = new Chalk({ level });
  const table = painters(chalk);
  return dump
    .split('\n')
    .map((line) => {
      if (/^ {5}; /.test(line)) return chalk.dim(line);
      if (/^[^ ].*:$/.test(line) && !/^\d{4} /.test(line)) return chalk.underline(line);
      return paintLine(line, table);
    })
    .join('\n');
}

function paintLine(line: string, table: readonly (readonly [RegExp, (text: string) => string])[]): string {
  let painted = '';
  let at = 0;
  scan: while (at < line.length) {
    for (const [pattern, paint] of table) {
      pattern.lastIndex = at;
      const text = pattern.exec(line)?.[0];
      if (text !== undefined && !/\w/.test(line[at - 1] ?? ' ')) {
        painted += paint(text);
        at += text.length;
        continue scan;
      }
    }
    painted += line[at];
    at++;
  }
  return painted;
}
