<?php
use Swoole\Coroutine\Channel;

$balance = ['a' => 100, 'b' => 100];

Co\run(function () use (&$balance) {
    $lock = ['a' => new Channel(1), 'b' => new Channel(1)];
    $transfer = function ($from, $to, $amount) use (&$balance, $lock) {
        [$first, $second] = $from < $to ? [$from, $to] : [$to, $from];
        $lock[$first]->push(true);
        Co::sleep(0.01); // the bank is slow
        $lock[$second]->push(true);
        $balance[$from] -= $amount;
        $balance[$to] += $amount;
        $lock[$from]->pop();
        $lock[$to]->pop();
        echo "$from -> $to: $amount\n";
    };
    go(fn () => $transfer('a', 'b', 30));
    go(fn () => $transfer('b', 'a', 10));
});
echo json_encode($balance), "\n";
