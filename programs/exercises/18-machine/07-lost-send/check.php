<?php
function average() { $sum = 0; $n = 0; while (true) { $x = yield $n === 0 ? null : $sum / $n; $sum += $x; $n++; } }
$a = average();
$a->current();
foreach ([10, 20, 60] as $x) echo $a->send($x), "\n";
function log_lines() { while (($line = yield) !== null) echo "log: $line\n"; }
$l = log_lines();
$l->send('first');
$l->send('second');
$l->send(null);
var_dump($l->valid());
