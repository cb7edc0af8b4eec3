/**
 * HTTP headers. The command line sends none, so none is kept; the status, the checks and "headers already sent" are PHP's.
 * Source: php-src ext/standard/head.c, main/SAPI.c (sapi_header_op), sapi/cli/php_cli.c (sapi_cli_header_handler)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { setRef } from './string-util.ts';

const FOUND = 302;
const UNAUTHORIZED = 401;
const CREATED = 201;

/** The response code, 0 while nobody has set one. */
function status(rt: Executor): { code: number } {
  return rt.moduleState('http-status', () => ({ code: 0 }));
}

/** False after the warning that headers went out before. */
export function headersOpen(rt: Executor): boolean {
  const at = rt.output.startedAt;
  if (at === null) return true;
  rt.error(
    E_WARNING,
    `Cannot modify header information - headers already sent by (output started at ${at.file}:${at.line})`,
  );
  return false;
}

function setStatus(rt: Executor, code: number): void {
  status(rt).code = code;
}

/** sapi_header_op: false after a warning. */
export function sendHeader(rt: Executor, text: string, code: number): boolean {
  if (!headersOpen(rt)) return false;
  if (text === '') return false;
  const line = text.replace(/[ \t\n\v\f\r]+$/, '');
  const bad = /[\r\n\0]/.exec(line);
  if (bad !== null) {
    const why = bad[0] === '\0' ? 'NUL bytes' : 'more than a single header, new line detected';
    rt.error(E_WARNING, `Header may not contain ${why}`);
    return false;
  }
  if (/^HTTP\//i.test(line)) {
    setStatus(rt, Number(/^\S*\s+(\d+)/.exec(line)?.[1] ?? 200));
    return true;
  }
  const name = line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase();
  const before = status(rt).code;
  if (name === 'location' && (before < 300 || before > 399) && before !== CREATED) setStatus(rt, code || FOUND);
  if (name === 'www-authenticate') setStatus(rt, UNAUTHORIZED);
  if (code !== 0) setStatus(rt, code);
  return true;
}

function responseCode(rt: Executor, code: number): Zval {
  const before = status(rt).code;
  if (code === 0) return before === 0 ? false : before;
  const at = rt.output.startedAt;
  if (at !== null) {
    rt.error(
      E_WARNING,
      `http_response_code(): Cannot set response code - headers already sent (output started at ${at.file}:${at.line})`,
    );
    return false;
  }
  setStatus(rt, code);
  return before === 0 ? true : before;
}

/** The value that was passed first, as it was passed. */
function firstArgument(rt: Executor): Zval {
  const frame = rt.currentExecuteData;
  return frame === null ? null : deref(frame.slots[frame.base + CALL_FRAME_SLOT]);
}

export const headerFunctions: readonly FunctionDef[] = [
  fn({
    name: 'header',
    doc: 'Sends an HTTP header.',
    params: [p.string('header'), p.bool('replace', { default: true }), p.int('response_code', { default: 0 })],
    returns: ['void'],
    impl(rt, text, _replace, code) {
      sendHeader(rt, text, code);
      return null;
    },
  }),
  fn({
    name: 'header_remove',
    doc: 'Takes a header back.',
    params: [p.nullable(p.string('name'), { default: null })],
    returns: ['void'],
    impl(rt, name) {
      if (headersOpen(rt) && name?.includes(':')) rt.error(E_WARNING, 'Header to delete may not contain colon.');
      return null;
    },
  }),
  fn({
    name: 'headers_list',
    doc: 'The headers that will be sent: none on the command line.',
    params: [],
    returns: ['array'],
    impl: () => new PhpArray(),
  }),
  fn({
    name: 'headers_sent',
    doc: 'Whether the headers have gone, and where output began.',
    params: [p.ref('filename', undefined, { default: null }), p.ref('line', undefined, { default: null })],
    returns: ['bool'],
    impl(rt, file, line) {
      const at = rt.output.startedAt;
      setRef(rt, file, at?.file ?? '');
      setRef(rt, line, at?.line ?? 0);
      return at !== null;
    },
  }),
  fn({
    name: 'http_response_code',
    doc: 'The response code, or sets it.',
    params: [p.int('response_code', { default: 0 })],
    returns: ['int', 'bool'],
    impl: responseCode,
  }),
  fn({
    name: 'header_register_callback',
    doc: 'Calls back when the headers are about to be sent.',
    params: [p.callable('callback')],
    returns: ['bool'],
    impl(rt) {
      rt.releaseValue(rt.output.headerCallback);
      rt.output.headerCallback = addRef(firstArgument(rt));
      return true;
    },
  }),
];
