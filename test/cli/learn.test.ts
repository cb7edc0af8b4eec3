/** `corovm learn` as a learner and a teacher use it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { wrapText } from '../../src/cli/learn/layout.ts';
import { type ProcessResult, runProcess } from '../support/process.ts';
import { corovm, ROOT } from '../support/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'corovm-learn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COURSE = join(folder, 'course');
const FIRST = '01-topic/01-hello';

function learn(...words: string[]): Promise<ProcessResult> {
  return runProcess(corovm('learn', ...words, '--course', COURSE), { cwd: folder, timeoutMs: 60_000 });
}

/** A course of two exercises: the one that `learn new` writes, and one of corovm's own. */
test('a course begins with learn new', async () => {
  const made = await runProcess(corovm('learn', 'new', join(COURSE, FIRST)), { cwd: folder, timeoutMs: 60_000 });
  expect(made.status).toBe(0);
  cpSync(join(ROOT, 'programs/exercises/02-variables/02-greater-swaps'), join(COURSE, '01-topic/02-dump'), {
    recursive: true,
  });
  expect(await learn('prove')).toMatchObject({
    status: 0,
    stdout: 'every start fails and every solution passes: 2 exercises\n',
    stderr: '',
  });
});

describe('a learner', () => {
  const file = join(folder, 'corovm-course', FIRST, 'program.php');

  test('gets the next exercise, hints, and a verdict', async () => {
    const next = await learn();
    expect(next.stdout).toContain('Say hello');
    expect(next.stdout).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('<?php\n');
    expect((await learn('hint')).stdout).toBe('hint 1 of 1: echo prints.\n');
    expect((await learn('hint')).stdout).toContain('no more hints');
    const wrong = await learn('verify');
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toBe(`use echo\n${FIRST}: not yet\n`);
    writeFileSync(file, '<?php\necho "hallo\\n";\n');
    expect((await learn('verify')).stdout).toContain('wanted : hello\n  printed: hallo\n');
    writeFileSync(file, '<?php\necho "hello\\n";\n');
    const right = await learn('verify');
    expect(right.status).toBe(0);
    expect(right.stdout).toBe(`${FIRST}: passed\n1 of 2 done\nthe next one: corovm learn next\n`);
  });

  test('sees the first wrong opline of a dump, in Chinese as well', async () => {
    await learn('next');
    const answer = join(folder, 'corovm-course/01-topic/02-dump/answer.ops');
    writeFileSync(answer, 'T1 = IS_SMALLER CV0($a) int(3)\n');
    expect((await learn('verify')).stdout).toMatch(/^opline 0000: the opcode is right, its operands or result are not/);
    writeFileSync(answer, 'T1 = IS_SMALLER int(3) CV0($a)\nJMPNZ T1 0003\n');
    expect((await learn('verify', '--lang', 'zh')).stdout).toContain(
      Buffer.from('指令 0001 的操作码与你写的不同', 'utf8').toString('latin1'),
    );
  });

  test('lists, resets without losing anything, and finds its progress again', async () => {
    expect((await learn('list')).stdout).toContain('[x] 01-hello');
    await learn('reset', 'hello');
    expect(readFileSync(`${file}.before-reset`, 'utf8')).toContain('hello');
    expect((await learn('list')).stdout).toContain('[ ] 01-hello');
    writeFileSync(join(folder, 'corovm-course/progress.json'), '{ half');
    expect((await learn('badge')).stdout).toContain('0 / 2');
    expect(existsSync(join(folder, 'corovm-course/progress.json.damaged'))).toBe(true);
  });

  test('is watched while saving, and leaves with Ctrl-C', { timeout: 60_000 }, async () => {
    const [program = '', ...words] = corovm('learn', 'watch', 'hello', '--course', COURSE);
    const child = spawn(program, words, { cwd: folder });
    await seen(child, 'watching');
    writeFileSync(file, '<?php\necho "hello\\n"; // saved\n');
    await seen(child, `${FIRST}: passed`);
    await seen(child, '02-dump');
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    expect((await learn('list')).stdout).toContain('[x] 01-hello');
  });
});

/** Waits until the program has printed a text. */
function seen(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`"${text}" did not come: ${all}`)), 30_000);
    let all = '';
    const look = (data: Buffer): void => {
      all += data.toString();
      if (!all.includes(text)) return;
      clearTimeout(timer);
      child.stdout?.off('data', look);
      resolve();
    };
    child.stdout?.on('data', look);
  });
}

describe('a teacher', () => {
  const hand = (student: string, text: string): string => {
    const dir = join(folder, student, FIRST);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'program.php'), text);
    return join(folder, student);
  };

  test('grades a class: endless loops and floods of coroutines end at the limits', async () => {
    const students = [
      hand('ann', '<?php echo "hello\\n";'),
      hand('bob', '<?php echo "x"; while (true);'),
      hand('cid', '<?php echo "x"; $all = []; while (true) $all[] = go(fn () => Co::yield());'),
      hand('dee', '<?php while (true) echo "hello\\n";'),
    ];
    const junit = join(folder, 'grades.xml');
    const limits = ['--time-limit', '2', '--memory-limit', '64', '--junit', junit];
    const { status, stdout, stderr } = await learn('grade', '--json', ...limits, ...students);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const grades = JSON.parse(stdout) as {
      students: { name: string; passed: number; exercises: { messages: string[] }[] }[];
    };
    expect(grades.students.map(({ name, passed }) => [name, passed])).toEqual([
      ['ann', 1],
      ['bob', 0],
      ['cid', 0],
      ['dee', 0],
    ]);
    expect(grades.students[1]?.exercises[0]?.messages[0]).toMatch(/^it ran longer than 2 s/);
    expect(grades.students[3]?.exercises[0]?.messages[0]).toMatch(/^it (?:printed more than|ran longer)/);
    const xml = readFileSync(junit, 'utf8');
    expect(xml).toContain('<testsuite name="ann" tests="2" failures="1"');
    expect(xml.match(/<failure /g)).toHaveLength(7);
  }, 60_000);

  test('is told of mistakes in one line', async () => {
    expect(await learn('verify', 'nosuch')).toMatchObject({
      status: 2,
      stderr: 'corovm: no exercise called "nosuch"; see "corovm learn list"\n',
    });
    expect(await learn('grade', 'nowhere')).toMatchObject({ status: 2 });
    expect(await learn('list', '--time-limit', 'x')).toMatchObject({ status: 2 });
  });
});

test('texts are broken to the width of the terminal, Chinese ones too', () => {
  expect(wrapText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  expect(wrapText('程序，输出什么？', 8)).toEqual(['程序，输', '出什么？']);
  expect(wrapText('', 8)).toEqual(['']);
});
