/**
 * What a server listens to, and how it reads what comes there.
 * Source: swoole-src ext-src/swoole_server_port.cc, src/server/port.cc
 */
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { toBool, toInt } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Datagrams, Listener, SocketAddress, TlsOptions } from '../../../vm/net-ports.ts';
import { FLAG_SSL, SOCK_UDP, SOCK_UDP6, SOCK_UNIX_DGRAM, SOCK_UNIX_STREAM, TYPE_MASK } from '../net/constants.ts';
import { warn } from '../support.ts';
import { PacketSettings } from '../net/packets.ts';
import { uploadStore } from '../../http/multipart.ts';
import type { UploadSettings } from '../../http/upload-stream.ts';
import type { RequestOptions } from '../http/request-origin.ts';
import { type CompressionSettings, compressionSettings } from '../http/compression.ts';
import type { Callbacks } from './events.ts';

/** SW_HTTP_HEADER_MAX_SIZE */
const HEADER_BYTES = 65536;

export class ServerPort {
  readonly rt: Executor;
  readonly host: string;
  port: number;
  readonly type: number;
  readonly callbacks: Callbacks = new Map();
  readonly packets: PacketSettings = new PacketSettings();
  listener: Listener | null = null;
  /** Connections are about to be accepted. */
  accepting = false;
  datagrams: Datagrams | null = null;
  /** The object Swoole\Server\Port (owned). */
  object: PhpObject | null = null;
  settings: PhpArray | null = null;
  private packing: CompressionSettings | null | undefined = undefined;
  private requests: RequestOptions | null = null;
  openHttp = false;
  openWebsocket = false;
  openHttp2 = false;
  /** Bytes that may be sent at once. */
  outputLimit: number = Number.POSITIVE_INFINITY;
  /** The server's kind, unless a setting says otherwise. */
  readonly limits: { headerBytes: number; bodyBytes: number; upload: UploadSettings | null };

  constructor(rt: Executor, host: string, port: number, type: number) {
    this.rt = rt;
    this.host = host;
    this.port = port;
    this.type = type;
    this.limits = { headerBytes: HEADER_BYTES, bodyBytes: this.packets.maxLength, upload: null };
  }

  get isPackets(): boolean {
    const kind = this.type & TYPE_MASK;
    return kind === SOCK_UDP || kind === SOCK_UDP6 || kind === SOCK_UNIX_DGRAM;
  }

  get isUnix(): boolean {
    const kind = this.type & TYPE_MASK;
    return kind === SOCK_UNIX_STREAM || kind === SOCK_UNIX_DGRAM;
  }

  get isSecure(): boolean {
    return (this.type & FLAG_SSL) !== 0;
  }

  get address(): SocketAddress {
    if (this.isUnix) return { kind: 'unix', path: this.host };
    return { kind: 'inet', host: this.host, port: this.port };
  }

  option(name: string): Zval {
    const v = deref(this.settings?.getStr(name));
    return v === null ? undefined : v;
  }

  flag(name: string, fallback: boolean): boolean {
    const v = this.option(name);
    return v === undefined ? fallback : toBool(v);
  }

  /** What its options say of requests. */
  get requestOptions(): RequestOptions {
    this.requests ??= {
      parsePost: this.flag('http_parse_post', true),
      parseCookie: this.flag('http_parse_cookie', true),
      parseFiles: this.flag('http_parse_files', true),
      uploadFolder: this.text('upload_tmp_dir') ?? '/tmp',
      isStatic: this.flag('enable_static_handler', false),
    };
    return this.requests;
  }

  /** How answers are compressed. */
  get compression(): CompressionSettings | null {
    if (this.packing === undefined) this.packing = compressionSettings(this.rt, (name) => this.option(name));
    return this.packing;
  }

  number(name: string, fallback: number): number {
    const v = this.option(name);
    return v === undefined ? fallback : Number(toInt(this.rt, v));
  }

  text(name: string): string | undefined {
    const v = this.option(name);
    return typeof v === 'string' ? v : undefined;
  }

  callback(name: string): HeldCallable | undefined {
    return this.callbacks.get(name);
  }

  /** Adds options. */
  set(options: PhpArray): boolean {
    this.packing = undefined;
    const merged = this.settings?.dup() ?? new PhpArray();
    options.forEach((v, key) => merged.update(this.rt, key, addRef(deref(v))));
    this.rt.releaseValue(this.settings);
    this.settings = merged;
    this.requests = null;
    this.checkSizes(options);
    const ok = this.packets.set(this.rt, options);
    this.limits.bodyBytes = this.packets.maxLength;
    const maxFileBytes = this.number('upload_max_filesize', 0);
    const store = uploadStore(this.rt, this.requestOptions.uploadFolder);
    this.limits.upload = maxFileBytes > 0 ? { maxFileBytes, store } : null;
    this.openWebsocket = this.flag('open_websocket_protocol', this.openWebsocket);
    this.openHttp2 = this.flag('open_http2_protocol', this.openHttp2);
    this.openHttp = this.flag('open_http_protocol', this.openHttp) || this.openWebsocket || this.openHttp2;
    return ok;
  }

  /** Sizes that cannot be are not taken. */
  private checkSizes(options: PhpArray): void {
    for (const name of ['http_compression_min_length', 'compression_min_length', 'upload_max_filesize']) {
      const v = deref(options.getStr(name));
      const n = v === undefined || v === null ? 0 : Number(toInt(this.rt, v));
      const shown = name.replace('http_', '');
      if (n < 0) warn(this.rt, `${shown} must be greater than or equal to 0, got ${n}`);
    }
  }

  tlsOptions(): TlsOptions | null {
    const file = (name: string): string | undefined => {
      const path = this.text(name);
      return path === undefined ? undefined : (this.rt.host.readFile(path) ?? undefined);
    };
    const cert = file('ssl_cert_file');
    const key = file('ssl_key_file');
    const passphrase = this.text('ssl_passphrase');
    if (cert === undefined || key === undefined) return null;
    return {
      server: true,
      serverName: '',
      verify: false,
      cert,
      key,
      ...(this.openHttp2 ? { protocols: ['h2', 'http/1.1'] } : {}),
      ...(passphrase === undefined ? {} : { passphrase }),
    };
  }

  close(): void {
    this.listener?.close();
    this.datagrams?.close();
    this.listener = null;
    this.datagrams = null;
  }
}
