/** The Redis port on ioredis: commands go out as they are, replies come back as bytes. */
import type { DbError, Pending, RedisConnection, RedisOptions, RedisReply } from '../../vm/db-ports.ts';
import type { Closable, Hub } from '../net/hub.ts';
import { PendingAnswer, utf8Bytes } from './pending.ts';

/** What is used of the package. */
interface Client {
  on(event: string, listener: (...args: never[]) => void): unknown;
  connect(): Promise<void>;
  callBuffer(command: string, ...args: Buffer[]): Promise<unknown>;
  disconnect(): void;
}
export interface RedisPackage {
  readonly Redis: new (options: Readonly<Record<string, unknown>>) => Client;
}

const ERRNO: Readonly<Record<string, readonly [number, string]>> = {
  ECONNREFUSED: [111, 'Connection refused'],
  ETIMEDOUT: [110, 'Connection timed out'],
  ECONNRESET: [104, 'Connection reset by peer'],
  EHOSTUNREACH: [113, 'No route to host'],
  ENOENT: [2, 'No such file or directory'],
};

function isCoded(error: unknown): error is Error & { code?: string } {
  return error instanceof Error;
}

/** Errors of the way to the server have an errno; what the server says has none. */
function toError(error: unknown): DbError {
  if (!isCoded(error)) return { code: 0, sqlState: '', message: String(error) };
  const [code, message] = ERRNO[error.code ?? ''] ?? [0, utf8Bytes(error.message)];
  return { code, sqlState: '', message };
}

function toReply(value: unknown): RedisReply {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (Array.isArray(value)) return value.map(toReply);
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Error) return { error: utf8Bytes(value.message) };
  return utf8Bytes(String(value));
}

class NodeRedis implements RedisConnection, Closable {
  openAt = -1;
  readonly listeners: Set<() => void> = new Set();
  readonly messages: RedisReply[][] = [];
  open = true;
  private readonly hub: Hub;
  private readonly client: Client;

  constructor(hub: Hub, client: Client) {
    this.hub = hub;
    this.client = client;
    hub.open.add(this);
    client.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.receive(['message', channel.toString('latin1'), message.toString('latin1')]),
    );
    client.on('pmessageBuffer', (pattern: Buffer | string, channel: Buffer, message: Buffer) => {
      const name = typeof pattern === 'string' ? pattern : pattern.toString('latin1');
      this.receive(['pmessage', name, channel.toString('latin1'), message.toString('latin1')]);
    });
    client.on('close', () => {
      this.open = false;
      this.hub.open.delete(this);
      this.hub.changed(this);
    });
  }

  private receive(message: RedisReply[]): void {
    this.messages.push(message);
    this.hub.changed(this);
  }

  call(command: string, args: readonly string[]): Pending<RedisReply> {
    const pending = new PendingAnswer<RedisReply>(this.hub);
    this.client.callBuffer(command.toLowerCase(), ...args.map((arg) => Buffer.from(arg, 'latin1'))).then(
      (value) => pending.resolve(toReply(value)),
      (error: unknown) => pending.reject(toError(error)),
    );
    return pending;
  }

  close(): void {
    this.open = false;
    this.hub.open.delete(this);
    this.client.disconnect();
  }
}

export function connectRedis(hub: Hub, redis: RedisPackage, options: RedisOptions): Pending<RedisConnection> {
  const pending = new PendingAnswer<RedisConnection>(hub);
  const client = new redis.Redis({
    ...(options.socket === '' ? { host: options.host, port: options.port } : { path: options.socket }),
    protocol: 2,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    autoResubscribe: false,
    disableClientInfo: true,
    ...(options.timeout > 0 ? { connectTimeout: options.timeout * 1000 } : {}),
  });
  const connection = new NodeRedis(hub, client);
  pending.abandon = () => connection.close();
  client.on('error', (error: unknown) => pending.reject(toError(error)));
  client.connect().then(
    () => pending.resolve(connection),
    (error: unknown) => pending.reject(toError(error)),
  );
  return pending;
}
