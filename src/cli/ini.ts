/**
 * `-d key=value`, read as php's CLI reads it: the value is an ini value, with
 * its words for true and false, its quotes and its bit expressions.
 * Source: php-src sapi/cli/php_cli.c, Zend/zend_ini_scanner.l
 */

const WORDS: Readonly<Record<string, string>> = {
  on: '1',
  yes: '1',
  true: '1',
  off: '',
  no: '',
  false: '',
  none: '',
  null: '',
};

/** Constants that an ini expression may name. */
const ERROR_LEVELS: Readonly<Record<string, number>> = {
  E_ERROR: 1,
  E_WARNING: 2,
  E_PARSE: 4,
  E_NOTICE: 8,
  E_CORE_ERROR: 16,
  E_CORE_WARNING: 32,
  E_COMPILE_ERROR: 64,
  E_COMPILE_WARNING: 128,
  E_USER_ERROR: 256,
  E_USER_WARNING: 512,
  E_USER_NOTICE: 1024,
  E_STRICT: 2048,
  E_RECOVERABLE_ERROR: 4096,
  E_DEPRECATED: 8192,
  E_USER_DEPRECATED: 16384,
  E_ALL: 32767,
};

/**
 * Adds one setting; the last one of a key wins, a key alone means "1".
 * @param word what follows -d
 */
export function collectIni(word: string, settings: Record<string, string> = {}): Record<string, string> {
  const equals = word.indexOf('=');
  const key = (equals < 0 ? word : word.slice(0, equals)).trim();
  if (key === '') return settings;
  return { ...settings, [key]: equals < 0 ? '1' : iniValue(word.slice(equals + 1)) };
}

/** The string that ini_get() shows for the text after "=". */
function iniValue(text: string): string {
  const quoted = /^\s*"([^"]*)"/.exec(text) ?? /^\s*'([^']*)'/.exec(text);
  if (quoted !== null) return quoted[1] ?? '';
  if (!/^[A-Za-z0-9]/.test(text)) return text; // php puts quotes around such a value
  const bare = (text.split(';', 1)[0] ?? '').trim();
  return WORDS[bare.toLowerCase()] ?? bitExpression(bare) ?? bare;
}

/** Value of `E_ALL & ~E_NOTICE`, or undefined when the text is no such expression. Left to right, as ini has no precedence. */
function bitExpression(text: string): string | undefined {
  if (!/^[\w\s|&^~()]+$/.test(text) || !/E_|[|&^~]/.test(text)) return undefined;
  let value: number | undefined;
  let operator = '';
  for (const [, op, not, name] of text.matchAll(/\s*([|&^]?)\s*(~?)\s*(\w+)/g)) {
    const known = ERROR_LEVELS[name ?? ''] ?? (/^\d+$/.test(name ?? '') ? Number(name) : undefined);
    if (known === undefined) return undefined;
    const operand = not === '~' ? ~known : known;
    operator = op ?? '';
    if (value === undefined) value = operand;
    else if (operator === '|') value |= operand;
    else if (operator === '&') value &= operand;
    else if (operator === '^') value ^= operand;
    else return undefined;
  }
  return value === undefined ? undefined : String(value);
}
