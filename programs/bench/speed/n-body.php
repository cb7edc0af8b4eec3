<?php
// Planets as arrays of floats.

function energy(array $bodies): float
{
    $e = 0.0;
    $n = count($bodies);
    for ($i = 0; $i < $n; $i++) {
        $b = $bodies[$i];
        $e += 0.5 * $b[6] * ($b[3] * $b[3] + $b[4] * $b[4] + $b[5] * $b[5]);
        for ($j = $i + 1; $j < $n; $j++) {
            $c = $bodies[$j];
            $dx = $b[0] - $c[0];
            $dy = $b[1] - $c[1];
            $dz = $b[2] - $c[2];
            $e -= $b[6] * $c[6] / sqrt($dx * $dx + $dy * $dy + $dz * $dz);
        }
    }
    return $e;
}

function bench(): string
{
    $bodies = [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47],
        [4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037],
        [8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011],
        [12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017],
        [15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.002],
    ];
    $n = 5;
    for ($step = 0; $step < 2000; $step++) {
        for ($i = 0; $i < $n; $i++) {
            for ($j = $i + 1; $j < $n; $j++) {
                $dx = $bodies[$i][0] - $bodies[$j][0];
                $dy = $bodies[$i][1] - $bodies[$j][1];
                $dz = $bodies[$i][2] - $bodies[$j][2];
                $d2 = $dx * $dx + $dy * $dy + $dz * $dz;
                $mag = 0.001 / ($d2 * sqrt($d2));
                $mi = $bodies[$i][6] * $mag;
                $mj = $bodies[$j][6] * $mag;
                $bodies[$i][3] -= $dx * $mj;
                $bodies[$i][4] -= $dy * $mj;
                $bodies[$i][5] -= $dz * $mj;
                $bodies[$j][3] += $dx * $mi;
                $bodies[$j][4] += $dy * $mi;
                $bodies[$j][5] += $dz * $mi;
            }
        }
        for ($i = 0; $i < $n; $i++) {
            $bodies[$i][0] += 0.001 * $bodies[$i][3];
            $bodies[$i][1] += 0.001 * $bodies[$i][4];
            $bodies[$i][2] += 0.001 * $bodies[$i][5];
        }
    }
    return sprintf('%.9f', energy($bodies));
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'n-body', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'n-body', $answer, $best);
