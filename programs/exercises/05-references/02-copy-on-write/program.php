<?php
$a = [1, 2];
$b = $a;
$b[] = 3;
echo count($a), count($b), "\n";
$c = [1, 2];
$r = &$c[0];
$d = $c;
$d[0] = 9;
$d[1] = 9;
echo $c[0], $c[1], "\n";
function grow(array $x) { $x[] = 0; return count($x); }
echo grow($a), count($a), "\n";
