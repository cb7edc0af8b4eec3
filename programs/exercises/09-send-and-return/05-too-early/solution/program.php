<?php
function sum(array $xs): Generator
{
    $sum = 0;
    foreach ($xs as $x) {
        $sum += $x;
        yield "+$x=$sum";
    }
    return $sum;
}

$g = sum([1, 2, 3]);
foreach ($g as $step) {
    echo $step, ' ';
}
echo 'sum: ', $g->getReturn(), "\n";
