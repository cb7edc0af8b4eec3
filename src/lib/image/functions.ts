/**
 * getimagesize() and its relatives.
 * Source: php-src 8.2 ext/standard/image.c, iptc.c
 */
import { E_NOTICE, E_WARNING } from '../../base/diagnostics.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpReference, Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { readWhole } from '../file-functions.ts';
import { checkBasedir } from '../open-basedir.ts';
import { docref, setRef } from '../string-util.ts';
import { ByteReader } from './byte-reader.ts';
import * as F from './formats.ts';
import { embedIptc, parseIptc } from './iptc.ts';
import { jp2Size, jpcSize, jpegSize } from './jpeg.ts';

const BINARY = 'application/octet-stream';

/** IMAGETYPE_ constant without its prefix, number, MIME type, extension. */
const TYPES: readonly (readonly [name: string, type: number, mime: string, extension: string])[] = [
  ['GIF', 1, 'image/gif', 'gif'],
  ['JPEG', 2, 'image/jpeg', 'jpeg'],
  ['PNG', 3, 'image/png', 'png'],
  ['SWF', 4, 'application/x-shockwave-flash', 'swf'],
  ['PSD', 5, 'image/psd', 'psd'],
  ['BMP', 6, 'image/bmp', 'bmp'],
  ['TIFF_II', 7, 'image/tiff', 'tiff'],
  ['TIFF_MM', 8, 'image/tiff', 'tiff'],
  ['JPC', 9, BINARY, 'jpc'],
  ['JP2', 10, 'image/jp2', 'jp2'],
  ['JPX', 11, BINARY, 'jpx'],
  ['JB2', 12, BINARY, 'jb2'],
  ['SWC', 13, 'application/x-shockwave-flash', 'swf'],
  ['IFF', 14, 'image/iff', 'iff'],
  ['WBMP', 15, 'image/vnd.wap.wbmp', 'bmp'],
  ['XBM', 16, 'image/xbm', 'xbm'],
  ['ICO', 17, 'image/vnd.microsoft.icon', 'ico'],
  ['WEBP', 18, 'image/webp', 'webp'],
  ['AVIF', 19, 'image/avif', 'avif'],
];

export const imageConstants: Readonly<Record<string, Zval>> = {
  ...Object.fromEntries(TYPES.map(([name, type]) => [`IMAGETYPE_${name}`, type])),
  IMAGETYPE_JPEG2000: 9,
  IMAGETYPE_UNKNOWN: 0,
  IMAGETYPE_COUNT: 20,
};

/** What a file begins with, the type, and where reading goes on. */
const SIGNATURES: readonly (readonly [signature: string, type: number, behind: number])[] = [
  ['GIF', 1, 3],
  ['\xff\xd8\xff', 2, 3],
  ['\x89PNG\r\n\x1a\n', 3, 8],
  ['FWS', 4, 3],
  ['CWS', 13, 3],
  ['8BP', 5, 3],
  ['BM', 6, 3],
  ['\xff\x4f\xff', 9, 3],
  ['II\x2a\0', 7, 4],
  ['MM\0\x2a', 8, 4],
  ['FORM', 14, 4],
  ['\0\0\x01\0', 17, 4],
  ['\0\0\0\x0cjP  \r\n\x87\n', 10, 12],
];

const LONGEST_SIGNATURE = 12;

/** php_getimagetype; null after a message. */
function imageType(rt: Executor, bytes: string, name: string, r: ByteReader): number | null {
  const tooShort = (): null => {
    docref(rt, E_NOTICE, `Error reading from ${name}!`);
    return null;
  };
  if (bytes.length < 3) return tooShort();
  const row = SIGNATURES.find(([signature]) => bytes.startsWith(signature));
  if (row !== undefined) {
    r.at = row[2];
    return row[1];
  }
  if (bytes.startsWith('\x89PN')) {
    if (bytes.length < 8) return tooShort();
    docref(rt, E_WARNING, 'PNG file corrupted by ASCII conversion');
    return null;
  }
  if (bytes.startsWith('RIF')) {
    if (bytes.length < LONGEST_SIGNATURE) return tooShort();
    r.at = LONGEST_SIGNATURE;
    return bytes.startsWith('WEBP', 8) ? 18 : null;
  }
  if (bytes.length < 4) return tooShort();
  if (F.wbmpSize(r) !== null) return 15;
  if (bytes.length < LONGEST_SIGNATURE) return tooShort();
  return F.xbmSize(r) === null ? null : 16;
}

