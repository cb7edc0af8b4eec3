import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { runPhpProgram } from '../support/oracle.ts';
import { describeWithPhp } from '../support/php-oracle.ts';
import { programs } from '../support/repository.ts';
import { captureRun } from '../support/capture.ts';
import { writeProgram } from '../support/write-program.ts';

/** Small programs whose answers are PHP's business, not ours to write down. */
const SNIPPETS: Readonly<Record<string, string>> = {
  'integer overflow':
    'var_dump(PHP_INT_MAX + 1, PHP_INT_MIN - 1, PHP_INT_MAX * 2, -PHP_INT_MIN, 9007199254740993 * 3, 1 << 63, 1 << 64, -7 % 3, intdiv(-7, 2));',
  'float printing':
    'var_dump(0.1 + 0.2, 1e15, 1e21, 123456789012345678.0, -0.0, 1.5e-7, NAN, INF, 2.5, 1e100); echo 0.1 + 0.2, " ", 1e15, " ", 1e14, " ", -0.0;',
  'loose comparison':
    'foreach ([0, "0", "", null, false, "a", "1e1", 10, "10", [], "abc", 1.0, "1"] as $a) { foreach ([0, "0", "", null, false, "a", "1e1", 10, "10", [], "abc", 1.0, "1"] as $b) { echo (int) ($a == $b), (int) ($a <=> $b), " "; } echo "\\n"; }',
  'numeric strings':
    'foreach (["1", " 1", "1 ", "1x", "0x1A", "1e3", ".5", "5.", "", "-", "+1", "1_000"] as $s) { var_dump(is_numeric($s), (int) $s, (float) $s); }',
  'string increment':
    '$s = ["a", "z", "Az", "zZ9", "", "a9", "9", "1.5", "-5", "abc-"]; foreach ($s as $v) { $v++; var_dump($v); }',
  'array keys':
    '$a = []; $a["1"] = 1; $a["01"] = 2; $a[1.7] = 3; $a[true] = 4; $a[null] = 5; $a["-0"] = 6; $a["-5"] = 7; $a[] = 8; var_dump($a);',
  'undefined things': 'echo $undefined; $a = []; echo $a["x"]; echo $a[3]; $s = "abc"; echo $s[10]; echo UNKNOWN;',
  'uncaught exception': 'function f($x) { throw new DomainException("gone"); } f([1, "two", 3.5, null, new stdClass]);',
  'type errors':
    'function f(int $x): string { return $x; } try { f("abc"); } catch (TypeError $e) { echo $e->getMessage(), "\\n"; } var_dump(f("12")); try { strlen(); } catch (ArgumentCountError $e) { echo $e->getMessage(); }',
  printf:
    'printf("%05d|%-8s|%+d|%x|%o|%b|%e|%.3f|%5.1f|%\'*10s|%c|%%|%u\\n", 42, "left", 7, 255, 8, 5, 12345.678, 3.14159, 2.25, "pad", 65, 3);',
  'sorting is stable':
    '$a = ["b" => 1, "a" => 1, "c" => 0]; asort($a); print_r($a); ksort($a); print_r($a); usort($a, fn ($x, $y) => $y <=> $x); print_r($a);',
  'order of destructors':
    'class D { function __construct(public $n) {} function __destruct() { echo $this->n; } } $a = new D("a"); $b = new D("b"); $c = [new D("c"), new D("d")]; $a = null; echo "|"; function f() { $x = new D("x"); return 1; } f(); echo "|";',
  'references in foreach':
    '$a = [1, 2, 3]; foreach ($a as $k => &$v) { if ($k < 3) { $a[] = $v * 10; } if (count($a) > 8) { break; } } unset($v); var_dump($a);',
  heredoc:
    '$x = ["k" => ["n" => 5]]; $o = new stdClass; $o->p = new stdClass; $o->p->q = "deep"; echo <<<T\n  a {$x["k"]["n"]} $x[k] {$o->p->q} \\x41 \\u{1F600}\n    b\n  T . "\\n";',
};

describeWithPhp('against real PHP', () => {
  test.each(Object.entries(SNIPPETS))('%s', async (_name, code) => {
    const source = `<?php\n${code}\n`;
    const wanted = runPhpProgram(source);
    const file = writeProgram(source);
    const mine = await captureRun(file.path);
    file.remove();
    expect(mine.out.replaceAll(file.folder, '')).toBe(wanted.out);
    expect(mine.status).toBe(wanted.status);
  });

  test.each(programs().map((file) => [basename(file), file]))('the golden of %s is what PHP prints', (name, file) => {
    const golden = readFileSync(file.replace(/([^/]+)\.php$/, 'goldens/$1.out'), 'latin1');
    expect(runPhpProgram(readFileSync(file, 'latin1')).out, name).toBe(golden);
  });
});
