/** Going back shows what was seen on the way forwards, a program prints under the debugger what it prints without it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine, createVirtualTimeHost, type Debugger, runCommand } from '../../src/index.ts';
import { findLeaks } from '../../src/vm/leaks.ts';
import { capturingHost } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const PROGRAMS = [
  'programs/swoole/two-coroutines.php',
  'programs/finally.php',
  'programs/generator-throw.php',
  'programs/classes.php',
  'programs/multitasking.php',
  'programs/exercises/06-refcounts/01-destructors/program.php',
  'programs/exercises/07-exceptions/03-retry/start/program.php',
  'programs/lua/ping-pong.php',
  'test/goldens/debug/programs/annotate.php',
  'test/goldens/debug/programs/stops.php',
  'test/goldens/debug/programs/echo-server.php',
];

const SEEN = 150;

function say(d: Debugger, line: string): void {
  if (!runCommand(d, line).moves) return;
  while (d.proceed() === null);
}

function open(path: string): Debugger {
  const made = createEngine({ host: capturingHost().host }).debug(path, {
    lang: 'en',
    args: [],
    clock: createVirtualTimeHost,
  });
  if (made === null) throw new Error(`cannot open ${path}`);
  return made;
}

describe.each(PROGRAMS)('%s', { timeout: 60_000 }, (program) => {
  const path = join(ROOT, program);

  test('the same states both ways', () => {
    const d = open(path);
    const look = (): string => JSON.stringify([d.state, d.session.output, d.screen(80, 24, [])]);
    const states: string[] = [];
    for (; !d.session.ended && states.length < SEEN; say(d, 'step')) states.push(look());
    for (let at = states.length - 1; at >= 0; at--) {
      say(d, `goto ${at}`);
      expect(look()).toBe(states[at]);
    }
    // by runs of their own, not by what was kept of the last one
    for (let at = 0; at < states.length; at += 61) {
      say(d, `goto ${at}`);
      say(d, 'print count([1])');
      say(d, 'print mt_rand() + count(get_declared_classes()) > 0');
      expect(look()).toBe(states[at]);
    }
  });

  test('prints what it prints without a debugger, and leaks nothing', async () => {
    const { host, text } = capturingHost();
    const both = { out: '' };
    const write = (bytes: string): void => {
      both.out += bytes;
    };
    await createEngine({ host: createVirtualTimeHost({ ...host, writeOut: write, writeErr: write }) }).runFile(
      path,
      [],
    );
    const d = open(path);
    say(d, 'watch 1 + 1');
    say(d, 'break switch if count([1]) > 5');
    say(d, 'continue');
    expect(d.session.output).toBe(both.out);
    expect(findLeaks(d.session.live.vm)).toEqual([]);
    expect(text.out).toBe('');
  });
});
