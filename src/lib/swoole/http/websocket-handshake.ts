/** The handshake of WebSockets, seen from a server. Source: RFC 6455 section 4.2 */
import type { Executor } from '../../../vm/executor.ts';
import { encodeBase64 } from '../../base64.ts';
import { algorithmOf, digestOf } from '../../hash/engine.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import { WEBSOCKET_GUID } from '../../http/websocket-frames.ts';

function header(request: HttpRequest, name: string): string {
  return request.headers.find(([key]) => key === name)?.[1] ?? '';
}

export function wantsWebsocket(request: HttpRequest): boolean {
  return header(request, 'upgrade').toLowerCase() === 'websocket';
}

/** The answer to a client's key. */
export function acceptKey(rt: Executor, key: string): string {
  const sha1 = algorithmOf(rt, 'sha1');
  return sha1 === undefined ? '' : encodeBase64(digestOf(sha1, key + WEBSOCKET_GUID));
}

/** The head that makes a connection a WebSocket; null when the client has sent no key. */
export function handshake(rt: Executor, request: HttpRequest, more: readonly string[]): string | null {
  const key = header(request, 'sec-websocket-key');
  if (key.length === 0) return null;
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${acceptKey(rt, key)}`,
    'Sec-WebSocket-Version: 13',
    ...more,
    'Server: swoole-http-server',
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
