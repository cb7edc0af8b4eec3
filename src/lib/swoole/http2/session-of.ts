/** A server's session of HTTP/2 on a connection. */
import type { Executor } from '../../../vm/executor.ts';
import type { Connection } from '../../../vm/net-ports.ts';
import { createHuffman, type Huffman } from '../../http/http2/huffman.ts';
import { Http2Session } from '../../http/http2/session.ts';
import { defaultSettings, type Http2Settings } from '../../http/http2/settings.ts';
import type { ServerPort } from '../server/server-port.ts';

/** SW_HTTP2_DEFAULT_MAX_HEADERS */
const MAX_HEADERS = 1000;
const MIN_FRAME = 16384;
const OPTIONS: readonly (readonly [keyof Http2Settings, string])[] = [
  ['headerTableSize', 'http2_header_table_size'],
  ['enablePush', 'http2_enable_push'],
  ['maxConcurrentStreams', 'http2_max_concurrent_streams'],
  ['initWindowSize', 'http2_init_window_size'],
  ['maxFrameSize', 'http2_max_frame_size'],
  ['maxHeaderListSize', 'http2_max_header_list_size'],
];

/** The engine's tables for HPACK. */
export function huffmanOf(rt: Executor): Huffman {
  return rt.moduleState('http2.huffman', createHuffman);
}

export function sessionOf(rt: Executor, port: ServerPort, connection: Connection): Http2Session {
  const settings = defaultSettings();
  for (const [name, option] of OPTIONS) settings[name] = Math.max(0, port.number(option, settings[name]));
  settings.maxFrameSize = Math.max(MIN_FRAME, settings.maxFrameSize);
  return new Http2Session({
    huffman: huffmanOf(rt),
    settings,
    maxHeaders: port.number('http2_max_headers', MAX_HEADERS),
    maxBody: port.limits.bodyBytes,
    write: (bytes) => connection.write(bytes),
    unsent: () => connection.unsent,
  });
}
