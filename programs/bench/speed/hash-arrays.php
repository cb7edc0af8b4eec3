<?php
// String and sparse keys.

function bench(): int
{
    $a = [];
    for ($i = 0; $i < 30000; $i++) {
        $a['k' . ($i % 1000)] = $i;
        $a[$i * 7 % 5000 + 100000] = $i;
    }
    $s = 0;
    foreach ($a as $k => $v) {
        $s += is_int($k) ? $v : strlen($k);
    }
    for ($i = 0; $i < 30000; $i++) {
        if (isset($a['k' . ($i % 2000)])) {
            $s++;
        }
    }
    return $s;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'hash-arrays', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'hash-arrays', $answer, $best);
