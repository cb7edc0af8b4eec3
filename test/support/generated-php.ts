/**
 * Small PHP programs put together at random: an expression (`X`) in a statement, the statement (`Y`) in some surroundings.
 * Many do not compile; then the compiler must say so as PHP does.
 */
import { seededRandom } from './random.ts';

// biome-ignore format: many short ones
const EXPRESSIONS: readonly string[] = [
  '$a', '$$a', '$this', '$this->p', '$this?->p', '$a[0]', "$a['k']->p", '$a[]', '$a[$i++][$j]', '$a->p', '$a->{$b}', '$a?->p?->q',
  '$a?->m()->n()', 'A::$p', 'A::$$a', 'self::$p', 'static::C', 'A::C', '$a::class', 'f()', 'f($a, ...$b)', 'f(x: 1)',
  'strlen($a)', "in_array($a, ['x', 'y'])", 'compact("a")', 'func_get_args()', "call_user_func('f', $a)", 'get_class()',
  'is_int($a)', 'intval($a)', 'chr(65)', 'assert($a > 1)', '$o->m($a[0], $b->c)', 'A::m($a)', '$a()', "'f'()", 'f(...)',
  'new A', 'new $a(1)', 'new class($a) { public $q; }', 'clone $a', 'function() use ($a, &$b) { return 1; }',
  'fn($x) => fn() => $x + $y', '1', '1.5', "'s'", 'null', 'true', 'PHP_VERSION', 'UNKNOWN', '__LINE__', '__CLASS__', '[1, 2]',
  "[1, 'k' => $b, ...$c]", '[&$a]', "'abc'[1]", '"a$b[0]c{$d->e}"', '"${a}"', '$a + $b', "'5' + '6'", '1 / 0', '2 ** 63',
  '1 << -1', '~5', '-$a', '!$a', '$a && $b', 'false && $a', '$a ?: $b', '$a ?? $b', '$a === null', '1 <=> 2',
  '$a instanceof A', '$a = $b = 2', '$a = &$b', '$a[0] = $a', "$a['k'] .= $b", '$a->p ??= $b', '[$a, $b] = [$b, $a]',
  "['k' => &$a] = $b", '$a++', '--A::$p', '(int) $a', '(bool) []', '@f($b)', "isset($a->b['c'])", 'isset($a, $b)', 'empty($a)',
  "$GLOBALS['x']", '$_GET', "include 'x'", 'exit(1)', 'throw $a', 'yield', 'yield $a => $b', 'yield from f()',
  "match($a) { 1 => 'x', 2, 3 => 'y' }", 'match(true) { $a > 1 => f(), default => throw new E }', 'list($a)', '...$x',
];

// biome-ignore format: many short ones
const STATEMENTS: readonly string[] = [
  'X;', '$r = X;', '$r = &X;', 'echo X;', 'if (X) g(); else h();', 'while (X) g();', 'for (X; X; X) g();', 'foo(1, X);',
  'strlen(X);', 'sort(X);', '$o->m(X);', 'new Foo(X);', 'return X;', '$r = yield X;', 'throw X;', '$r = X ?? 1;', '$r = X ? X : 2;',
  '$r = X && $q;', "$r = X . 'a';", '$r = 1 + X;', '$r = X === X;', '$r = [X => 1, X];', '$q[X] = 1;', '$r = X[0];', 'X->p = 1;',
  "X['k'][] = 1;", 'isset(X);', 'unset(X);', 'foreach (X as $k => &$v) { if ($v) continue; break; }', 'foreach ($q as X) g();',
  'X = 1;', 'X .= X;', '$r = X ??= f();', 'X = &$q;', "list('a' => X, 'b' => $z) = $q;", '$r = ++X;', '$r = (string) X;',
  "switch (X) { case 1: g(); break; case 'a': default: h(); }", "switch (X) { case 'a': g(); case 'b': h(); }",
  '$r = match(X) { 1, 2 => 3 };', '$f = fn() => X;', '$f = function() use (&$b) { return X; };', 'static $s = [X];',
  'const Q = X;', 'function p($x = X) { }', 'class P { public $p = X; const K = X; }', 'try { return X; } finally { g(); }',
  'foreach (X as $v) { try { return X; } catch (E) { continue; } finally { h(); } }', 'lbl: X; goto lbl;', '$this->p[X] = X;', '$$a = X;',
];

// biome-ignore format: many short ones
const SURROUNDINGS: readonly string[] = [
  'Y', 'function fn1($a, $b) { Y }', 'function &fn2(array &$a) { Y }', 'function fn3(int $a = 5): int { Y }', 'function fn4(): void { Y }',
  "class K extends A { const C = 1, E = ['k' => [1]]; function m($a) { Y } }", 'class K { static function m(): static { Y } }',
  'trait T { function m(?self $a = null) { Y } }', 'namespace N; use Foo\\A; use function Foo\\f; Y', 'declare(ticks=5); Y',
  '$f = function($a) use ($b) { Y };', 'enum En: int { case Q = 1; function m() { Y } }', 'function gen() { yield; Y }',
  'while ($w) { Y }', 'try { Y } catch (A|B) { Y } finally { Y }', 'if ($z) { function cond($a) { Y } }',
];

/** `count` programs, the same for the same seed. */
export function generatedPrograms(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, () => {
    const expression = pick(EXPRESSIONS);
    const statement = pick(STATEMENTS).replaceAll('X', () => (random() < 0.7 ? expression : pick(EXPRESSIONS)));
    return `<?php\n${pick(SURROUNDINGS).replaceAll('Y', () => statement)}\n`;
  });
}
