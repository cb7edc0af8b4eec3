<?php
// What appending and reading an element cost when the packed array has so many. Prints the answer and nanoseconds an element.
function fill(int $n): int
{
    $a = [];
    for ($i = 0; $i < $n; $i++) {
        $a[] = $i & 255;
    }
    $sum = 0;
    for ($i = 0; $i < $n; $i++) {
        $sum += $a[$i];
    }
    return $sum;
}
$n = (int) ($argv[1] ?? 1000);
$times = intdiv(1000000, $n);
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
