<?php
use Swoole\Timer;

$beats = 0;
Timer::tick(500, function (int $id) use (&$beats) {
    $beats++;
    echo "beat $beats\n";
    if ($beats === 3) {
        Timer::clear($id);
    }
});
