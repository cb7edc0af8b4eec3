<?php
use Swoole\Timer;
Timer::after(200, function () { echo "200\n"; });
$n = 0;
Timer::tick(100, function (int $id) use (&$n) {
    $n++;
    echo "tick $n\n";
    if ($n === 3) Timer::clear($id);
});
Timer::after(50, function () { Timer::after(100, function () { echo "150\n"; }); echo "50\n"; });
Swoole\Event::defer(function () { echo "deferred\n"; });
echo "main ends\n";
