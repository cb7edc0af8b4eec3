<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    foreach ([0, 0.1] as $pause) {
        $ready = new Channel(1);
        go(function () use ($ready, $pause) {
            if ($pause > 0) Co::sleep($pause);
            $ready->push("result after $pause s");
        });
        echo $ready->pop(), "\n";
    }
});
