import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ProcessResult, runProcess } from '../support/process.ts';
import { corovm } from '../support/repository.ts';
import { seededRandom } from '../support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'corovm-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, 'latin1');
  return path;
}

function cli(words: readonly string[], stdin = ''): Promise<ProcessResult> {
  return runProcess(corovm(...words), { cwd: folder, stdin, timeoutMs: 20_000 });
}

describe('bad usage is one clear line on standard error and exit status 2', () => {
  test.each([
    [['run'], 'corovm: missing required argument \'file\'; see "corovm run --help"\n'],
    [['run', '--bogus', 'x.php'], 'corovm: unknown option \'--bogus\'; see "corovm run --help"\n'],
    [['frobnicate'], 'corovm: there is no command "frobnicate"; see "corovm --help"\n'],
    [['run', '-d'], 'corovm: option \'-d, --define <key=value>\' argument missing; see "corovm run --help"\n'],
    [['lint'], 'corovm: missing required argument \'files\'; see "corovm lint --help"\n'],
    [
      ['dump', '--style=pretty', 'x.php'],
      "corovm: option '--style <name>' argument 'pretty' is invalid. Allowed choices are opcache, php71, vld, json.; see \"corovm dump --help\"\n",
    ],
  ])('%j', async (words, line) => {
    const done = await cli(words);
    expect(done.stderr).toBe(line);
    expect(done.stdout).toBe('');
    expect(done.status).toBe(2);
  });
});

describe('help and version', () => {
  test.each([[[]], [['--help']], [['run', '--help']], [['dump', '-h']], [['lint', '--help']]])('%j', async (words) => {
    const done = await cli(words);
    expect(done.stdout).toMatch(/^Usage: corovm/);
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });

  test.each([[['--version']], [['run', '-V']], [['dump', '--version']], [['lint', '--version']]])(
    '%j',
    async (words) => {
      const done = await cli(words);
      expect(done.stdout).toMatch(/^corovm \d+\.\d+\.\d+ \(PHP 8\.2/);
      expect(done.status).toBe(0);
    },
  );

  test('nobody reads it', async () => {
    const [command = '', ...args] = corovm('--help');
    const child = spawn(command, args, { stdio: 'pipe' });
    child.stdout.destroy();
    const errors: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => errors.push(data));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(Buffer.concat(errors).toString()).toBe('');
    expect(status).toBe(0);
  });
});

describe('run', () => {
  test('passes words after the file to the script', async () => {
    const path = file(
      'argv.php',
      '<?php echo $argc, json_encode($argv), PHP_SAPI, json_encode($_SERVER["argv"] === $argv);',
    );
    const done = await cli(['run', path, '-d', '--help', '--', 'a b', '']);
    expect(done.stdout).toBe(
      `6${JSON.stringify([path, '-d', '--help', '--', 'a b', '']).replaceAll('/', '\\/')}clitrue`,
    );
    expect(done.status).toBe(0);
  });

  test('reads a program from standard input', async () => {
    const done = await cli(['run', '-', 'x'], '<?php echo count($argv), $argv[1], basename(__FILE__);');
    expect(done.stdout).toBe('2xStandard input code');
  });

  test('runs code of the command line', async () => {
    const code =
      'echo json_encode([$argv, __FILE__, __DIR__, get_included_files(), $_SERVER["SCRIPT_FILENAME"]]); exit(3);';
    const done = await cli(['run', '-d', 'precision=5', '-r', code, 'a', '-b']);
    const there = realpathSync(folder).replaceAll('/', '\\/');
    expect(done.stdout).toBe(`[["Standard input code","a","-b"],"Command line code","${there}",[],""]`);
    expect(done.status).toBe(3);
    expect((await cli(['run', '-r', 'print_r($argv);', '--', '-x'])).stdout).toContain('[1] => -x');
    const wrong = await cli(['run', '-r', 'echo 1 +']);
    expect(wrong.stdout).toContain('syntax error, unexpected end of file in Command line code on line 1');
    expect(wrong.status).toBe(255);
  });

  test('reads standard input of the program', async () => {
    const path = file('stdin.php', '<?php while (($line = fgets(STDIN)) !== false) { echo strtoupper($line); }');
    expect((await cli(['run', path], 'one\ntwo')).stdout).toBe('ONE\nTWO');
  });

  test('takes settings', async () => {
    const path = file('ini.php', '<?php echo 1 / 3, " ", ini_get("memory_limit"), $undefined;');
    const done = await cli(['run', '-d', 'precision=5', '-dmemory_limit=64M', '-d', 'error_reporting=0', path]);
    expect(done.stdout).toBe('0.33333 64M');
  });

  test('writes bytes as they are', async () => {
    const path = file('bytes.php', '<?php echo "\xff\x00\xe9", "é", strlen("\xc3\xa9");');
    expect((await cli(['run', path])).stdout).toBe('\xff\x00\xe9\xe92');
  });

  test('has the exit status of the script, and 255 after a fatal error', async () => {
    expect((await cli(['run', file('exit.php', '<?php exit(7);')])).status).toBe(7);
    expect((await cli(['run', file('text.php', '<?php exit("bye");')])).stdout).toBe('bye');
    const fatal = await cli(['run', file('fatal.php', '<?php throw new Exception("x");')]);
    expect(fatal.status).toBe(255);
    expect(fatal.stdout).toContain('Fatal error: Uncaught Exception: x in ');
  });

  test('--trace takes no word of the script', async () => {
    const path = file('trace.php', '<?php echo "x";');
    const done = await cli(['run', '--trace', path, '--trace']);
    expect(done.stdout).toBe('x');
    expect(done.stderr).toContain('0000 ECHO string("x")');
    expect((await cli(['run', '--trace=frames', path])).stderr).toMatch(
      /^-> \$_main \d+ bytes at page 1 \+32\n<- \$_main\n$/,
    );
  });

  test('inline HTML needs no opening tag', async () => {
    expect((await cli(['run', file('page.html', 'just text\n')])).stdout).toBe('just text\n');
    expect((await cli(['run', file('empty.php', '')])).status).toBe(0);
  });
});

