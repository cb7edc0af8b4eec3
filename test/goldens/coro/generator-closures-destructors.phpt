--TEST--
closing a generator in destructors, callbacks and while another is running
--FILE--
<?php
class Closer { public $g; function __construct(public $n) {} function __destruct() { echo "~$this->n("; $this->g = null; echo ') '; } }
function g($n) { try { yield $n; yield "$n+"; } finally { echo "f$n "; } }
$c = new Closer('a'); $c->g = g(1); $c->g->current(); unset($c); echo "| owner dies\n";
function holder() { $inner = g(2); $inner->current(); try { yield $inner->current(); } finally { echo 'outer '; } } $h = holder(); $h->current(); unset($h); echo "| inner in a local\n";
function killer(&$victim) { yield 'before'; $victim = null; yield 'after'; } $v = g(3); $v->current(); $k = killer($v); $k->current(); $k->next(); echo $k->current(), " | killed by another\n";
$self = (function () use (&$self) { try { yield 1; $self = null; echo 'still running '; yield 2; } finally { echo 'self finally '; } })(); $self->current(); $copy = $self; $self->next(); echo $copy->current(), ' '; unset($copy); echo "| released itself\n";
$only = (function () use (&$only) { try { yield 1; $only = null; echo 'running without holder '; yield 2; echo 'never '; } finally { echo 'only finally '; } })(); $only->current(); $only->next(); echo "| last reference inside\n";
foreach ((function () { $c = new Closer('loop'); yield 1; yield 2; })() as $x) { if ($x === 2) break; } echo "| loop\n";
array_map(function ($g) { $g->current(); return 1; }, [g(4), g(5)]); echo "| arguments\n";
$list = [g(6), g(7), g(8)]; foreach ($list as $l) $l->current(); unset($l); array_splice($list, 1, 1); echo "| splice "; $list = []; echo "| cleared\n";
class Prop { public $g; private static $s; function __construct() { $this->g = $this->gen(); $this->g->current(); } function gen() { $me = $this; try { yield 1; } finally { echo 'prop finally '; } } function __destruct() { echo '~prop '; } } $p = new Prop; unset($p); echo gc_collect_cycles() > 0 ? "| collected\n" : "| kept\n";
function yielder() { try { yield new Closer('value'); } finally { echo 'yielder '; } } $y = yielder(); $val = $y->current(); unset($y); echo '| '; unset($val); echo "| value outlives\n";
function returner() { try { return new Closer('ret'); } finally { echo 'ret finally '; } yield; } $r = returner(); $r->valid(); echo '| '; unset($r); echo "| return value\n";
try { (function () { foreach ((function () { try { yield; } finally { throw new LogicException('finally throws'); } })() as $x) throw new RuntimeException('body throws'); })(); } catch (Exception $e) { echo get_class($e), ' ', $e->getMessage(), ' <- ', $e->getPrevious()?->getMessage(), "\n"; }
$static = (function () { static $g; $g = g(9); $g->current(); }); $static(); $end = g(10); $end->current(); echo "end\n";
--EXPECT--
~a(f1 ) | owner dies
outer f2 | inner in a local
f3 after | killed by another
still running 2 self finally | released itself
running without holder only finally | last reference inside
~loop() | loop
f4 f5 | arguments
f7 | splice f6 f8 | cleared
prop finally ~prop | collected
yielder | ~value() | value outlives
ret finally | ~ret() | return value
LogicException finally throws <- body throws
end
f10 f9
