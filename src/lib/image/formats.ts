/**
 * How large pictures are, by their headers. Compressed Flash (SWC) and AVIF are not read.
 * Source: php-src 8.2 ext/standard/image.c
 */
import { type ByteReader, uint } from './byte-reader.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
  /** 0: not known. */
  readonly bits: number;
  readonly channels: number;
}

/** A reader stands behind the bytes that showed what kind of file it is. Null: broken. */
export type SizeReader = (r: ByteReader) => ImageSize | null;

function size(width: number, height: number, bits = 0, channels = 0): ImageSize {
  return { width, height, bits, channels };
}

export const gifSize: SizeReader = (r) => {
  r.skip(3);
  const dim = r.bytes(5);
  if (dim === null) return null;
  const packed = dim.charCodeAt(4);
  return size(uint(dim, 0, 2, false), uint(dim, 2, 2, false), (packed & 0x80) !== 0 ? (packed & 7) + 1 : 0, 3);
};

export const psdSize: SizeReader = (r) => {
  r.skip(11);
  const dim = r.bytes(8);
  return dim === null ? null : size(uint(dim, 4, 4, true), uint(dim, 0, 4, true));
};

const BMP_OLD_HEADER = 12;

export const bmpSize: SizeReader = (r) => {
  r.skip(11);
  const dim = r.bytes(16);
  if (dim === null) return null;
  const header = uint(dim, 0, 4, false) | 0;
  if (header === BMP_OLD_HEADER) return size(uint(dim, 4, 2, false), uint(dim, 6, 2, false), dim.charCodeAt(11));
  if (!((header > BMP_OLD_HEADER && header <= 64) || header === 108 || header === 124)) return null;
  // lines from the top are a negative height
  return size(uint(dim, 4, 4, false), Math.abs(uint(dim, 8, 4, false) | 0), uint(dim, 14, 2, false));
};

export const pngSize: SizeReader = (r) => {
  r.skip(8);
  const dim = r.bytes(9);
  return dim === null ? null : size(uint(dim, 0, 4, true), uint(dim, 4, 4, true), dim.charCodeAt(8));
};

/** Flash counts in twentieths of a pixel, in numbers of as many bits as the first five say. */
export const swfSize: SizeReader = (r) => {
  r.skip(5);
  const bytes = r.bytes(32);
  if (bytes === null) return null;
  const bits = (at: number, count: number): number => {
    let n = 0;
    for (let i = at; i < at + count; i++) n = n * 2 + ((bytes.charCodeAt(i >> 3) >> (7 - (i & 7))) & 1);
    return n;
  };
  const width = bits(0, 5);
  const at = (i: number): number => bits(5 + i * width, width);
  return size(Math.trunc((at(1) - at(0)) / 20), Math.trunc((at(3) - at(2)) / 20));
};

interface TiffEntry {
  readonly tag: number;
  readonly value: number | null;
}

function tiffEntry(directory: string, at: number, big: boolean): TiffEntry {
  const type = uint(directory, at + 2, 2, big);
  const read: Readonly<Record<number, () => number>> = {
    1: () => directory.charCodeAt(at + 8),
    3: () => uint(directory, at + 8, 2, big),
    4: () => uint(directory, at + 8, 4, big),
    6: () => directory.charCodeAt(at + 8),
    8: () => (uint(directory, at + 8, 2, big) << 16) >> 16,
    9: () => uint(directory, at + 8, 4, big) | 0,
  };
  return { tag: uint(directory, at, 2, big), value: read[type]?.() ?? null };
}

const ENTRY = 12;

/** `big`: Motorola's order of bytes. */
export function tiffSize(big: boolean): SizeReader {
  return (r) => {
    const pointer = r.bytes(4);
    if (pointer === null) return null;
    r.at = uint(pointer, 0, 4, big);
    const head = r.bytes(2);
    const count = head === null ? 0 : uint(head, 0, 2, big);
    const directory = r.bytes(count * ENTRY + 4);
    if (head === null || directory === null) return null;
    let [width, height] = [0, 0];
    for (let i = 0; i < count; i++) {
      const { tag, value } = tiffEntry(directory, i * ENTRY, big);
      if (value === null) continue;
      if (tag === 0x0100 || tag === 0xa002) width = value;
      else if (tag === 0x0101 || tag === 0xa003) height = value;
    }
    return width !== 0 && height !== 0 ? size(width, height) : null;
  };
}

