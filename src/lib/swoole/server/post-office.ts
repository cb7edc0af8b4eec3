/** Of one process of a server: what comes from the others, and what is waited for. */
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { waitFor } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Mailbox } from '../../../vm/fork-port.ts';
import { decodeMessage, encodeMessage, type Parcel, type ServerMessage } from './messages.ts';

export type Post = (text: string) => boolean;

export class PostOffice {
  private readonly rt: Executor;
  private readonly mail: Mailbox;
  private readonly postText: Post;
  private readonly handle: (message: ServerMessage) => NativeCode<void>;
  /** Results of tasks that somebody waits for, by the task. */
  private readonly results: Map<number, Parcel | null> = new Map();
  /** Tasks that nobody waits for any more. */
  private readonly late: Set<number> = new Set();
  private readonly queue: ServerMessage[] = [];
  private busy = false;
  /** Of a process of the program's: takes what others write to it. */
  takeWrite: ((bytes: string) => void) | null = null;
  private readonly takeNews: ((message: ServerMessage) => void) | null;
  private nextTask = 0;
  /** What is called with the result of a task, by the task. */
  readonly callbacks: Map<number, HeldCallable> = new Map();

  /**
   * @param early messages that have come already
   * @param takeNews takes what is to be known at once: a process that blocks may ask about it
   */
  constructor(
    rt: Executor,
    mail: Mailbox,
    post: Post,
    handle: (message: ServerMessage) => NativeCode<void>,
    early: readonly string[],
    takeNews: ((message: ServerMessage) => void) | null = null,
  ) {
    this.takeNews = takeNews;
    this.rt = rt;
    this.mail = mail;
    this.postText = post;
    this.handle = handle;
    this.mail.listeners.add(() => this.heard());
    for (const text of early) this.sortOne(text);
    this.heard();
  }

  post(message: ServerMessage): boolean {
    return this.postText(encodeMessage(message));
  }

  newTaskId(): number {
    return this.nextTask++;
  }

  /** From now on the result of a task is kept for whoever waits. */
  expect(id: number): void {
    this.results.set(id, null);
  }

  forget(id: number): void {
    this.results.delete(id);
  }

  /** Waits for results; null stands for those that have not come in time. */
  *await(ids: readonly number[], seconds: number, what: string): NativeCode<(Parcel | null)[]> {
    const ready = (): boolean => {
      this.sort();
      return ids.every((id) => this.results.get(id) !== null);
    };
    yield* waitFor(this.rt, [this.mail], ready, seconds, what);
    const found = ids.map((id) => this.results.get(id) ?? null);
    for (const [i, id] of ids.entries()) {
      this.results.delete(id);
      if (found[i] === null) this.late.add(id);
    }
    return found;
  }

  /** Puts results that are waited for where they are looked for, everything else behind the others. */
  private sort(): void {
    for (let text = this.mail.next(); text !== undefined; text = this.mail.next()) this.sortOne(text);
  }

  private sortOne(text: string): void {
    const message = decodeMessage(text);
    // whoever reads it may keep the whole process waiting
    if (message.kind === 'write') this.takeWrite?.(message.bytes);
    else if (this.takeNews !== null && (message.kind === 'conn' || message.kind === 'pids')) this.takeNews(message);
    else if (message.kind === 'result' && this.results.has(message.id)) this.results.set(message.id, message.parcel);
    else if (message.kind === 'result' && this.late.delete(message.id)) return;
    else this.queue.push(message);
  }

  private heard(): void {
    this.sort();
    if (this.busy || this.queue.length === 0) return;
    this.busy = true;
    schedulerOf(this.rt).wake(() => this.deliver());
  }

  private *deliver(): NativeCode<void> {
    for (let message = this.queue.shift(); message !== undefined; message = this.queue.shift()) {
      yield* this.handle(message);
      this.sort();
    }
    this.busy = false;
  }
}
