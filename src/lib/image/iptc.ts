/**
 * IPTC data: reading it, and putting it into a JPEG.
 * Source: php-src ext/standard/iptc.c
 */
import { PhpArray } from '../../value/php-array.ts';
import { ByteReader, uint } from './byte-reader.ts';

const TAG = 0x1c;

/** iptcparse: lists of values by `record#dataset`; null when there is none. */
export function parseIptc(s: string): PhpArray | null {
  const out = new PhpArray();
  let at = s.search(/\x1c[\x01\x02]/);
  while (at >= 0 && at < s.length) {
    if (s.charCodeAt(at++) !== TAG || at + 4 >= s.length) break;
    const dataset = s.charCodeAt(at++);
    const record = s.charCodeAt(at++);
    const isLong = (s.charCodeAt(at) & 0x80) !== 0;
    if (isLong && at + 6 >= s.length) break;
    const length = isLong ? uint(s, at + 2, 4, true) : uint(s, at, 2, true);
    at += isLong ? 6 : 2;
    if (at + length > s.length) break;
    const key = `${dataset}#${String(record).padStart(3, '0')}`;
    let list = out.getStr(key);
    if (!(list instanceof PhpArray)) {
      list = new PhpArray();
      out.setStr(key, list);
    }
    list.append(s.slice(at, at + length));
    at += length;
  }
  return out.count === 0 ? null : out;
}

const SOI = '\xff\xd8';
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP13 = 0xed;
const SOS = 0xda;
const EOI = 0xd9;
const HEADER = 28;

/** The block that holds the data, with its marker. */
function iptcBlock(data: string): string {
  const even = data.length & 1 ? `${data}\0` : data;
  const word = (n: number): string => String.fromCharCode((n >> 8) & 255, n & 255);
  return `\xff\xed${word(even.length + HEADER)}Photoshop 3.0\x008BIM\x04\x04\0\0\0\0${word(even.length)}${even}`;
}

/** iptcembed: the JPEG with the data in it; null when it is none. */
export function embedIptc(jpeg: string, data: string): string | null {
  if (!jpeg.startsWith(SOI)) return null;
  const r = new ByteReader(jpeg);
  r.skip(SOI.length);
  let out = SOI;
  let written = false;
  for (;;) {
    const start = r.at;
    const found = jpeg.indexOf('\xff', start);
    if (found < 0) return out + jpeg.slice(start);
    r.at = found + 1;
    let marker = r.byte();
    while (marker === 0xff) marker = r.byte();
    if (marker < 0) return out + jpeg.slice(start);
    out += jpeg.slice(start, r.at - 1);
    if (marker === EOI) return out;
    const length = r.uint16();
    const end = r.at + Math.max(0, length - 2);
    if (marker === APP13) return out + jpeg.slice(end + 1);
    out += String.fromCharCode(marker);
    if (marker === SOS) return out + jpeg.slice(r.at - 2);
    if ((marker === APP0 || marker === APP1) && written) {
      // PHP looks for the next marker inside the block
      r.at -= 2;
      continue;
    }
    out += jpeg.slice(r.at - 2, end);
    r.at = end;
    if (marker !== APP0 && marker !== APP1) continue;
    written = true;
    out += iptcBlock(data);
  }
}
