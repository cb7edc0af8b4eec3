<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $ch = new Channel(1);
    go(function () use ($ch) {
        for ($i = 1; $i <= 3; $i++) $ch->push($i * $i);
    });
    for ($i = 1; $i <= 3; $i++) echo $ch->pop(), "\n";
});
