<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $requests = new Channel(1);
    $answers = new Channel(1);
    go(function () use ($requests, $answers) {
        while (($word = $requests->pop()) !== false) $answers->push(strrev($word));
        $answers->close();
    });
    foreach (['one', 'two'] as $word) {
        $answer = $answers->pop();
        $requests->push($word);
        echo "$word: $answer\n";
    }
    $requests->close();
});
