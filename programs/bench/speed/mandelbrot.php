<?php
// A float kernel: the Mandelbrot set.

function bench(): int
{
    $inside = 0;
    for ($py = 0; $py < 60; $py++) {
        for ($px = 0; $px < 60; $px++) {
            $cr = $px / 30.0 - 1.5;
            $ci = $py / 30.0 - 1.0;
            $zr = 0.0;
            $zi = 0.0;
            $i = 0;
            while ($zr * $zr + $zi * $zi < 4.0 && $i < 100) {
                $t = $zr * $zr - $zi * $zi + $cr;
                $zi = 2.0 * $zr * $zi + $ci;
                $zr = $t;
                $i++;
            }
            $inside += $i;
        }
    }
    return $inside;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'mandelbrot', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'mandelbrot', $answer, $best);
