<?php
use Lua\Coroutine;

function run(callable $f): void
{
    $co = Coroutine::create($f);
    for ($i = 0; $i < 5; $i++) {
        [, $value] = [...Coroutine::resume($co), null];
        echo json_encode($value), "\n";
    }
}

run(function () { Coroutine::yield(1); Coroutine::yield(2); });
run(function () { Coroutine::yield(3); throw new RuntimeException('out of numbers'); });
