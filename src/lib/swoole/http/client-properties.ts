/** The properties of Swoole\Coroutine\Http\Client. Source: swoole-src ext-src/swoole_http_client_coro.cc */
import { ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { PropertyDef } from '../../../object/class-def.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';

export const CLIENT_SLOT = {
  socket: 0,
  errCode: 1,
  errMsg: 2,
  connected: 3,
  host: 4,
  port: 5,
  ssl: 6,
  setting: 7,
  requestMethod: 8,
  requestHeaders: 9,
  requestBody: 10,
  uploadFiles: 11,
  downloadFile: 12,
  downloadOffset: 13,
  statusCode: 14,
  headers: 15,
  set_cookie_headers: 16,
  cookies: 17,
  body: 18,
} as const;

type Name = keyof typeof CLIENT_SLOT;

const DEFAULTS: Readonly<Record<Name, Zval>> = {
  socket: null,
  errCode: 0,
  errMsg: '',
  connected: false,
  host: '',
  port: 0,
  ssl: false,
  setting: null,
  requestMethod: null,
  requestHeaders: null,
  requestBody: null,
  uploadFiles: null,
  downloadFile: null,
  downloadOffset: 0,
  statusCode: 0,
  headers: null,
  set_cookie_headers: null,
  cookies: null,
  body: '',
};

export const clientProperties: readonly PropertyDef[] = Object.entries(DEFAULTS).map(([name, value]) => ({
  name,
  flags: ACC_PUBLIC,
  type: null,
  default: value,
}));

/** Sets a property; `value` is taken over. */
export function setProp(rt: Executor, self: PhpObject, name: Name, value: Zval): void {
  rt.releaseValue(self.props[CLIENT_SLOT[name]]);
  self.props[CLIENT_SLOT[name]] = value;
}

/** Notes why a request failed. */
export function setClientError(rt: Executor, self: PhpObject, status: number, errno: number, message: string): void {
  schedulerOf(rt).lastError = errno;
  setProp(rt, self, 'statusCode', status);
  setProp(rt, self, 'errCode', errno);
  setProp(rt, self, 'errMsg', message);
}
