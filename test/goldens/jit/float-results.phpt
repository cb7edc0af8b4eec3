--TEST--
An int that a function with a float result returns is a float, also when it was computed unboxed.
--FILE--
<?php
// An int that a function with a float result returns is a float, also when it was computed unboxed.
function third(int $i): float {
    $n = -3 * $i;
    return $n / 3;
}
function plain(int $i): float {
    return $i;
}
function maybe(int|float $x): ?float {
    return $x > 100 ? null : $x * 1;
}
for ($i = 0; $i < 5; $i++) {
    $r = third($i);
    var_dump($r, plain($i), maybe($i), third($i) + 1, maybe($i * 40));
}
--EXPECT--
float(0)
float(0)
float(0)
float(1)
float(0)
float(-1)
float(1)
float(1)
float(0)
float(40)
float(-2)
float(2)
float(2)
float(-1)
float(80)
float(-3)
float(3)
float(3)
float(-2)
NULL
float(-4)
float(4)
float(4)
float(-3)
NULL
