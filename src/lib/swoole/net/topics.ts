/** Sockets, clients and servers of Swoole: what the engine registers. */
import { FLAG, OPCODE } from '../../http/websocket-frames.ts';
import type { Topic } from '../../register.ts';
import { cookieClass } from '../http/cookie-class.ts';
import { httpClientClass } from '../http/client-class.ts';
import { ESTATUS } from '../http/client-data.ts';
import { coHttpServerClass } from '../http/co-server-class.ts';
import { requestClass } from '../http/request-object.ts';
import { responseClass } from '../http/response-class.ts';
import { httpServerClass, websocketServerClass } from '../http/server-classes.ts';
import { frameClasses } from '../http/websocket-frame-class.ts';
import { SWOOLE_HTTP2_TOPIC } from '../http2/topics.ts';
import { connectionIteratorClass } from '../server/connection-iterator.ts';
import { eventObjectClasses } from '../server/event-objects.ts';
import { taskClass } from '../server/task-worker.ts';
import { portClass } from '../server/port-class.ts';
import { serverConstants } from '../server/server-constants.ts';
import { serverClass } from '../server/server-class.ts';
import { SWOOLE_BASE, SWOOLE_PROCESS, SWOOLE_THREAD } from '../server/server-construct.ts';
import { atomicClasses } from '../process/atomic-class.ts';
import { processClass } from '../process/process-class.ts';
import { constantClasses } from '../constant-class.ts';
import { clientClass } from './client-class.ts';
import { coClientClass } from './co-client-class.ts';
import { netConstants } from './constants.ts';
import { socketPairFunction } from './socket-pair.ts';
import { socketClass } from './socket-class.ts';

/** To be registered behind Swoole's other classes. */
export const SWOOLE_NET_TOPIC: Topic = {
  classes: [
    socketClass,
    { name: 'Swoole\\Coroutine\\Socket\\Exception', parent: 'Swoole\\Exception' },
    coClientClass,
    requestClass,
    cookieClass,
    responseClass,
    ...frameClasses,
    connectionIteratorClass,
    portClass,
    taskClass,
    ...eventObjectClasses,
    serverClass,
    httpServerClass,
    websocketServerClass,
    { name: 'Swoole\\Coroutine\\Http\\Client\\Exception', parent: 'Swoole\\Exception' },
    httpClientClass,
    coHttpServerClass,
    ...atomicClasses,
    processClass,
    clientClass,
    ...constantClasses,
    ...(SWOOLE_HTTP2_TOPIC.classes ?? []),
  ],
  functions: [socketPairFunction],
  constants: {
    ...netConstants,
    ...serverConstants,
    ...SWOOLE_HTTP2_TOPIC.constants,
    SWOOLE_HAVE_COMPRESSION: true,
    SWOOLE_HAVE_ZLIB: true,
    SWOOLE_HAVE_BROTLI: true,
    SWOOLE_BASE,
    SWOOLE_PROCESS,
    SWOOLE_THREAD,
    SWOOLE_HTTP_CLIENT_ESTATUS_CONNECT_FAILED: ESTATUS.connectFailed,
    SWOOLE_HTTP_CLIENT_ESTATUS_REQUEST_TIMEOUT: ESTATUS.requestTimeout,
    SWOOLE_HTTP_CLIENT_ESTATUS_SERVER_RESET: ESTATUS.serverReset,
    SWOOLE_HTTP_CLIENT_ESTATUS_SEND_FAILED: ESTATUS.sendFailed,
    ...Object.fromEntries(Object.entries(OPCODE).map(([name, v]) => [`WEBSOCKET_OPCODE_${name.toUpperCase()}`, v])),
    ...Object.fromEntries(
      Object.entries(OPCODE).map(([name, v]) => [`SWOOLE_WEBSOCKET_OPCODE_${name.toUpperCase()}`, v]),
    ),
    ...Object.fromEntries(Object.entries(FLAG).map(([name, v]) => [`SWOOLE_WEBSOCKET_FLAG_${name.toUpperCase()}`, v])),
    WEBSOCKET_STATUS_CONNECTION: 1,
    WEBSOCKET_STATUS_HANDSHAKE: 2,
    WEBSOCKET_STATUS_ACTIVE: 3,
    WEBSOCKET_STATUS_CLOSING: 4,
    SWOOLE_WEBSOCKET_STATUS_CONNECTION: 1,
    SWOOLE_WEBSOCKET_STATUS_HANDSHAKE: 2,
    SWOOLE_WEBSOCKET_STATUS_ACTIVE: 3,
    SWOOLE_WEBSOCKET_STATUS_CLOSING: 4,
    SWOOLE_WEBSOCKET_CLOSE_NORMAL: 1000,
    SWOOLE_WEBSOCKET_CLOSE_GOING_AWAY: 1001,
    SWOOLE_WEBSOCKET_CLOSE_PROTOCOL_ERROR: 1002,
    SWOOLE_WEBSOCKET_CLOSE_DATA_ERROR: 1003,
    SWOOLE_WEBSOCKET_CLOSE_STATUS_ERROR: 1005,
    SWOOLE_WEBSOCKET_CLOSE_ABNORMAL: 1006,
    SWOOLE_WEBSOCKET_CLOSE_MESSAGE_ERROR: 1007,
    SWOOLE_WEBSOCKET_CLOSE_POLICY_ERROR: 1008,
    SWOOLE_WEBSOCKET_CLOSE_MESSAGE_TOO_BIG: 1009,
    SWOOLE_WEBSOCKET_CLOSE_EXTENSION_MISSING: 1010,
    SWOOLE_WEBSOCKET_CLOSE_SERVER_ERROR: 1011,
    SWOOLE_WEBSOCKET_CLOSE_TLS: 1015,
  },
};

/** Classes with a short name under `Co\`. */
export const NET_ALIASES: readonly string[] = [
  'Socket',
  'Socket\\Exception',
  'Client',
  'Http\\Client',
  'Http\\Client\\Exception',
  'Http\\Server',
  'Http2\\Client',
  'Http2\\Client\\Exception',
];
