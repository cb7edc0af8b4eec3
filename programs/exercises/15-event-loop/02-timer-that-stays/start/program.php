<?php
use Swoole\Timer;

$beats = 0;
Timer::tick(500, function () use (&$beats) {
    if ($beats < 3) {
        $beats++;
        echo "beat $beats\n";
    }
});
