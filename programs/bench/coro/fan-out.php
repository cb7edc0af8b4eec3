<?php
// One coroutine hands items to sixteen workers, which hand their results to a collector. Prints the answer and nanoseconds of processor time an item.
require __DIR__ . '/clock.php';
use Swoole\Coroutine\Channel;
$n = (int) ($argv[1] ?? 300000);
$sum = 0;
$run = function (int $n) use (&$sum) {
    $jobs = new Channel(16);
    $results = new Channel(16);
    $started = cpu();
    for ($w = 0; $w < 16; $w++) {
        go(function () use ($jobs, $results) {
            while (($job = $jobs->pop()) !== null) {
                $results->push($job * 2);
            }
        });
    }
    go(function () use ($jobs, $n) {
        for ($i = 0; $i < $n; $i++) {
            $jobs->push($i);
        }
        for ($w = 0; $w < 16; $w++) {
            $jobs->push(null);
        }
    });
    go(function () use ($results, $n, &$sum) {
        for ($i = 0; $i < $n; $i++) {
            $sum += $results->pop();
        }
    });
    return (cpu() - $started) / $n;
};
$run($n);
$each = $run($n);
echo $sum, ' ', $each, "\n";
