/**
 * setcookie, setrawcookie: checked as PHP does; the command line keeps no headers.
 * Source: php-src ext/standard/head.c (php_setcookie, php_head_parse_cookie_options_array)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { toBool, toInt, toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { sendHeader } from './header-functions.ts';
import { rawUrlEncode } from './url-functions.ts';
import { docref } from './string-util.ts';

const NOT_IN_NAMES = /[=,; \t\r\n\v\f]/;
const NOT_IN_VALUES = /[,; \t\r\n\v\f]/;
const NAME_RULE = 'cannot contain "=", ",", ";", " ", "\\t", "\\r", "\\n", "\\013", or "\\014"';
const VALUE_RULE = 'cannot contain ",", ";", " ", "\\t", "\\r", "\\n", "\\013", or "\\014"';
/** The year 9999 is the last that a cookie may expire in. */
const LAST_SECOND = 253402300799;

interface CookieOptions {
  expires: number;
  path: string;
  domain: string;
  secure: boolean;
  httponly: boolean;
  samesite: string;
}

/** False after an exception. */
function readOptions(rt: Executor, given: PhpArray, options: CookieOptions): boolean {
  for (const [key, held] of given.entries()) {
    const v = deref(held);
    const name = String(key).toLowerCase();
    if (typeof key !== 'string') docref(rt, E_WARNING, 'option array cannot have numeric keys');
    else if (name === 'expires') options.expires = Number(toInt(rt, v));
    else if (name === 'path' || name === 'domain' || name === 'samesite') options[name] = toStr(rt, v);
    else if (name === 'secure' || name === 'httponly') options[name] = toBool(v);
    else {
      rt.throwError('ValueError', `${rt.currentExecuteData?.func.functionName}(): option "${key}" is invalid`);
      return false;
    }
  }
  return true;
}

/** Path and domain: as options they are named, as arguments numbered. */
function checkPlaces(rt: Executor, options: CookieOptions, asOptions: boolean): boolean {
  const places = [
    ['path', 4],
    ['domain', 5],
  ] as const;
  for (const [name, n] of places) {
    if (!NOT_IN_VALUES.test(options[name])) continue;
    if (!asOptions) rt.argumentValueError(n, VALUE_RULE);
    else rt.throwError('ValueError', `${rt.currentExecuteData?.func.functionName}(): "${name}" option ${VALUE_RULE}`);
    return false;
  }
  return true;
}

function cookieLine(name: string, value: string, options: CookieOptions): string {
  let line = `Set-Cookie: ${name}=${value}`;
  if (value === '') line = `Set-Cookie: ${name}=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0`;
  else if (options.expires > 0) line += `; expires=${new Date(options.expires * 1000).toUTCString()}`;
  if (options.path !== '') line += `; path=${options.path}`;
  if (options.domain !== '') line += `; domain=${options.domain}`;
  if (options.secure) line += '; secure';
  if (options.httponly) line += '; HttpOnly';
  return options.samesite === '' ? line : `${line}; SameSite=${options.samesite}`;
}

type Rest = readonly [string, string, PhpArray | number, string, string, boolean, boolean];

function setCookie(rt: Executor, encode: boolean, [name, value, third, path, domain, secure, httponly]: Rest): Zval {
  const options = { expires: 0, path, domain, secure, httponly, samesite: '' };
  const asOptions = third instanceof PhpArray;
  if (asOptions) {
    const func = rt.currentExecuteData?.func.functionName ?? '';
    if ((rt.currentExecuteData?.numArgs ?? 0) > 3) {
      return rt.throwError(
        'ArgumentCountError',
        `${func}(): Expects exactly 3 arguments when argument #3 ($expires_or_options) is an array`,
      );
    }
    if (!readOptions(rt, third, options)) return null;
  } else {
    options.expires = third;
  }
  if (name === '') return rt.argumentValueError(1, 'cannot be empty');
  if (NOT_IN_NAMES.test(name)) return rt.argumentValueError(1, NAME_RULE);
  if (!encode && NOT_IN_VALUES.test(value)) return rt.argumentValueError(2, VALUE_RULE);
  if (!checkPlaces(rt, options, asOptions)) return null;
  if (options.expires > LAST_SECOND) {
    const what = 'cannot have a year greater than 9999';
    if (!asOptions) return rt.argumentValueError(3, what);
    return rt.throwError('ValueError', `${rt.currentExecuteData?.func.functionName}(): "expires" option ${what}`);
  }
  return sendHeader(rt, cookieLine(name, encode ? rawUrlEncode(value) : value, options), 0);
}

const params = [
  p.string('name'),
  p.string('value', { default: '' }),
  p.union('expires_or_options', ['array', 'int'], { default: 0 }),
  p.string('path', { default: '' }),
  p.string('domain', { default: '' }),
  p.bool('secure', { default: false }),
  p.bool('httponly', { default: false }),
] as const;

export const cookieFunctions: readonly FunctionDef[] = [
  fn({
    name: 'setcookie',
    doc: 'Sends a cookie; its value is URL-encoded.',
    params,
    returns: ['bool'],
    impl: (rt, ...args) => setCookie(rt, true, args),
  }),
  fn({
    name: 'setrawcookie',
    doc: 'Sends a cookie as it is.',
    params,
    returns: ['bool'],
    impl: (rt, ...args) => setCookie(rt, false, args),
  }),
];
