/** A request and its answer among the others of a connection. Source: RFC 9113 section 5 */
import type { Watched } from '../../../vm/net-ports.ts';
import { FRAME, FRAME_FLAG, packFrame } from './frames.ts';
import type { Header } from './hpack-table.ts';
import type { RequestHead } from './request-headers.ts';

/** What a stream needs of its connection. */
export interface StreamLink {
  /** Bytes that the other side takes on the whole connection. */
  remoteWindow: number;
  readonly maxFrame: number;
  write(bytes: string): boolean;
  writeHeaders(stream: number, headers: readonly Header[], end: boolean): boolean;
  /** The answer has been sent. */
  finished(stream: Http2Stream): void;
}

export class Http2Stream implements Watched {
  readonly listeners: Set<() => void> = new Set();
  readonly id: number;
  readonly head: RequestHead;
  body = '';
  /** Bytes that the other side may still send. */
  localWindow: number;
  /** Bytes that the other side takes. */
  remoteWindow: number;
  /** Reset by the client, or the connection is closed. */
  gone = false;
  /** The program answers. */
  answering = false;
  private readonly link: StreamLink;
  /** Bytes that wait until the other side takes them. */
  private pending = '';
  private ending = false;
  private trailers: readonly Header[] | null = null;
  private ended = false;

  constructor(link: StreamLink, id: number, head: RequestHead, localWindow: number, remoteWindow: number) {
    this.link = link;
    this.id = id;
    this.head = head;
    this.localWindow = localWindow;
    this.remoteWindow = remoteWindow;
  }

  /** Everything has been sent, or nothing will be any more. */
  get isDrained(): boolean {
    return this.gone || this.pending === '';
  }

  sendHead(headers: readonly Header[], end: boolean): boolean {
    if (this.gone || this.ended || !this.link.writeHeaders(this.id, headers, end)) return false;
    if (end) this.finish();
    return true;
  }

  /** Queues a part of the body, and sends what the other side takes. @param trailers what ends it (null: nothing) */
  sendData(bytes: string, end: boolean, trailers: readonly Header[] | null = null): boolean {
    if (this.gone || this.ended || this.ending) return false;
    this.pending += bytes;
    this.ending = end;
    this.trailers = trailers;
    return this.flush();
  }

  /** Sends what the windows allow; false when the connection takes nothing any more. */
  flush(): boolean {
    const { link } = this;
    if (this.ended || this.gone) return !this.gone;
    while (this.pending !== '') {
      const room = Math.min(this.remoteWindow, link.remoteWindow, link.maxFrame);
      if (room <= 0) return true;
      const part = this.pending.slice(0, room);
      this.pending = this.pending.slice(part.length);
      this.remoteWindow -= part.length;
      link.remoteWindow -= part.length;
      const last = this.ending && this.trailers === null && this.pending === '';
      if (!link.write(packFrame(FRAME.data, last ? FRAME_FLAG.endStream : 0, this.id, part))) return false;
      if (last) this.finish();
    }
    if (this.ending && !this.ended) this.sendEnd();
    this.changed();
    return true;
  }

  private sendEnd(): void {
    if (this.trailers !== null) this.link.writeHeaders(this.id, this.trailers, true);
    else this.link.write(packFrame(FRAME.data, FRAME_FLAG.endStream, this.id, ''));
    this.finish();
  }

  private finish(): void {
    this.ended = true;
    this.link.finished(this);
  }

  /** The client wants no answer any more. */
  abandon(): void {
    this.gone = true;
    this.pending = '';
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
