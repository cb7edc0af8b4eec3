--TEST--
deep recursion inside of fibers, fibers in recursion, many frames and generators
--FILE--
<?php
function depth(int $n) { return $n === 0 ? Fiber::suspend('bottom') : 1 + depth($n - 1); }
foreach ([10, 1000, 50000] as $n) { $f = new Fiber('depth'); echo $f->start($n), ' '; $f->resume(1); echo $f->getReturn(), "\n"; }
// a tree walked by recursion and suspended at each leaf
function walk(array $t, int $d = 0) { foreach ($t as $x) is_array($x) ? walk($x, $d + 1) : Fiber::suspend([$x, $d]); }
$tree = [1, [2, [3, [4, [5]]], 6], 7];
$f = new Fiber('walk'); for ($v = $f->start($tree); !$f->isTerminated(); $v = $f->resume()) echo "$v[0]@$v[1] "; echo "\n";
// same fringe by two fibers
function same(array $a, array $b): bool { $f = new Fiber('walk'); $g = new Fiber('walk'); $x = $f->start($a); $y = $g->start($b); while (!$f->isTerminated() && !$g->isTerminated()) { if ($x[0] !== $y[0]) return false; $x = $f->resume(); $y = $g->resume(); } return $f->isTerminated() && $g->isTerminated(); }
var_dump(same([1, [2, 3]], [[1, 2], 3]), same([1, [2, 3]], [[1, 2], 4]), same([1], [1, 2]));
// an exception through 20000 frames of a fiber
function thrower(int $n) { if ($n === 0) { Fiber::suspend(); throw new Exception('deep'); } try { thrower($n - 1); } finally { $GLOBALS['unwound'] = ($GLOBALS['unwound'] ?? 0) + 1; } }
$f = new Fiber('thrower'); $f->start(20000); try { $f->resume(); } catch (Exception $e) { echo $e->getMessage(), ' ', count($e->getTrace()), " $unwound\n"; }
// destroyed while 20000 frames deep
$unwound = 0; $f = new Fiber('thrower'); $f->start(20000); unset($f); echo $unwound, "\n";
function ack($m, $n) { return $m === 0 ? $n + 1 : ($n === 0 ? ack($m - 1, 1) : ack($m - 1, ack($m, $n - 1))); }
$f = new Fiber('ack'); $f->start(2, 30); echo $f->getReturn(), "\n";
--EXPECT--
bottom 11
bottom 1001
bottom 50001
1@0 2@1 3@2 4@3 5@4 6@1 7@0 
bool(true)
bool(false)
bool(false)
deep 20002 20000
20000
63
