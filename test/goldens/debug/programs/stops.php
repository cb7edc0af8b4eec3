<?php
// What the session stops.dbg walks through.
function fact(int $n): int
{
    if ($n < 2) return 1;
    $below = fact($n - 1);
    return $n * $below;
}
function evens(int $most)
{
    for ($i = 0; $i <= $most; $i += 2) {
        yield $i;
    }
}
$f = fact(3);
$sum = 0;
try {
    throw new LogicException('no');
} catch (LogicException $e) {
    $sum = $f;
}
foreach (evens(4) as $even) {
    $sum += $even;
}
go(function () use ($sum) {
    co::sleep(0.5);
    echo $sum, "\n";
});
$fiber = new Fiber(function ($x) {
    $y = Fiber::suspend($x * 2);
    return $y;
});
$fiber->start(21);
$fiber->resume('end');
echo $fiber->getReturn(), "\n";
