/**
 * Streams in memory: php://memory, php://temp, data:, and php://output and php://input.
 * Source: php-src main/streams/memory.c, ext/standard/php_fopen_wrapper.c
 */
import type { Zval } from '../value/zval.ts';
import { decodeBase64 } from './base64.ts';
import { Stream, type StreamMode, type StreamOps, type StreamStat } from './stream.ts';
import { urlDecode } from './url-functions.ts';

/** What a memory stream keeps. */
interface MemoryState {
  data: string;
  at: number;
  readonly readOnly: boolean;
  readonly append: boolean;
  /** A read that gets less than it wants knows the end (php://temp reads all it can at once). */
  readonly eager: boolean;
  readonly meta: readonly (readonly [string, Zval])[];
}

function stateOf(stream: Stream): MemoryState {
  return stream.state as MemoryState;
}

const FILE_MODE = 0o100666;
const READ_ONLY_MODE = 0o100444;
/** php's "unique" device of memory streams */
const DEVICE = 12;

function stat(state: MemoryState): StreamStat {
  return {
    dev: DEVICE,
    ino: 0,
    mode: state.readOnly ? READ_ONLY_MODE : FILE_MODE,
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: -1,
    size: state.data.length,
    atime: 0,
    mtime: 0,
    ctime: 0,
    blksize: -1,
    blocks: -1,
  };
}

function store(state: MemoryState, bytes: string): void {
  if (state.append) state.at = state.data.length;
  const { data, at } = state;
  const gap = at > data.length ? '\0'.repeat(at - data.length) : '';
  state.data = at >= data.length ? data + gap + bytes : data.slice(0, at) + bytes + data.slice(at + bytes.length);
  state.at = at + bytes.length;
}

function seek(stream: Stream, offset: number, whence: number): number | null {
  const state = stateOf(stream);
  const size = state.data.length;
  const to = (whence === 2 ? size : 0) + offset;
  if (to >= 0 && to <= size) {
    state.at = to;
    return to;
  }
  state.at = to < 0 && whence === 2 ? 0 : size;
  stream.position = -1;
  return null;
}

function memoryOps(label: string): StreamOps {
  return {
    label,
    read(_rt, stream, length) {
      const state = stateOf(stream);
      const bytes = state.data.slice(state.at, state.at + length);
      state.at += bytes.length;
      if (bytes === '' || (state.eager && bytes.length < length)) stream.eof = true;
      return bytes;
    },
    write(_rt, stream, bytes) {
      const state = stateOf(stream);
      if (state.readOnly) return null;
      store(state, bytes);
      return bytes.length;
    },
    seek: (_rt, stream, offset, whence) => seek(stream, offset, whence),
    close: () => {},
    flush: () => true,
    stat: (_rt, stream) => stat(stateOf(stream)),
    truncate(_rt, stream, size) {
      const state = stateOf(stream);
      if (state.readOnly) return false;
      state.data = state.data.slice(0, size).padEnd(size, '\0');
      state.at = Math.min(state.at, size);
      return true;
    },
    ...(label === 'MEMORY' ? {} : { metaData: (stream: Stream) => stateOf(stream).meta }),
  };
}

const MEMORY: StreamOps = memoryOps('MEMORY');
const TEMP: StreamOps = memoryOps('TEMP');
const DATA: StreamOps = { ...memoryOps('RFC2397'), write: null };

/** _php_stream_mode_to_str */
function shownMode(mode: StreamMode): StreamMode {
  const text = mode.text.includes('a') ? 'a+b' : /[w+]/.test(mode.text) ? 'w+b' : 'rb';
  return { ...mode, text, read: true, write: text !== 'rb' };
}

function create(ops: StreamOps, mode: StreamMode, uri: string): Stream {
  const shown = shownMode(mode);
  const state: MemoryState = {
    data: '',
    at: 0,
    readOnly: !shown.write,
    append: shown.text === 'a+b',
    eager: ops !== MEMORY,
    meta: [],
  };
  const stream = new Stream(ops, shown, uri, state);
  stream.unbuffered = true;
  stream.greedy = true;
  return stream;
}

