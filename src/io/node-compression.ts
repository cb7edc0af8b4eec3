/** Packing and unpacking by node:zlib. */
import type { Coding, ZlibFormat } from '../vm/ports.ts';

/** A whole text; null when it is none in that coding. `deflate` may lack its wrapping. */
export function decompressBytes(coding: Coding, bytes: string): string | null {
  const zlib = process.getBuiltinModule('node:zlib');
  const packed = Buffer.from(bytes, 'latin1');
  const ways =
    coding === 'br'
      ? [zlib.brotliDecompressSync]
      : [coding === 'gzip' ? zlib.gunzipSync : zlib.inflateSync, zlib.inflateRawSync];
  for (const unpack of ways) {
    try {
      return unpack(packed).toString('latin1');
    } catch {
      // the next way
    }
  }
  return null;
}

/** A whole text in a coding; `deflate` is without its wrapping. @param level 0 to 9, of `br` to 11 */
export function compressBytes(coding: Coding, bytes: string, level: number): string {
  const zlib = process.getBuiltinModule('node:zlib');
  const plain = Buffer.from(bytes, 'latin1');
  if (coding === 'br') {
    const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: level };
    return zlib.brotliCompressSync(plain, { params }).toString('latin1');
  }
  const pack = coding === 'gzip' ? zlib.gzipSync : zlib.deflateRawSync;
  return pack(plain, { level }).toString('latin1');
}

/** Host.deflate by zlib. */
export function deflateBytes(format: ZlibFormat, bytes: string, level: number): string {
  const zlib = process.getBuiltinModule('node:zlib');
  const pack = { gzip: zlib.gzipSync, zlib: zlib.deflateSync, raw: zlib.deflateRawSync }[format];
  return pack(Buffer.from(bytes, 'latin1'), { level }).toString('latin1');
}

/** Host.inflate by zlib. */
export function inflateBytes(format: ZlibFormat, bytes: string, max: number): string | false | null {
  const zlib = process.getBuiltinModule('node:zlib');
  const unpack = { gzip: zlib.gunzipSync, zlib: zlib.inflateSync, raw: zlib.inflateRawSync }[format];
  try {
    return unpack(Buffer.from(bytes, 'latin1'), max > 0 ? { maxOutputLength: max } : {}).toString('latin1');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? false : null;
  }
}

/** Host.deflatePart by zlib. */
export function deflatePart(bytes: string, level: number, dictionary: string, last: boolean): string {
  const zlib = process.getBuiltinModule('node:zlib');
  const { Z_FINISH, Z_SYNC_FLUSH } = zlib.constants;
  const before = dictionary === '' ? {} : { dictionary: Buffer.from(dictionary, 'latin1') };
  const options = { level, finishFlush: last ? Z_FINISH : Z_SYNC_FLUSH, ...before };
  return zlib.deflateRawSync(Buffer.from(bytes, 'latin1'), options).toString('latin1');
}

/** Host.inflateMessage by zlib. */
export function inflateMessage(bytes: string, max: number): string | false | null {
  const zlib = process.getBuiltinModule('node:zlib');
  const packed = Buffer.from(`${bytes}\0\0\xff\xff`, 'latin1');
  try {
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, max) };
    return zlib.inflateRawSync(packed, options).toString('latin1');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? false : null;
  }
}
