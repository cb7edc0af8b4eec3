<?php
// Permutations in packed arrays.

function bench(): int
{
    $n = 8;
    $p = range(0, $n - 1);
    $q = $p;
    $s = range(0, $n - 1);
    $sign = 1;
    $maxFlips = 0;
    $sum = 0;
    while (true) {
        $q0 = $p[0];
        if ($q0 !== 0) {
            for ($i = 1; $i < $n; $i++) {
                $q[$i] = $p[$i];
            }
            $flips = 1;
            while (true) {
                $qq = $q[$q0];
                if ($qq === 0) {
                    $sum += $sign * $flips;
                    if ($flips > $maxFlips) {
                        $maxFlips = $flips;
                    }
                    break;
                }
                $q[$q0] = $q0;
                if ($q0 >= 3) {
                    $i = 1;
                    $j = $q0 - 1;
                    do {
                        $t = $q[$i];
                        $q[$i] = $q[$j];
                        $q[$j] = $t;
                        $i++;
                        $j--;
                    } while ($i < $j);
                }
                $q0 = $qq;
                $flips++;
            }
        }
        if ($sign === 1) {
            $t = $p[0];
            $p[0] = $p[1];
            $p[1] = $t;
            $sign = -1;
        } else {
            $t = $p[1];
            $p[1] = $p[2];
            $p[2] = $t;
            $sign = 1;
            for ($i = 2; $i < $n; $i++) {
                $sx = $s[$i];
                if ($sx !== 0) {
                    $s[$i] = $sx - 1;
                    break;
                }
                if ($i === $n - 1) {
                    return $sum * 100 + $maxFlips;
                }
                $s[$i] = $i;
                $t = $p[0];
                for ($j = 0; $j <= $i; $j++) {
                    $p[$j] = $p[$j + 1];
                }
                $p[$i + 1] = $t;
            }
        }
    }
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'fannkuch', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'fannkuch', $answer, $best);
