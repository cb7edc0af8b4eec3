--TEST--
preemption
--FILE--
<?php
use Swoole\Coroutine as Co;
Co::set(['enable_preemptive_scheduler' => true]);
$flag = true;
$loops = [
    'while' => function () use (&$flag) { $i = 0; while ($flag) $i++; },
    'do-while' => function () use (&$flag) { $i = 0; do { $i++; } while ($flag); },
    'for' => function () use (&$flag) { for (;;) { if (!$flag) break; } },
    'for with a count' => function () use (&$flag) { for ($i = 0; $i < PHP_INT_MAX && $flag; $i++); },
    'goto' => function () use (&$flag) { again: if ($flag) goto again; },
    'foreach' => function () use (&$flag) { while (true) foreach ([1, 2, 3] as $x) if (!$flag) return; },
    'array' => function () use (&$flag) { $a = [true]; while ($a[0]) { $a[0] = $flag; } },
    'recursion' => function () use (&$flag) { $f = function ($n) use (&$f, &$flag) { return $n > 0 && $flag ? $f($n - 1) + $f($n - 1) : 1; }; $f(60); },
    'generator' => function () use (&$flag) { foreach ((function () use (&$flag) { while ($flag) yield 1; })() as $x); },
    'callback' => function () use (&$flag) { usort_forever($flag); },
    'method calls' => function () use (&$flag) { $o = new class { function m($x) { return $x; } }; while ($o->m($flag)); },
    'builtin calls' => function () use (&$flag) { while (strlen($flag ? 'x' : '')); },
    'list' => function () use (&$flag) { $n = 0; while ([$a, $b] = [1, 2]) { if (!$flag) break; $n += $a; } },
];
function usort_forever(&$flag) { $a = range(1, 50); while ($flag) usort($a, fn($x, $y) => $y <=> $x); }
foreach ($loops as $name => $loop) {
    $flag = true;
    go(function () use ($loop, $name) { $loop(); echo "$name: out\n"; });
    echo "$name: switched away\n";
    go(function () use (&$flag) { $flag = false; });
    Swoole\Event::wait();
}
$order = '';
go(function () use (&$order) { var_dump(Co::disableScheduler(), Co::disableScheduler()); for ($i = 0; $i < 30000; $i++); $order .= 'a'; var_dump(Co::enableScheduler()); });
$order .= 'b';
echo $order, "\n";
var_dump(Co::enableScheduler());
--EXPECT--
while: switched away
while: out
do-while: switched away
do-while: out
for: switched away
for: out
for with a count: switched away
for with a count: out
goto: switched away
goto: out
foreach: switched away
foreach: out
array: switched away
array: out
recursion: switched away
recursion: out
generator: switched away
generator: out
callback: switched away
callback: out
method calls: switched away
method calls: out
builtin calls: switched away
builtin calls: out
list: switched away
list: out
bool(true)
bool(false)
bool(true)
ab
bool(false)
