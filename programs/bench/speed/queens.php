<?php
// N queens by backtracking.

function place(int $n, int $row, int $cols, int $left, int $right): int
{
    if ($row === $n) {
        return 1;
    }
    $count = 0;
    for ($c = 0; $c < $n; $c++) {
        $bit = 1 << $c;
        if (($cols | $left | $right) & $bit) {
            continue;
        }
        $count += place($n, $row + 1, $cols | $bit, ($left | $bit) << 1, ($right | $bit) >> 1);
    }
    return $count;
}

function bench(): int
{
    return place(8, 0, 0, 0, 0);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'queens', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'queens', $answer, $best);
