/**
 * Unpacking a stream part by part.
 * Source: php-src 8.2 ext/zlib/zlib.c (inflate_init, inflate_add, inflate_get_status, inflate_get_read_len)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE } from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { ZLIB_STATUS, type ZlibStream } from '../../vm/ports.ts';
import { type FunctionDef, fn, type MethodDef, p } from '../define.ts';
import { docref } from '../string-util.ts';
import { checkFlush, dictionaryOption, FLUSH, FORMATS, intOption } from './context-options.ts';
import { openInflate } from './open-inflate.ts';

const SMALLEST_WINDOW = 8;
const LARGEST_WINDOW = 15;

/** What an InflateContext holds. */
class Inflater {
  readonly stream: ZlibStream;
  hasDictionary: boolean;
  status: number = ZLIB_STATUS.ok;
  /** Bytes taken since the stream began. */
  taken = 0;

  constructor(stream: ZlibStream, hasDictionary: boolean) {
    this.stream = stream;
    this.hasDictionary = hasDictionary;
  }
}

export const inflateClass: ClassDef<MethodDef> = {
  name: 'InflateContext',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE | ACC_NO_DYNAMIC_PROPERTIES,
  handlers: {
    cloneable: false,
    refuseNew: 'Cannot directly construct InflateContext, use inflate_init() instead',
  },
};

export const inflateConstants: Readonly<Record<string, Zval>> = {
  ZLIB_OK: 0,
  ZLIB_STREAM_END: 1,
  ZLIB_NEED_DICT: 2,
  ZLIB_ERRNO: -1,
  ZLIB_STREAM_ERROR: -2,
  ZLIB_DATA_ERROR: -3,
  ZLIB_MEM_ERROR: -4,
  ZLIB_BUF_ERROR: -5,
  ZLIB_VERSION_ERROR: -6,
};

function init(rt: Executor, encoding: number, options: PhpArray): Zval {
  const window = intOption(rt, options, 'window') ?? LARGEST_WINDOW;
  if (window < SMALLEST_WINDOW || window > LARGEST_WINDOW) {
    const range = `${SMALLEST_WINDOW}..${LARGEST_WINDOW}`;
    return rt.throwError('ValueError', `zlib window size (logarithm) (${window}) must be within ${range}`);
  }
  const dictionary = dictionaryOption(rt, options);
  if (dictionary === false) return null;
  const format = FORMATS.get(encoding);
  if (format === undefined) {
    const text = 'Encoding mode must be ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP or ZLIB_ENCODING_DEFLATE';
    return rt.throwError('ValueError', text);
  }
  const settings = { format, window, ...(dictionary === null ? {} : { dictionary }) };
  const stream = openInflate(rt, settings);
  if (stream === null) {
    docref(rt, E_WARNING, 'Failed allocating zlib.inflate context');
    return false;
  }
  const self = rt.newObject(rt.classOf('InflateContext'));
  self.native = new Inflater(stream, dictionary !== null);
  return self;
}

function add(rt: Executor, context: Inflater, data: string, flush: number): string | false {
  // only now, so that inflate_get_read_len() can be asked at the end
  if (context.status === ZLIB_STATUS.end) {
    context.stream.reset();
    context.status = ZLIB_STATUS.ok;
    context.taken = 0;
  }
  if (data === '' && flush !== FLUSH.FINISH) return '';
  const { out, consumed, status } = context.stream.run(data, flush);
  context.taken += consumed;
  context.status = status;
  if (status >= ZLIB_STATUS.ok && status !== ZLIB_STATUS.needDictionary) return out;
  if (status === ZLIB_STATUS.bufferError) return out;
  docref(rt, E_WARNING, reason(context, status));
  return false;
}

function reason(context: Inflater, status: number): string {
  if (status !== ZLIB_STATUS.needDictionary) return 'data error';
  return context.hasDictionary
    ? 'Dictionary does not match expected dictionary (incorrect adler32 hash)'
    : 'Inflating this data requires a preset dictionary, please specify it in the options array of inflate_init()';
}

const contextParam = p.object('context', 'InflateContext');

export const inflateFunctions: readonly FunctionDef[] = [
  fn({
    name: 'inflate_init',
    doc: 'Begins to unpack a stream.',
    params: [p.int('encoding'), p.array('options', { default: PhpArray.fromList([]), text: '[]' })],
    returns: ['InflateContext', 'false'],
    impl: (rt, encoding, options) => init(rt, encoding, options),
  }),
  fn({
    name: 'inflate_add',
    doc: 'Unpacks the next part of a stream.',
    params: [
      contextParam,
      p.string('data'),
      p.int('flush_mode', { default: FLUSH.SYNC_FLUSH, text: 'ZLIB_SYNC_FLUSH' }),
    ],
    returns: ['string', 'false'],
    impl(rt, context, data, flush) {
      if (!checkFlush(rt, flush)) return null;
      return context.native instanceof Inflater ? add(rt, context.native, data, flush) : false;
    },
  }),
  fn({
    name: 'inflate_get_status',
    doc: 'What came of the last part: ZLIB_OK, ZLIB_STREAM_END, ...',
    params: [contextParam],
    returns: ['int'],
    impl: (_rt, context) => (context.native instanceof Inflater ? context.native.status : ZLIB_STATUS.ok),
  }),
  fn({
    name: 'inflate_get_read_len',
    doc: 'How many bytes have been taken.',
    params: [contextParam],
    returns: ['int'],
    impl: (_rt, context) => (context.native instanceof Inflater ? context.native.taken : 0),
  }),
];
