/** `--lang`: English or Chinese, from the locale unless given. */
import { Option } from 'commander';

/** The option as every command has it. */
export function languageOption(): Option {
  return new Option('--lang <lang>', 'language of the explanations (default: from the locale)').choices(['en', 'zh']);
}

/** What --lang says, else what LC_ALL, LC_MESSAGES or LANG say: Chinese for zh_*, English for all else. */
export function chosenLanguage(
  given: 'en' | 'zh' | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): 'en' | 'zh' {
  if (given !== undefined) return given;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 60;

/** Columns of the terminal; 100 when output goes elsewhere. */
export function terminalWidth(): number {
  return process.stdout.isTTY === true ? Math.max(LEAST_WIDTH, process.stdout.columns || DEFAULT_WIDTH) : DEFAULT_WIDTH;
}
