--TEST--
references across start, resume, suspend and return
--FILE--
<?php
function byRef(array &$a, &$x = null) { $a[] = 'in fiber'; $x = 'set'; Fiber::suspend(); $a[] = 'again'; }
$a = ['outside']; $x = 0;
$f = new Fiber('byRef');
$f->start($a, $x);
$f->resume();
echo json_encode([$a, $x]), "\n";
// a captured reference is shared
$count = 0;
$make = fn() => new Fiber(function () use (&$count) { while (true) { $count++; Fiber::suspend($count); } });
$fs = [$make(), $make()];
foreach ($fs as $f) $f->start();
foreach ($fs as $f) $f->resume();
echo $count, "\n";
// what is suspended with and resumed with is copied
$arr = [1, 2];
$f = new Fiber(function () use (&$arr) { $got = Fiber::suspend($arr); $got[] = 'inner'; Fiber::suspend($got); });
$v = $f->start(); $v[] = 'outer'; $arr[] = 3;
$w = [$ref = 5]; $r = &$w[0];
$u = $f->resume($w); $r = 6;
echo json_encode([$v, $arr, $u, $w]), "\n";
// foreach by reference around a suspension
$data = [1, 2, 3];
$f = new Fiber(function () use (&$data) { foreach ($data as $k => &$v) { $v *= Fiber::suspend($k); } unset($v); return $data; });
$f->start(); $data[] = 4;
while (!$f->isTerminated()) $f->resume(10);
echo json_encode($data), ' ', json_encode($f->getReturn()), "\n";
// static and global variables
function counter() { static $n = 0; global $g; $n++; $g[] = $n; Fiber::suspend(); $n += 10; $g[] = $n; }
$c = [new Fiber('counter'), new Fiber('counter')];
foreach ($c as $f) $f->start(); foreach ($c as $f) $f->resume();
echo json_encode($g), "\n";
// swap through references of two suspended fibers
$slot = new stdClass; $slot->v = 'start';
$p = new Fiber(function () use ($slot) { $mine = &$slot->v; while (true) { $mine .= '+p'; Fiber::suspend(); } });
$q = new Fiber(function () use ($slot) { $mine = &$slot->v; while (true) { $mine .= '+q'; Fiber::suspend(); } });
foreach ([$p, $q, $p, $q] as $i => $f) $i < 2 ? $f->start() : $f->resume();
echo $slot->v, "\n";
--EXPECTF--
Warning: byRef(): Argument #1 ($a) must be passed by reference, value given in %s on line 5

Warning: byRef(): Argument #2 ($x) must be passed by reference, value given in %s on line 5
[["outside"],0]
0
[[1,2,"outer"],[1,2,3],[6,"inner"],[6]]
[10,20,30,40] [10,20,30,40]
[1,2,12,22]
start+p+q+p+q
