/**
 * Streams that unpack. Those of gzip are raw ones whose head and tail are read here: node:zlib's own go on behind the end of
 * a member, and call what is no further member an error.
 * Source: RFC 1952; zlib's inflate.c
 */
import type { Executor } from '../../vm/executor.ts';
import { ZLIB_STATUS, type ZlibFormat, type ZlibSettings, type ZlibStep, type ZlibStream } from '../../vm/ports.ts';
import { CHECKSUMS } from '../hash/checksums.ts';
import { type HashState, wordBytes } from '../hash/hash-state.ts';

/** The first bytes of a file of gzip. */
export const GZIP_MAGIC = '\x1f\x8b';
const HEAD = 10;
const TAIL = 8;
const DEFLATED = 8;
const FLAGS = { checksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
const FINISH = 4;
const NOTHING: ZlibStep = { out: '', consumed: 0, status: ZLIB_STATUS.ok };

/** Of the format `any` the first byte says whether it is gzip's or zlib's. */
export type InflateSettings = Omit<ZlibSettings, 'format'> & { readonly format: ZlibFormat | 'any' };

/** A stream that unpacks; null where the host has none. */
export function openInflate(rt: Executor, settings: InflateSettings): ZlibStream | null {
  const open = (format: ZlibFormat): ZlibStream | null =>
    rt.host.zlibStream?.('inflate', { ...settings, format }) ?? null;
  const { format } = settings;
  if (format === 'gzip') {
    const raw = open('raw');
    return raw === null ? null : new Gunzip(raw);
  }
  if (format !== 'any') return open(format);
  const [raw, zlib] = [open('raw'), open('zlib')];
  return raw === null || zlib === null ? null : new AnyHead(new Gunzip(raw), zlib);
}

/** The length of a head with all that it says is behind it: null when there is more to come, -1 when it is none. */
function headLength(bytes: string): number | null {
  if (!GZIP_MAGIC.startsWith(bytes.slice(0, 2))) return -1;
  if (bytes.length > 2 && bytes.charCodeAt(2) !== DEFLATED) return -1;
  if (bytes.length > 3 && (bytes.charCodeAt(3) & FLAGS.reserved) !== 0) return -1;
  if (bytes.length < HEAD) return null;
  const flags = bytes.charCodeAt(3);
  let at = HEAD;
  if ((flags & FLAGS.extra) !== 0) {
    if (bytes.length < at + 2) return null;
    at += 2 + bytes.charCodeAt(at) + 256 * bytes.charCodeAt(at + 1);
  }
  for (const text of [FLAGS.name, FLAGS.comment]) {
    if ((flags & text) === 0) continue;
    const end = bytes.indexOf('\0', at);
    if (end < 0) return null;
    at = end + 1;
  }
  if ((flags & FLAGS.checksum) !== 0) at += 2;
  return at <= bytes.length ? at : null;
}

class Gunzip implements ZlibStream {
  private readonly raw: ZlibStream;
  private phase: 'head' | 'body' | 'tail' | 'end' = 'head';
  /** What is there of the head or the tail. */
  private held = '';
  private checksum: HashState = newChecksum();
  private length = 0;

  constructor(raw: ZlibStream) {
    this.raw = raw;
  }

  reset(): void {
    this.raw.reset();
    this.phase = 'head';
    this.held = '';
    this.checksum = newChecksum();
    this.length = 0;
  }

  run(bytes: string, flush: number): ZlibStep {
    let at = 0;
    let out = '';
    const step = (status: number): ZlibStep => ({ out, consumed: at, status });
    if (this.phase === 'head') {
      const before = this.held.length;
      this.held += bytes;
      const length = headLength(this.held);
      if (length === null || length < 0) at = bytes.length;
      if (length === null) return step(unfinished(bytes, flush));
      if (length < 0) return step(ZLIB_STATUS.dataError);
      at = length - before;
      this.held = '';
      this.phase = 'body';
    }
    if (this.phase === 'body') {
      const part = at === bytes.length && at > 0 && flush !== FINISH ? NOTHING : this.raw.run(bytes.slice(at), flush);
      out = part.out;
      at += part.consumed;
      this.checksum.update(out);
      this.length += out.length;
      if (part.status !== ZLIB_STATUS.end) return step(part.status);
      this.phase = 'tail';
    }
    if (this.phase === 'tail') {
      const missing = bytes.slice(at, at + TAIL - this.held.length);
      this.held += missing;
      at += missing.length;
      if (this.held.length < TAIL) return step(unfinished(bytes, flush));
      this.phase = 'end';
      if (this.held !== this.expectedTail()) return step(ZLIB_STATUS.dataError);
    }
    return step(ZLIB_STATUS.end);
  }

  private expectedTail(): string {
    const digest = [...this.checksum.digest()].reverse().join('');
    return digest + wordBytes([this.length % 2 ** 32], 1, true);
  }
}

function newChecksum(): HashState {
  return (CHECKSUMS['crc32b'] as () => HashState)();
}

function unfinished(bytes: string, flush: number): number {
  return flush === FINISH || bytes === '' ? ZLIB_STATUS.bufferError : ZLIB_STATUS.ok;
}

/** The first byte says whether it is gzip's or zlib's. */
class AnyHead implements ZlibStream {
  private readonly gzip: ZlibStream;
  private readonly zlib: ZlibStream;
  private chosen: ZlibStream | null = null;

  constructor(gzip: ZlibStream, zlib: ZlibStream) {
    this.gzip = gzip;
    this.zlib = zlib;
  }

  reset(): void {
    this.chosen?.reset();
    this.chosen = null;
  }

  run(bytes: string, flush: number): ZlibStep {
    if (bytes !== '') this.chosen ??= bytes.startsWith(GZIP_MAGIC.charAt(0)) ? this.gzip : this.zlib;
    return this.chosen?.run(bytes, flush) ?? { ...NOTHING, status: unfinished(bytes, flush) };
  }
}
