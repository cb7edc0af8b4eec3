<?php
$a = 1;
$b = &$a;
$b += 1;
unset($b);
echo $a;
