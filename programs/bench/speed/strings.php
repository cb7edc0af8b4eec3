<?php
// Building, cutting and comparing strings.

function bench(): string
{
    $out = '';
    for ($i = 0; $i < 60000; $i++) {
        $out .= 'item ' . $i . ';';
        if (strlen($out) > 4000) {
            $out = substr($out, 2000);
        }
    }
    $n = 0;
    for ($i = 0; $i < strlen($out); $i++) {
        if ($out[$i] === ';') {
            $n++;
        }
    }
    return md5($out) . $n;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'strings', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'strings', $answer, $best);
