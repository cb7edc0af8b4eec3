/**
 * Streams of zlib, synchronously: the handle behind node:zlib's objects, which takes bytes part by part. node:zlib itself
 * offers this only with callbacks, and closes the stream when its method for whole texts is called.
 */
import { ZLIB_STATUS, type ZlibSettings, type ZlibStep, type ZlibStream } from '../vm/ports.ts';

const PART = 65536;
const Z_SYNC_FLUSH = 2;
const Z_FINISH = 4;
/** zlib's range for windows; of 8 bits it writes with 9. */
const SMALLEST_WINDOW = 9;

/** What node:zlib's objects keep: Node 20 to 24. */
interface ZlibHandle {
  writeSync(
    flush: number,
    input: Uint8Array,
    inAt: number,
    inLength: number,
    output: Uint8Array,
    outAt: number,
    outLength: number,
  ): void;
  reset(): void;
  onerror: (message: string, code: number) => void;
}

interface ZlibEngine {
  readonly _handle?: ZlibHandle;
  /** What is left of the output's room, and of the input. */
  readonly _writeState?: Uint32Array;
}

/** Host.zlibStream: null when this Node's zlib is made otherwise. */
export function openZlibStream(way: 'deflate' | 'inflate', settings: ZlibSettings): ZlibStream | null {
  const engine: ZlibEngine = createEngine(way, settings) as object;
  const { _handle: handle, _writeState: left } = engine;
  if (typeof handle?.writeSync !== 'function' || left === undefined) return null;
  return new NodeZlibStream(way, engine, handle, left);
}

function createEngine(way: 'deflate' | 'inflate', settings: ZlibSettings): object {
  const zlib = process.getBuiltinModule('node:zlib');
  const { format, level = -1, memory = 8, window = 15, strategy = 0, dictionary } = settings;
  const given = dictionary === undefined ? {} : { dictionary: Buffer.from(dictionary, 'latin1') };
  if (way === 'inflate') {
    const options = { windowBits: Math.max(window, 8), ...given };
    if (format === 'gzip') return zlib.createGunzip(options);
    return format === 'zlib' ? zlib.createInflate(options) : zlib.createInflateRaw(options);
  }
  const options = { level, memLevel: memory, windowBits: Math.max(window, SMALLEST_WINDOW), strategy, ...given };
  if (format === 'gzip') return zlib.createGzip(options);
  return format === 'zlib' ? zlib.createDeflate(options) : zlib.createDeflateRaw(options);
}

class NodeZlibStream implements ZlibStream {
  private readonly way: 'deflate' | 'inflate';
  /** Held, because the handle dies with it. */
  private readonly engine: ZlibEngine;
  private readonly handle: ZlibHandle;
  private readonly left: Uint32Array;
  private failure: number = ZLIB_STATUS.ok;

  constructor(way: 'deflate' | 'inflate', engine: ZlibEngine, handle: ZlibHandle, left: Uint32Array) {
    this.way = way;
    this.engine = engine;
    this.handle = handle;
    this.left = left;
    handle.onerror = (_message, code) => {
      this.failure = code;
    };
  }

  run(bytes: string, flush: number): ZlibStep {
    const input = Buffer.from(bytes, 'latin1');
    const isPacking = this.way === 'deflate';
    // when unpacking is not over at Z_FINISH, node:zlib does not tell what it has unpacked
    const { out, consumed } = this.pump(input, isPacking ? flush : Z_SYNC_FLUSH);
    if (this.failure !== ZLIB_STATUS.ok) return { out, consumed, status: this.failure };
    const ended = isPacking ? flush === Z_FINISH : consumed < input.length || this.hasEnded();
    const open = flush === Z_FINISH ? ZLIB_STATUS.bufferError : ZLIB_STATUS.ok;
    return { out, consumed, status: ended ? ZLIB_STATUS.end : open };
  }

  reset(): void {
    this.engine._handle?.reset();
  }

  private pump(input: Uint8Array, flush: number): { out: string; consumed: number } {
    const [room, rest] = [0, 1];
    let out = '';
    let at = 0;
    this.failure = ZLIB_STATUS.ok;
    for (;;) {
      const part = Buffer.allocUnsafe(PART);
      // a failure leaves both as they were
      this.left[room] = PART;
      this.left[rest] = input.length - at;
      this.handle.writeSync(flush, input, at, input.length - at, part, 0, PART);
      const free = this.left[room] ?? PART;
      out += part.toString('latin1', 0, PART - free);
      at = input.length - (this.left[rest] ?? 0);
      if (this.failure !== ZLIB_STATUS.ok || free > 0) return { out, consumed: at };
    }
  }

  /** Whether unpacking is over: only then is there no complaint about a last part without any bytes. */
  private hasEnded(): boolean {
    this.pump(new Uint8Array(0), Z_FINISH);
    return this.failure === ZLIB_STATUS.ok;
  }
}
