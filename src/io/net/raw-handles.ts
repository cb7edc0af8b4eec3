/**
 * Handles of libuv without node:net's sockets (ADR 19): the only place that knows Node's internals. Where they are not as
 * expected, `rawHandles` answers null and everything goes through node:net.
 * Source: https://github.com/nodejs/node/blob/v20.x/lib/net.js, lib/internal/stream_base_commons.js, src/stream_base.cc
 */
import type { Server } from 'node:net';

/** A TCP connection or a pipe (LibuvStreamWrap). Numbers that calls answer: 0, or a negative errno. */
export interface RawHandle {
  onread: ((this: RawHandle) => void) | null;
  /** Whose it is. */
  transport?: unknown;
  /** Bytes that the system has not taken yet. */
  readonly writeQueueSize: number;
  useUserBuffer(buffer: Uint8Array): void;
  readStart(): number;
  readStop(): number;
  writeLatin1String(request: RawRequest, bytes: string): number;
  /** 1: there was nothing to wait for. */
  shutdown(request: RawRequest): number;
  close(): void;
  getsockname?(out: RawAddress): number;
  getpeername?(out: RawAddress): number;
  setNoDelay?(on: boolean): number;
  bind(address: string, port: number): number;
  bind6(address: string, port: number, flags: number): number;
  connect(request: RawRequest, address: string, port: number): number;
  connect6(request: RawRequest, address: string, port: number): number;
}

export interface RawAddress {
  address?: string;
  port?: number;
}

/** Something under way. */
export interface RawRequest {
  oncomplete?: (this: RawRequest, status: number) => void;
  transport?: unknown;
}

interface ListeningHandle {
  onconnection: (this: ListeningHandle, error: number, client: RawHandle | undefined) => void;
}

interface Bindings {
  readonly stream: {
    readonly WriteWrap: new () => RawRequest;
    readonly ShutdownWrap: new () => RawRequest;
    readonly streamBaseState: Int32Array;
    readonly kReadBytesOrError: number;
    readonly kLastWriteWasAsync: number;
  };
  readonly tcp: {
    readonly TCP: new (kind: number) => RawHandle;
    readonly TCPConnectWrap: new () => RawRequest;
    readonly constants: { readonly SOCKET: number };
  };
}

/** The end of a stream (UV_EOF). */
export const RAW_EOF: number = -4095;
const READ_BYTES = 64 * 1024;
const HANDLE_METHODS = ['useUserBuffer', 'readStart', 'readStop', 'writeLatin1String', 'shutdown', 'close'] as const;
const TCP_METHODS = ['getsockname', 'getpeername', 'setNoDelay', 'bind', 'bind6', 'connect', 'connect6'] as const;

/** What the handles of one network share. */
export class RawHandles {
  /** What has been read last; one buffer for all, as nobody reads between a read and its being heard of. */
  readonly buffer: Buffer = Buffer.alloc(READ_BYTES);
  private readonly bindings: Bindings;
  /** For the next write: most are done at once and need none. */
  private spare: RawRequest;

  constructor(bindings: Bindings) {
    this.bindings = bindings;
    this.spare = new bindings.stream.WriteWrap();
  }

  /** Of the read that is being heard of: how many bytes, or a negative errno. */
  get bytesRead(): number {
    const { stream } = this.bindings;
    return stream.streamBaseState[stream.kReadBytesOrError] as number;
  }

  /** Writes all. Answers 0, 1 when the system has not taken all at once (`done` is called when it has), or a negative errno. */
  write(
    handle: RawHandle,
    bytes: string,
    transport: unknown,
    done: (this: RawRequest, status: number) => void,
  ): number {
    const { stream } = this.bindings;
    const request = this.spare;
    const failed = handle.writeLatin1String(request, bytes);
    if (failed !== 0 || stream.streamBaseState[stream.kLastWriteWasAsync] === 0) return failed;
    request.transport = transport;
    request.oncomplete = done;
    this.spare = new stream.WriteWrap();
    return 1;
  }

  shutdown(handle: RawHandle, transport: unknown, done: (this: RawRequest, status: number) => void): number {
    const request = new this.bindings.stream.ShutdownWrap();
    request.transport = transport;
    request.oncomplete = done;
    return handle.shutdown(request);
  }

  createTcp(): RawHandle {
    const { tcp } = this.bindings;
    return new tcp.TCP(tcp.constants.SOCKET);
  }

  connect(
    handle: RawHandle,
    to: { readonly host: string; readonly port: number; readonly family: number },
    transport: unknown,
    done: (this: RawRequest, status: number) => void,
  ): number {
    const request = new this.bindings.tcp.TCPConnectWrap();
    request.transport = transport;
    request.oncomplete = done;
    return to.family === 6 ? handle.connect6(request, to.host, to.port) : handle.connect(request, to.host, to.port);
  }

  /**
   * Connections that come to a server are given to `taken` and not to the server.
   * @returns what undoes it; null when that cannot be
   */
  capture(server: Server, taken: (handle: RawHandle) => void): (() => void) | null {
    const handle = (server as Server & { _handle?: ListeningHandle | null })._handle;
    const before = handle?.onconnection;
    if (handle === null || handle === undefined || typeof before !== 'function') return null;
    handle.onconnection = function (error, client): void {
      if (error !== 0 || client === undefined) before.call(this, error, client);
      else taken(client);
    };
    return () => {
      handle.onconnection = before;
    };
  }
}

function has(prototype: unknown, names: readonly string[]): boolean {
  const methods = prototype as Record<string, unknown>;
  return names.every((name) => typeof methods[name] === 'function');
}

function isAsExpected({ stream, tcp }: Bindings): boolean {
  return (
    typeof stream.WriteWrap === 'function' &&
    typeof stream.ShutdownWrap === 'function' &&
    stream.streamBaseState?.[stream.kReadBytesOrError] !== undefined &&
    stream.streamBaseState[stream.kLastWriteWasAsync] !== undefined &&
    typeof tcp.TCP === 'function' &&
    typeof tcp.TCPConnectWrap === 'function' &&
    typeof tcp.constants?.SOCKET === 'number' &&
    has(tcp.TCP.prototype, HANDLE_METHODS) &&
    has(tcp.TCP.prototype, TCP_METHODS)
  );
}

/**
 * The handles of this Node; null where they are not what we know: another system (elsewhere reads are begun before they are
 * heard of, and cannot share a buffer), another version of Node, or COROVM_SOCKETS=net in the environment.
 */
export function createRawHandles(): RawHandles | null {
  if (process.platform !== 'linux' || process.env['COROVM_SOCKETS'] === 'net') return null;
  try {
    const { binding } = process as unknown as { binding(name: string): unknown };
    const bindings = { stream: binding('stream_wrap'), tcp: binding('tcp_wrap') } as Bindings;
    return isAsExpected(bindings) ? new RawHandles(bindings) : null;
  } catch {
    return null;
  }
}
