<?php
// A coroutine that yields, and the main program that resumes it. Prints the answer and nanoseconds of processor time a pair.
require __DIR__ . '/clock.php';
$n = (int) ($argv[1] ?? 2000000);
$sum = 0;
$cid = go(function () use (&$sum) {
    while (true) {
        Co::yield();
        if ($sum < 0) {
            return;
        }
        $sum++;
    }
});
$run = function (int $n) use ($cid) {
    for ($i = 0; $i < $n; $i++) {
        Co::resume($cid);
    }
};
$run($n);
$started = cpu();
$run($n);
echo $sum, ' ', (cpu() - $started) / $n, "\n";
$sum = -1;
Co::resume($cid);
