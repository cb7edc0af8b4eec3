<?php
// Four coroutines in a row, a channel between each two. Prints the answer and nanoseconds of processor time an item.
require __DIR__ . '/clock.php';
use Swoole\Coroutine\Channel;
$n = (int) ($argv[1] ?? 300000);
$sum = 0;
$stage = function (Channel $in, Channel $out, int $add) {
    while (($x = $in->pop()) !== null) {
        $out->push($x + $add);
    }
    $out->push(null);
};
$run = function (int $n) use (&$sum, $stage) {
    $a = new Channel(8);
    $b = new Channel(8);
    $c = new Channel(8);
    $started = cpu();
    go($stage, $a, $b, 1);
    go($stage, $b, $c, 10);
    go(function () use ($a, $n) {
        for ($i = 0; $i < $n; $i++) {
            $a->push($i);
        }
        $a->push(null);
    });
    go(function () use ($c, &$sum) {
        while (($x = $c->pop()) !== null) {
            $sum += $x;
        }
    });
    return (cpu() - $started) / $n;
};
$run($n);
$each = $run($n);
echo $sum, ' ', $each, "\n";
