<?php
$a = 2;
$b = $a + 3 * $a;
$a = $b;
echo $a, "\n", $b - 1, "\n";
