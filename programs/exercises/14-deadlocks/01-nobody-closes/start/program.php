<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $ch = new Channel(3);
    go(function () use ($ch) {
        foreach ([1, 2, 3, 4] as $n) $ch->push($n);
    });
    $sum = 0;
    while (($n = $ch->pop()) !== false) $sum += $n;
    echo "sum $sum\n";
});