describe('files that are no programs', () => {
  test('a missing one', async () => {
    const done = await cli(['run', 'no-such.php']);
    expect(done.stdout).toBe('Could not open input file: no-such.php\n');
    expect(done.status).toBe(1);
  });

  test('a directory', async () => {
    mkdirSync(join(folder, 'dir'), { recursive: true });
    const done = await cli(['run', 'dir']);
    expect(done.status).not.toBe(null);
    expect(done.stderr).not.toMatch(/\n\s+at /);
  });

  test.runIf(process.getuid?.() !== 0)('one that may not be read', async () => {
    chmodSync(file('secret.php', '<?php'), 0);
    const done = await cli(['run', 'secret.php']);
    expect(done.stdout).toContain('Could not open input file: secret.php');
    expect(done.status).toBe(1);
  });

  test('random bytes are inline HTML', async () => {
    const random = seededRandom(7);
    const bytes = Array.from({ length: 5000 }, () => String.fromCharCode(Math.floor(random() * 256))).join('');
    const done = await cli(['run', file('random.php', bytes.replaceAll('<?', '??'))]);
    expect(done.stdout).toBe(bytes.replaceAll('<?', '??'));
    expect(done.status).toBe(0);
  });

  test('50 MB of text', async () => {
    const text = 'x'.repeat(99).concat('\n').repeat(500_000);
    const done = await cli(['run', file('big.html', text)]);
    expect(done.stdout.length === text.length || done.timedOut).toBe(true);
  });

  test('random bytes after an opening tag are a parse error', async () => {
    const done = await cli(['run', file('garbage.php', '<?php \x01\x02\xff\xfe]]}{')]);
    expect(done.stdout).toMatch(/Parse error: syntax error/);
    expect(done.status).toBe(255);
  });
});

describe('lint', () => {
  test('says what php -l says', async () => {
    const good = file('good.php', '<?php echo 1;');
    const bad = file('bad.php', '<?php echo 1 2;');
    const done = await cli(['lint', good, bad]);
    expect(done.stdout).toBe(
      `No syntax errors detected in ${good}\n\nParse error: syntax error, unexpected integer "2", expecting "," or ";" in ${bad} on line 1\nErrors parsing ${bad}\n`,
    );
    expect(done.status).toBe(255);
  });
});

describe('the other end goes away', () => {
  test('a closed pipe ends the program quietly', async () => {
    const path = file('endless.php', '<?php while (true) { echo str_repeat("y\\n", 1000); }');
    const words = corovm('run', path).map((word) => `'${word}'`);
    const done = await runProcess(['/bin/sh', '-c', `${words.join(' ')} | head -n 1`], {
      cwd: folder,
      timeoutMs: 20_000,
    });
    expect(done.stdout).toBe('y\n');
    expect(done.stderr).toBe('');
  });

  test('Ctrl-C ends it by the signal', async () => {
    const [command = '', ...args] = corovm('run', file('busy.php', '<?php echo "go\n"; while (true) {}'));
    const child = spawn(command, args, { stdio: 'pipe' });
    const errors: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => errors.push(data));
    setTimeout(() => child.kill('SIGINT'), 1500);
    const signal = await new Promise((resolve) => child.on('close', (_status, name) => resolve(name)));
    expect(signal).toBe('SIGINT');
    expect(Buffer.concat(errors).toString()).toBe('');
  });
});
