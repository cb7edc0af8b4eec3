<?php
// A loop of additions and masks.

function bench(): int
{
    $s = 0;
    for ($i = 0; $i < 1000000; $i++) {
        $s = ($s + $i * 3) & 0xffffff;
    }
    return $s;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'integer-loop', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'integer-loop', $answer, $best);
