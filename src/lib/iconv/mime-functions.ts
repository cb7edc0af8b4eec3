/**
 * iconv_mime_encode(), iconv_mime_decode(), iconv_mime_decode_headers().
 * Source: php-src 8.2 ext/iconv/iconv.c
 */
import type { NativeCode } from '../../object/native-code.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { toInt } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { nameTooLong, showError } from './convert.ts';
import { internalCharset } from './functions.ts';
import { HeaderDecoder } from './mime-decode.ts';
import { encodeHeader, type HeaderStyle } from './mime-encode.ts';

const UNKNOWN = '???';

/** The options of iconv_mime_encode(); null when a name is too long or after an exception. */
function* headerStyle(rt: Executor, options: PhpArray | undefined): NativeCode<HeaderStyle | null> {
  const internal = internalCharset(rt);
  const option = (name: string): Zval => deref(options?.getStr(name));
  const name = (v: Zval): string => (typeof v === 'string' && v !== '' ? v : internal);
  const scheme = option('scheme');
  const from = name(option('input-charset'));
  const to = name(option('output-charset'));
  if (nameTooLong(rt, from, to)) return null;
  const length = option('line-length');
  const lineBreak = option('line-break-chars');
  const text = lineBreak === undefined ? '\r\n' : yield* rt.toStringOf(lineBreak);
  if (text === null) return null;
  return {
    scheme: typeof scheme === 'string' && /^q/i.test(scheme) ? 'Q' : 'B',
    lineLength: length === undefined ? 76 : Number(toInt(rt, length)),
    lineBreak: text,
    from,
    to,
  };
}

function addHeader(out: PhpArray, header: string): void {
  const colon = header.indexOf(':');
  if (colon < 0) return;
  const value = header.slice(colon + 1).replace(/^[ \t]+/, '');
  const key = normalizeKey(header.slice(0, colon));
  const held = out.get(key);
  if (held === undefined) out.set(key, value);
  else if (held instanceof PhpArray) held.append(value);
  else out.set(key, PhpArray.fromList([held, value]));
}

function decodeHeaders(rt: Executor, headers: string, mode: number, charset: string): Zval {
  const out = new PhpArray();
  for (let at = 0; at < headers.length; ) {
    const done = new HeaderDecoder(rt, headers, at, charset, mode).run();
    if (typeof done === 'string') return showError(rt, done, charset, UNKNOWN);
    // an empty line ends the headers
    if (done.text === '') break;
    addHeader(out, done.text);
    at = done.next;
  }
  return out;
}

const modeParam = p.int('mode', { default: 0 });
const charsetParam = p.nullable(p.string('encoding'), { default: null });

export const iconvMimeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'iconv_mime_encode',
    doc: 'A mail header with encoded words.',
    params: [p.string('field_name'), p.string('field_value'), p.optional({ ...p.array('options'), defaultText: '[]' })],
    returns: ['string', 'false'],
    *impl(rt, name, value, options) {
      const style = yield* headerStyle(rt, options);
      if (style === null) return rt.exception === null ? false : null;
      const done = encodeHeader(rt, name, value, style);
      return done.error === null ? done.text : showError(rt, done.error, style.to, style.from);
    },
  }),
  fn({
    name: 'iconv_mime_decode',
    doc: 'A mail header with its encoded words read.',
    params: [p.string('string'), modeParam, charsetParam],
    returns: ['string', 'false'],
    impl: (rt, text, mode, charset) => {
      if (nameTooLong(rt, charset)) return false;
      const to = charset ?? internalCharset(rt);
      const done = new HeaderDecoder(rt, text, 0, to, mode).run();
      return typeof done === 'string' ? showError(rt, done, to, UNKNOWN) : done.text;
    },
  }),
  fn({
    name: 'iconv_mime_decode_headers',
    doc: 'The headers of a mail by name; those that come again as lists.',
    params: [p.string('headers'), modeParam, charsetParam],
    returns: ['array', 'false'],
    impl: (rt, headers, mode, charset) =>
      nameTooLong(rt, charset) ? false : decodeHeaders(rt, headers, mode, charset ?? internalCharset(rt)),
  }),
];
