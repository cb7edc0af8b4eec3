<?php
// What writing and reading an element cost when so many string keys are in the array. Prints the answer and nanoseconds an element.
function fill(int $n): int
{
    $a = [];
    for ($i = 0; $i < $n; $i++) {
        $a["k$i"] = $i & 255;
    }
    $sum = 0;
    for ($i = $n - 1; $i >= 0; $i--) {
        $sum += $a["k$i"];
    }
    return $sum;
}
$n = (int) ($argv[1] ?? 1000);
$times = max(1, intdiv(200000, $n));
$best = INF;
for ($run = 0; $run < 4; $run++) {
    $sum = 0;
    $start = hrtime(true);
    for ($i = 0; $i < $times; $i++) {
        $sum += fill($n);
    }
    $best = min($best, (hrtime(true) - $start) / ($times * $n));
}
echo $sum, ' ', $best, "\n";
