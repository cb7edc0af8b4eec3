/**
 * The options of Swoole\Coroutine\Http\Client::set().
 * Source: swoole-src ext-src/swoole_http_client_coro.cc (Client::apply_setting), swoole_socket_coro.cc (php_swoole_socket_set)
 */
import { callableName } from '../../../object/callable.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool, toInt, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { warn } from '../support.ts';
import { CLIENT_SLOT } from './client-properties.ts';
import type { HttpClientData } from './client-data.ts';
import { randomMask } from './websocket-frame-class.ts';
import type { FrameOptions } from './websocket-receive.ts';

const MAX_RETRIES = 255;

/** Where a body goes that is not kept: a file, a function. */
export interface BodySink {
  /** Gets the bytes as they come, not unpacked. */
  readonly raw: boolean;
  /** False when the rest is not wanted. */
  write(rt: Executor, part: string): NativeCode<boolean>;
}

/** A proxy that is asked for whole URLs. */
export interface HttpProxy {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Read when they are asked for: a request looks at few of them. */
export class ClientOptions {
  private readonly rt: Executor;
  private readonly settings: PhpArray | null;

  constructor(rt: Executor, self: PhpObject) {
    const held = deref(self.props[CLIENT_SLOT.setting]);
    this.rt = rt;
    this.settings = held instanceof PhpArray ? held : null;
  }

  private get(name: string): Zval {
    if (this.settings === null) return undefined;
    const v = deref(this.settings.getStr(name));
    return v === null ? undefined : v;
  }

  private flag(name: string, unset: boolean): boolean {
    const v = this.get(name);
    return v === undefined ? unset : toBool(v);
  }

  get keepAlive(): boolean {
    return this.flag('keep_alive', true);
  }

  /** `Accept-Encoding` is sent. */
  get compression(): boolean {
    return this.flag('http_compression', true);
  }

  get decompression(): boolean {
    return this.flag('body_decompression', true);
  }

  /** Names of headers in lower case. */
  get lowercase(): boolean {
    return this.flag('lowercase_header', true);
  }

  get websocketMask(): boolean {
    return this.flag('websocket_mask', true);
  }

  /** Packed messages are offered. */
  get websocketPacking(): boolean {
    return this.flag('websocket_compression', false);
  }

  get frames(): FrameOptions {
    return {
      seesPing: this.flag('open_websocket_ping_frame', false),
      seesPong: this.flag('open_websocket_pong_frame', false),
      seesClose: this.flag('open_websocket_close_frame', false),
      mask: () => (this.websocketMask ? randomMask(this.rt) : null),
    };
  }

  get proxy(): HttpProxy | null {
    return this.settings === null ? null : proxyOf(this.rt, (name) => this.get(name));
  }

  /** Where the body goes: to write_func, or (null) into the property. */
  sink(client: PhpObject): BodySink | null {
    const writeFunc = this.get('write_func');
    const callable = writeFunc === undefined ? null : this.rt.resolveCallable(writeFunc);
    if (callable === null) return null;
    return {
      raw: true,
      *write(runtime, part) {
        const answer = yield { kind: 'call', callable, args: [client, part], named: null, catches: false };
        runtime.releaseValue(answer);
        return true;
      },
    };
  }
}

/** http_proxy_host and its relatives. */
function proxyOf(rt: Executor, get: (name: string) => Zval): HttpProxy | null {
  const host = get('http_proxy_host');
  const port = get('http_proxy_port');
  if (host === undefined || port === undefined) return null;
  const text = (v: Zval): string => (v === undefined ? '' : toStr(rt, v));
  return {
    host: toStr(rt, host),
    port: Number(toInt(rt, port)),
    user: text(get('http_proxy_username') ?? get('http_proxy_user')),
    password: text(get('http_proxy_password')),
  };
}

export function optionsOf(rt: Executor, self: PhpObject): ClientOptions {
  return new ClientOptions(rt, self);
}

/** Looks at options that have just been given; false after a warning. */
export function applyClientOptions(rt: Executor, data: HttpClientData, options: PhpArray): boolean {
  const get = (name: string): Zval => deref(options.getStr(name)) ?? undefined;
  const retries = get('max_retries');
  if (retries !== undefined) {
    const n = Number(toInt(rt, retries));
    if (n < 0) {
      warn(rt, `max_retries must be greater than or equal to 0, got ${n}`);
      return false;
    }
    data.maxRetries = Math.min(n, MAX_RETRIES);
  }
  const defer = get('defer');
  if (defer !== undefined) data.defer = toBool(defer);
  const writeFunc = get('write_func');
  if (writeFunc !== undefined && rt.resolveCallable(writeFunc, { message: '' }) === null) {
    warn(rt, `function '${callableName(writeFunc)}' is not callable`);
    return false;
  }
  return true;
}
