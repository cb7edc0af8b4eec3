/** The properties of Swoole\Coroutine\Http\Client. Source: swoole-src ext-src/swoole_http_client_coro.cc */
import { ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { PropertyDef } from '../../../object/class-def.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';

export const CLIENT_SLOT = {
  errCode: 0,
  errMsg: 1,
  connected: 2,
  host: 3,
  port: 4,
  ssl: 5,
  setting: 6,
  requestMethod: 7,
  requestHeaders: 8,
  requestBody: 9,
  uploadFiles: 10,
  downloadFile: 11,
  downloadOffset: 12,
  statusCode: 13,
  headers: 14,
  set_cookie_headers: 15,
  cookies: 16,
  body: 17,
} as const;

type Name = keyof typeof CLIENT_SLOT;

const DEFAULTS: Readonly<Record<Name, Zval>> = {
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
