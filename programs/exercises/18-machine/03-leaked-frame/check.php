<?php
function add($a, $b) { return $a + $b; }
$sum = 0;
for ($i = 0; $i < 1000; $i++) $sum = add($sum, $i);
echo $sum, "\n";
echo array_sum(array_map(function ($x) use ($sum) { return $x + $sum; }, [1, 2, 3])), "\n";
