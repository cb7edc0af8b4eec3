/**
 * Answers on a stream of HTTP/2.
 * Source: swoole-src ext-src/swoole_http2_server.cc (http2_server_build_header, Http2Stream::send_body)
 */
import { schedulerOf } from '../../../coro/scheduler.ts';
import { waitFor } from '../../../coro/io-wait.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Connection } from '../../../vm/net-ports.ts';
import type { Header } from '../../http/http2/hpack.ts';
import { isConnectionHeader } from '../../http/http2/request-headers.ts';
import type { Http2Stream } from '../../http/http2/stream.ts';
import { httpDate } from '../http/http-date.ts';

const SERVER = 'swoole-http-server';
/** Seconds that a reader may take for what it has been sent. */
const DRAIN_SECONDS = 60;

/** What the head of an answer is made of. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Zval;
  readonly cookies: Zval;
  /** Bytes of the body, null while they are not known. */
  readonly length: number | null;
  /** How the body has been compressed here, or ''. */
  readonly encoding: string;
}

/** Fields of an array of the program's. */
export function* fieldsOf(rt: Executor, v: Zval): Generator<Header> {
  const table = deref(v);
  if (!(table instanceof PhpArray)) return;
  for (const [key, held] of table.entries()) {
    const value = deref(held);
    const list = value instanceof PhpArray ? value.valueList().map((one) => deref(one)) : [value];
    for (const one of list) {
      if (one === null || one === undefined) continue;
      const text = toStr(rt, one).replace(/[ \t\r\n\v\0]+$/, '');
      if (!/[\r\n\0]/.test(text)) yield [String(key).toLowerCase(), text];
    }
  }
}

export function answerHeaders(rt: Executor, head: AnswerHead): Header[] {
  const out: Header[] = [[':status', String(head.status)]];
  const seen = new Set<string>();
  const lengths: Header[] = [];
  for (const field of fieldsOf(rt, head.headers)) {
    const [name, value] = field;
    if (isConnectionHeader(name)) continue;
    seen.add(name);
    if (name === 'content-length') {
      if (value !== '') lengths.push(field);
    } else if (name !== 'content-encoding' || value !== '') out.push(field);
  }
  if (!seen.has('server')) out.push(['server', SERVER]);
  if (!seen.has('date')) out.push(['date', httpDate(rt)]);
  if (!seen.has('content-type')) out.push(['content-type', 'text/html']);
  const cookies = deref(head.cookies);
  if (cookies instanceof PhpArray) {
    for (const cookie of cookies.valueList()) {
      const text = deref(cookie);
      if (typeof text === 'string' && !/[\r\n\0]/.test(text)) out.push(['set-cookie', text]);
    }
  }
  if (head.encoding !== '') {
    out.push(['content-encoding', head.encoding], ['content-length', String(head.length)]);
  } else if (seen.has('content-length')) out.push(...lengths);
  else if (head.length !== null) out.push(['content-length', String(head.length)]);
  return out;
}

/**
 * `result` as soon as the reader has taken what it was sent. Where the connection is read by the coroutine that answers
 * (and outside of coroutines) nobody waits: what the reader does not take yet is sent when it does.
 */
export function streamDrained(
  rt: Executor,
  stream: Http2Stream,
  connection: Connection,
  isServed: boolean,
  result: boolean,
): Zval | NativeCode {
  const ready = (): boolean => !connection.writable || (stream.isDrained && connection.room > 0);
  if (isServed || schedulerOf(rt).current === null || ready()) return result;
  return (function* () {
    yield* waitFor(rt, [stream, connection], ready, DRAIN_SECONDS, 'http2 response');
    return result;
  })();
}
