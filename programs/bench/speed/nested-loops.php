<?php
// Six loops inside each other.

function bench(): int
{
    $n = 9;
    $x = 0;
    for ($a = 0; $a < $n; $a++) {
        for ($b = 0; $b < $n; $b++) {
            for ($c = 0; $c < $n; $c++) {
                for ($d = 0; $d < $n; $d++) {
                    for ($e = 0; $e < $n; $e++) {
                        for ($f = 0; $f < $n; $f++) {
                            $x++;
                        }
                    }
                }
            }
        }
    }
    return $x;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'nested-loops', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'nested-loops', $answer, $best);
