--TEST--
SplDoublyLinkedList, SplFixedArray, ArrayIterator and friends shared between fibers
--FILE--
<?php
$q = new SplQueue; $done = false;
$producer = new Fiber(function () use ($q, &$done) { foreach (range('a', 'g') as $c) { $q->enqueue($c); if (count($q) >= 3) Fiber::suspend('full'); } $done = true; });
$consumer = new Fiber(function () use ($q, &$done) { $s = ''; while (!$done || count($q)) { while (count($q)) $s .= $q->dequeue(); $s .= '|'; if (!$done) Fiber::suspend('empty'); } return $s; });
$producer->start(); $consumer->start(); while (!$producer->isTerminated()) { $producer->resume(); $consumer->resume(); } echo $consumer->getReturn(), "\n";
$list = new SplDoublyLinkedList; foreach ([1, 2, 3, 4] as $x) $list->push($x); $list->setIteratorMode(SplDoublyLinkedList::IT_MODE_DELETE);
$f = new Fiber(function () use ($list) { foreach ($list as $x) Fiber::suspend($x); }); echo $f->start(), $f->resume(), ' ', count($list), ' '; $list->push(9); while (!$f->isTerminated()) echo $f->resume(); echo ' ', count($list), "\n";
$fixed = SplFixedArray::fromArray([5, 6, 7]); $a = new Fiber(function () use ($fixed) { foreach ($fixed as $i => $v) Fiber::suspend("$i:$v"); }); $b = new Fiber(function () use ($fixed) { foreach ($fixed as $i => $v) Fiber::suspend("$i:$v"); });
echo $a->start(), ' ', $a->resume(), ' ', $b->start(), ' ', $a->resume(), ' ', $b->resume(), "\n";
$it = new ArrayIterator([1, 2, 3]); $a = new Fiber(function () use ($it) { foreach ($it as $v) Fiber::suspend("a$v"); }); $b = new Fiber(function () use ($it) { foreach ($it as $v) Fiber::suspend("b$v"); });
echo $a->start(), ' ', $a->resume(), ' ', $b->start(), ' ', var_export($a->resume(), true), ' ', var_export($b->resume(), true), "\n";
$s = new SplObjectStorage; $objs = array_map(fn($n) => (object) ['n' => $n], [1, 2, 3]); foreach ($objs as $o) $s[$o] = $o->n * 10;
$f = new Fiber(function () use ($s) { foreach ($s as $i => $o) { Fiber::suspend("$i:$o->n:" . $s[$o]); } }); echo $f->start(), ' '; $s->detach($objs[2]); echo var_export($f->resume(), true), ' ', var_export($f->resume(), true), "\n";
$h = new SplMinHeap; $f = new Fiber(function () use ($h) { foreach ($h as $x) Fiber::suspend($x); }); foreach ([5, 1, 3] as $x) $h->insert($x); echo $f->start(); $h->insert(0); echo $f->resume(), $f->resume(), ' ', count($h), "\n";
$rii = new RecursiveIteratorIterator(new RecursiveArrayIterator([1, [2, [3]], 4]), RecursiveIteratorIterator::SELF_FIRST); $f = new Fiber(function () use ($rii) { foreach ($rii as $k => $v) Fiber::suspend(str_repeat('-', $rii->getDepth()) . (is_array($v) ? 'arr' : $v)); }); for ($v = $f->start(); !$f->isTerminated(); $v = $f->resume()) echo $v, ' '; echo "\n";
--EXPECT--
abc|def|g|
12 3 349 0
0:5 1:6 0:5 2:7 1:6
a1 a2 b1 'a2' 'b3'
0:1:10 '1:2:20' NULL
113 2
1 arr -2 -arr --3 4
