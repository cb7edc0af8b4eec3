/**
 * Encodings as arguments: names, lists of names, and what PHP says of wrong ones.
 * Source: php-src 8.2 ext/mbstring/mbstring.c (php_mb_get_encoding, php_mb_parse_encoding_list)
 */
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { asciiLower, docref } from '../string-util.ts';
import type { Encoding } from './encoding.ts';
import { mbState } from './registry.ts';

const DEPRECATED: Readonly<Record<string, string>> = {
  BASE64: 'Handling Base64 via mbstring is deprecated; use base64_encode/base64_decode instead',
  'HTML-ENTITIES':
    'Handling HTML entities via mbstring is deprecated; ' +
    'use htmlspecialchars, htmlentities, or mb_encode_numericentity/mb_decode_numericentity instead',
  'Quoted-Printable':
    'Handling QPrint via mbstring is deprecated; use quoted_printable_encode/quoted_printable_decode instead',
};

/** The encoding an argument names, the internal one when it is null; null after a ValueError. */
export function encodingArgument(rt: Executor, name: string | null, argument: number): Encoding | null {
  const state = mbState(rt);
  if (name === null) return state.internal;
  const found = state.find(name);
  if (found === null) {
    return rt.argumentValueError(argument, `must be a valid encoding, "${name}" given`);
  }
  const said = DEPRECATED[found.name];
  if (said !== undefined && state.lastNamed !== asciiLower(name)) docref(rt, E_DEPRECATED, said);
  state.lastNamed = asciiLower(name);
  return found;
}

/** The encodings of names; null after a ValueError. `auto` is the order of detection that the language has. */
export function namedEncodings(rt: Executor, names: readonly string[], argument: number): Encoding[] | null {
  const state = mbState(rt);
  const found: Encoding[] = [];
  let hadAuto = false;
  for (const name of names) {
    if (asciiLower(name) === 'auto') {
      if (!hadAuto) found.push(...languageOrder(rt));
      hadAuto = true;
      continue;
    }
    const one = state.find(name);
    if (one === null) return rt.argumentValueError(argument, `contains invalid encoding "${name}"`);
    found.push(one);
  }
  return found;
}

/** The encodings of a list as text (`UTF-8, SJIS`) or array; null after an error. */
export function encodingList(rt: Executor, list: string | PhpArray, argument: number): Encoding[] | null {
  if (typeof list !== 'string') return namedEncodings(rt, list.valueList().map(textOf), argument);
  if (list === '') return [];
  const text = list.length > 1 && list.startsWith('"') && list.endsWith('"') ? list.slice(1, -1) : list;
  return namedEncodings(
    rt,
    text.split(',').map((name) => name.replace(/^[ \t]+|[ \t]+$/g, '')),
    argument,
  );
}

function textOf(held: Zval): string {
  const v = deref(held);
  if (typeof v === 'string') return v;
  if (v === null || v === undefined || v === false) return '';
  return v instanceof PhpArray ? 'Array' : v === true ? '1' : String(v);
}

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  Japanese: ['ASCII', 'JIS', 'UTF-8', 'EUC-JP', 'SJIS'],
  Korean: ['ASCII', 'UTF-8', 'EUC-KR', 'UHC'],
  'Simplified Chinese': ['ASCII', 'UTF-8', 'EUC-CN', 'CP936'],
  'Traditional Chinese': ['ASCII', 'UTF-8', 'BIG-5'],
  Russian: ['ASCII', 'UTF-8', 'KOI8-R', 'Windows-1251', 'CP866'],
  Ukrainian: ['ASCII', 'UTF-8', 'KOI8-U'],
  Armenian: ['ASCII', 'UTF-8', 'ArmSCII-8'],
  Turkish: ['ASCII', 'UTF-8', 'Windows-1254', 'ISO-8859-9'],
};

/** In which order encodings are tried for the language of mb_language(). */
export function languageOrder(rt: Executor): Encoding[] {
  const state = mbState(rt);
  return (ORDERS[state.language] ?? ['ASCII', 'UTF-8']).map((name) => state.find(name) as Encoding);
}
