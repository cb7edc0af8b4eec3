--TEST--
Fiber generators
--FILE--
<?php
function gen() {
    echo "gen start\n";
    $x = yield 1;
    echo "gen got $x\n";
    $y = Fiber::suspend('from generator');
    echo "fiber resumed with $y\n";
    yield 2;
    yield from inner();
    return 'r';
}
function inner() { yield Fiber::suspend('in yield from'); yield 'last'; }
$f = new Fiber(function () {
    $g = gen();
    foreach ($g as $k => $v) echo "$k => $v\n";
    echo $g->getReturn(), "\n";
});
var_dump($f->start());
var_dump($f->resume('A'));
var_dump($f->resume('B'));
// a generator that drives fibers
function scheduler(array $fs) {
    foreach ($fs as $f) yield $f->start();
    while ($fs) foreach ($fs as $k => $f) {
        if ($f->isTerminated()) { unset($fs[$k]); continue; }
        yield $k => $f->resume();
    }
}
$make = fn($n) => new Fiber(function () use ($n) { for ($i = 0; $i < $n; $i++) Fiber::suspend("$n.$i"); });
foreach (scheduler([$make(1), $make(3), $make(2)]) as $k => $v) { echo $k, ': '; var_dump($v); }
// a generator shared by two fibers
$g = (function () { $v = 0; while (true) $v += yield $v; })();
$a = new Fiber(function () use ($g) { Fiber::suspend($g->send(1)); Fiber::suspend($g->send(10)); });
$b = new Fiber(function () use ($g) { Fiber::suspend($g->send(2)); Fiber::suspend($g->send(20)); });
$g->current();
var_dump($a->start(), $b->start(), $a->resume(), $b->resume());
// resuming a running generator
$g = (function () { Fiber::suspend('hold'); yield 1; })();
$a = new Fiber(function () use ($g) { $g->current(); echo "a ends\n"; });
$a->start();
try { $g->current(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
$a->resume();
var_dump($g->current());
--EXPECT--
gen start
0 => 1
gen got 
string(14) "from generator"
fiber resumed with A
1 => 2
string(13) "in yield from"
0 => B
1 => last
r
NULL
0: string(3) "1.0"
1: string(3) "3.0"
2: string(3) "2.0"
0: NULL
1: string(3) "3.1"
2: string(3) "2.1"
1: string(3) "3.2"
2: NULL
1: NULL
int(1)
int(3)
int(13)
int(33)
Cannot resume an already running generator
a ends
int(1)
