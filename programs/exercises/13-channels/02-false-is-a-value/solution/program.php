<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $ch = new Channel(1);
    go(function () use ($ch) {
        foreach ([true, false, true, false] as $bit) $ch->push($bit);
        $ch->close();
    });
    for (;;) {
        $bit = $ch->pop();
        if ($bit === false && $ch->errCode !== SWOOLE_CHANNEL_OK) {
            break;
        }
        echo $bit ? '1' : '0';
    }
    echo "\n";
});
