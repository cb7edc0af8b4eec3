/**
 * Cookies of a response.
 * Source: swoole-src ext-src/swoole_http_cookie.cc
 */
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { urlEncode } from '../../url-functions.ts';
import { dateText, ResponseData, SLOT } from './response-data.ts';

const LINK = 'https://wiki.swoole.com/#/http_server?id=cookie';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly expires: number;
  readonly attributes: readonly (readonly [string, string | boolean])[];
}

function cookieText(cookie: Cookie): string {
  let out = `${cookie.name}=`;
  if (cookie.value === '') out += `deleted; expires=${dateText(1, '-')}`;
  else {
    out += cookie.value;
    if (cookie.expires > 0) out += `; expires=${dateText(cookie.expires, '-')}`;
  }
  for (const [name, v] of cookie.attributes) {
    if (v === true) out += `; ${name}`;
    else if (typeof v === 'string' && v !== '') out += `; ${name}=${v}`;
  }
  return out;
}

function addCookie(rt: Executor, self: PhpObject, cookie: Cookie): boolean {
  if (!(self.native instanceof ResponseData) || self.native.ended) return false;
  if (cookie.name === '' || /[=,; \t\r\n\x0b\x0c]/.test(cookie.name)) return false;
  const before = deref(self.props[SLOT.cookie]);
  const list = before instanceof PhpArray && before.rc === 1 ? before : new PhpArray();
  if (list !== before) {
    rt.releaseValue(self.props[SLOT.cookie]);
    self.props[SLOT.cookie] = list;
  }
  list.append(cookieText(cookie));
  return true;
}

const params = [
  p.string('name'),
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

function cookieMethod(name: string, encode: (value: string) => string): MethodDef {
  return method({
    name,
    doc: 'Sets a cookie.',
    params,
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, key, value, expires, path, domain, secure, httponly, samesite, priority, partitioned) =>
      addCookie(rt, self, {
        name: key,
        value: encode(value),
        expires,
        attributes: [
          ['path', path],
          ['domain', domain],
          ['secure', secure],
          ['httponly', httponly],
          ['samesite', samesite],
          ['priority', priority],
          ['partitioned', partitioned],
        ],
      }),
  });
}

const plain = (value: string): string => value;

export const cookieMethods: readonly MethodDef[] = [
  cookieMethod('cookie', urlEncode),
  cookieMethod('setCookie', urlEncode),
  cookieMethod('rawcookie', plain),
  cookieMethod('setRawCookie', plain),
];
