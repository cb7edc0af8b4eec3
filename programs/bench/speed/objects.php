<?php
// Method calls and properties.

final class Counter
{
    private int $n = 0;
    public $last = 0;

    public function add(int $x): static
    {
        $this->n += $x;
        $this->last = $x;
        return $this;
    }

    public function get(): int
    {
        return $this->n;
    }
}

function bench(): int
{
    $c = new Counter();
    for ($i = 0; $i < 200000; $i++) {
        $c->add($i & 7);
        if ($c->get() > 1000000) {
            $c->add(-1000000);
        }
    }
    return $c->get() + $c->last;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'objects', $answer, (hrtime(true) - $start) / 1e6);
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
printf("%s %s %.3f\n", 'objects', $answer, $best);
