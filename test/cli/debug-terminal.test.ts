/** The full-screen debugger in a real terminal (tmux): what is on the screen after each key. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';
import { installedTool } from '../support/tools.ts';

const hasTmux = installedTool('tmux', ['-V']) !== null;
/** A server for each test: the one before may still be on its way out. */
let servers = 0;
const PROGRAM = 'programs/swoole/two-coroutines.php';
const TIMEOUT = 120_000;
const LONGEST_WAIT = 30_000;
/** So many captures in a row are the same when the screen has been drawn. */
const STILL = 6;

function tmux(...args: string[]): string {
  return spawnSync('tmux', ['-f', '/dev/null', '-L', `corovm-test-${process.pid}-${servers}`, ...args], {
    encoding: 'utf8',
  }).stdout;
}

function begin(width: number, height: number, options: string): void {
  servers++;
  const command = `env NO_COLOR=1 ${process.execPath} bin/corovm.js debug ${options} ${PROGRAM}; echo "status $?"; sleep 60`;
  const size = ['-x', String(width), '-y', String(height)];
  tmux('new-session', '-d', '-s', 'test', '-c', ROOT, ...size, command);
  tmux('set', '-g', 'status', 'off');
}

/** The screen once `wanted` is on it and it stays as it is. */
async function screenWith(wanted: string): Promise<string> {
  const until = Date.now() + LONGEST_WAIT;
  let same = 0;
  for (let before = ''; ; ) {
    const screen = tmux('capture-pane', '-p', '-t', 'test');
    same = screen === before ? same + 1 : 0;
    before = screen;
    if (same >= STILL && screen.includes(wanted)) return screen;
    if (Date.now() > until) throw new Error(`never seen: ${wanted}\n${screen}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const keys = (...sent: string[]): void => void tmux('send-keys', '-t', 'test', ...sent);

afterEach(() => void tmux('kill-server'));

describe.skipIf(!hasTmux)('in tmux', () => {
  test.each([
    [80, 24, 'en'],
    [200, 50, 'en'],
    [80, 24, 'zh'],
  ])(
    '%i x %i, %s',
    async (width, height, lang) => {
      const golden = (name: string): string =>
        join(ROOT, `test/goldens/debug/tmux/${name}-${lang}-${width}x${height}.txt`);
      const shows = async (name: string, wanted: string): Promise<void> =>
        expect(await screenWith(wanted)).toMatchFileSnapshot(golden(name));
      begin(width, height, `--lang=${lang}`);
      await shows('start', '#0 ');
      keys('sss');
      await screenWith('#3 ');
      keys('w');
      await shows('begins', '#4 ');
      keys('w', '4');
      await shows('stack', '#8 ');
      keys('4', ':', 'break 8 if 1 < 2', 'Enter');
      await screenWith('#1 line');
      keys('c');
      await shows('breakpoint', '#19 ');
      keys('S');
      await screenWith('#7 ');
      keys('b');
      await shows('back', '#6 ');
      keys('q');
      await screenWith('status 0');
    },
    TIMEOUT,
  );

  test(
    'what is typed at once is not lost, an unknown command says so, Ctrl-C at the prompt only leaves the prompt',
    async () => {
      begin(100, 30, '');
      await screenWith('#0 ');
      keys('sssssbbs');
      await screenWith('#4 ');
      keys(':', 'nonsense', 'Enter');
      await screenWith('there is no command "nonsense"');
      keys(':', 'goto 9');
      await screenWith(': goto 9');
      keys('C-c');
      await screenWith('#4 ');
      keys(':', 'wat', 'Tab');
      await screenWith(': watch');
      keys('C-u', 'restartx', 'BSpace', 'Enter');
      await screenWith('#0 ');
      keys(':', 'Up', 'Enter', 's');
      await screenWith('#1 ');
      keys('C-c');
      await screenWith('status 0');
    },
    TIMEOUT,
  );
});
