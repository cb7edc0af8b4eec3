<?php
// Calling closures, with bound variables.

function bench(): int
{
    $k = 3;
    $add = function ($x) use ($k) {
        return $x + $k;
    };
    $twice = fn($x) => $add($add($x));
    $s = 0;
    for ($i = 0; $i < 50000; $i++) {
        $s += $twice($i) & 15;
    }
    $mapped = array_map(fn($x) => $x * 2, range(1, 20000));
    return $s + array_sum($mapped);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'closures', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'closures', $answer, $best);
