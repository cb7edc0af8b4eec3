/**
 * What the options of deflate_init() and inflate_init() say.
 * Source: php-src 8.2 ext/zlib/zlib.c (zlib_create_dictionary_string, inflate_init, deflate_init)
 */
import { toInt, toStr, typeName } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import type { ZlibFormat } from '../../vm/ports.ts';
import { DEFLATE, GZIP, RAW } from './encodings.ts';

export const FLUSH = { NO_FLUSH: 0, PARTIAL_FLUSH: 1, SYNC_FLUSH: 2, FULL_FLUSH: 3, FINISH: 4, BLOCK: 5 } as const;
const FLUSHES =
  'must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH';

export const FORMATS: ReadonlyMap<number, ZlibFormat> = new Map([
  [RAW, 'raw'],
  [GZIP, 'gzip'],
  [DEFLATE, 'zlib'],
]);

/** False after the ValueError for a third argument that is no way to flush. */
export function checkFlush(rt: Executor, flush: number): boolean {
  if (flush >= FLUSH.NO_FLUSH && flush <= FLUSH.BLOCK) return true;
  rt.argumentValueError(3, FLUSHES);
  return false;
}

/** An option that is a number; null when it is not given. */
export function intOption(rt: Executor, options: PhpArray, name: string): number | null {
  const given = deref(options.getStr(name));
  return given === undefined ? null : Number(toInt(rt, given));
}

/** The option "dictionary": a string, or strings that end with a NUL each. Null: none, false after an exception. */
export function dictionaryOption(rt: Executor, options: PhpArray): string | null | false {
  const given = deref(options.getStr('dictionary'));
  if (given === undefined) return null;
  if (typeof given === 'string') return given;
  if (given instanceof PhpArray) return joinWords(rt, given.valueList());
  rt.argumentTypeError(2, `must be of type zero-terminated string or array, ${typeName(given)} given`);
  return false;
}

function joinWords(rt: Executor, values: readonly Zval[]): string | null | false {
  let all = '';
  for (const value of values) {
    const word = toStr(rt, deref(value) ?? null);
    if (rt.exception !== null) return false;
    if (word === '' || word.includes('\0')) {
      const what = word === '' ? 'empty strings' : 'strings with null bytes';
      rt.argumentValueError(2, `must not contain ${what}`);
      return false;
    }
    all += `${word}\0`;
  }
  return all === '' ? null : all;
}
