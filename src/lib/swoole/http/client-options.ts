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

export interface ClientOptions {
  readonly keepAlive: boolean;
  /** `Accept-Encoding` is sent. */
  readonly compression: boolean;
  readonly decompression: boolean;
  /** Names of headers in lower case. */
  readonly lowercase: boolean;
  readonly websocketMask: boolean;
  /** Packed messages are offered. */
  readonly websocketPacking: boolean;
  readonly frames: FrameOptions;
  readonly proxy: HttpProxy | null;
  /** Where the body goes: to write_func, or (null) into the property. */
  sink(rt: Executor, self: PhpObject): BodySink | null;
}

function reader(self: PhpObject): (name: string) => Zval {
  const held = deref(self.props[CLIENT_SLOT.setting]);
  return (name) => {
    const v = held instanceof PhpArray ? deref(held.getStr(name)) : undefined;
    return v === null ? undefined : v;
  };
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
  const get = reader(self);
  const flag = (name: string): boolean => toBool(get(name) ?? true);
  const writeFunc = get('write_func');
  return {
    keepAlive: flag('keep_alive'),
    compression: flag('http_compression'),
    decompression: flag('body_decompression'),
    lowercase: flag('lowercase_header'),
    websocketMask: flag('websocket_mask'),
    websocketPacking: toBool(get('websocket_compression') ?? false),
    proxy: proxyOf(rt, get),
    frames: {
      seesPing: toBool(get('open_websocket_ping_frame') ?? false),
      seesPong: toBool(get('open_websocket_pong_frame') ?? false),
      seesClose: toBool(get('open_websocket_close_frame') ?? false),
      mask: () => (flag('websocket_mask') ? randomMask(rt) : null),
    },
    sink(_rt, client) {
      const callable = writeFunc === undefined ? null : rt.resolveCallable(writeFunc);
      if (callable === null) return null;
      return {
        raw: true,
        *write(runtime, part) {
          const answer = yield { kind: 'call', callable, args: [client, part], named: null, catches: false };
          runtime.releaseValue(answer);
          return true;
        },
      };
    },
  };
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
