/**
 * Connections of bytes: what comes as it comes, or in packets.
 * Source: swoole-src src/server/port.cc (Port_onRead_raw, Port_onRead_check_length, Port_onRead_check_eof)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import { fireOn } from './events.ts';
import type { ServerConnection, StreamReader } from './server-connection.ts';
import type { ServerData } from './server-data.ts';

const CHUNK = 65536;

/** Takes a packet. */
export type PacketSink = (server: ServerData, conn: ServerConnection, bytes: string) => NativeCode<void>;

/** Tells the program. */
export function* receive(server: ServerData, conn: ServerConnection, bytes: string): NativeCode<void> {
  server.requests++;
  yield* fireOn(server, server.portCallback(conn.port, 'receive'), conn.fd, 0, bytes);
}

export class ByteReader implements StreamReader {
  readonly busy = false;
  private readonly sink: PacketSink;
  private readonly server: ServerData;
  private readonly conn: ServerConnection;
  private ahead = '';
  /** Bytes of the packet under way, 0 while they are not known: long packets are not looked at again and again. */
  private wanted = 0;
  /** The end of what has been searched for an ending. */
  private tail = '';

  constructor(server: ServerData, conn: ServerConnection, sink: PacketSink = receive) {
    this.server = server;
    this.conn = conn;
    this.sink = sink;
  }

  *read(): NativeCode<void> {
    const { conn } = this;
    const { connection } = conn;
    while (connection.available > 0 && !conn.closed && !conn.paused) {
      const bytes = connection.take(CHUNK);
      if (conn.port.packets.active) {
        this.ahead += bytes;
        if (this.mayEnd(bytes)) yield* this.packets();
      } else yield* this.sink(this.server, conn, bytes);
    }
  }

  /** Whether a packet can be whole now: what has been searched for an ending is not searched again. */
  private mayEnd(bytes: string): boolean {
    const { packets } = this.conn.port;
    if (packets.lengthFunc !== undefined || packets.mqtt || packets.lengthCheck) return true;
    const text = this.tail + bytes;
    this.tail = packets.eof.length > 1 ? text.slice(1 - packets.eof.length) : '';
    return text.includes(packets.eof) || this.ahead.length > packets.maxLength;
  }

  private *packets(): NativeCode<void> {
    const { conn, server } = this;
    const { packets } = conn.port;
    while (this.ahead !== '' && this.ahead.length >= this.wanted && !conn.closed) {
      const length = yield* packets.lengthOf(server.rt, this.ahead);
      if (length < 0 || length > packets.maxLength) {
        // what follows cannot be told apart any more
        this.ahead = '';
        yield* server.close(conn, -1);
        return;
      }
      this.wanted = length;
      if (length === 0 || this.ahead.length < length) return;
      this.wanted = 0;
      const whole = packets.eofCheck && !packets.eofSplit ? this.lastEnding() : length;
      if (whole === 0) return;
      const packet = this.ahead.slice(0, whole);
      this.ahead = this.ahead.slice(whole);
      yield* this.sink(server, conn, packet);
    }
  }

  /** open_eof_check alone: everything up to an ending that is the last of what has come. */
  private lastEnding(): number {
    return this.ahead.endsWith(this.conn.port.packets.eof) ? this.ahead.length : 0;
  }
}
