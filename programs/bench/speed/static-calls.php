<?php
// Static methods, constants and static properties.

final class Util
{
    public const STEP = 3;
    public static int $calls = 0;

    public static function clamp(int $x, int $lo, int $hi): int
    {
        self::$calls++;
        return $x < $lo ? $lo : ($x > $hi ? $hi : $x);
    }

    public static function next(int $x): int
    {
        return self::clamp($x + self::STEP, 0, 1000);
    }
}

function bench(): int
{
    $s = 0;
    $x = 0;
    for ($i = 0; $i < 80000; $i++) {
        $x = Util::next($x);
        if ($x === 1000) {
            $x = 0;
        }
        $s += $x;
    }
    return $s;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'static-calls', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'static-calls', $answer, $best);
