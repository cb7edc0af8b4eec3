/**
 * The body of a response as it arrives: unpacked, kept or handed on.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc (http_parser_on_body, Client::decompress_response)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Executor } from '../../../vm/executor.ts';
import { OPEN_FLAGS } from '../../../vm/ports.ts';
import type { Coding } from '../../../vm/ports.ts';
import type { ResponseHead, ResponseParser } from '../../http/response-parser.ts';
import { logWarning } from '../log.ts';
import type { HttpClientData } from './client-data.ts';
import { type BodySink, optionsOf } from './client-options.ts';

const FILE_MODE = 0o664;

export /** What has come of a body: kept, or handed on. */
class Arriving {
  readonly parts: string[] = [];
  /** How the body is packed; null: not at all. */
  private coding: Coding | null = null;
  private readonly packed: string[] = [];

  private codingOf(head: ResponseHead): Coding | null {
    const [, name] = head.headers.find(([key]) => key.toLowerCase() === 'content-encoding') ?? [];
    return (['gzip', 'deflate', 'br'] as const).find((c) => name?.toLowerCase().startsWith(c)) ?? null;
  }

  /** Takes a part; false when the program does not want the rest. */
  *take(
    rt: Executor,
    self: PhpObject,
    data: HttpClientData,
    parser: ResponseParser,
    part: string,
  ): NativeCode<boolean> {
    if (part !== '') {
      if (data.sink?.raw === true) {
        data.inCallback = true;
        yield* data.sink.write(rt, part);
        data.inCallback = false;
        if (data.closeWait) return false;
      } else {
        this.coding ??= parser.head === null || !optionsOf(rt, self).decompression ? null : this.codingOf(parser.head);
        if (this.coding !== null) this.packed.push(part);
        else return yield* this.keep(rt, data, part);
      }
    }
    if (!parser.done || this.packed.length === 0) return true;
    const packed = this.packed.splice(0).join('');
    const whole = this.coding === null ? null : (rt.host.decompress?.(this.coding, packed) ?? null);
    if (whole === null) logWarning(rt, 'HttpClient::decompress_response failed by data error');
    return yield* this.keep(rt, data, whole ?? packed);
  }

  private *keep(rt: Executor, data: HttpClientData, part: string): NativeCode<boolean> {
    if (data.sink !== null) return yield* data.sink.write(rt, part);
    this.parts.push(part);
    return true;
  }
}

/** Writes into a file, which is made when the first bytes come. */
export function fileSink(path: string, offset: number): BodySink {
  let at = -1;
  return {
    raw: false,
    *write(rt, part) {
      const { files } = rt.host;
      if (files === null) return false;
      const flags = OPEN_FLAGS.create | OPEN_FLAGS.write | (at < 0 && offset === 0 ? OPEN_FLAGS.truncate : 0);
      const fd = files.open(path, flags, FILE_MODE);
      if (fd < 0) {
        logWarning(rt, `open(${path}, O_CREAT | O_WRONLY) failed`);
        return false;
      }
      if (at < 0) at = offset;
      const written = files.write(fd, part, at);
      files.close(fd);
      at += part.length;
      return written === part.length;
    },
  };
}
