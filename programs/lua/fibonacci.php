<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Two endless sequences, zipped and cut off.
function fibonacci(): Closure
{
    return Coroutine::wrap(function () {
        [$a, $b] = [0, 1];
        while (true) {
            Coroutine::yield($a);
            [$a, $b] = [$b, $a + $b];
        }
    });
}

function take(int $n, Closure $from): Closure
{
    return Coroutine::wrap(function () use ($n, $from) {
        for ($i = 1; $i <= $n; $i++) {
            Coroutine::yield($i, $from());
        }
    });
}

$sum = 0;
$next = take(90, fibonacci());
while ([$i, $x] = $next()) {
    $sum = $sum + $x;
    if ($i % 15 === 0) {
        say($i, $x, $sum);
    }
}
