<?php
// send() into a generator. Prints the answer and nanoseconds of processor time a send.
require __DIR__ . '/clock.php';
function adder(): Generator
{
    $sum = 0;
    while (true) {
        $sum += yield $sum;
    }
}
function total(int $n): int
{
    $g = adder();
    $g->current();
    for ($i = 0; $i < $n; $i++) {
        $last = $g->send($i);
    }
    return $last;
}
$n = (int) ($argv[1] ?? 500000);
$sum = total($n);
$started = cpu();
$sum += total($n);
echo $sum, ' ', (cpu() - $started) / $n, "\n";
