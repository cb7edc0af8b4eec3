/**
 * Packing a stream part by part. What is given becomes blocks of its own, which refer to the 32 KB before them.
 * Source: php-src 8.2 ext/zlib/zlib.c (deflate_init, deflate_add); RFC 1950, 1951, 1952
 */
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE } from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { toInt } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, p } from '../define.ts';
import { CHECKSUMS } from '../hash/checksums.ts';
import { type HashState, wordBytes } from '../hash/hash-state.ts';
import { DEFLATE, ENCODINGS, GZIP, RAW } from './encodings.ts';

const FLUSH = { NO_FLUSH: 0, PARTIAL_FLUSH: 1, SYNC_FLUSH: 2, FULL_FLUSH: 3, FINISH: 4, BLOCK: 5 } as const;
const FLUSHES =
  'must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH';
const WINDOW = 32768;
/** Deflate, no name, no time, Unix. */
const GZIP_HEAD = '\x1f\x8b\b\0\0\0\0\0\0\x03';
const ZLIB_HEAD = '\x78\x9c';

/** What a DeflateContext holds. */
class Deflater {
  private readonly encoding: number;
  private readonly level: number;
  private pending = '';
  private window = '';
  private begun = false;
  /** What the tail says of the text so far. */
  private length = 0;
  private checksum: HashState;

  constructor(encoding: number, level: number) {
    this.encoding = encoding;
    this.level = level;
    this.checksum = checksumFor(encoding);
  }

  add(rt: Executor, data: string, flush: number): string {
    this.pending += data;
    if (flush === FLUSH.NO_FLUSH || (this.pending === '' && flush !== FLUSH.FINISH)) return '';
    const last = flush === FLUSH.FINISH;
    const dictionary = flush === FLUSH.FULL_FLUSH ? '' : this.window;
    let out = rt.host.deflatePart?.(this.pending, this.level, dictionary, last) ?? '';
    if (!this.begun) out = this.head() + out;
    this.begun = true;
    this.length += this.pending.length;
    if (this.encoding !== RAW) this.checksum.update(this.pending);
    this.window = (this.window + this.pending).slice(-WINDOW);
    this.pending = '';
    if (last) {
      out += this.tail();
      this.begun = false;
      this.window = '';
      this.length = 0;
      this.checksum = checksumFor(this.encoding);
    }
    return out;
  }

  private head(): string {
    return this.encoding === RAW ? '' : this.encoding === GZIP ? GZIP_HEAD : ZLIB_HEAD;
  }

  private tail(): string {
    if (this.encoding === RAW) return '';
    const digest = this.checksum.digest();
    // the trailer of gzip is little-endian
    return this.encoding === DEFLATE ? digest : [...digest].reverse().join('') + wordBytes([this.length], 1, true);
  }
}

function checksumFor(encoding: number): HashState {
  return (CHECKSUMS[encoding === GZIP ? 'crc32b' : 'adler32'] as () => HashState)();
}

export const deflateClass: ClassDef<MethodDef> = {
  name: 'DeflateContext',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE | ACC_NO_DYNAMIC_PROPERTIES,
  handlers: {
    cloneable: false,
    refuseNew: 'Cannot directly construct DeflateContext, use deflate_init() instead',
  },
};

export const deflateConstants: Readonly<Record<string, Zval>> = Object.fromEntries(
  Object.entries(FLUSH).map(([name, value]) => [`ZLIB_${name}`, value]),
);

function init(rt: Executor, encoding: number, options: PhpArray): Zval {
  const given = deref(options.getStr('level'));
  const level = given === undefined || given === null ? -1 : Number(toInt(rt, given));
  if (level < -1 || level > 9)
    return rt.throwError('ValueError', 'deflate_init(): "level" option must be between -1 and 9');
  if (encoding !== RAW && encoding !== GZIP && encoding !== DEFLATE) {
    return rt.argumentValueError(1, ENCODINGS);
  }
  const self = rt.newObject(rt.classOf('DeflateContext'));
  self.native = new Deflater(encoding, level);
  return self;
}

export const deflateFunctions: readonly FunctionDef[] = [
  fn({
    name: 'deflate_init',
    doc: 'Begins to pack a stream.',
    params: [p.int('encoding'), p.array('options', { default: PhpArray.fromList([]), text: '[]' })],
    returns: ['DeflateContext', 'false'],
    impl: (rt, encoding, options) => init(rt, encoding, options),
  }),
  fn({
    name: 'deflate_add',
    doc: 'Packs the next part of a stream.',
    params: [
      p.object('context', 'DeflateContext'),
      p.string('data'),
      p.int('flush_mode', { default: FLUSH.SYNC_FLUSH, text: 'ZLIB_SYNC_FLUSH' }),
    ],
    returns: ['string', 'false'],
    impl(rt, context, data, flush) {
      if (flush < FLUSH.NO_FLUSH || flush > FLUSH.BLOCK) return rt.argumentValueError(3, FLUSHES);
      return context.native instanceof Deflater ? context.native.add(rt, data, flush) : false;
    },
  }),
];
