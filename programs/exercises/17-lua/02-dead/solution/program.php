<?php
use Lua\Coroutine;

function run(callable $f): void
{
    $co = Coroutine::create($f);
    for (;;) {
        [$ok, $value] = [...Coroutine::resume($co), null];
        if (!$ok) {
            echo 'failed: ', $value->getMessage(), "\n";
            return;
        }
        if (Coroutine::status($co) === 'dead') {
            return;
        }
        echo json_encode($value), "\n";
    }
}

run(function () { Coroutine::yield(1); Coroutine::yield(2); });
run(function () { Coroutine::yield(3); throw new RuntimeException('out of numbers'); });
