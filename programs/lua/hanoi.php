<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// The towers of Hanoi: a recursion that hands out its moves one at a time.
function hanoi(int $n, string $from, string $to, string $via): void
{
    if ($n === 0) {
        return;
    }
    hanoi($n - 1, $from, $via, $to);
    Coroutine::yield($n, $from, $to);
    hanoi($n - 1, $via, $to, $from);
}

$count = 0;
$next = Coroutine::wrap(fn () => hanoi(5, 'A', 'C', 'B'));
while ([$disk, $from, $to] = $next()) {
    $count++;
    say($count, "disk $disk", "$from -> $to");
}
