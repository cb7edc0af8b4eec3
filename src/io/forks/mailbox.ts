/** Messages between a process and its workers, which travel through the channel that Node has between them. */
import type { Mailbox } from '../../vm/fork-port.ts';
import type { Hub } from '../net/hub.ts';

export class NodeMailbox implements Mailbox {
  readonly listeners: Set<() => void> = new Set();
  private readonly hub: () => Hub;
  private readonly queue: string[] = [];

  constructor(hub: () => Hub) {
    this.hub = hub;
  }

  /** A message has come. */
  push(message: string): void {
    this.queue.push(message);
    this.hub().changed(this);
  }

  next(): string | undefined {
    return this.queue.shift();
  }
}
