<?php
// Float calls in double loops.

function a(int $i, int $j): float
{
    return 1.0 / ((($i + $j) * ($i + $j + 1) >> 1) + $i + 1);
}

function multiply(int $n, array $v, bool $transposed): array
{
    $out = [];
    for ($i = 0; $i < $n; $i++) {
        $sum = 0.0;
        for ($j = 0; $j < $n; $j++) {
            $sum += ($transposed ? a($j, $i) : a($i, $j)) * $v[$j];
        }
        $out[] = $sum;
    }
    return $out;
}

function bench(): string
{
    $n = 60;
    $u = array_fill(0, $n, 1.0);
    $v = $u;
    for ($i = 0; $i < 6; $i++) {
        $v = multiply($n, multiply($n, $u, false), true);
        $u = multiply($n, multiply($n, $v, false), true);
    }
    $vBv = 0.0;
    $vv = 0.0;
    for ($i = 0; $i < $n; $i++) {
        $vBv += $u[$i] * $v[$i];
        $vv += $v[$i] * $v[$i];
    }
    return sprintf('%.9f', sqrt($vBv / $vv));
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'spectral-norm', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'spectral-norm', $answer, $best);