export const iffSize: SizeReader = (r) => {
  const head = r.bytes(8);
  if (head === null || !/^(?:ILBM|PBM )$/.test(head.slice(4))) return null;
  for (;;) {
    const chunk = r.bytes(8);
    if (chunk === null) return null;
    const length = uint(chunk, 4, 4, true) | 0;
    if (length < 0) return null;
    if (!chunk.startsWith('BMHD')) {
      r.skip(length + (length & 1));
      continue;
    }
    const a = r.bytes(9);
    if (a === null || length < 9) return null;
    const [width, height] = [(uint(a, 0, 2, true) << 16) >> 16, (uint(a, 2, 2, true) << 16) >> 16];
    const bits = a.charCodeAt(8);
    if (width > 0 && height > 0 && bits > 0 && bits < 33) return size(width, height, bits);
  }
};

const WBMP_MOST = 2048;

/** A number in pieces of seven bits; -1 when it is broken or too large. */
function wbmpNumber(r: ByteReader): number {
  let n = 0;
  for (;;) {
    const byte = r.byte();
    n = (n << 7) | (byte & 0x7f);
    if (byte < 0 || n > WBMP_MOST) return -1;
    if ((byte & 0x80) === 0) return n;
  }
}

export const wbmpSize: SizeReader = (r) => {
  r.at = 0;
  if (r.byte() !== 0) return null;
  let header = r.byte();
  while (header >= 0 && (header & 0x80) !== 0) header = r.byte();
  if (header < 0) return null;
  const width = wbmpNumber(r);
  const height = width < 0 ? -1 : wbmpNumber(r);
  return width > 0 && height > 0 ? size(width, height) : null;
};

export const xbmSize: SizeReader = (r) => {
  r.at = 0;
  let [width, height] = [0, 0];
  for (let line = r.line(); line !== null; line = r.line()) {
    const define = /^#define\s+(\S+)\s+([+-]?[0-9]+)/.exec(line);
    const name = (define?.[1] ?? '').replace(/^.*_/, '');
    if (name === 'width') width = Number(define?.[2]) >>> 0;
    else if (name === 'height') height = Number(define?.[2]) >>> 0;
    if (width !== 0 && height !== 0) return size(width, height);
  }
  return null;
};

/** The icon with the most colours. */
export const icoSize: SizeReader = (r) => {
  const head = r.bytes(2);
  const count = head === null ? 0 : uint(head, 0, 2, false);
  if (count < 1 || count > 255) return null;
  let best = size(0, 0);
  for (let i = 0; i < count; i++) {
    const dim = r.bytes(16);
    if (dim === null) break;
    const bits = uint(dim, 6, 2, false);
    if (bits >= best.bits) best = size(dim.charCodeAt(0), dim.charCodeAt(1), bits);
  }
  return best;
};

const WEBP_BITS = 8;

export const webpSize: SizeReader = (r) => {
  const b = r.bytes(18);
  if (b === null) return null;
  const at = (i: number): number => b.charCodeAt(i);
  switch (b.slice(0, 4)) {
    case 'VP8 ':
      return size(at(14) + ((at(15) & 0x3f) << 8), at(16) + ((at(17) & 0x3f) << 8), WEBP_BITS);
    case 'VP8L': {
      const width = at(9) + ((at(10) & 0x3f) << 8) + 1;
      return size(width, (at(10) >> 6) + (at(11) << 2) + ((at(12) & 0xf) << 10) + 1, WEBP_BITS);
    }
    case 'VP8X':
      return size(uint(b, 12, 3, false) + 1, uint(b, 15, 3, false) + 1, WEBP_BITS);
    default:
      return null;
  }
};
