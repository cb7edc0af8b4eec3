<?php
function depth(int $n) { if ($n === 0) return Fiber::suspend('at the bottom'); $x = $n; $got = depth($n - 1); return "$got$x"; }
$fiber = new Fiber(fn () => depth(5));
echo $fiber->start(), "\n";
$fiber->resume('back: ');
echo $fiber->getReturn(), "\n";
