<?php
// Coroutines that are created and finish at once. Prints the answer and nanoseconds of processor time a coroutine.
require __DIR__ . '/clock.php';
$n = (int) ($argv[1] ?? 200000);
$sum = 0;
$work = function () use (&$sum) {
    $sum++;
};
$run = function (int $n) use ($work) {
    for ($i = 0; $i < $n; $i++) {
        go($work);
    }
};
$run($n);
$started = cpu();
$run($n);
echo $sum, ' ', (cpu() - $started) / $n, "\n";
