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
printf("%s %s %.3f\n", 'exceptions', $answer, $best);
