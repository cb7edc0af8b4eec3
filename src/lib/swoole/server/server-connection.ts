/** A connection of a server: what is known of it, and who reads from it. */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Connection } from '../../../vm/net-ports.ts';
import type { RequestOrigin } from '../http/request-origin.ts';
import type { ServerPort } from './server-port.ts';

/** Reads what has arrived. */
export interface StreamReader {
  /** Bytes have come. */
  read(): NativeCode<void>;
  /** A request is being answered: a shutdown waits for it. */
  readonly busy: boolean;
  /** Of HTTP: the request has been answered. */
  answered?(keepAlive: boolean): void;
  /** The connection is over. */
  dispose?(): void;
}

const NOTHING = function* (): NativeCode<void> {};

export class ServerConnection {
  readonly fd: number;
  readonly port: ServerPort;
  readonly connection: Connection;
  /** Seconds since the epoch. */
  readonly connectTime: number;
  lastReceived: number;
  lastSent: number;
  reader: StreamReader | null = null;
  /** Of HTTP: where its requests come from. */
  origin: RequestOrigin | null = null;
  /** The WebSocket of it is open. */
  websocket = false;
  /** It takes packed messages. */
  packs = false;
  closed = false;
  /** onClose is being called. */
  closing = false;
  /** The number of the worker that it belongs to, -1 for none. */
  owner = -1;
  /** Of a master: the other side has closed it; a request is being answered. */
  ending = false;
  answering = false;
  paused = false;
  /** Not closed for being idle. */
  isProtected = false;
  uid = 0;
  /** onConnect has been called: onClose will be. */
  announced = false;
  /** Its events are about to be looked at. */
  queued = false;
  /** What listens to the connection. */
  listen: (() => void) | null = null;
  /** Looks at its events; made once, as it is asked for with each. */
  look: () => NativeCode<void> = NOTHING;

  /** Whether this process reads from it. */
  isOwn(server: { readonly role: string; readonly workerId: number; readonly isMastered: boolean }): boolean {
    if (this.owner < 0) return true;
    return (server.role === 'worker' || server.role === 'alone') && this.owner === server.workerId;
  }

  constructor(fd: number, port: ServerPort, connection: Connection, now: number) {
    this.fd = fd;
    this.port = port;
    this.connection = connection;
    this.connectTime = now;
    this.lastReceived = now;
    this.lastSent = now;
  }
}
