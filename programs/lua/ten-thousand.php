<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Ten thousand coroutines alive at once, resumed in turn.
$all = [];
for ($i = 1; $i <= 10000; $i++) {
    $all[$i] = Coroutine::create(function ($x) {
        $sum = $x;
        while (true) {
            $sum = $sum + Coroutine::yield($sum);
        }
    });
}

$total = 0;
for ($round = 1; $round <= 3; $round++) {
    for ($i = 1; $i <= count($all); $i++) {
        [, $sum] = Coroutine::resume($all[$i], $i * $round);
        $total = $total + $sum;
    }
    say($round, $total);
}

$alive = 0;
for ($i = 1; $i <= count($all); $i++) {
    if ($i % 2 === 0) {
        Coroutine::close($all[$i]);
    }
    if (Coroutine::status($all[$i]) === 'suspended') {
        $alive++;
    }
}
say($alive);
