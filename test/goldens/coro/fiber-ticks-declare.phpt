--TEST--
ticks, goto, switch, loops and declare(strict_types) with suspensions
--FILE--
<?php
declare(strict_types=1);
function strict(int $x) { return $x; }
$f = new Fiber(function () {
    try { strict(Fiber::suspend('int?')); } catch (TypeError $e) { echo preg_replace('/, called.*/', '', $e->getMessage()), "\n"; }
    $i = 0;
    again:
    $i += Fiber::suspend("goto $i");
    if ($i < 3) goto again;
    switch (Fiber::suspend('switch')) { case Fiber::suspend('case 1'): echo "one\n"; case Fiber::suspend('case 2'): echo "two\n"; break; default: echo "default\n"; }
    do { $x = Fiber::suspend('do'); if ($x === 1) continue; } while (Fiber::suspend('while') < 14);
    for ($k = Fiber::suspend('init'), $n = 0; $n < 2 && Fiber::suspend('cond'); $n++, Fiber::suspend('step')) { foreach ([1, 2, 3] as $j) { if ($j === Fiber::suspend("inner $n $j")) continue 2; if ($j === 2) break; } echo "for body $n\n"; }
    while ([$a, [, $b]] = Fiber::suspend('list')) { echo "$a $b\n"; break; }
    return strlen('abc') . $k;
});
$answers = ['int?' => 'no', 'switch' => 5, 'case 1' => 4, 'case 2' => 5, 'init' => 'K', 'list' => ['A', [0, 'B']], 'cond' => true];
$v = $f->start(); $n = 0;
while (!$f->isTerminated()) { $n++; echo "$v; "; $v = $f->resume(array_key_exists($v, $answers) ? $answers[$v] : ($v === 'inner 1 1' ? 1 : (str_starts_with($v, 'goto') ? 1 : $n))); }
echo $f->getReturn(), "\n";
declare(ticks=1) { }
$ticks = 0; $tf = new Fiber(function () use (&$ticks) { while (true) { Fiber::suspend(); $ticks++; } }); $tf->start();
register_tick_function(fn() => $tf->isSuspended() && $tf->resume());
declare(ticks=1) { $a = 1; $b = 2; $c = 3; }
echo $ticks > 0 ? "ticked\n" : "no ticks\n";
--EXPECTF--
int?; strict(): Argument #1 ($x) must be of type int, string given
goto 0; goto 1; goto 2; switch; case 1; case 2; two
do; while; do; while; do; while; do; while; init; cond; inner 0 1; inner 0 2; for body 0
step; cond; inner 1 1; step; list; A B
3K

Fatal error: Uncaught FiberError: Cannot switch fibers in current execution context in %s:22
Stack trace:
#0 %s(22): Fiber->resume()
#1 %s(23): {closure}()
#2 {main}
  thrown in %s on line 22
