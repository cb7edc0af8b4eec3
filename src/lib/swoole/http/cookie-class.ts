/**
 * Swoole\Http\Cookie, and the text of a cookie.
 * Source: swoole-src ext-src/swoole_http_cookie.cc
 */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { urlEncode } from '../../url-functions.ts';
import { warn } from '../support.ts';
import { dateText } from './http-date.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/http_server?id=cookie';
/** SW_ERROR_HTTP_COOKIE_UNAVAILABLE */
const UNAVAILABLE = 7107;
/** Seconds: the end of the year 9999. */
const LAST_SECOND = 253402300800;
const ILLEGAL = /[,; \t\r\n\x0b\x0c]/;
const ILLEGAL_TEXT = '",", ";", " ", "\\t", "\\r", "\\n", "\\013", or "\\014"';

/** What a cookie says; '' is what has not been said. */
export interface CookieFields {
  name: string;
  value: string;
  path: string;
  domain: string;
  sameSite: string;
  priority: string;
  encode: boolean;
  expires: number;
  secure: boolean;
  httpOnly: boolean;
  partitioned: boolean;
}

function blank(encode: boolean): CookieFields {
  return {
    name: '',
    value: '',
    path: '',
    domain: '',
    sameSite: '',
    priority: '',
    encode,
    expires: 0,
    secure: false,
    httpOnly: false,
    partitioned: false,
  };
}

/** What a Cookie object holds. */
export class CookieData {
  fields: CookieFields;
  constructor(encode: boolean) {
    this.fields = blank(encode);
  }

  reset(): void {
    this.fields = blank(true);
  }
}

/** Why a cookie cannot be written; null when it can. */
function objection(cookie: CookieFields): string | null {
  if (cookie.name === '') return 'The name cannot be empty';
  if (cookie.name.includes('=') || ILLEGAL.test(cookie.name)) return `The name cannot contain "=", ${ILLEGAL_TEXT}`;
  if (cookie.value !== '' && !cookie.encode && ILLEGAL.test(cookie.value)) {
    return `The value cannot contain ${ILLEGAL_TEXT}`;
  }
  if (cookie.value !== '' && cookie.expires >= LAST_SECOND) return 'The expires cannot have a year greater than 9999';
  if (ILLEGAL.test(cookie.path)) return `The path option cannot contain ${ILLEGAL_TEXT}`;
  if (ILLEGAL.test(cookie.domain)) return `The domain option cannot contain ${ILLEGAL_TEXT}`;
  return null;
}

/** `name=value; ...`; null after a warning. */
export function cookieText(rt: Executor, cookie: CookieFields): string | null {
  const wrong = objection(cookie);
  if (wrong !== null) {
    warn(rt, wrong);
    return null;
  }
  let out = `${cookie.name}=`;
  if (cookie.value === '') out += `deleted; expires=${dateText(1, '-')}; Max-Age=0`;
  else {
    out += cookie.encode ? urlEncode(cookie.value) : cookie.value;
    if (cookie.expires > 0) {
      const left = Math.max(0, cookie.expires - Math.floor(rt.host.nowMicros() / 1e6));
      out += `; expires=${dateText(cookie.expires, '-')}; Max-Age=${left}`;
    }
  }
  if (cookie.path !== '') out += `; path=${cookie.path}`;
  if (cookie.domain !== '') out += `; domain=${cookie.domain}`;
  if (cookie.secure) out += '; secure';
  if (cookie.httpOnly) out += '; HttpOnly';
  if (cookie.sameSite !== '') out += `; SameSite=${cookie.sameSite}`;
  if (cookie.priority !== '') out += `; Priority=${cookie.priority}`;
  return cookie.partitioned ? `${out}; Partitioned` : out;
}

/** The cookie of an object whose constructor has run; null, with the error noted, otherwise. */
export function cookieOf(rt: Executor, self: PhpObject): CookieData | null {
  if (self.native instanceof CookieData) return self.native;
  schedulerOf(rt).lastError = UNAVAILABLE;
  return null;
}

function changing(rt: Executor, self: PhpObject, change: (fields: CookieFields) => void): Zval {
  const cookie = cookieOf(rt, self);
  if (cookie === null) return rt.throwError('Error', 'Swoole\\Http\\Cookie is not initialized');
  change(cookie.fields);
  return addRef(self);
}

type TextField = 'name' | 'value' | 'path' | 'domain' | 'sameSite' | 'priority';
type FlagField = 'secure' | 'httpOnly' | 'partitioned';

function withText(name: string, field: TextField, fallback: string | null): MethodDef {
  const param = fallback === null ? p.string(field) : p.string(field, { default: fallback });
  return method({
    name,
    doc: `Sets the ${field}.`,
    params: [param],
    returns: ['Swoole\\Http\\Cookie'],
    link: LINK,
    impl: (rt, self, v) =>
      changing(rt, self, (fields) => {
        fields[field] = v;
      }),
  });
}

function withFlag(name: string, field: FlagField): MethodDef {
  return method({
    name,
    doc: `Sets whether it is ${field}.`,
    params: [p.bool(field, { default: false })],
    returns: ['Swoole\\Http\\Cookie'],
    link: LINK,
    impl: (rt, self, v) =>
      changing(rt, self, (fields) => {
        fields[field] = v;
      }),
  });
}

export const cookieClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Http\\Cookie',
  flags: ACC_NOT_SERIALIZABLE,
  handlers: { cloneable: false, unsetProperty: denyUnset },
  methods: [
    method({
      name: '__construct',
      doc: 'Makes a cookie.',
      params: [p.bool('encode', { default: true })],
      returns: null,
      link: LINK,
      impl(_rt, self, encode) {
        self.native = new CookieData(encode);
        return null;
      },
    }),
    withText('withName', 'name', null),
    withText('withValue', 'value', ''),
    method({
      name: 'withExpires',
      doc: 'Sets when it ends (seconds since 1970).',
      params: [p.int('expires', { default: 0 })],
      returns: ['Swoole\\Http\\Cookie'],
      link: LINK,
      impl: (rt, self, v) =>
        changing(rt, self, (fields) => {
          fields.expires = v;
        }),
    }),
    withText('withPath', 'path', '/'),
    withText('withDomain', 'domain', ''),
    withFlag('withSecure', 'secure'),
    withFlag('withHttpOnly', 'httpOnly'),
    withText('withSameSite', 'sameSite', ''),
    withText('withPriority', 'priority', ''),
    withFlag('withPartitioned', 'partitioned'),
    method({
      name: 'toArray',
      doc: 'What has been set.',
      params: [],
      returns: ['array'],
      link: LINK,
      impl(rt, self) {
        const cookie = cookieOf(rt, self);
        if (cookie === null) return rt.throwError('Error', 'Swoole\\Http\\Cookie is not initialized');
        return PhpArray.fromEntries(Object.entries(cookie.fields));
      },
    }),
    method({
      name: 'toString',
      doc: 'The text of the header.',
      params: [],
      returns: ['string', 'false'],
      link: LINK,
      impl(rt, self) {
        const cookie = cookieOf(rt, self);
        const text = cookie === null ? null : cookieText(rt, cookie.fields);
        if (text === null) cookie?.reset();
        return text ?? false;
      },
    }),
    method({
      name: 'reset',
      doc: 'Forgets what has been set.',
      params: [],
      returns: ['void'],
      link: LINK,
      impl(rt, self) {
        cookieOf(rt, self)?.reset();
        return null;
      },
    }),
  ],
};
