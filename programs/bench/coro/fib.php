<?php
// How fast the machine is: fib(32) in milliseconds.
require __DIR__ . '/clock.php';
function fib(int $n): int
{
    return $n < 2 ? $n : fib($n - 1) + fib($n - 2);
}
fib(20);
$started = cpu();
$answer = fib((int) ($argv[1] ?? 32));
echo $answer, ' ', (cpu() - $started) / 1e6, "\n";
