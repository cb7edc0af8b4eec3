<?php
// A pipeline of three generators.

function numbers(int $n): Generator
{
    for ($i = 0; $i < $n; $i++) {
        yield $i;
    }
}

function odd(iterable $in): Generator
{
    foreach ($in as $x) {
        if ($x & 1) {
            yield $x;
        }
    }
}

function squares(iterable $in): Generator
{
    foreach ($in as $k => $x) {
        yield $k => $x * $x;
    }
}

function bench(): int
{
    $s = 0;
    foreach (squares(odd(numbers(60000))) as $x) {
        $s = ($s + $x) % 1000003;
    }
    return $s;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'generators', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'generators', $answer, $best);
