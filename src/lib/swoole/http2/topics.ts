/** HTTP/2 of Swoole: what the engine registers. */
import { FRAME, HTTP2_ERROR } from '../../http/http2/frames.ts';
import type { Topic } from '../../register.ts';
import { http2ClientClass } from './client-class.ts';
import { http2MessageClasses } from './messages.ts';

/** rstStream -> RST_STREAM, http11Required -> HTTP_1_1_REQUIRED */
function constantName(key: string): string {
  return key === 'http11Required' ? 'HTTP_1_1_REQUIRED' : key.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase();
}

const ERROR_NAMES: Readonly<Record<string, string>> = {
  none: 'NO_ERROR',
  protocol: 'PROTOCOL_ERROR',
  internal: 'INTERNAL_ERROR',
  flowControl: 'FLOW_CONTROL_ERROR',
  frameSize: 'FRAME_SIZE_ERROR',
  compression: 'COMPRESSION_ERROR',
  connect: 'CONNECT_ERROR',
};

export const SWOOLE_HTTP2_TOPIC: Topic = {
  classes: [
    { name: 'Swoole\\Coroutine\\Http2\\Client\\Exception', parent: 'Swoole\\Exception' },
    http2ClientClass,
    ...http2MessageClasses,
  ],
  constants: Object.fromEntries([
    ...Object.entries(FRAME).map(([key, value]) => [`SWOOLE_HTTP2_TYPE_${constantName(key)}`, value]),
    ...Object.entries(HTTP2_ERROR).map(([key, value]) => [
      `SWOOLE_HTTP2_ERROR_${ERROR_NAMES[key] ?? constantName(key)}`,
      value,
    ]),
  ]),
};
