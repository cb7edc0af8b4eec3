import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine, createNodeHost, createVirtualTimeHost, type Debugger, runCommand } from '../../src/index.ts';
import { columns } from '../../src/inspect/wrap.ts';
import { ROOT } from '../support/repository.ts';
import { writeProgram } from '../support/write-program.ts';

const TWO = 'programs/swoole/two-coroutines.php';

function debug(path: string, historyBytes = 1 << 20, lang: 'en' | 'zh' = 'en'): Debugger {
  const host = createNodeHost();
  const made = createEngine({ host }).debug(path, {
    lang,
    args: [],
    clock: createVirtualTimeHost,
    historyBytes,
  });
  if (made === null) throw new Error(`cannot open ${path}`);
  return made;
}

/** Runs a command to its stop; returns what was said. */
function say(d: Debugger, line: string): string[] {
  const { lines, moves } = runCommand(d, line);
  if (!moves) return [...lines];
  let stop = d.proceed();
  while (stop === null) stop = d.proceed();
  return [...lines, ...stop];
}

function withProgram(code: string, look: (d: Debugger) => void): void {
  const program = writeProgram(`<?php\n${code}`);
  try {
    look(debug(program.path));
  } finally {
    program.remove();
  }
}

test('two coroutines: forwards to the end and back to the beginning through the same states', () => {
  const d = debug(join(ROOT, TWO));
  const forwards = [JSON.stringify(d.state)];
  while (!d.session.ended) {
    say(d, 'step');
    forwards.push(JSON.stringify(d.state));
  }
  expect(forwards.length).toBe(24);
  const backwards = [JSON.stringify(d.state)];
  while (d.session.position > 0) {
    say(d, 'back');
    backwards.unshift(JSON.stringify(d.state));
  }
  expect(backwards).toEqual(forwards);
});

