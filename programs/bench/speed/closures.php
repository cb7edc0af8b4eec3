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
// Warm-up: at least twelve runs and so many milliseconds; then the best of at least eight in half that time.
$warm = (int) ($argv[1] ?? 1000) * 1000000;
$until = hrtime(true) + $warm;
for ($run = 0; $run < 12 || hrtime(true) < $until; $run++) {
    bench();
}
$best = INF;
$until = hrtime(true) + intdiv($warm, 2);
for ($run = 0; $run < 8 || hrtime(true) < $until; $run++) {
    $start = hrtime(true);
    $again = bench();
    $best = min($best, (hrtime(true) - $start) / 1e6);
    if ($again !== $answer) {
        exit("the answers differ\n");
    }
}
printf("%s %s %.3f\n", 'closures', $answer, $best);
