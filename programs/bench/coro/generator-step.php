<?php
// Steps of a generator in a foreach. Prints the answer and nanoseconds of processor time a step.
require __DIR__ . '/clock.php';
function numbers(int $n): Generator
{
    for ($i = 0; $i < $n; $i++) {
        yield $i;
    }
}
function total(int $n): int
{
    $sum = 0;
    foreach (numbers($n) as $x) {
        $sum += $x;
    }
    return $sum;
}
$n = (int) ($argv[1] ?? 1000000);
$sum = total($n);
$started = cpu();
$sum += total($n);
echo $sum, ' ', (cpu() - $started) / $n, "\n";
