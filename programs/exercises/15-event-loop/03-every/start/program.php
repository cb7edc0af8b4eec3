<?php
use Swoole\Coroutine\Channel;

function every(float $seconds, callable $f): Closure
{
    return function () {}; // your code
}

Co\run(function () {
    $start = microtime(true);
    $stop = every(1, function (int $n) use ($start) {
        printf("%d at %.1f\n", $n, microtime(true) - $start);
        Co::sleep(0.4); // slow, but no drift
    });
    Co::sleep(3.7);
    $stop();
    printf("stopped at %.1f\n", microtime(true) - $start);
});
printf("the program ends\n");
