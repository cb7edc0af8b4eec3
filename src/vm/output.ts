/**
 * Output: what echo writes goes through the stack of output buffers to the host.
 *
 * User callbacks of ob_start are PHP code, so flushing a buffer that has one is native code (`function*`); the plain
 * write path stays synchronous.
 * Source: php-src main/output.c
 */
import { call, callCatching, type NativeCode } from '../object/native-code.ts';
import { convertToString } from './to-string.ts';
import { E_NOTICE } from '../base/diagnostics.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';
import { currentPosition, type Position } from './position.ts';

export const OUTPUT_HANDLER_WRITE = 0;
export const OUTPUT_HANDLER_START = 1;
export const OUTPUT_HANDLER_CLEAN = 2;
export const OUTPUT_HANDLER_FLUSH = 4;
export const OUTPUT_HANDLER_FINAL = 8;
export const OUTPUT_HANDLER_CLEANABLE = 16;
export const OUTPUT_HANDLER_FLUSHABLE = 32;
export const OUTPUT_HANDLER_REMOVABLE = 64;
export const OUTPUT_HANDLER_STDFLAGS = 112;
export const OUTPUT_HANDLER_STARTED = 4096;
export const OUTPUT_HANDLER_DISABLED = 8192;
const OUTPUT_HANDLER_PROCESSED = 16384;

export interface OutputBuffer {
  data: string;
  /** Owned callable value; null for the default handler. */
  readonly callback: Zval;
  readonly name: string;
  readonly chunkSize: number;
  flags: number;
  /** The callback runs now: output functions are not allowed. */
  running: boolean;
}

/** The buffers of a machine that has none: shared, never changed. */
export const NO_BUFFERS: OutputBuffer[] = [];

export class OutputLayer {
  /** The buffers of the running machine, innermost last. */
  get stack(): OutputBuffer[] {
    return this.vm.globals.output;
  }
  private readonly vm: Executor;
  /** Set by ob_implicit_flush; the CLI flushes anyway. */
  implicitFlush = true;
  bytesSent = 0;
  /** Where output began, for "headers already sent"; null before. */
  startedAt: Position | null = null;
  /** Runs before the first byte leaves (header_register_callback); owned callable value. */
  headerCallback: Zval = null;
  /** Does a full chunk wait to be written through? */
  private overflowQueued = false;
  /** What waits for the header callback to end. */
  private held: string | null = null;

  constructor(vm: Executor) {
    this.vm = vm;
  }

