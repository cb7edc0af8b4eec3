--TEST--
the cycle collector sees what suspended frames hold
--FILE--
<?php
class Node { public $f; public $other; function __construct(public string $n) {} function __destruct() { echo "~$this->n "; } function go() { Fiber::suspend(); } }
function t($name, $mk) { echo "$name: "; $mk(); echo gc_collect_cycles(), "\n"; }
t('captured', function () { $n = new Node('c'); $n->f = new Fiber(function () use ($n) { Fiber::suspend(); }); $n->f->start(); });
t('local array', function () { $n = new Node('a'); $n->f = new Fiber(function () use ($n) { $l = [[$n]]; Fiber::suspend(); }); $n->f->start(); });
t('argument', function () { $n = new Node('g'); $n->f = new Fiber(function ($x) { Fiber::suspend(); }); $n->f->start($n); });
t('extra argument', function () { $n = new Node('x'); $n->f = new Fiber(function () { Fiber::suspend(); }); $n->f->start(1, $n); });
t('named extra', function () { $n = new Node('ne'); $n->f = new Fiber(function (...$r) { Fiber::suspend(); }); $n->f->start(a: $n); });
t('nested frame', function () { $n = new Node('n'); $n->f = new Fiber(function ($x) { (function ($y) { Fiber::suspend(); })($x); }); $n->f->start($n); });
t('unfinished call', function () { $n = new Node('u'); $n->f = new Fiber(function ($x) { max([$x], Fiber::suspend()); }); $n->f->start($n); });
t('method', function () { $n = new Node('m'); $n->f = new Fiber([$n, 'go']); $n->f->start(); });
t('method closure', function () { $n = new Node('mc'); $n->f = new Fiber($n->go(...)); $n->f->start(); });
t('generator', function () { $n = new Node('gen'); $n->f = new Fiber(function ($x) { foreach ((function () use ($x) { Fiber::suspend(); yield 1; })() as $y); }); $n->f->start($n); });
t('suspended generator', function () { $n = new Node('sg'); $n->f = new Fiber(function ($x) { $g = (function ($y) { yield $y; })($x); $g->current(); unset($x); Fiber::suspend(); }); $n->f->start($n); });
t('received', function () { $n = new Node('r'); $n->f = new Fiber(function () { $x = Fiber::suspend(); Fiber::suspend(); }); $n->f->start(); $n->f->resume($n); });
t('returned', function () { $n = new Node('ret'); $n->f = new Fiber(fn() => Fiber::suspend()); $n->f->start(); $n->f->resume($n); });
t('temporary', function () { $n = new Node('tmp'); $n->f = new Fiber(function ($x) { return [$x, Fiber::suspend()]; }); $n->f->start($n); });
t('foreach', function () { $n = new Node('fe'); $n->f = new Fiber(function ($x) { foreach ([$x] as $v) { unset($x, $v); Fiber::suspend(); } }); $n->f->start($n); });
t('nested fiber', function () { $n = new Node('nf'); $n->f = new Fiber(function ($x) { $g = new Fiber(function ($x) { Fiber::suspend(); }); $g->start($x); Fiber::suspend(); }); $n->f->start($n); });
t('two fibers', function () { $a = new Node('A'); $b = new Node('B'); foreach ([[$a, $b], [$b, $a]] as [$x, $y]) { $x->f = new Fiber(function ($o) { Fiber::suspend(); }); $x->f->start($y); } });
t('symbol table', function () { $n = new Node('st'); $n->f = new Fiber(function ($x) { $nm = 'vv'; $$nm = $x; extract(['ex' => $x]); unset($x); Fiber::suspend(); }); $n->f->start($n); });
t('by itself', function () { $f = new Fiber(function () use (&$f) { Fiber::suspend(); }); $f->start(); });
t('held from outside', function () { global $keep; $n = new Node('kept'); $n->f = new Fiber(function ($x) { Fiber::suspend(); }); $n->f->start($n); $keep = $n->f; });
unset($keep); echo gc_collect_cycles(), "\n";
t('iterator', function () { $n = new Node('it'); $n->f = new Fiber(function ($x) { foreach (new ArrayIterator([$x]) as $v) { unset($x, $v); Fiber::suspend(); } }); $n->f->start($n); });
t('with finally', function () { $n = new Node('fin'); $n->f = new Fiber(function () use ($n) { try { Fiber::suspend(); } finally { echo "finally($n->n) "; } }); $n->f->start(); });
t('resurrected', function () { global $saved; $n = new Node('res'); $n->f = new Fiber(function () use ($n) { try { Fiber::suspend(); } finally { global $saved; $saved = $n; } }); $n->f->start(); });
echo $saved->n, ' ', $saved->f->isTerminated() ? 'terminated' : 'not', "\n";
unset($saved); echo gc_collect_cycles(), "\nend\n";
--EXPECT--
captured: ~c 1
local array: ~a 1
argument: ~g 1
extra argument: ~x 1
named extra: ~ne 1
nested frame: ~n 1
unfinished call: ~u 1
method: ~m 1
method closure: ~mc 1
generator: ~gen 1
suspended generator: ~sg 1
received: ~r 1
returned: ~ret 2
temporary: ~tmp 1
foreach: ~fe 1
nested fiber: ~nf 1
two fibers: ~A ~B 1
symbol table: ~st 1
by itself: 1
held from outside: 0
~kept 1
iterator: ~it 1
with finally: ~fin finally(fin) 1
resurrected: ~res 0
res terminated
0
end
