<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $ch = new Channel(1);
    go(function () use ($ch) {
        foreach ([true, false, true, false] as $bit) $ch->push($bit);
        $ch->close();
    });
    while (($bit = $ch->pop()) !== false) {
        echo $bit ? '1' : '0';
    }
    echo "\n";
});
