/** The full-screen debugger: plain control sequences that every terminal knows, so that it works over ssh and at 80x24. */
import type { Key } from 'node:readline';
import { Chalk, type ColorSupportLevel } from 'chalk';
import { COMMAND_NAMES, type Debugger, PANES, runCommand, type ScreenPaint, textToBytes, wrapLine } from '../index.ts';
import { KeyQueue } from './key-queue.ts';
import { type EditState, LineEditor } from './line-editor.ts';

/** Keys that stand for commands. */
const KEYS: Readonly<Record<string, string>> = {
  s: 'step',
  right: 'step',
  l: 'line',
  down: 'line',
  n: 'over',
  N: 'next',
  o: 'out',
  c: 'continue',
  w: 'switch',
  b: 'back',
  left: 'back',
  B: 'back-line',
  up: 'back-line',
  S: 'back-suspended',
  r: 'back-break',
  e: 'explain',
  h: 'help',
  '?': 'help',
  q: 'quit',
};

/** Keys that move a pane that has the whole screen: parts of the screen's height. */
const SCROLLS: Readonly<Record<string, number>> = { pageup: -0.5, pagedown: 0.5 };

const ENTER_SCREEN = '\x1b[?1049h\x1b[?25l';
const LEAVE_SCREEN = '\x1b[?25h\x1b[?1049l';
const SHOW_CURSOR = '\x1b[?25h';
const HIDE_CURSOR = '\x1b[?25l';
const HOME = '\x1b[H';
const CLEAR_LINE = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';
const LEAST_WIDTH = 60;
const LEAST_HEIGHT = 20;
const WIDE = 150;
/** More lines than this are shown a page at a time. */
const MOST_MESSAGES = 3;
const MOST_REMEMBERED = 100;
const PROMPT = ': ';

function screenPaint(level: ColorSupportLevel): ScreenPaint {
  const chalk = new Chalk({ level });
  const styles = {
    plain: (text: string) => text,
    title: chalk.inverse,
    current: chalk.bold.cyan,
    heading: chalk.dim,
    header: chalk.magenta,
    dim: chalk.dim,
    message: chalk.yellow,
  };
  return (kind, text) => styles[kind](text);
}

/** Runs the debugger until the user leaves it; the terminal is put back whatever happens. */
export async function debugTerminal(debug: Debugger, level: ColorSupportLevel): Promise<void> {
  const keys = new KeyQueue(process.stdin);
  process.stdout.write(ENTER_SCREEN);
  const screen = new TerminalDebugger(debug, screenPaint(level), keys);
  try {
    await screen.run();
  } finally {
    keys.close();
    process.stdout.write(LEAVE_SCREEN);
  }
}

class TerminalDebugger {
  private readonly debug: Debugger;
  private readonly paint: ScreenPaint;
  private readonly keys: KeyQueue;
  private messages: readonly string[] = [];
  /** Commands that were typed, the newest first. */
  private history: string[] = [];

  constructor(debug: Debugger, paint: ScreenPaint, keys: KeyQueue) {
    this.debug = debug;
    this.paint = paint;
    this.keys = keys;
  }

  async run(): Promise<void> {
    const redraw = (): void => this.draw();
    process.stdout.on('resize', redraw);
    try {
      this.draw();
      while (!this.debug.finished) await this.key(await this.keys.next());
    } finally {
      process.stdout.off('resize', redraw);
    }
  }

  private get width(): number {
    return Math.max(LEAST_WIDTH, process.stdout.columns || 80);
  }

  private get height(): number {
    return Math.max(LEAST_HEIGHT, process.stdout.rows || 24);
  }

  private draw(): void {
    const { width, height } = this;
    const [short, long] = this.debug.words.keys;
    const lines = this.debug.screen(width, height - 1, this.messages, this.paint);
    this.show(lines, this.paint('dim', width >= WIDE ? long : short));
  }

