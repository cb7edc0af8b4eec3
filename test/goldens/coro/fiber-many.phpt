--TEST--
many fibers alive at once: memory is given back, ids are reused
--FILE--
<?php
$m0 = memory_get_usage();
$fs = [];
for ($i = 0; $i < 3000; $i++) { $fs[$i] = new Fiber(function () use ($i) { $local = "fiber $i"; while (true) { $x = Fiber::suspend($local); if ($x) $local .= $x; else return strlen($local); } }); $fs[$i]->start(); }
for ($r = 0; $r < 3; $r++) foreach ($fs as $i => $f) $f->resume($r ? 'y' : 'x');
$sum = 0; foreach ($fs as $f) { $f->resume(false); $sum += $f->getReturn(); }
echo $sum, "\n";
$fs = []; unset($f);
for ($i = 0; $i < 200; $i++) { $f = new Fiber(function () { Fiber::suspend(); }); $f->start(); }
unset($f);
$o = new stdClass; echo spl_object_id($o), "\n";
// chain of a hundred fibers, each waiting for the next
$link = function (int $n) use (&$link) { if ($n === 0) { Fiber::suspend('end of chain'); return 0; } $f = new Fiber($link); $v = $f->start($n - 1); while (!$f->isTerminated()) $v = $f->resume(Fiber::suspend("$n>$v")); return $f->getReturn() + 1; };
$f = new Fiber($link); echo strlen($f->start(100)), ' '; $f->resume(); echo $f->getReturn(), "\n";
// fibers that are created in fibers and outlive them
$orphans = []; $maker = new Fiber(function () use (&$orphans) { for ($i = 0; $i < 5; $i++) { $o = new Fiber(function () use ($i) { Fiber::suspend(); return $i; }); $o->start(); $orphans[] = $o; } });
$maker->start(); unset($maker); foreach ($orphans as $o) $o->resume(); echo implode(',', array_map(fn($o) => $o->getReturn(), $orphans)), "\n";
--EXPECT--
37890
5995
304 100
0,1,2,3,4