  /** Appends to the innermost buffer, or writes to the host. */
  write(bytes: string): void {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) this.send(bytes);
    else if ((top.flags & OUTPUT_HANDLER_DISABLED) !== 0) this.writeBelow(top, bytes);
    else if (!top.running) {
      top.data += bytes;
      if (top.chunkSize > 0 && !this.overflowQueued && this.chunkFull) this.queueOverflow();
    }
  }

  /** For writers that do not look whether a chunk is full: written through as soon as code may run. */
  private queueOverflow(): void {
    this.overflowQueued = true;
    this.vm.deferred.push({ kind: 'native', code: () => this.queuedOverflow() });
    this.vm.attention = true;
  }

  private *queuedOverflow(): NativeCode<void> {
    this.overflowQueued = false;
    yield* this.overflow();
  }

  private send(bytes: string): void {
    if (bytes === '') return;
    if (this.startedAt === null) this.noteStart();
    if (this.held !== null) {
      this.held += bytes;
      return;
    }
    this.bytesSent += bytes.length;
    this.vm.host.writeOut(bytes);
  }

  /** php_output_header: headers go out before the first byte. */
  private noteStart(): void {
    this.startedAt = currentPosition(this.vm);
    if (this.headerCallback === null) return;
    this.held = '';
    this.vm.deferred.push({ kind: 'native', code: () => this.sendHeaders() });
    this.vm.attention = true;
  }

  /** sapi_send_headers: calls what header_register_callback was given, once. What it prints comes first. */
  *sendHeaders(): NativeCode<void> {
    const callback = this.headerCallback;
    const waiting = this.held ?? '';
    this.held = null;
    this.headerCallback = null;
    this.startedAt ??= currentPosition(this.vm);
    const callable = callback === null ? null : this.vm.resolveCallable(callback);
    if (callable !== null) release(this.vm, yield* callCatching(callable, []));
    release(this.vm, callback);
    this.send(waiting);
  }

  /** True when the last write filled a buffer with a chunk size: the writer should `yield* overflow()`. */
  get chunkFull(): boolean {
    const top = this.stack[this.stack.length - 1];
    return top !== undefined && top.chunkSize > 0 && top.data.length >= top.chunkSize;
  }

  /** Writes a full chunk through. */
  *overflow(): NativeCode<void> {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined || !this.chunkFull || top.running) return;
    const text = yield* this.process(top, OUTPUT_HANDLER_WRITE);
    this.writeBelow(top, text);
  }

  /** ob_start */
  start(callback: Zval, name: string, chunkSize: number, flags: number): void {
    if (this.stack === NO_BUFFERS) this.vm.globals = this.vm.globals.withOutput([]);
    this.stack.push({ data: '', callback, name, chunkSize, flags, running: false });
  }

  /** The text a buffer turns into under `mode`; runs its callback. */
  private *process(buffer: OutputBuffer, mode: number): NativeCode<string> {
    const data = buffer.data;
    buffer.data = '';
    let op = mode;
    if ((buffer.flags & OUTPUT_HANDLER_STARTED) === 0) op |= OUTPUT_HANDLER_START;
    buffer.flags |= OUTPUT_HANDLER_STARTED;
    if ((buffer.flags & OUTPUT_HANDLER_DISABLED) !== 0) return data;
    if (buffer.callback === null) {
      buffer.flags |= OUTPUT_HANDLER_PROCESSED;
      return data;
    }
    const callable = this.vm.resolveCallable(buffer.callback);
    if (callable === null) return data;
    buffer.running = true;
    let result: Zval;
    try {
      result = yield* call(callable, [data, op]);
    } finally {
      buffer.running = false;
    }
    if (result === false) {
      buffer.flags |= OUTPUT_HANDLER_DISABLED;
      return data;
    }
    buffer.flags |= OUTPUT_HANDLER_PROCESSED;
    if (result === true) return '';
    const text = yield* convertToString(this.vm, result);
    release(this.vm, result);
    return text ?? '';
  }

  /** Passes the innermost buffer's content on, keeps the buffer. */
  *flush(): NativeCode<void> {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) return;
    const text = yield* this.process(top, OUTPUT_HANDLER_FLUSH);
    this.writeBelow(top, text);
  }

  /** Drops the innermost buffer's content, keeps the buffer. */
  *clean(): NativeCode<void> {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) return;
    yield* this.process(top, OUTPUT_HANDLER_CLEAN);
  }

  /** Ends the innermost buffer; its content goes on unless discarded. */
  *end(discard: boolean): NativeCode<void> {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) return;
    const text = yield* this.process(top, OUTPUT_HANDLER_FINAL | (discard ? OUTPUT_HANDLER_CLEAN : 0));
    const at = this.stack.indexOf(top);
    if (at >= 0) this.stack.splice(at, 1);
    if (!discard) this.write(text);
    release(this.vm, top.callback);
  }

  /** At the end of the request. */
  *endAll(): NativeCode<void> {
    while (this.stack.length > 0) yield* this.end(false);
  }

  private writeBelow(buffer: OutputBuffer, text: string): void {
    const below = this.stack[this.stack.indexOf(buffer) - 1];
    if (below === undefined) this.send(text);
    else if ((below.flags & OUTPUT_HANDLER_DISABLED) !== 0) this.writeBelow(below, text);
    else below.data += text;
  }

  /** php_output_deactivate: drops every buffer with what it holds. */
  abandon(): void {
    for (const buffer of this.stack.splice(0)) release(this.vm, buffer.callback);
  }

  /** The notice of functions that need a buffer. */
  noBuffer(functionName: string, what: string): void {
    this.vm.error(E_NOTICE, `${functionName}(): ${what}`);
  }
}
