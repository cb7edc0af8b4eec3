/**
 * The stream filters zlib.inflate and zlib.deflate.
 * Source: php-src 8.2 ext/zlib/zlib_filter.c
 */
import { E_NOTICE, E_WARNING } from '../../base/diagnostics.ts';
import { toInt } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { ZLIB_STATUS, type ZlibSettings, type ZlibStream } from '../../vm/ports.ts';
import {
  FLUSH_CLOSE,
  FLUSH_INC,
  PSFS_ERR_FATAL,
  PSFS_FEED_ME,
  PSFS_PASS_ON,
  type StreamFilter,
} from '../stream-filter.ts';
import { docref } from '../string-util.ts';
import { FLUSH } from './context-options.ts';
import { type InflateSettings, openInflate } from './open-inflate.ts';

/** MAX_WBITS, and what is added to it for gzip and for either header. */
const WINDOW = 15;
const GZIP_BITS = 16;
const ANY_BITS = 32;
const SMALLEST_WINDOW = 8;

function param(rt: Executor, params: PhpArray, name: string): number | null {
  const given = deref(params.get(name));
  return given === undefined ? null : Number(toInt(rt, given));
}

function refuse(rt: Executor, what: string, value: number): void {
  docref(rt, E_WARNING, `Invalid parameter given for ${what} (${value})`);
}

/** What zlib's bits of a window say of the format. */
function byBits(bits: number): Pick<InflateSettings, 'format' | 'window'> {
  if (bits < 0) return { format: 'raw', window: Math.max(SMALLEST_WINDOW, -bits) };
  if (bits >= ANY_BITS) return { format: 'any', window: bits - ANY_BITS || WINDOW };
  if (bits >= GZIP_BITS) return { format: 'gzip', window: bits - GZIP_BITS || WINDOW };
  return { format: 'zlib', window: bits === 0 ? WINDOW : Math.max(SMALLEST_WINDOW, bits) };
}

function inflateSettings(rt: Executor, params: Zval): InflateSettings {
  const bits = params instanceof PhpArray ? param(rt, params, 'window') : null;
  if (bits !== null && (bits < -WINDOW || bits > WINDOW + ANY_BITS)) refuse(rt, 'window size', bits);
  else if (bits !== null) return byBits(bits);
  return byBits(-WINDOW);
}

function deflateSettings(rt: Executor, params: Zval): ZlibSettings {
  if (params === undefined || params === null) return { format: 'raw', window: WINDOW };
  let [memory, bits, level]: (number | null)[] = [null, null, null];
  if (params instanceof PhpArray) {
    memory = param(rt, params, 'memory');
    if (memory !== null && (memory < 1 || memory > 9)) {
      refuse(rt, 'memory level', memory);
      memory = null;
    }
    bits = param(rt, params, 'window');
    if (bits !== null && (bits < -WINDOW || bits > WINDOW + GZIP_BITS)) {
      refuse(rt, 'window size', bits);
      bits = null;
    }
    level = param(rt, params, 'level');
  } else level = Number(toInt(rt, params));
  if (level !== null && (level < -1 || level > 9)) {
    docref(rt, E_WARNING, `Invalid compression level specified. (${level})`);
    level = null;
  }
  const { format, window = WINDOW } = byBits(bits ?? -WINDOW);
  return { format: format === 'any' ? 'gzip' : format, window, memory: memory ?? 9, level: level ?? -1 };
}

function inflateFilter(name: string, zlib: ZlibStream): StreamFilter {
  let finished = false;
  return {
    name,
    run(rt, _stream, input, mode) {
      const bytes = input.map((b) => b.data).join('');
      let data = '';
      if (!finished && (bytes !== '' || mode === FLUSH_CLOSE)) {
        const { out, status } = zlib.run(bytes, mode === FLUSH_CLOSE ? FLUSH.FINISH : FLUSH.SYNC_FLUSH);
        if (status < ZLIB_STATUS.ok && status !== ZLIB_STATUS.bufferError) {
          docref(rt, E_NOTICE, `zlib: ${status === ZLIB_STATUS.dataError ? 'data error' : 'need dictionary'}`);
          return { status: PSFS_ERR_FATAL, out: [], consumed: 0 };
        }
        finished = status === ZLIB_STATUS.end;
        data = out;
      }
      return passed(data, bytes.length);
    },
  };
}

function deflateFilter(name: string, zlib: ZlibStream): StreamFilter {
  let finished = false;
  return {
    name,
    run(_rt, _stream, input, mode) {
      const bytes = input.map((b) => b.data).join('');
      let data = bytes === '' ? '' : zlib.run(bytes, FLUSH.NO_FLUSH).out;
      if (mode === FLUSH_CLOSE && !finished) {
        data += zlib.run('', FLUSH.FINISH).out;
        finished = true;
      } else if (mode === FLUSH_INC) data += zlib.run('', FLUSH.SYNC_FLUSH).out;
      return passed(data, bytes.length);
    },
  };
}

function passed(data: string, consumed: number): ReturnType<StreamFilter['run']> {
  return data === ''
    ? { status: PSFS_FEED_ME, out: [], consumed }
    : { status: PSFS_PASS_ON, out: [{ data }], consumed };
}

/** A new filter by its name in lower case; false when it cannot be made. */
export function createZlibFilter(rt: Executor, lowered: string, name: string, params: Zval): StreamFilter | false {
  if (lowered === 'zlib.inflate') {
    const zlib = openInflate(rt, inflateSettings(rt, params));
    return zlib === null ? false : inflateFilter(name, zlib);
  }
  if (lowered !== 'zlib.deflate') return false;
  const zlib = rt.host.zlibStream?.('deflate', deflateSettings(rt, params)) ?? null;
  return zlib === null ? false : deflateFilter(name, zlib);
}
