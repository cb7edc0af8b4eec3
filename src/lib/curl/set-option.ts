/** curl_setopt(). Source: php-src 8.2 ext/curl/interface.c (_php_curl_setopt) */
import { toInt, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { isStream } from '../stream.ts';
import { OPTION, TEXT_OPTIONS } from './constants.ts';
import type { CurlData } from './handle.ts';

const KNOWN: ReadonlySet<number> = new Set(Object.values(OPTION));

/** The value of a text, list, file or function; null after an error was thrown. */
function complexValue(rt: Executor, option: number, v: Zval): Zval {
  switch (option) {
    case OPTION.HTTPHEADER: {
      if (v === null) return new PhpArray();
      if (v instanceof PhpArray) return PhpArray.fromList(v.valueList().map((one) => toStr(rt, deref(one))));
      rt.throwError('TypeError', 'curl_setopt(): The CURLOPT_HTTPHEADER option must have an array value');
      return undefined;
    }
    case OPTION.POSTFIELDS:
      return v instanceof PhpArray ? addRef(v) : toStr(rt, v);
    case OPTION.FILE:
      if (isStream(v)) return addRef(v);
      rt.throwError('TypeError', 'curl_setopt(): supplied argument is not a valid File-Handle resource');
      return undefined;
    default:
      return addRef(v); // PRIVATE, functions
  }
}

/** Sets an option; false after an error was thrown. */
export function setOption(rt: Executor, data: CurlData, option: number, given: Zval): boolean {
  const v = deref(given);
  if (!KNOWN.has(option)) {
    rt.throwError('ValueError', 'curl_setopt(): Argument #2 ($option) is not a valid cURL option');
    return false;
  }
  if (TEXT_OPTIONS.has(option)) {
    if (v === null) data.unset(option);
    else data.set(option, toStr(rt, v));
    return true;
  }
  if (option < 10000 || option === OPTION.RETURNTRANSFER || option === OPTION.BINARYTRANSFER) {
    setNumber(rt, data, option, v);
    return true;
  }
  if (v === null && option !== OPTION.HTTPHEADER) {
    data.unset(option);
    return true;
  }
  const value = complexValue(rt, option, v);
  if (value === undefined) return false;
  data.set(option, value);
  return true;
}

function setNumber(rt: Executor, data: CurlData, option: number, v: Zval): void {
  const number = v === true || v === false ? Number(v) : Number(toInt(rt, v));
  data.set(option, number);
  // of the options that name a method the last one counts
  if (option === OPTION.HTTPGET && number !== 0) {
    for (const other of [OPTION.POST, OPTION.NOBODY, OPTION.UPLOAD, OPTION.PUT, OPTION.POSTFIELDS]) data.unset(other);
  }
  if (option === OPTION.POST && number !== 0) data.unset(OPTION.NOBODY);
  if (option === OPTION.NOBODY && number !== 0) data.unset(OPTION.POST);
}

/** The options that a list sets; stops at the first that is wrong. */
export function setOptions(rt: Executor, data: CurlData, options: PhpArray): boolean {
  for (const [option, v] of options.entries()) {
    if (typeof option !== 'number') {
      rt.throwError('ValueError', 'curl_setopt_array(): Argument #2 ($options) contains an invalid cURL option');
      return false;
    }
    if (!setOption(rt, data, option, v)) return false;
  }
  return true;
}
