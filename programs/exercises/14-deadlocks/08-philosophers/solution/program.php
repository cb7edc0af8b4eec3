<?php
use Swoole\Coroutine\Channel;

Co\run(function () {
    $forks = array_map(fn () => new Channel(1), range(0, 4));
    $meals = 0;
    for ($i = 0; $i < 5; $i++) {
        go(function () use ($i, $forks, &$meals) {
            $left = $i;
            $right = ($i + 1) % 5;
            $forks[min($left, $right)]->push($i);
            Co::sleep(0.01); // reaching over
            $forks[max($left, $right)]->push($i);
            $meals++;
            $forks[$left]->pop();
            $forks[$right]->pop();
        });
    }
    Co::sleep(1);
    echo "$meals meals\n";
});
