<?php
use Lua\Coroutine;

function work(string $name, int $n): int
{
    $local = "$name$n";
    Co::sleep(0.1 * ($n + 1));
    $below = $n === 0 ? 0 : work($name, $n - 1);
    return $local === "$name$n" ? $below + 1 : -100;
}
go(function () { echo work('a', 3), " frames came back in a\n"; });
go(function () { echo work('b', 2), " frames came back in b\n"; });
$co = Coroutine::wrap(function ($x) { for (;;) $x = Coroutine::yield($x * 2); });
echo $co(1), ' ', $co(21), "\n";
echo "main ends\n";
