/**
 * Streams: what a stream resource holds. A stream reads and writes through its operations (StreamOps), of which there is
 * one set for each kind: plain files, memory, the standard streams, sockets, classes of the program, directories.
 * Source: php-src main/php_streams.h, main/streams/streams.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { callName } from '../vm/named-args.ts';
import type { FileStat } from '../vm/ports.ts';
import type { SocketState } from './socket-state.ts';
import type { FilterChain } from './stream-filter.ts';

/** A result, or code that comes to it because it waits or calls user code. */
export type Step<T> = T | NativeCode<T>;

/** What fstat() shows. */
export type StreamStat = Omit<FileStat, 'isFile' | 'isDirectory'>;

/** php_stream_ops */
export interface StreamOps {
  /** `stream_type` of the meta data. */
  readonly label: string;
  /** Up to `length` bytes; '' for none now, with `stream.eof` set at the end. Null: an error. */
  readonly read: ((rt: Executor, stream: Stream, length: number) => Step<string | null>) | null;
  /** How many bytes were taken; null: an error. */
  readonly write: ((rt: Executor, stream: Stream, bytes: string) => Step<number | null>) | null;
  /** The new position, null when that cannot be. whence: 0 set, 2 end. */
  readonly seek: ((rt: Executor, stream: Stream, offset: number, whence: number) => Step<number | null>) | null;
  readonly close: (rt: Executor, stream: Stream) => Step<void>;
  readonly flush?: (rt: Executor, stream: Stream) => Step<boolean>;
  readonly stat?: (rt: Executor, stream: Stream) => Step<StreamStat | null>;
  /** Null: cannot be truncated. */
  readonly truncate?: (rt: Executor, stream: Stream, size: number) => Step<boolean | null>;
  /** flock(2)'s operation; undefined would block. Absent: cannot be locked. */
  readonly lock?: (rt: Executor, stream: Stream, operation: number) => Step<boolean | undefined>;
  /** The next name of a directory, null at the end. */
  readonly readDir?: (rt: Executor, stream: Stream) => Step<string | null>;
  readonly rewindDir?: (rt: Executor, stream: Stream) => Step<void>;
  /** Its own entries of the meta data, in place of timed_out, blocked and eof. */
  readonly metaData?: (stream: Stream) => readonly (readonly [string, Zval])[];
  /** False: the other side is gone (a socket). */
  readonly isAlive?: (rt: Executor, stream: Stream) => Step<boolean>;
  /** May stream_set_blocking and stream_set_timeout be called? Absent: no. */
  readonly setOption?: (
    rt: Executor,
    stream: Stream,
    option: number,
    value: number,
    extra: number | null,
  ) => Step<boolean>;
}

/** How a stream was opened. */
export interface StreamMode {
  readonly text: string;
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
  /** w: start empty; x: must not exist; c: create without emptying; r: must exist. */
  readonly kind: string;
}

/** parse a fopen mode; null when it is none (php_stream_parse_fopen_modes). */
export function parseMode(text: string): StreamMode | null {
  const kind = text.charAt(0);
  if (!'rwaxc'.includes(kind) || kind === '') return null;
  const plus = text.includes('+');
  return { text, read: kind === 'r' || plus, write: kind !== 'r' || plus, append: kind === 'a', kind };
}

export class Stream {
  readonly ops: StreamOps;
  readonly mode: StreamMode;
  /** As it was opened (orig_path); null when it has no name. */
  readonly uri: string | null;
  /** What the operations keep. */
  state: unknown;
  /** `wrapper_type` of the meta data; null: opened without a wrapper. */
  wrapperType: string | null = null;
  /** `wrapper_data` of the meta data. Owned. */
  wrapperData: Zval;
  /** The read buffer: bytes read ahead start at `pos`. */
  data = '';
  pos = 0;
  /** What ftell() answers. */
  position = 0;
  eof = false;
  /** Can it not seek, although its operations can? */
  noSeek = false;
  /** Reads go straight to the operations. */
  unbuffered = false;
  /** Reads go on until they have all that was asked for (plain files, memory). */
  greedy = false;
  chunkSize = 8192;
  /** Was anything written since the last flush? */
  written = false;
  readFilters: FilterChain | null = null;
  writeFilters: FilterChain | null = null;
  /** Its stream context, if it has one of its own. Owned. */
  context: PhpResource | null = null;
  /** What is behind a socket stream (and behind standard input, once it was waited for). */
  socket: SocketState | null = null;
  /** The resource that stands for it. */
  resource: PhpResource | null = null;
  closed = false;

  constructor(ops: StreamOps, mode: StreamMode, uri: string | null, state: unknown) {
    this.ops = ops;
    this.mode = mode;
    this.uri = uri;
    this.state = state;
  }

  get seekable(): boolean {
    return this.ops.seek !== null && !this.noSeek;
  }

  get isDirectory(): boolean {
    return this.ops.readDir !== undefined;
  }

  /** Bytes in the read buffer. */
  get buffered(): number {
    return this.data.length - this.pos;
  }
}

/** Gives a stream its resource. */
export function createStreamResource(rt: Executor, stream: Stream): PhpResource {
  stream.resource = rt.createResource('stream', stream);
  return stream.resource;
}

/** php_stream_from_zval: null after a TypeError for a closed resource or one of another kind. */
export function streamOf(rt: Executor, resource: PhpResource): Stream | null {
  if (resource.data instanceof Stream) return resource.data;
  const func = rt.currentExecuteData?.func;
  const name = func === undefined ? '' : callName(func);
  return rt.throwError('TypeError', `${name}(): supplied resource is not a valid stream resource`);
}

/** A value that is a stream resource. */
export function isStream(v: Zval): v is PhpResource {
  return v instanceof PhpResource && v.data instanceof Stream;
}
