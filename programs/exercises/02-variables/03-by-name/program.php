<?php
function f() {
    $x = 1;
    $name = 'x';
    $$name = 5;
    echo $x, "\n";
    extract(['x' => 7, 'fresh' => 8]);
    echo $x, ' ', $fresh, "\n";
    echo implode(',', array_keys(get_defined_vars())), "\n";
}
f();
