/**
 * A request of a server is given to the program, if there is room for it.
 * Source: swoole-src ext-src/swoole_http_server.cc (php_swoole_http_server_onReceive, http_server_process_request)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import { fire } from '../server/events.ts';
import { nameOfServer } from '../server/server-properties.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { ServerData } from '../server/server-data.ts';
import { warn } from '../support.ts';
import { requestObject } from './request-object.ts';
import { responseObject } from './response-class.ts';
import type { Exchange } from './response-data.ts';
import { originOf } from './server-exchange.ts';

/** SW_HTTP_SERVICE_UNAVAILABLE_PACKET */
const UNAVAILABLE = 'HTTP/1.1 503 Service Unavailable\r\n\r\n';

/** An exchange that tells when its request does not count any more. */
export interface CountedExchange extends Exchange {
  counted: boolean;
}

export function* beginRequest(
  server: ServerData,
  conn: ServerConnection,
  exchange: CountedExchange,
  request: HttpRequest,
  streamId: number,
): NativeCode<void> {
  const { concurrency } = server;
  if (concurrency.count >= concurrency.max) return refuse(exchange);
  exchange.counted = true;
  const begin = (): NativeCode<void> => run(server, conn, exchange, request, streamId);
  if (concurrency.admits(begin)) yield* begin();
}

/** The answer to a counted request is complete. */
export function requestAnswered(server: ServerData, exchange: { counted: boolean }): void {
  if (!exchange.counted) return;
  exchange.counted = false;
  const next = server.concurrency.done();
  if (next !== undefined) server.scheduler.wake(next);
}

function refuse(exchange: Exchange): void {
  if (exchange.stream === undefined) exchange.connection.write(UNAVAILABLE);
  else exchange.stream.stream.sendHead([[':status', '503']], true);
  exchange.done(exchange.stream !== undefined);
}

function* run(
  server: ServerData,
  conn: ServerConnection,
  exchange: Exchange,
  request: HttpRequest,
  streamId: number,
): NativeCode<void> {
  const { rt, scheduler } = server;
  if (scheduler.enableCoroutine && scheduler.all.size >= scheduler.maxNum) {
    warn(rt, `exceed max number of coroutine ${scheduler.all.size}`);
    warn(rt, `${nameOfServer(server.self)}->onRequest handler error`);
    refuse(exchange);
    return;
  }
  const held = server.portCallback(conn.port, 'request');
  const requestObj = requestObject(rt, request, originOf(conn), streamId);
  const response = responseObject(rt, exchange);
  server.inEvent = true;
  yield* fire(rt, held, [requestObj, response]);
  server.inEvent = false;
  rt.releaseValue(requestObj);
  rt.releaseValue(response);
}
