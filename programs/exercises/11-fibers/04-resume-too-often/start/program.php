<?php
function work(string $name, int $steps): Fiber
{
    return new Fiber(function () use ($name, $steps) {
        for ($i = 0; $i < $steps; $i++) {
            echo "$name$i ";
            Fiber::suspend();
        }
        echo "$name. ";
    });
}

$fibers = [work('a', 2), work('b', 0), work('c', 1)];
foreach ($fibers as $fiber) $fiber->start();
do {
    $again = false;
    foreach ($fibers as $fiber) {
        if ($fiber->isStarted()) {
            $fiber->resume();
            $again = true;
        }
    }
} while ($again);
echo "\n";
