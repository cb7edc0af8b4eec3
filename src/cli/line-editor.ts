/** One line of text typed key by key: no terminal here, only keys in and a line out. */
import type { Key } from 'node:readline';

/** How an edit ended: still at it, given up, or the line is there. */
export type EditState = 'typing' | 'cancelled' | 'done';

export class LineEditor {
  text = '';
  /** Where the next character goes: characters from the beginning. */
  cursor = 0;
  private readonly history: readonly string[];
  private readonly words: readonly string[];
  /** How far back in the history the line is from; -1: it is new. */
  private past = -1;
  private draft = '';

  /** @param history earlier lines, the newest first @param words what Tab completes the first word to */
  constructor(history: readonly string[], words: readonly string[]) {
    this.history = history;
    this.words = words;
  }

  /** Takes one key. */
  key(key: Key): EditState {
    const typed = key.sequence ?? '';
    if (key.name === 'return' || key.name === 'enter') return 'done';
    if (key.name === 'escape' || (key.ctrl === true && (key.name === 'c' || key.name === 'd'))) return 'cancelled';
    if (key.ctrl === true) this.control(key.name ?? '');
    else if (key.meta !== true && !this.edit(key.name ?? '') && isPrintable(typed)) this.insert(typed);
    return 'typing';
  }

  private control(name: string): void {
    if (name === 'a') this.cursor = 0;
    else if (name === 'e') this.cursor = this.text.length;
    else if (name === 'u') this.set(this.text.slice(this.cursor), 0);
    else if (name === 'k') this.set(this.text.slice(0, this.cursor), this.cursor);
    else if (name === 'h') this.edit('backspace');
    else if (name === 'w') {
      const kept = this.text.slice(0, this.cursor).replace(/\S*\s*$/, '');
      this.set(kept + this.text.slice(this.cursor), kept.length);
    }
  }

  /** Keys with a meaning; false: it is none of them. */
  private edit(name: string): boolean {
    const { text, cursor } = this;
    if (name === 'left') this.cursor = Math.max(0, cursor - 1);
    else if (name === 'right') this.cursor = Math.min(text.length, cursor + 1);
    else if (name === 'home') this.cursor = 0;
    else if (name === 'end') this.cursor = text.length;
    else if (name === 'up') this.recall(this.past + 1);
    else if (name === 'down') this.recall(this.past - 1);
    else if (name === 'tab') this.complete();
    else if (name === 'delete') this.set(text.slice(0, cursor) + text.slice(cursor + 1), cursor);
    else if (name === 'backspace') {
      const at = Math.max(0, cursor - 1);
      this.set(text.slice(0, at) + text.slice(cursor), at);
    } else return false;
    return true;
  }

  private insert(typed: string): void {
    this.set(this.text.slice(0, this.cursor) + typed + this.text.slice(this.cursor), this.cursor + typed.length);
  }

  private set(text: string, cursor: number): void {
    this.text = text;
    this.cursor = cursor;
  }

  private recall(past: number): void {
    if (past < -1 || past >= this.history.length) return;
    if (this.past === -1) this.draft = this.text;
    this.past = past;
    const line = past === -1 ? this.draft : (this.history[past] ?? '');
    this.set(line, line.length);
  }

  /** As much of the first word as all that begin with it have in common. */
  private complete(): void {
    if (/\s/.test(this.text)) return;
    const found = this.words.filter((word) => word.startsWith(this.text));
    const [first = ''] = found;
    let length = first.length;
    while (!found.every((word) => word.startsWith(first.slice(0, length)))) length--;
    if (length > this.text.length) this.set(first.slice(0, length), length);
    if (found.length === 1) this.set(`${first} `, first.length + 1);
  }
}

function isPrintable(typed: string): boolean {
  return typed !== '' && !/[\x00-\x1f\x7f]/.test(typed);
}
