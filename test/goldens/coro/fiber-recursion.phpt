--TEST--
Fiber recursion
--FILE--
<?php
function deep($n) { if ($n === 0) { Fiber::suspend('bottom'); return 0; } return deep($n - 1) + 1; }
$f = new Fiber('deep');
var_dump($f->start(20000));
var_dump($f->resume());
var_dump($f->getReturn());
$list = [];
for ($i = 0; $i < 1000; $i++) { $list[$i] = new Fiber(function ($i) { $s = 0; while (true) { $x = Fiber::suspend($s); if ($x === null) return $s; $s += $x + $i; } }); $list[$i]->start($i); }
for ($k = 0; $k < 5; $k++) foreach ($list as $f) $f->resume($k);
$sum = 0;
foreach ($list as $f) { $f->resume(); $sum += $f->getReturn(); }
var_dump($sum);
// fibers that start fibers
function nest($d) { if ($d === 0) return 'leaf'; $f = new Fiber('nest'); $f->start($d - 1); return "($d " . $f->getReturn() . ')'; }
echo nest(12), "\n";
function chain($d) { $f = $d ? new Fiber('chain') : null; $v = $f?->start($d - 1); while (true) { $x = Fiber::suspend("$d$v"); $v = $f?->resume($x) ?? $x; } }
$c = new Fiber('chain');
echo $c->start(3), "\n", $c->resume('x'), "\n", $c->resume('y'), "\n";
--EXPECT--
string(6) "bottom"
NULL
int(20000)
int(2507500)
(12 (11 (10 (9 (8 (7 (6 (5 (4 (3 (2 (1 leaf))))))))))))
3210
3210x
3210y
