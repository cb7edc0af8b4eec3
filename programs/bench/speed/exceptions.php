<?php
// Throwing and catching, with finally.

function risky(int $i): int
{
    try {
        if ($i % 3 === 0) {
            throw new RuntimeException('no', $i);
        }
        return $i;
    } finally {
        $i++;
    }
}

function bench(): int
{
    $s = 0;
    for ($i = 0; $i < 20000; $i++) {
        try {
            $s += risky($i);
        } catch (RuntimeException $e) {
            $s += $e->getCode() & 1;
        }
    }
    return $s;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'exceptions', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'exceptions', $answer, $best);
