<?php
// Fibers that are created and finish at once. Prints the answer and nanoseconds of processor time a fiber.
require __DIR__ . '/clock.php';
$n = (int) ($argv[1] ?? 100000);
$sum = 0;
$work = function () use (&$sum) {
    $sum++;
};
$run = function (int $n) use ($work) {
    for ($i = 0; $i < $n; $i++) {
        (new Fiber($work))->start();
    }
};
$run($n);
$started = cpu();
$run($n);
echo $sum, ' ', (cpu() - $started) / $n, "\n";
