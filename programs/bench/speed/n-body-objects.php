<?php
// Planets as objects with typed properties.

final class Body
{
    public function __construct(
        public float $x,
        public float $y,
        public float $vx,
        public float $vy,
        public float $mass,
    ) {
    }
}

function bench(): string
{
    $bodies = [
        new Body(0.0, 0.0, 0.0, 0.0, 39.47),
        new Body(4.84, -1.16, 0.606, 2.81, 0.037),
        new Body(8.34, 4.12, -1.01, 1.82, 0.011),
        new Body(12.89, -15.11, 1.08, 0.868, 0.0017),
    ];
    for ($step = 0; $step < 3000; $step++) {
        foreach ($bodies as $i => $a) {
            for ($j = $i + 1; $j < 4; $j++) {
                $b = $bodies[$j];
                $dx = $a->x - $b->x;
                $dy = $a->y - $b->y;
                $d2 = $dx * $dx + $dy * $dy;
                $mag = 0.001 / ($d2 * sqrt($d2));
                $a->vx -= $dx * $b->mass * $mag;
                $a->vy -= $dy * $b->mass * $mag;
                $b->vx += $dx * $a->mass * $mag;
                $b->vy += $dy * $a->mass * $mag;
            }
        }
        foreach ($bodies as $b) {
            $b->x += 0.001 * $b->vx;
            $b->y += 0.001 * $b->vy;
        }
    }
    return sprintf('%.9f', $bodies[0]->x + $bodies[3]->y);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'n-body-objects', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'n-body-objects', $answer, $best);
