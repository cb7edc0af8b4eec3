<?php
function f($a, $b = 2) {
    $a = 10;
    $b = 20;
    return func_num_args() . ': ' . implode(' ', func_get_args());
}
echo f(1), "\n";
echo f(1, 2), "\n";
echo f(1, 2, 3, 4), "\n";
