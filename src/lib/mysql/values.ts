/**
 * MySQL's values as PHP's.
 * Source: php-src 8.2 ext/mysqlnd/mysqlnd_wireprotocol.c (php_mysqlnd_rowp_read_text_protocol), mysqlnd_ps_codec.c
 */
import type { MysqlColumn, MysqlResult } from '../../vm/db-ports.ts';
import { strToFloat } from '../../value/convert.ts';
import { PhpFloat, type Zval } from '../../value/zval.ts';

const TYPE = { tiny: 1, short: 2, long: 3, float: 4, double: 5, longlong: 8, int24: 9, bit: 16 } as const;
const INTS: ReadonlySet<number> = new Set([TYPE.tiny, TYPE.short, TYPE.long, TYPE.longlong, TYPE.int24]);
const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);

/** Digits as an int; a text when it does not fit into 64 bits. */
function toInt(text: string): Zval {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number === 0 ? 0 : number;
  const exact = BigInt(text);
  return exact > MAX_INT || exact < MIN_INT ? text : exact;
}

function bitText(bytes: string): string {
  let value = 0n;
  for (let i = 0; i < bytes.length; i++) value = value * 256n + BigInt(bytes.charCodeAt(i));
  return String(value);
}

/** A cell; `typed`: ints and floats as such, otherwise everything is a string. */
export function cellOf(cell: string | null, column: MysqlColumn | undefined, typed: boolean): Zval {
  if (cell === null || column === undefined) return cell;
  const text = column.type === TYPE.bit ? bitText(cell) : cell;
  if (!typed) return text;
  if (INTS.has(column.type) || column.type === TYPE.bit) return toInt(text);
  if (column.type === TYPE.float || column.type === TYPE.double) return new PhpFloat(strToFloat(text));
  return text;
}

/** The cells of a row of a result. */
export function rowOf(result: MysqlResult, row: number, typed: boolean): Zval[] {
  const columns = result.columns ?? [];
  return (result.rows[row] ?? []).map((cell, n) => cellOf(cell, columns[n], typed));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\x1a': '\\Z',
};

/** mysql_real_escape_string for character sets whose bytes are no special characters. */
export function escapeText(text: string): string {
  return text.replace(/[\0\n\r\\'"\x1a]/g, (c) => ESCAPES[c] ?? c);
}
