<?php
// How fast the machine is: fib(32) in milliseconds.
function fib(int $n): int
{
    return $n < 2 ? $n : fib($n - 1) + fib($n - 2);
}
fib(20);
$started = hrtime(true);
$answer = fib((int) ($argv[1] ?? 32));
echo $answer, ' ', (hrtime(true) - $started) / 1e6, "\n";
