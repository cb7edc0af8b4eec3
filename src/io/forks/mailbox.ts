/** Messages between a process and its workers, which travel through the channel that Node has between them. */
import type { Mailbox } from '../../vm/fork-port.ts';
import type { Hub } from '../net/hub.ts';

export class NodeMailbox implements Mailbox {
  readonly listeners: Set<() => void> = new Set();
  private readonly hub: () => Hub;
  private readonly queue: string[] = [];
  /** How many of them are gone. */
  private taken = 0;

  constructor(hub: () => Hub) {
    this.hub = hub;
  }

  /** Messages have come: one, or several that were sent together. */
  push(messages: string | readonly string[]): void {
    if (typeof messages === 'string') this.queue.push(messages);
    else for (const message of messages) this.queue.push(message);
    this.hub().changed(this);
  }

  next(): string | undefined {
    const message = this.queue[this.taken];
    if (message === undefined) return undefined;
    this.taken++;
    if (this.taken === this.queue.length) {
      this.queue.length = 0;
      this.taken = 0;
    }
    return message;
  }
}
