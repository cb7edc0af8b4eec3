/**
 * Packed output: ob_gzhandler() packs when the request says that its sender takes it.
 * Source: php-src 8.2 ext/zlib/zlib.c (php_zlib_output_encoding, ob_gzhandler)
 */
import type { Executor } from '../../vm/executor.ts';
import {
  OUTPUT_HANDLER_CLEAN,
  OUTPUT_HANDLER_FINAL,
  OUTPUT_HANDLER_FLUSH,
  OUTPUT_HANDLER_START,
} from '../../vm/output.ts';
import type { ZlibStream } from '../../vm/ports.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { sendHeader } from '../header-functions.ts';
import { FLUSH } from './context-options.ts';

type Encoding = 'gzip' | 'deflate';

const VARY = 'Vary: Accept-Encoding';
/** All that was printed is dropped. */
const DROPPED = OUTPUT_HANDLER_START | OUTPUT_HANDLER_CLEAN | OUTPUT_HANDLER_FINAL;

/** What the request accepts; null: nothing of this. */
function acceptedEncoding(rt: Executor): Encoding | null {
  const accepted = rt.host.env()['HTTP_ACCEPT_ENCODING'] ?? '';
  return accepted.includes('gzip') ? 'gzip' : accepted.includes('deflate') ? 'deflate' : null;
}

class PackedOutput {
  stream: ZlibStream | null = null;
}

function packedOutput(rt: Executor): PackedOutput {
  return rt.moduleState('zlib-output', () => new PackedOutput());
}

function handle(rt: Executor, data: string, flags: number): string | false {
  const encoding = acceptedEncoding(rt);
  if (encoding === null) {
    const isCallback = rt.output.stack.at(-1)?.running === true;
    const isFirst = (flags & OUTPUT_HANDLER_START) !== 0 && flags !== DROPPED;
    if (isCallback && isFirst) sendHeader(rt, VARY, 0);
    return false;
  }
  const state = packedOutput(rt);
  if ((flags & OUTPUT_HANDLER_START) !== 0 || state.stream === null) {
    const format = encoding === 'gzip' ? 'gzip' : 'zlib';
    state.stream = rt.host.zlibStream?.('deflate', { format }) ?? null;
    if (state.stream === null) return false;
  }
  if ((flags & OUTPUT_HANDLER_START) !== 0) {
    sendHeader(rt, `Content-Encoding: ${encoding}`, 0);
    sendHeader(rt, VARY, 0);
  }
  if ((flags & OUTPUT_HANDLER_CLEAN) !== 0) {
    state.stream.reset();
    if ((flags & OUTPUT_HANDLER_FINAL) !== 0) return '';
  }
  const isLast = (flags & OUTPUT_HANDLER_FINAL) !== 0;
  const flush = isLast ? FLUSH.FINISH : (flags & OUTPUT_HANDLER_FLUSH) !== 0 ? FLUSH.FULL_FLUSH : FLUSH.SYNC_FLUSH;
  const { out } = state.stream.run(data, flush);
  if (isLast) state.stream = null;
  return out;
}

export const zlibOutputFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ob_gzhandler',
    doc: 'An output callback that packs what is printed.',
    params: [p.string('data'), p.int('flags')],
    returns: ['string', 'false'],
    impl: handle,
  }),
  fn({
    name: 'zlib_get_coding_type',
    doc: 'How the output is packed by the setting zlib.output_compression: not at all.',
    params: [],
    returns: ['string', 'false'],
    impl: () => false,
  }),
];
