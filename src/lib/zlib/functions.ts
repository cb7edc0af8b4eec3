/**
 * Packing and unpacking of whole strings.
 * Source: php-src 8.2 ext/zlib/zlib.c (php_zlib_encode, php_zlib_decode); https://www.php.net/manual/en/ref.zlib.php
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import type { ZlibFormat } from '../../vm/ports.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { docref } from '../string-util.ts';
import { FORMATS } from './context-options.ts';
import { DEFLATE, ENCODINGS, GZIP, RAW } from './encodings.ts';
import { GZIP_MAGIC } from './open-inflate.ts';

export const zlibConstants: Readonly<Record<string, Zval>> = {
  FORCE_GZIP: GZIP,
  FORCE_DEFLATE: DEFLATE,
  ZLIB_ENCODING_RAW: RAW,
  ZLIB_ENCODING_GZIP: GZIP,
  ZLIB_ENCODING_DEFLATE: DEFLATE,
  ZLIB_VERSION: '1.2.13',
  ZLIB_VERNUM: 0x12d0,
};

/** @param at which arguments (from 1) the level and the encoding are */
function encode(rt: Executor, data: string, level: number, encoding: number, at: [number, number]): Zval {
  if (level < -1 || level > 9) return rt.argumentValueError(at[0], 'must be between -1 and 9');
  const format = FORMATS.get(encoding);
  if (format === undefined) return rt.argumentValueError(at[1], ENCODINGS);
  return rt.host.deflate?.(format, data, level) ?? false;
}

function decode(rt: Executor, data: string, max: number, format: ZlibFormat): Zval {
  if (max < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
  const plain = data === '' ? null : (rt.host.inflate?.(format, data, max) ?? null);
  if (typeof plain === 'string') return plain;
  docref(rt, E_WARNING, plain === false ? 'insufficient memory' : 'data error');
  return false;
}

/** What the first bytes say. */
function formatOf(data: string): ZlibFormat {
  if (data.startsWith(GZIP_MAGIC)) return 'gzip';
  const header = data.charCodeAt(0) * 256 + data.charCodeAt(1);
  return (header & 0x0f00) === 0x0800 && header % 31 === 0 ? 'zlib' : 'raw';
}

const encoder = (name: string, doc: string, encoding: number, text: string): FunctionDef =>
  fn({
    name,
    doc,
    params: [p.string('data'), p.int('level', { default: -1 }), p.int('encoding', { default: encoding, text })],
    returns: ['string', 'false'],
    impl: (rt, data, level, format) => encode(rt, data, level, format, [2, 3]),
  });

const decoder = (name: string, doc: string, format: ZlibFormat | null): FunctionDef =>
  fn({
    name,
    doc,
    params: [p.string('data'), p.int('max_length', { default: 0 })],
    returns: ['string', 'false'],
    impl: (rt, data, max) => decode(rt, data, max, format ?? formatOf(data)),
  });

export const zlibFunctions: readonly FunctionDef[] = [
  encoder('gzencode', 'A string in the format of gzip.', GZIP, 'ZLIB_ENCODING_GZIP'),
  encoder('gzcompress', 'A string in the format of zlib.', DEFLATE, 'ZLIB_ENCODING_DEFLATE'),
  encoder('gzdeflate', 'A string packed, without any header.', RAW, 'ZLIB_ENCODING_RAW'),
  decoder('gzdecode', 'Unpacks what gzencode() made.', 'gzip'),
  decoder('gzuncompress', 'Unpacks what gzcompress() made.', 'zlib'),
  decoder('gzinflate', 'Unpacks what gzdeflate() made.', 'raw'),
  decoder('zlib_decode', 'Unpacks any of the formats.', null),
  fn({
    name: 'zlib_encode',
    doc: 'A string in one of the formats.',
    params: [p.string('data'), p.int('encoding'), p.int('level', { default: -1 })],
    returns: ['string', 'false'],
    impl: (rt, data, encoding, level) => encode(rt, data, level, encoding, [3, 2]),
  }),
];