  /** Lines from the top, and one at the bottom. */
  private show(lines: readonly string[], last: string): void {
    const text = lines.map((line) => `${line}${CLEAR_LINE}\r\n`).join('');
    process.stdout.write(`${HOME}${text}${last}${CLEAR_LINE}${CLEAR_BELOW}`);
  }

  private async key(key: Key): Promise<void> {
    const typed = key.sequence ?? '';
    if (key.ctrl === true && (key.name === 'c' || key.name === 'd')) {
      this.debug.finished = true;
    } else if (typed === ':') {
      await this.command(await this.ask());
    } else if (/^[0-9]$/.test(typed) || key.name === 'escape' || typed === 'z') {
      this.zoom(Number(typed) || 0);
    } else if (SCROLLS[key.name ?? ''] !== undefined) {
      this.scroll((SCROLLS[key.name ?? ''] ?? 0) * this.height);
    } else {
      const named = KEYS[typed] ?? KEYS[key.name ?? ''];
      if (named !== undefined) await this.command(named);
    }
  }

  /** One pane on the whole screen; the same once more, or 0: all panes. */
  private zoom(number: number): void {
    const pane = PANES[number - 1];
    const { zoom } = this.debug;
    this.debug.zoom = pane === undefined || zoom?.pane === pane ? null : { pane, scroll: 0 };
    this.draw();
  }

  private scroll(lines: number): void {
    const { zoom } = this.debug;
    if (zoom !== null) this.debug.zoom = { pane: zoom.pane, scroll: zoom.scroll + Math.trunc(lines) };
    this.draw();
  }

  private async command(line: string): Promise<void> {
    process.stdout.write(`\x1b[${this.height};1H${this.paint('dim', this.debug.words.busy)}${CLEAR_LINE}`);
    const { lines, moves } = runCommand(this.debug, textToBytes(line));
    if (this.debug.finished) return;
    if (moves && this.debug.zoom !== null) this.debug.zoom = { pane: this.debug.zoom.pane, scroll: 0 };
    const all = moves ? [...lines, ...(await this.travel())] : lines;
    const said = all.flatMap((text) => wrapLine(text, this.width - 1));
    if (said.length > MOST_MESSAGES) await this.page(said);
    this.messages = said.length > MOST_MESSAGES ? [] : said;
    this.draw();
  }

  /** Goes on until there is a reason to stop, or a key is pressed. */
  private async travel(): Promise<readonly string[]> {
    for (;;) {
      const done = this.debug.proceed();
      if (done !== null) return done;
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      if (this.keys.take() !== null) return this.debug.interrupt();
    }
  }

  /** Asks for a command on the last line; '' when the user thinks better of it. */
  private async ask(): Promise<string> {
    const editor = new LineEditor(this.history, COMMAND_NAMES);
    let state: EditState = 'typing';
    while (state === 'typing') {
      const room = this.width - 3;
      const from = Math.max(0, editor.cursor - room);
      const column = editor.cursor - from + PROMPT.length + 1;
      const shown = PROMPT + editor.text.slice(from, from + room);
      process.stdout.write(`\x1b[${this.height};1H${shown}${CLEAR_LINE}\x1b[${this.height};${column}H${SHOW_CURSOR}`);
      state = editor.key(await this.keys.next());
    }
    process.stdout.write(HIDE_CURSOR);
    if (state === 'cancelled') return '';
    if (editor.text.trim() !== '') this.history = [editor.text, ...this.history].slice(0, MOST_REMEMBERED);
    return editor.text;
  }

  /** Shows more lines than the screen has room for messages, until a key is pressed. */
  private async page(lines: readonly string[]): Promise<void> {
    const rows = this.height - 1;
    for (let from = 0; from < lines.length; from += rows) {
      this.show(lines.slice(from, from + rows), this.paint('message', this.debug.words.anyKey));
      await this.keys.next();
    }
  }
}
