/** Colours of a dump on a terminal: what a learner looks for first stands out. chalk is used here only. */
import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import type { DumpPart, Paint } from '../index.ts';

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

/** chalk's colours for the parts of a dump. */
export function dumpPaint(level: ColorSupportLevel): Paint {
  const chalk = new Chalk({ level });
  const styles: Readonly<Record<DumpPart, ChalkInstance>> = {
    title: chalk.underline,
    comment: chalk.dim,
    number: chalk.dim,
    result: chalk.magenta,
    opcode: chalk.bold,
    constant: chalk.green,
    variable: chalk.cyan,
    note: chalk.yellow,
  };
  return (part, text) => styles[part](text);
}
