<?php
// Values through a channel of capacity 1, from one coroutine to another. Prints the answer and nanoseconds of processor time a value.
require __DIR__ . '/clock.php';
$n = (int) ($argv[1] ?? 2000000);
$sum = 0;
$run = function (int $n) use (&$sum) {
    $ch = new Swoole\Coroutine\Channel(1);
    $started = cpu();
    go(function () use ($ch, $n) {
        for ($i = 0; $i < $n; $i++) {
            $ch->push($i);
        }
    });
    go(function () use ($ch, $n, &$sum) {
        for ($i = 0; $i < $n; $i++) {
            $sum += $ch->pop();
        }
    });
    return (cpu() - $started) / $n;
};
$run($n);
$each = $run($n);
echo $sum, ' ', $each, "\n";
