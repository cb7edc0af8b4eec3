/** The full-screen debugger: plain control sequences that every terminal knows, so that it works over ssh and at 80x24. */
import { createInterface, emitKeypressEvents, type Key } from 'node:readline';
import { Chalk, type ColorSupportLevel } from 'chalk';
import { type Debugger, runCommand, type ScreenPaint, textToBytes } from '../index.ts';

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
  e: 'explain',
  q: 'quit',
};

const KEY_LINE =
  's step  l line  n over  o out  c cont  w switch  b back  B line  S suspended  e why  : command  q quit';

const ENTER_SCREEN = '\x1b[?1049h\x1b[?25l';
const LEAVE_SCREEN = '\x1b[?25h\x1b[?1049l';
const HOME = '\x1b[H';
const CLEAR_LINE = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';
const LEAST_WIDTH = 60;
const LEAST_HEIGHT = 20;

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
  const { stdin, stdout } = process;
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.resume();
  stdout.write(ENTER_SCREEN);
  const screen = new TerminalDebugger(debug, screenPaint(level));
  try {
    await screen.run();
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stdout.write(LEAVE_SCREEN);
  }
}

class TerminalDebugger {
  private readonly debug: Debugger;
  private readonly paint: ScreenPaint;
  private messages: readonly string[] = [];
  private interrupted = false;
  private busy = false;

  constructor(debug: Debugger, paint: ScreenPaint) {
    this.debug = debug;
    this.paint = paint;
  }

  async run(): Promise<void> {
    const redraw = (): void => this.draw();
    process.stdout.on('resize', redraw);
    try {
      this.draw();
      while (!this.debug.finished) await this.key(await nextKey());
    } finally {
      process.stdout.off('resize', redraw);
    }
  }

  private draw(): void {
    const width = Math.max(LEAST_WIDTH, process.stdout.columns || 80);
    const height = Math.max(LEAST_HEIGHT, process.stdout.rows || 24);
    const lines = this.debug.screen(width, height - 1, this.messages, this.paint);
    const text = lines.map((line) => `${line}${CLEAR_LINE}`).join('\r\n');
    process.stdout.write(
      `${HOME}${text}\r\n${this.paint('dim', KEY_LINE.slice(0, width - 1))}${CLEAR_LINE}${CLEAR_BELOW}`,
    );
  }

  private async key(key: Key): Promise<void> {
    if (key.ctrl === true && (key.name === 'c' || key.name === 'd')) {
      this.debug.finished = true;
      return;
    }
    if (key.sequence === ':') {
      await this.command(await this.ask());
      return;
    }
    const named = KEYS[key.sequence ?? ''] ?? KEYS[key.name ?? ''];
    if (named !== undefined) await this.command(named);
    else if (key.sequence === 'h' || key.sequence === '?') await this.command('help');
  }

  private async command(line: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { lines, moves } = runCommand(this.debug, textToBytes(line));
    this.messages = moves ? [...lines, ...(await this.travel())] : lines;
    this.busy = false;
    if (lines.length > 6) await this.page(lines);
    this.draw();
  }

  /** Goes on until there is a reason to stop, or a key is pressed. */
  private async travel(): Promise<readonly string[]> {
    this.interrupted = false;
    const stop = (): void => {
      this.interrupted = true;
    };
    process.stdin.on('keypress', stop);
    try {
      for (;;) {
        const done = this.debug.proceed();
        if (done !== null) return done;
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
        if (this.interrupted) return this.debug.interrupt();
      }
    } finally {
      process.stdin.off('keypress', stop);
    }
  }

  /** Asks for a command on the last line. */
  private ask(): Promise<string> {
    const { stdin, stdout } = process;
    stdout.write(`\x1b[?25h\x1b[${Math.max(LEAST_HEIGHT, stdout.rows || 24)};1H${CLEAR_LINE}`);
    stdin.setRawMode(false);
    const lines = createInterface({ input: stdin, output: stdout });
    return new Promise((resolve) => {
      let answer = '';
      lines.question(': ', (text) => {
        answer = text;
        lines.close();
      });
      lines.on('close', () => {
        stdin.setRawMode(true);
        stdin.resume();
        stdout.write('\x1b[?25l');
        resolve(answer);
      });
    });
  }

  /** Shows more lines than the screen has room for, until a key is pressed. */
  private async page(lines: readonly string[]): Promise<void> {
    const rows = Math.max(LEAST_HEIGHT, process.stdout.rows || 24) - 1;
    for (let from = 0; from < lines.length; from += rows) {
      const shown = lines
        .slice(from, from + rows)
        .map((line) => `${line.slice(0, (process.stdout.columns || 80) - 1)}${CLEAR_LINE}`);
      process.stdout.write(`${HOME}${shown.join('\r\n')}\r\n(a key goes on)${CLEAR_LINE}${CLEAR_BELOW}`);
      await nextKey();
    }
  }
}

function nextKey(): Promise<Key> {
  return new Promise((resolve) => {
    process.stdin.once('keypress', (_text: string | undefined, key: Key) => resolve(key));
  });
}
