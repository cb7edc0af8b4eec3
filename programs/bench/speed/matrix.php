<?php
// Multiplying matrices of ints.

function matrix(int $n, int $seed): array
{
    $m = [];
    for ($i = 0; $i < $n; $i++) {
        $row = [];
        for ($j = 0; $j < $n; $j++) {
            $row[] = ($i * $seed + $j) % 10;
        }
        $m[] = $row;
    }
    return $m;
}

function bench(): int
{
    $n = 60;
    $a = matrix($n, 3);
    $b = matrix($n, 7);
    $c = [];
    for ($i = 0; $i < $n; $i++) {
        $row = [];
        for ($j = 0; $j < $n; $j++) {
            $sum = 0;
            for ($k = 0; $k < $n; $k++) {
                $sum += $a[$i][$k] * $b[$k][$j];
            }
            $row[$j] = $sum;
        }
        $c[$i] = $row;
    }
    $total = 0;
    foreach ($c as $row) {
        foreach ($row as $x) {
            $total += $x;
        }
    }
    return $total;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'matrix', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'matrix', $answer, $best);
