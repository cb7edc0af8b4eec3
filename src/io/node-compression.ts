/** Unpacking by node:zlib. */
import type { Coding } from '../vm/ports.ts';

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