const READERS: Readonly<Record<number, F.SizeReader>> = {
  1: F.gifSize,
  3: F.pngSize,
  4: F.swfSize,
  5: F.psdSize,
  6: F.bmpSize,
  7: F.tiffSize(false),
  8: F.tiffSize(true),
  14: F.iffSize,
  15: F.wbmpSize,
  16: F.xbmSize,
  17: F.icoSize,
  18: F.webpSize,
};

function sizeOf(rt: Executor, type: number, r: ByteReader, info: Map<string, string> | null): F.ImageSize | null {
  const warn = (message: string): void => docref(rt, E_WARNING, message);
  if (type === 2) return jpegSize(r, info, warn);
  if (type === 9) return jpcSize(r, warn);
  return type === 10 ? jp2Size(r, warn) : (READERS[type]?.(r) ?? null);
}

function imageSize(rt: Executor, bytes: string, name: string, infoRef: PhpReference | undefined): Zval {
  const info = infoRef === undefined ? null : new Map<string, string>();
  const r = new ByteReader(bytes);
  const type = imageType(rt, bytes, name, r);
  const found = type === null ? null : sizeOf(rt, type, r, info);
  if (infoRef !== undefined) setRef(rt, infoRef, PhpArray.fromEntries([...(info ?? [])]));
  if (found === null || type === null) return false;
  const { width, height, bits, channels } = found;
  const out = PhpArray.fromList([width, height, type, `width="${width}" height="${height}"`]);
  if (bits !== 0) out.setStr('bits', bits);
  if (channels !== 0) out.setStr('channels', channels);
  out.setStr('mime', TYPES[type - 1]?.[2] ?? BINARY);
  return out;
}

function* fileSize(rt: Executor, path: string, info: PhpReference | undefined): NativeCode {
  const bytes = yield* readWhole(rt, path, false);
  if (typeof bytes === 'string') return imageSize(rt, bytes, path, info);
  if (info !== undefined && bytes === false) setRef(rt, info, new PhpArray());
  return bytes;
}

function embed(rt: Executor, data: string, path: string, spool: number): Zval {
  if (!checkBasedir(rt, path)) return false;
  const jpeg = rt.host.readFile(path);
  if (jpeg === null) {
    docref(rt, E_WARNING, `Unable to open ${path}`);
    return false;
  }
  const out = embedIptc(jpeg, data);
  if (out === null) return false;
  if (spool > 0) rt.write(out);
  return spool < 2 ? out : true;
}

const infoParam = p.optional({ ...p.ref('image_info'), defaultText: 'null' });

export const imageFunctions: readonly FunctionDef[] = [
  fn({
    name: 'getimagesize',
    doc: 'Size and kind of a picture.',
    params: [p.string('filename'), infoParam],
    returns: ['array', 'false'],
    impl: fileSize,
  }),
  fn({
    name: 'getimagesizefromstring',
    doc: 'Size and kind of a picture whose bytes are given.',
    params: [p.string('string'), infoParam],
    returns: ['array', 'false'],
    impl: (rt, bytes, info) => imageSize(rt, bytes, bytes, info),
  }),
  fn({
    name: 'image_type_to_mime_type',
    doc: 'The MIME type of a kind of picture.',
    params: [p.int('image_type')],
    returns: ['string'],
    impl: (_rt, type) => TYPES[type - 1]?.[2] ?? BINARY,
  }),
  fn({
    name: 'image_type_to_extension',
    doc: 'The ending of the names of a kind of picture.',
    params: [p.int('image_type'), p.bool('include_dot', { default: true })],
    returns: ['string', 'false'],
    impl: (_rt, type, dot) => {
      const extension = TYPES[type - 1]?.[3];
      return extension === undefined ? false : (dot ? '.' : '') + extension;
    },
  }),
  fn({
    name: 'iptcparse',
    doc: 'The values of IPTC data.',
    params: [p.string('iptc_block')],
    returns: ['array', 'false'],
    impl: (_rt, block) => parseIptc(block) ?? false,
  }),
  fn({
    name: 'iptcembed',
    doc: 'A JPEG with IPTC data in it.',
    params: [p.string('iptc_data'), p.string('filename'), p.int('spool', { default: 0 })],
    returns: ['string', 'bool'],
    impl: embed,
  }),
];
