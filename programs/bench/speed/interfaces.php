<?php
// Calls through an interface, three classes in turn.

interface Shape
{
    public function area(): float;
}

final class Square implements Shape
{
    public function __construct(private float $side)
    {
    }

    public function area(): float
    {
        return $this->side * $this->side;
    }
}

final class Circle implements Shape
{
    public function __construct(private float $radius)
    {
    }

    public function area(): float
    {
        return 3.0 * $this->radius * $this->radius;
    }
}

final class Rectangle implements Shape
{
    public function __construct(private float $a, private float $b)
    {
    }

    public function area(): float
    {
        return $this->a * $this->b;
    }
}

function bench(): string
{
    $shapes = [];
    for ($i = 0; $i < 300; $i++) {
        $shapes[] = match ($i % 3) {
            0 => new Square($i),
            1 => new Circle($i),
            default => new Rectangle($i, 2.5),
        };
    }
    $sum = 0.0;
    for ($k = 0; $k < 300; $k++) {
        foreach ($shapes as $shape) {
            $sum += $shape->area();
        }
    }
    return sprintf('%.1f', $sum);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'interfaces', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'interfaces', $answer, $best);