describe('screens', () => {
  const at = (commands: string[], width: number, height: number, lang: 'en' | 'zh' = 'en'): string => {
    const d = debug(join(ROOT, TWO), 1 << 20, lang);
    const said = commands.flatMap((line) => say(d, line));
    return `${d
      .screen(width, height, said)
      .map((line) => line.trimEnd())
      .join('\n')}\n`;
  };
  test.each([
    ['zh-80x24', ['switch', 'switch', 'step'], 80, 23],
    ['zh-200x50', ['break 8', 'continue'], 200, 49],
  ])('%s', async (name, commands, width, height) => {
    const screen = at(commands, width, height, 'zh');
    for (const line of screen.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
    await expect(screen).toMatchFileSnapshot(join(ROOT, `test/goldens/debug/screens/${name}.txt`));
  });

  test.each([
    ['start-80x24', [], 80, 23],
    ['switch-80x24', ['switch', 'switch'], 80, 23],
    ['switch-200x50', ['switch', 'switch', 'switch', 'switch'], 200, 49],
    ['breakpoint-80x24', ['break 8', 'watch 6 * 7', 'continue'], 80, 23],
    ['end-80x24', ['continue'], 80, 23],
    ['deep-200x50', ['switch', 'step 2', 'break switch', 'watch $f ?? "none"', 'continue'], 200, 49],
    ['zoom-stack-80x24', ['zoom stack', 'step 9'], 80, 23],
    ['zoom-lens-80x24', ['zoom lens', 'switch', 'switch'], 80, 23],
    ['zoom-source-80x24', ['zoom 1', 'until 16'], 80, 23],
  ])('%s', async (name, commands, width, height) => {
    const screen = at(commands, width, height);
    for (const line of screen.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
    expect(screen.split('\n').length).toBeLessThanOrEqual(height + 1);
    await expect(screen).toMatchFileSnapshot(join(ROOT, `test/goldens/debug/screens/${name}.txt`));
  });
});

test('the lens shows the fields that a switch saves and restores', () => {
  const d = debug(join(ROOT, TWO));
  say(d, 'switch');
  say(d, 'switch');
  expect(say(d, 'lens')).toEqual([
    'switch co 1 -> main: co 1 waits for sleep',
    '               saved: co 1                    loaded: main',
    'execute_data   {closure} 1 +32                $_main 1 +32',
    'vm_stack       page 1 of co 1                 page 1 of main',
    'vm_stack_top   +224                           +272',
    'vm_stack_end   +8192                          +262144',
    'opline         0003                           0003',
    'goes on at     0004 (opline + 1)              0004 (opline + 1)',
    'return slot    none                           none',
  ]);
});

test('step over stays inside the same coroutine although it sleeps; out goes to its caller', () => {
  withProgram(
    `function nap() { co::sleep(1); return 1; }
go(function () {
  $a = nap();
  echo "one";
});
go(function () { co::sleep(0.5); echo "two"; });`,
    (d) => {
      say(d, 'break 4');
      say(d, 'continue');
      expect(d.whereLine()).toContain('co 1 {closure}:4');
      say(d, 'next');
      expect(d.whereLine()).toContain('co 1 {closure}:5');
      expect(d.session.output).toBe('two');
      say(d, 'goto 0');
      say(d, 'break fn nap');
      say(d, 'continue');
      say(d, 'continue');
      expect(d.whereLine()).toContain('co 1 nap:2 0000');
      say(d, 'out');
      expect(d.whereLine()).toMatch(/co 1 \{closure\}:4 0002 ASSIGN/);
    },
  );
});

test('breakpoints on lines with conditions, opcodes, exceptions, creation, switches', () => {
  withProgram(
    `for ($i = 0; $i < 5; $i++) {
  $s = $i * $i;
}
try { throw new Exception('x'); } catch (Exception $e) { }
go(fn () => co::sleep(1));`,
    (d) => {
      say(d, 'break 3 if $i == 3');
      expect(say(d, 'continue')).toEqual(['breakpoint #1 line program.php:3 if $i == 3']);
      expect(say(d, 'print $s . "/" . $i')).toEqual(['"4/3"']);
      say(d, 'break exception');
      expect(say(d, 'continue')).toEqual(['breakpoint #2 exception']);
      expect(d.whereLine()).toContain('CATCH');
      say(d, 'break create');
      expect(say(d, 'continue')).toEqual(['breakpoint #3 create']);
      say(d, 'restart');
      say(d, 'delete 1');
      say(d, 'break op mul if $i > 1');
      expect(say(d, 'c')).toEqual(['breakpoint #4 op MUL if $i > 1']);
      expect(say(d, 'p $i')).toEqual(['2']);
    },
  );
});

test('back to the last write of a variable, to a line, to where a coroutine slept', () => {
  withProgram(
    `$x = 1;
$y = 2;
$x = $y + 3;
$y = 7;
go(function () { co::sleep(1); echo 'woke'; });`,
    (d) => {
      say(d, 'until 6');
      say(d, 'back-write $x');
      expect(d.whereLine()).toMatch(/:4 0003 ASSIGN CV0/);
      say(d, 'back-write x');
      expect(d.whereLine()).toMatch(/:2 0000 ASSIGN/);
      say(d, 'until 6');
      say(d, 'back-line');
      expect(d.whereLine()).toContain('$_main:5');
      say(d, 'break op ECHO');
      say(d, 'continue');
      say(d, 'back-suspended');
      expect(d.whereLine()).toContain('co 1 {closure}:6 0002 DO_FCALL');
      expect(say(d, 'back-suspended')).toEqual(['co 1 has not been suspended before']);
    },
  );
});

test('going back asks the outside nothing: files are what they were', () => {
  const other = writeProgram('first');
  withProgram(`$a = file_get_contents('${other.path}');\n$b = strlen($a);\necho $b;`, (d) => {
    say(d, 'until 4');
    writeFileSync(other.path, 'something else');
    expect(say(d, 'print $a')).toEqual(['"first"']);
    say(d, 'restart');
    say(d, 'until 4');
    expect(say(d, 'print $a')).toEqual(['"first"']);
  });
  other.remove();
});

test('a full recording says what was dropped', () => {
  const big = writeProgram('x'.repeat(500_000));
  const program = writeProgram(`<?php\n$a = file_get_contents('${big.path}');\n$b = 1;\n$c = 2;\n$d = 3;\n`);
  const d = debug(program.path, 100_000);
  say(d, 'until 5');
  expect(say(d, 'back')).toEqual([
    expect.stringMatching(/^history was dropped: the recording was full \(0 MB\) at opline \d; going back ends there$/),
  ]);
  expect(say(d, 'goto 1')).toEqual([]);
  program.remove();
  big.remove();
});

test('a million oplines back within 500 MB', () => {
  const program = writeProgram('<?php\n$n = 0;\nwhile ($n < 400000) {\n  $n++;\n}\necho $n;\n');
  const done = spawnSync(process.execPath, [join(ROOT, 'bin/corovm.js'), 'debug', '--script', '-', program.path], {
    input: 'continue\nprint 1\nback\nback 1000000\nprint $n\nback 3\nstep 3\nprint $n\nback-write n\n',
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=350' },
  });
  program.remove();
  expect(done.stderr).toBe('');
  const lines = done.stdout.split('\n');
  expect(lines).toContain('> back 1000000');
  const counts = lines.filter((line) => /^\d{4,6}$/.test(line));
  expect(counts.length).toBe(2);
  expect(counts[0]).toBe(counts[1]);
});
