/**
 * JPEG and JPEG 2000.
 * Source: php-src 8.2 ext/standard/image.c (php_handle_jpeg, php_handle_jpc, php_handle_jp2)
 */
import type { ByteReader } from './byte-reader.ts';
import type { ImageSize } from './formats.ts';

const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;

type Warn = (message: string) => void;

/** SOF0 to SOF15 without the three codes that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function nextMarker(r: ByteReader, isFirst: boolean, warn: Warn): number {
  if (!isFirst) {
    let extra = 0;
    for (let byte = r.byte(); byte !== 0xff; byte = r.byte()) {
      if (byte < 0) return EOI;
      extra++;
    }
    if (extra > 0) warn(`Corrupt JPEG data: ${extra} extraneous bytes before marker`);
  }
  for (;;) {
    const marker = r.byte();
    if (marker !== 0xff) return marker < 0 ? EOI : marker;
  }
}

/** The size; `info` gets the application's blocks, the first of each kind. */
export function jpegSize(r: ByteReader, info: Map<string, string> | null, warn: Warn): ImageSize | null {
  let result: ImageSize | null = null;
  for (let isFirst = true; ; isFirst = false) {
    const marker = nextMarker(r, isFirst, warn);
    if (marker === SOS || marker === EOI) return result;
    if (isFrame(marker) && result === null) {
      const length = r.uint16();
      const bits = r.byte();
      const height = r.uint16();
      const width = r.uint16();
      result = { width, height, bits, channels: r.byte() };
      if (info === null || length < 8) return result;
      r.skip(length - 8);
      continue;
    }
    const length = r.uint16();
    if (length < 2) return result;
    if (info === null || marker < APP0 || marker > APP15) {
      r.skip(length - 2);
      continue;
    }
    const block = r.bytes(length - 2);
    if (block === null) return result;
    const name = `APP${marker - APP0}`;
    if (!info.has(name)) info.set(name, block);
  }
}

const SIZ = 0x51;
const MOST_CHANNELS = 256;

/** A codestream behind the three bytes it is known by. */
export function jpcSize(r: ByteReader, warn: Warn): ImageSize | null {
  if (r.byte() !== SIZ) {
    warn('JPEG2000 codestream corrupt(Expected SIZ marker not found after SOC)');
    return null;
  }
  r.skip(4);
  const width = r.uint32();
  const height = r.uint32();
  r.skip(24);
  const channels = r.uint16();
  if ((channels === 0 && r.atEnd) || channels > MOST_CHANNELS) return null;
  let bits = 0;
  for (let i = 0; i < channels; i++) {
    bits = Math.max(bits, r.byte() + 1);
    r.skip(2);
  }
  return { width, height, bits, channels };
}

/** The first codestream at the root of the boxes. */
export function jp2Size(r: ByteReader, warn: Warn): ImageSize | null {
  let result: ImageSize | null = null;
  for (;;) {
    const length = r.uint32() | 0;
    const type = r.bytes(4);
    if (type === null) break;
    if (length === 1) return null;
    if (type === 'jp2c') {
      r.skip(3);
      result = jpcSize(r, warn);
      break;
    }
    if (length <= 0) break;
    r.skip(length - 8);
  }
  if (result === null) warn('JP2 file has no codestreams at root level');
  return result;
}
