<?php
// A fiber that suspends, and the main program that resumes it. Prints the answer and nanoseconds of processor time a pair.
require __DIR__ . '/clock.php';
$n = (int) ($argv[1] ?? 500000);
$fiber = new Fiber(function (): void {
    $sum = 0;
    while (true) {
        $sum += Fiber::suspend($sum);
    }
});
$fiber->start();
$run = function (int $n) use ($fiber) {
    for ($i = 0; $i < $n; $i++) {
        $last = $fiber->resume($i);
    }
    return $last;
};
$run($n);
$started = cpu();
$sum = $run($n);
echo $sum, ' ', (cpu() - $started) / $n, "\n";
