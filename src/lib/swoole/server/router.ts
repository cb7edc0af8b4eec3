/** The manager's part in what the processes of a server tell each other: it passes everything on. */
import type { ForkedProcess, Mailbox } from '../../../vm/fork-port.ts';
import type { Dispatcher } from './dispatcher.ts';
import { decodeMessage, encodeMessage, type ServerMessage } from './messages.ts';
import type { ServerData } from './server-data.ts';

type TaskMessage = Extract<ServerMessage, { kind: 'task' }>;

/** Nothing comes here. */
export const NO_MAIL: Mailbox = { listeners: new Set(), next: () => undefined };

export class Router {
  private readonly server: ServerData;
  private readonly workers: readonly ForkedProcess[];
  /** Task workers that are doing something, by number. */
  private readonly busy: Map<number, number> = new Map();
  /** Workers that listen. */
  readonly opened: Set<number> = new Set();
  /** Tasks for whoever is free first. */
  private readonly waiting: TaskMessage[] = [];

  /** Of a master that has the connections. */
  dispatcher: Dispatcher | null = null;

  constructor(server: ServerData, workers: readonly ForkedProcess[]) {
    this.server = server;
    this.workers = workers;
  }

  /** Hears what a process says. */
  listen(id: number, worker: ForkedProcess): void {
    this.busy.delete(id);
    const { mail } = worker;
    mail.listeners.add(() => {
      for (let text = mail.next(); text !== undefined; text = mail.next()) this.route(text);
    });
  }

  /** Passes a message on; false when nobody can take it. */
  route(text: string): boolean {
    const message = decodeMessage(text);
    switch (message.kind) {
      case 'task':
        return this.task(message, text);
      case 'opened':
        this.opened.add(message.from);
        return true;
      case 'idle':
        this.idle(message.from);
        return true;
      case 'commandAnswer':
        if (!this.server.isMastered) return this.workers[0]?.post(text) ?? false;
        this.server.commands.answer(message.id, message.bytes);
        return true;
      case 'answered': {
        const to = this.dispatcher === null ? this.server.ownerOf(message.fd) : null;
        if (to === null) return this.dispatcher?.take(message) ?? false;
        return this.workers[to]?.post(text) ?? false;
      }
      default:
        if (!('to' in message)) return this.dispatcher?.take(message) ?? false;
        return this.workers[message.to]?.post(text) ?? false;
    }
  }

  private task(message: TaskMessage, text: string): boolean {
    const { workers: first, taskWorkers } = this.server;
    if (message.to >= 0) return this.give(first + message.to, text);
    for (let id = first; id < first + taskWorkers; id++) {
      if ((this.busy.get(id) ?? 0) === 0 && this.workers[id]?.state !== 'ended' && this.give(id, text)) return true;
    }
    this.waiting.push(message);
    return true;
  }

  private give(id: number, text: string): boolean {
    this.busy.set(id, (this.busy.get(id) ?? 0) + 1);
    return this.workers[id]?.post(text) ?? false;
  }

  private idle(id: number): void {
    this.busy.set(id, Math.max(0, (this.busy.get(id) ?? 0) - 1));
    if (this.busy.get(id) !== 0) return;
    const next = this.waiting.shift();
    if (next !== undefined) this.give(id, encodeMessage(next));
  }
}
