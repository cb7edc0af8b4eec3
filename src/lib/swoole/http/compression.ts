/** Compressed answers. Source: swoole-src ext-src/swoole_http_response.cc (HttpContext::compress), swoole_http_request.cc */
import { toInt, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { HttpRequest } from '../../http/request-parser.ts';

/** What a server says of compression. */
export interface CompressionSettings {
  readonly level: number;
  readonly minLength: number;
  /** Types of content that are compressed; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** What has become of a body. */
export interface Packed {
  readonly encoding: string;
  readonly bytes: string;
}

const BEST_SPEED = 1;
const MIN_LENGTH = 20;
const MAX_LEVEL = 9;
const MAX_BROTLI = 11;

/** The settings by a server's options; null when nothing is compressed. */
export function compressionSettings(rt: Executor, option: (name: string) => Zval): CompressionSettings | null {
  const first = (names: readonly string[]): Zval => names.map(option).find((v) => v !== undefined);
  if (rt.host.compress === undefined) return null;
  const on = option('http_compression');
  if (on !== undefined && on !== true && !Number(toInt(rt, on))) return null;
  const level = first(['http_compression_level', 'compression_level', 'http_gzip_level']);
  const length = first(['http_compression_min_length', 'compression_min_length']);
  const types = first(['http_compression_types', 'compression_types']);
  return {
    level: level === undefined ? BEST_SPEED : Math.min(255, Math.max(0, Number(toInt(rt, level)))),
    minLength: length === undefined || Number(toInt(rt, length)) < 0 ? MIN_LENGTH : Number(toInt(rt, length)),
    types: types instanceof PhpArray ? new Set(types.valueList().map((one) => toStr(rt, deref(one)))) : null,
  };
}

/** The way that a client accepts; null for none. */
export function acceptedEncoding(request: HttpRequest): 'br' | 'gzip' | 'deflate' | null {
  const header = request.headers.find(([name]) => name === 'accept-encoding')?.[1];
  if (header === undefined) return null;
  for (const one of ['br', 'gzip', 'deflate'] as const) if (header.includes(one)) return one;
  return null;
}

/** The body in the way that the client accepts; null when it stays as it is. */
export function compressBody(
  rt: Executor,
  settings: CompressionSettings,
  encoding: 'br' | 'gzip' | 'deflate',
  body: string,
): Packed | null {
  const { host } = rt;
  if (host.compress === undefined || body.length < settings.minLength || body === '') return null;
  const least = encoding === 'br' ? 0 : BEST_SPEED;
  const level = Math.max(least, Math.min(settings.level, encoding === 'br' ? MAX_BROTLI : MAX_LEVEL));
  return { encoding, bytes: host.compress(encoding, body, level) };
}
