<?php
// Edit distance with two rows.

function distance(string $a, string $b): int
{
    $n = strlen($a);
    $m = strlen($b);
    $prev = range(0, $m);
    for ($i = 1; $i <= $n; $i++) {
        $cur = [$i];
        $c = $a[$i - 1];
        for ($j = 1; $j <= $m; $j++) {
            $cost = $c === $b[$j - 1] ? 0 : 1;
            $cur[$j] = min($prev[$j] + 1, $cur[$j - 1] + 1, $prev[$j - 1] + $cost);
        }
        $prev = $cur;
    }
    return $prev[$m];
}

function bench(): int
{
    $a = str_repeat('kitten sitting ', 14);
    $b = str_repeat('sitting kitten ', 14);
    return distance($a, $b);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'levenshtein', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'levenshtein', $answer, $best);
