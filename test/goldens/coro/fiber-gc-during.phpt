--TEST--
garbage collection that runs while fibers are suspended and inside of them
--FILE--
<?php
class Cyc { public $me; public $data; function __construct() { $this->me = $this; } }
$total = 0;
$f = new Fiber(function () { $kept = []; for ($i = 0; $i < 5; $i++) { for ($j = 0; $j < 100; $j++) { $c = new Cyc; $c->data = [$c]; } $kept[] = new Cyc; unset($c); Fiber::suspend(gc_collect_cycles()); } return count($kept); });
for ($v = $f->start(); !$f->isTerminated(); $v = $f->resume()) { for ($k = 0; $k < 10; $k++) new Cyc; echo $v, '+', gc_collect_cycles(), ' '; }
echo $f->getReturn(), "\n";
unset($f); echo gc_collect_cycles(), "\n";
// collection in the middle of a callback, with temporaries of others alive
$g = new Fiber(fn() => array_map(function ($x) { new Cyc; $r = Fiber::suspend($x); return [$x, $r, gc_collect_cycles()]; }, [new Cyc, 2]));
$g->start(); new Cyc; gc_collect_cycles(); $g->resume('a'); $g->resume('b');
echo count($g->getReturn()), ' ', $g->getReturn()[0][0] instanceof Cyc ? 'alive' : 'lost', ' ', $g->getReturn()[1][2], "\n";
class Dtor { public $me; static $n = 0; function __construct() { $this->me = $this; } function __destruct() { self::$n++; try { Fiber::suspend(); } catch (FiberError $e) { if (self::$n === 1) echo $e->getMessage(), "\n"; } } }
$h = new Fiber(function () { for ($i = 0; $i < 12000; $i++) new Dtor; Fiber::suspend(Dtor::$n > 0 ? 'automatic run' : 'no run'); });
echo $h->start(), "\n"; unset($h); gc_collect_cycles(); echo Dtor::$n, "\n";
--EXPECT--
200+10 200+10 200+10 200+10 200+10 5
5
2 alive 1
Cannot switch fibers in current execution context
automatic run
12000