/** php://memory and php://temp. */
export function memoryStream(uri: string, mode: StreamMode): Stream {
  const stream = create(/^php:\/\/temp/i.test(uri) ? TEMP : MEMORY, mode, uri);
  stream.wrapperType = 'PHP';
  return stream;
}

const BODY: StreamOps = { ...memoryOps('tcp_socket/ssl'), write: null, seek: null };

/** What a server has sent, to be read once. */
export function bodyStream(uri: string, mode: StreamMode, body: string): Stream {
  const state: MemoryState = { data: body, at: 0, readOnly: true, append: false, eager: true, meta: [] };
  return new Stream(BODY, mode, uri, state);
}

/** php_stream_url_wrap_rfc2397: `data:` URLs; a text says what is wrong with one. */
export function dataStream(uri: string, mode: StreamMode): Stream | string {
  const rest = uri.replace(/^data:(\/\/)?/, '');
  const comma = rest.indexOf(',');
  if (comma < 0) return 'rfc2397: no comma in URL';
  const meta = dataParameters(rest.slice(0, comma));
  if (typeof meta === 'string') return meta;
  const base64 = meta[meta.length - 1]?.[1] === true;
  const body = rest.slice(comma + 1);
  const data = base64 ? decodeBase64(body, true) : urlDecode(body);
  if (data === null) return 'rfc2397: unable to decode';
  const state: MemoryState = { data, at: 0, readOnly: false, append: false, eager: true, meta };
  const stream = new Stream(DATA, { ...mode, read: true, write: false }, uri, state);
  stream.unbuffered = true;
  stream.wrapperType = 'RFC2397';
  return stream;
}

/** What stands before the comma of a `data:` URL, and whether it is base64; a text says what is wrong with it. */
function dataParameters(head: string): [string, Zval][] | string {
  if (head === '') return [['base64', false]];
  const [type = '', ...parameters] = head.split(';');
  const meta: [string, Zval][] = [];
  if (type.includes('/')) meta.push(['mediatype', type]);
  else if (head !== ';base64') return 'rfc2397: illegal media type';
  let base64 = false;
  for (const [i, parameter] of parameters.entries()) {
    const equals = parameter.indexOf('=');
    if (equals >= 0) {
      if (parameter.slice(0, equals) !== 'mediatype')
        meta.push([parameter.slice(0, equals), parameter.slice(equals + 1)]);
    } else if (parameter === 'base64' && i === parameters.length - 1) {
      base64 = true;
    } else {
      return 'rfc2397: illegal parameter';
    }
  }
  meta.push(['base64', base64]);
  return meta;
}

const outputOps: StreamOps = {
  label: 'Output',
  read(_rt, stream) {
    stream.eof = true;
    return null;
  },
  write(rt, _stream, bytes) {
    rt.write(bytes);
    return bytes.length;
  },
  seek: null,
  close: () => {},
};

/** php://output */
export function outputStream(): Stream {
  const mode = { text: 'wb', read: false, write: true, append: false, kind: 'w' };
  const stream = new Stream(outputOps, mode, 'php://output', null);
  stream.wrapperType = 'PHP';
  return stream;
}

const inputOps: StreamOps = {
  label: 'Input',
  read(_rt, stream) {
    stream.eof = true;
    return '';
  },
  write: () => null,
  seek(_rt, stream, offset) {
    if (offset === 0) return 0;
    stream.position = -1;
    return null;
  },
  close: () => {},
};

/** php://input: the body of a request, which the command line has none of. */
export function inputStream(): Stream {
  const mode = { text: 'rb', read: true, write: false, append: false, kind: 'r' };
  const stream = new Stream(inputOps, mode, 'php://input', null);
  stream.wrapperType = 'PHP';
  return stream;
}
