/**
 * Packing a stream part by part.
 * Source: php-src 8.2 ext/zlib/zlib.c (deflate_init, deflate_add); RFC 1950, 1951, 1952
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
import { ENCODINGS } from './encodings.ts';

const STRATEGY = { FILTERED: 1, HUFFMAN_ONLY: 2, RLE: 3, FIXED: 4, DEFAULT_STRATEGY: 0 } as const;
const NO_CONTEXT = 'Failed allocating zlib.deflate context';

/** What a DeflateContext holds. */
class Deflater {
  readonly stream: ZlibStream;

  constructor(stream: ZlibStream) {
    this.stream = stream;
  }
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
  Object.entries({ ...FLUSH, ...STRATEGY }).map(([name, value]) => [`ZLIB_${name}`, value]),
);

function wrongOption(rt: Executor, name: string, what: string): null {
  return rt.throwError('ValueError', `deflate_init(): "${name}" option must be ${what}`);
}

function init(rt: Executor, encoding: number, options: PhpArray): Zval {
  const level = intOption(rt, options, 'level') ?? -1;
  if (level < -1 || level > 9) return wrongOption(rt, 'level', 'between -1 and 9');
  const memory = intOption(rt, options, 'memory') ?? 8;
  if (memory < 1 || memory > 9) return wrongOption(rt, 'memory', 'between 1 and 9');
  const window = intOption(rt, options, 'window') ?? 15;
  if (window < 8 || window > 15) return wrongOption(rt, 'window', 'between 8 and 15');
  const strategy = intOption(rt, options, 'strategy') ?? STRATEGY.DEFAULT_STRATEGY;
  if (!Object.values<number>(STRATEGY).includes(strategy)) {
    const names = 'one of ZLIB_FILTERED, ZLIB_HUFFMAN_ONLY, ZLIB_RLE, ZLIB_FIXED, or ZLIB_DEFAULT_STRATEGY';
    return wrongOption(rt, 'strategy', names);
  }
  const dictionary = dictionaryOption(rt, options);
  if (dictionary === false) return null;
  const format = FORMATS.get(encoding);
  if (format === undefined) return rt.argumentValueError(1, ENCODINGS);
  const settings = { format, level, memory, window, strategy, ...(dictionary === null ? {} : { dictionary }) };
  // zlib has no such streams without a header that says so
  const possible = format === 'zlib' || window > 8;
  const stream = possible ? (rt.host.zlibStream?.('deflate', settings) ?? null) : null;
  if (stream === null) {
    docref(rt, E_WARNING, NO_CONTEXT);
    return false;
  }
  const self = rt.newObject(rt.classOf('DeflateContext'));
  self.native = new Deflater(stream);
  return self;
}

function add({ stream }: Deflater, data: string, flush: number): string {
  if (data === '' && flush !== FLUSH.FINISH) return '';
  const { out, status } = stream.run(data, flush);
  if (status === ZLIB_STATUS.end) stream.reset();
  return out;
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
      if (!checkFlush(rt, flush)) return null;
      return context.native instanceof Deflater ? add(context.native, data, flush) : false;
    },
  }),
];
