/** Something that a server was asked for, as a handle of the network. */
import type { DbError, Pending } from '../../vm/db-ports.ts';
import type { Hub } from '../net/hub.ts';

export class PendingAnswer<T> implements Pending<T> {
  readonly listeners: Set<() => void> = new Set();
  done = false;
  value: T | null = null;
  error: DbError | null = null;
  abandon: (() => void) | null = null;
  private readonly hub: Hub;

  constructor(hub: Hub) {
    this.hub = hub;
  }

  /** The first answer counts. */
  resolve(value: T): void {
    if (this.done) return;
    this.value = value;
    this.settle();
  }

  reject(error: DbError): void {
    if (this.done) return;
    this.error = error;
    this.settle();
  }

  private settle(): void {
    this.done = true;
    this.hub.changed(this);
  }
}

/** Node's text as PHP's bytes. */
export function utf8Bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
