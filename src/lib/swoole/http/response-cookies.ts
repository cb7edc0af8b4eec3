/**
 * Cookies of a response.
 * Source: swoole-src ext-src/swoole_http_response.cc (http_response_set_cookie), swoole_http_cookie.cc
 */
import { instanceOf } from '../../../object/class-queries.ts';
import { PhpObject } from '../../../value/php-object.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { warn } from '../support.ts';
import { type CookieFields, cookieOf, cookieText } from './cookie-class.ts';
import { ownArray } from './own-array.ts';
import { ResponseData, SLOT } from './response-data.ts';

const LINK = 'https://wiki.swoole.com/#/http_server?id=cookie';
const NOT_A_COOKIE = 'The first argument must be a string or a Http\\Cookie object';

function addCookie(rt: Executor, self: PhpObject, cookie: CookieFields): boolean {
  if (!(self.native instanceof ResponseData) || self.native.ended) {
    warn(rt, 'http response is unavailable (maybe it has been ended or detached)');
    return false;
  }
  const text = cookieText(rt, cookie);
  if (text === null) return false;
  ownArray(rt, self, SLOT.cookie).append(text);
  return true;
}

/** A Cookie object given in place of a name. */
function addCookieObject(rt: Executor, self: PhpObject, object: PhpObject): boolean {
  if (!instanceOf(object.ce, rt.classOf('Swoole\\Http\\Cookie'))) {
    warn(rt, NOT_A_COOKIE);
    return false;
  }
  const cookie = cookieOf(rt, object);
  if (cookie === null) return false;
  if (addCookie(rt, self, cookie.fields)) return true;
  cookie.reset();
  return false;
}

const params = [
  p.untyped('name_or_object'),
  p.string('value', { default: '' }),
  p.int('expires', { default: 0 }),
  p.string('path', { default: '' }),
  p.string('domain', { default: '' }),
  p.bool('secure', { default: false }),
  p.bool('httponly', { default: false }),
  p.string('samesite', { default: '' }),
  p.string('priority', { default: '' }),
  p.bool('partitioned', { default: false }),
] as const;

function cookieMethod(name: string, encode: boolean): MethodDef {
  return method({
    name,
    doc: 'Sets a cookie.',
    params,
    returns: ['bool'],
    link: LINK,
    impl(rt, self, key, value, expires, path, domain, secure, httpOnly, sameSite, priority, partitioned) {
      if (key instanceof PhpObject) return addCookieObject(rt, self, key);
      if (typeof key !== 'string') {
        warn(rt, NOT_A_COOKIE);
        return false;
      }
      const fields = { name: key, value, encode, expires, path, domain, secure, httpOnly };
      return addCookie(rt, self, { ...fields, sameSite, priority, partitioned });
    },
  });
}

export const cookieMethods: readonly MethodDef[] = [
  cookieMethod('cookie', true),
  cookieMethod('setCookie', true),
  cookieMethod('rawcookie', false),
  cookieMethod('setRawCookie', false),
];
