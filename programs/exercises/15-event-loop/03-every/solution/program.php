<?php
use Swoole\Coroutine\Channel;

function every(float $seconds, callable $f): Closure
{
    $stop = new Channel(1);
    go(function () use ($seconds, $f, $stop) {
        $start = microtime(true);
        for ($n = 1; ; $n++) {
            $rest = $start + $n * $seconds - microtime(true);
            $stop->pop(max(0.001, $rest));
            if ($stop->errCode === SWOOLE_CHANNEL_CLOSED) {
                return;
            }
            $f($n);
        }
    });
    return fn () => $stop->close();
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
