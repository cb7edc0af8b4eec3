<?php
// fib(25): calls of a user function.

function fib($n)
{
    return $n < 2 ? $n : fib($n - 1) + fib($n - 2);
}

function bench(): int
{
    return fib(25);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'calls', $answer, (hrtime(true) - $start) / 1e6);
for ($run = 0; $run < 12; $run++) {
    bench();
}
$best = INF;
for ($run = 0; $run < 8; $run++) {
    $start = hrtime(true);
    $again = bench();
    $best = min($best, (hrtime(true) - $start) / 1e6);
    if ($again !== $answer) {
        exit("the answers differ\n");
    }
}
printf("%s %s %.3f\n", 'calls', $answer, $best);
