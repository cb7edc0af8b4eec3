--TEST--
two sorts, two replacements and two walks that take turns in one engine
--FILE--
<?php
function sorter(array $data) { usort($data, function ($a, $b) { return Fiber::suspend([$a, $b]) ?? $a <=> $b; }); return $data; }
$a = new Fiber('sorter'); $b = new Fiber('sorter');
mt_srand(7); $x = range(1, 40); shuffle($x); $y = array_reverse($x);
$va = $a->start($x); $vb = $b->start($y); $n = 0;
while (!$a->isTerminated() || !$b->isTerminated()) { if (!$a->isTerminated()) $va = $a->resume(); if (!$b->isTerminated()) $vb = $b->resume(); $n++; }
var_dump($a->getReturn() === range(1, 40), $b->getReturn() === range(1, 40), $n > 50);
// someone else decides the order
$f = new Fiber('sorter'); $v = $f->start(['pear', 'fig', 'apple', 'kiwi']); while (!$f->isTerminated()) $v = $f->resume(strlen($v[0]) <=> strlen($v[1])); echo implode(' ', $f->getReturn()), "\n";
// the array is changed by another fiber while it is sorted, walked, mapped
$data = [3, 1, 2];
$s = new Fiber(function () use (&$data) { usort($data, function ($a, $b) { Fiber::suspend(); return $a <=> $b; }); });
$s->start(); $data[] = 99; while (!$s->isTerminated()) $s->resume(); echo json_encode($data), "\n";
$w = new Fiber(function () use (&$data) { array_walk($data, function (&$v, $k) { $v = [$k, $v, Fiber::suspend($k)]; }); });
$data = ['a' => 1, 'b' => 2]; $w->start(); $data['c'] = 3; while (!$w->isTerminated()) $w->resume('r'); echo json_encode($data), "\n";
$m = new Fiber(fn() => array_map(function ($v) { Fiber::suspend(); return $v; }, $GLOBALS['list'])); $list = [1, 2]; $m->start(); $list[0] = 'changed'; $m->resume(); $m->resume(); echo json_encode($m->getReturn()), "\n";
$e = new Fiber(function () use (&$list) { foreach ($list as $k => &$v) { Fiber::suspend("$k"); $v .= '!'; } }); $e->start(); $list[] = 'added'; while (!$e->isTerminated()) $e->resume(); echo json_encode($list), "\n";
$u = new Fiber(function () { $o = new ArrayObject(['x' => 1, 'y' => 2, 'z' => 3]); foreach ($o as $k => $v) { if (Fiber::suspend($k)) unset($o['y']); } return $o->getArrayCopy(); }); $u->start(); $u->resume(true); while (!$u->isTerminated()) $u->resume(false); echo json_encode($u->getReturn()), "\n";
$p = new Fiber(function () { $o = new class { public $a = 1; public $b = 2; private $c = 3; function each() { foreach ($this as $k => $v) { Fiber::suspend("$k=$v"); $this->b = 'changed'; } } }; $o->dyn = 4; $o->each(); });
for ($v = @$p->start(); !$p->isTerminated(); $v = $p->resume()) echo $v, ' '; echo "\n";
--EXPECTF--
bool(true)
bool(true)
bool(true)
fig pear kiwi apple
[1,2,3]
{"a":["a",1,"r"],"b":["b",2,"r"],"c":["c",3,"r"]}
[1,2]
["changed!","2!","added!"]
{"x":1,"z":3}

Deprecated: Creation of dynamic property class@anonymous::$dyn is deprecated in %s on line 19
a=1 b=changed c=3 dyn=4
