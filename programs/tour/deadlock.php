<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $left = new Channel(1);
    $right = new Channel(1);
    go(function () use ($left, $right) {
        $left->push($right->pop());
    });
    go(function () use ($left, $right) {
        $right->push($left->pop());
    });
});
