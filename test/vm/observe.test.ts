import { expect, test } from 'vitest';
import { captureRun } from '../support/capture.ts';
import { writeProgram } from '../support/write-program.ts';

async function errorsOf(code: string, options: Parameters<typeof captureRun>[1]): Promise<string> {
  const program = writeProgram(`<?php\n${code}`);
  try {
    return (await captureRun(program.path, options)).err;
  } finally {
    program.remove();
  }
}

test('a trace of frames shows calls nested, with their bytes and their place', async () => {
  const trace = await errorsOf('function g($x) { return $x; }\nfunction f() { return g(1); }\nf(); f();', {
    trace: 'frames',
  });
  expect(trace).toBe(
    [
      '-> $_main 112 bytes at page 1 +32',
      '  -> f 96 bytes at page 1 +144',
      '    -> g 96 bytes at page 1 +240',
      '    <- g',
      '  <- f',
      '  -> f 96 bytes at page 1 +144',
      '    -> g 96 bytes at page 1 +240',
      '    <- g',
      '  <- f',
      '<- $_main',
      '',
    ].join('\n'),
  );
});

test('frames that an exception leaves are left one by one', async () => {
  const code =
    'function g() { throw new Exception; }\nfunction f() { g(); }\ntry { f(); } catch (Exception $e) {}\necho 1;';
  const trace = await errorsOf(code, { trace: 'frames' });
  expect(trace.split('\n').map((line) => line.trim().split(' ').slice(0, 2).join(' '))).toEqual([
    '-> $_main',
    '-> f',
    '-> g',
    '<- g',
    '<- f',
    '<- $_main',
    '',
  ]);
});

test('a generator is entered and left with every value', async () => {
  const code = 'function g() { yield 1; yield 2; }\nforeach (g() as $v) {}';
  const trace = await errorsOf(code, { trace: 'frames' });
  expect(trace.match(/-> g /g)?.length).toBe(4); // its creation, two yields, its end
  expect(trace).toContain('-> g detached, on page');
});

test('a trace of oplines shows them as the dump does', async () => {
  expect(await errorsOf('$a = 1;\necho $a;', { trace: 'ops' })).toBe(
    '$_main:2 0000 ASSIGN CV0($a) int(1)\n$_main:3 0001 ECHO CV0($a)\n$_main:3 0002 RETURN int(1)\n',
  );
});

test('statistics count what was executed', async () => {
  const report = await errorsOf('function f($n) { return $n === 0 ? 0 : f($n - 1); }\nf(9);', { stats: true });
  expect(report).toMatch(/^frames pushed +11, 11 deep at most$/m);
  expect(report).toMatch(/^ {2}RETURN +11$/m);
});

test('a program that leaves nothing behind has no leaks', async () => {
  const code = `
class A { public $b; public static $s; const C = [1, [2]]; }
$a = new A; $a->b = $a; A::$s = new A;
function f() { static $x; $x = [new A, A::C]; return fn () => $x; }
$g = (function () { try { yield 1; yield 2; } finally { } })();
$g->current(); $f = f(); $r = &$f;
set_error_handler(fn () => true);`;
  expect(await errorsOf(code, { checkLeaks: true })).toBe('');
});
