<?php
// What a call costs when the calls are so deep. Prints the answer and nanoseconds a call.
function down(int $n): int
{
    return $n === 0 ? 0 : 1 + down($n - 1);
}
$depth = (int) ($argv[1] ?? 1000);
$times = intdiv(2000000, $depth);
$best = INF;
for ($run = 0; $run < 4; $run++) {
    $sum = 0;
    $start = hrtime(true);
    for ($i = 0; $i < $times; $i++) {
        $sum += down($depth);
    }
    $best = min($best, (hrtime(true) - $start) / ($times * $depth));
}
echo $sum, ' ', $best, "\n";
