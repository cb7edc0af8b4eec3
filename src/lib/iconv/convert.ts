/**
 * Conversion between charsets as iconv(3) does it: it stops at what is wrong, unless it is told to leave that out or to
 * write something like it.
 * Source: php-src 8.2 ext/iconv/iconv.c (php_iconv_string, _php_iconv_show_error), glibc's iconv
 */
import { E_NOTICE, E_WARNING } from '../../base/diagnostics.ts';
import type { Executor } from '../../vm/executor.ts';
import { BAD } from '../mbstring/encoding.ts';
import { docref } from '../string-util.ts';
import { type Charset, findCharset } from './charsets.ts';
import { TRANSLITERATIONS } from './transliterations.generated.ts';

/** Why a conversion stopped. */
export type IconvError = 'charset' | 'incomplete' | 'illegal' | 'too-big' | 'malformed';

/** A text, or why there is none. */
export type Converted =
  | { readonly text: string; readonly error: null }
  | { readonly text: string; readonly error: IconvError };

/** The longest name of a charset and one more. */
const NAME_LIMIT = 64;

/** Warns of a name that is too long. */
export function nameTooLong(rt: Executor, ...names: readonly (string | null)[]): boolean {
  if (!names.some((name) => name !== null && name.length >= NAME_LIMIT)) return false;
  docref(rt, E_WARNING, `Encoding parameter exceeds the maximum allowed length of ${NAME_LIMIT} characters`);
  return true;
}

/** _php_iconv_show_error */
export function showError(rt: Executor, error: IconvError, to: string, from: string): false {
  switch (error) {
    case 'charset':
      docref(rt, E_WARNING, `Wrong encoding, conversion from "${from}" to "${to}" is not allowed`);
      break;
    case 'incomplete':
      docref(rt, E_NOTICE, 'Detected an incomplete multibyte character in input string');
      break;
    case 'illegal':
      docref(rt, E_NOTICE, 'Detected an illegal character in input string');
      break;
    case 'too-big':
      docref(rt, E_WARNING, 'Buffer length exceeded');
      break;
    case 'malformed':
      docref(rt, E_WARNING, 'Malformed string');
      break;
  }
  return false;
}

function transliterations(rt: Executor): ReadonlyMap<number, string> {
  return rt.moduleState('iconv-transliterations', () => {
    const map = new Map<number, string>();
    for (const [first, texts] of Object.entries(TRANSLITERATIONS)) {
      texts.split('\t').forEach((text, i) => {
        map.set(Number.parseInt(first, 16) + i, text);
      });
    }
    return map;
  });
}

const FRACTION_SLASH = 0x2044;

/** What is written instead of a character that the charset has not. */
function similar(rt: Executor, to: Charset, code: number): number[] {
  const text = transliterations(rt).get(code) ?? '?';
  const codes = Array.from(text, (c) => c.charCodeAt(0));
  // fractions have a slash of their own where the charset has it
  if (/\d\//.test(text) && to.encodeOne(FRACTION_SLASH) !== null) codes[codes.indexOf(0x2f)] = FRACTION_SLASH;
  return codes.every((c) => to.encodeOne(c) !== null) ? codes : [63];
}

interface Modes {
  readonly ignore: boolean;
  readonly translit: boolean;
}

/** Characters as bytes; stops at one that the charset has not. */
function encode(rt: Executor, codes: readonly number[], to: Charset, modes: Modes): Converted {
  const written: number[] = [];
  for (const code of codes) {
    if (code !== BAD && to.encodeOne(code) !== null) written.push(code);
    else if (code !== BAD && modes.translit) written.push(...similar(rt, to, code));
    else if (!modes.ignore) return { text: to.encodeText(written), error: 'illegal' };
  }
  return { text: to.encodeText(written), error: null };
}

/** php_iconv_string: bytes of one charset in another; `//IGNORE` and `//TRANSLIT` stand behind the name of the latter. */
export function convert(rt: Executor, bytes: string, toName: string, fromName: string): Converted {
  const from = findCharset(rt, fromName);
  const to = findCharset(rt, toName);
  if (from === null || to === null) return { text: '', error: 'charset' };
  const modes = { ignore: toName.includes('//IGNORE'), translit: /\/\/TRANSLIT/i.test(toName) };
  const { codes, incomplete } = from.decode(bytes);
  const done = encode(rt, codes, to, modes);
  return done.error === null && incomplete ? { text: done.text, error: 'incomplete' } : done;
}

/** The characters of a text, or why it has none. */
export function decode(rt: Executor, bytes: string, name: string): number[] | IconvError {
  const charset = findCharset(rt, name);
  if (charset === null) return 'charset';
  const { codes, incomplete } = charset.decode(bytes);
  if (codes.includes(BAD)) return 'illegal';
  return incomplete ? 'incomplete' : codes;
}
