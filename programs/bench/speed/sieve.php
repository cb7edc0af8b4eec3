<?php
// Primes by crossing out.

function bench(): int
{
    $n = 200000;
    $flags = array_fill(0, $n + 1, true);
    $count = 0;
    for ($i = 2; $i <= $n; $i++) {
        if ($flags[$i]) {
            $count++;
            for ($k = $i + $i; $k <= $n; $k += $i) {
                $flags[$k] = false;
            }
        }
    }
    return $count;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'sieve', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'sieve', $answer, $best);
