/** The commands of a server (addCommand). Source: swoole-src src/server/master.cc (Server::command) */
import type { HeldCallable } from '../../../coro/coroutine.ts';
import type { Watched } from '../../../vm/net-ports.ts';

/** The commands of a server, and those under way. */
export class Commands implements Watched {
  readonly listeners: Set<() => void> = new Set();
  readonly byName: Map<string, { readonly accepts: number; readonly held: HeldCallable }> = new Map();
  /** Answers by the number of what was asked; null while there is none. */
  readonly answers: Map<number, string | null> = new Map();
  nextId = 1;

  answer(id: number, text: string): void {
    if (!this.answers.has(id)) return;
    this.answers.set(id, text);
    for (const listener of this.listeners) listener();
  }
}
