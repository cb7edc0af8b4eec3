<?php
// Quicksort by hand, and usort.

function quicksort(array &$a, int $lo, int $hi): void
{
    while ($lo < $hi) {
        $p = $a[($lo + $hi) >> 1];
        $i = $lo;
        $j = $hi;
        while ($i <= $j) {
            while ($a[$i] < $p) {
                $i++;
            }
            while ($a[$j] > $p) {
                $j--;
            }
            if ($i <= $j) {
                $t = $a[$i];
                $a[$i] = $a[$j];
                $a[$j] = $t;
                $i++;
                $j--;
            }
        }
        if ($j - $lo < $hi - $i) {
            quicksort($a, $lo, $j);
            $lo = $i;
        } else {
            quicksort($a, $i, $hi);
            $hi = $j;
        }
    }
}

function bench(): string
{
    $a = [];
    $x = 42;
    for ($i = 0; $i < 15000; $i++) {
        $x = ($x * 1103515245 + 12345) & 0x7fffffff;
        $a[] = $x % 100000;
    }
    $b = $a;
    quicksort($a, 0, count($a) - 1);
    usort($b, fn($l, $r) => $l <=> $r);
    return ($a === $b ? 'same' : 'different') . $a[7500];
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'sorting', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'sorting', $answer, $best);
