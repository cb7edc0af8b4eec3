<?php
function f($a = 1, $b = [1, 2], ...$more) {
    $b[] = $a;
    return implode('+', $b) . '/' . count($more);
}
echo f(), "\n";
echo f(b: [9]), "\n";
echo f(5, [], 6, 7), "\n";
function n() { static $n = 0; return ++$n; }
n();
n();
echo n(), "\n";
