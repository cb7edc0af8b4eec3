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
printf("%s %s %.3f\n", 'matrix', $answer, $best);
