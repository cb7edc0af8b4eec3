/**
 * Messages on their way to another process. Node's channel costs the same for a long message as for a short one: those
 * of one turn of the event loop go together, the first of them at once.
 */
const MOST = 64;

export class Outbox {
  private readonly send: (messages: string | string[]) => void;
  private waiting: string[] = [];
  /** Somebody will flush. */
  private isDue = false;

  constructor(send: (messages: string | string[]) => void) {
    this.send = send;
  }

  post(message: string): void {
    if (!this.isDue) {
      this.isDue = true;
      setImmediate(() => {
        this.isDue = false;
        this.flush();
      });
      this.send(message);
      return;
    }
    this.waiting.push(message);
    if (this.waiting.length >= MOST) this.flush();
  }

  /** To be called before the process does not come back for a while. */
  flush(): void {
    if (this.waiting.length === 0) return;
    const messages = this.waiting;
    this.waiting = [];
    this.send(messages);
  }
}
