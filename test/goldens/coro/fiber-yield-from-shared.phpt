--TEST--
one generator yielded from by several fibers, and yield from trees across fibers
--FILE--
<?php
function source() { $sum = 0; for ($i = 1; $i <= 8; $i++) { $x = yield $i; $sum += $x; } return "sum $sum"; }
$shared = source();
$worker = function (string $name) use ($shared) { $outer = (function () use ($shared) { $r = yield from $shared; return "[$r]"; })(); while ($outer->valid()) { $got = $outer->current(); $sent = Fiber::suspend("$name:$got"); $outer->send($sent); } return $name . $outer->getReturn(); };
$fs = ['a' => new Fiber($worker), 'b' => new Fiber($worker)];
$out = []; foreach ($fs as $k => $f) $out[] = $f->start($k);
while ($fs) foreach ($fs as $k => $f) { $v = $f->resume(10); if ($f->isTerminated()) { $out[] = $f->getReturn(); unset($fs[$k]); } else $out[] = $v; }
echo implode(' ', $out), "\n";
// a tree of generators of which each level suspends the fiber
function node($d, $path) { Fiber::suspend(">$path"); if ($d > 0) { yield from node($d - 1, $path . 'L'); yield $path; yield from node($d - 1, $path . 'R'); } else yield $path; Fiber::suspend("<$path"); return strlen($path); }
$f = new Fiber(function () { $r = []; foreach (node(2, '.') as $x) $r[] = $x; return $r; });
$trace = []; for ($v = $f->start(); !$f->isTerminated(); $v = $f->resume()) $trace[] = $v;
echo implode(' ', $trace), "\n", implode(' ', $f->getReturn()), "\n";
// generator is being run by a suspended fiber: nobody else may touch it
$g = (function () { yield 1; Fiber::suspend('inside'); yield 2; })();
$f = new Fiber(function () use ($g) { foreach ($g as $v) Fiber::suspend($v); return 'through'; });
echo $f->start(), ' ', $f->resume(), ' ';
foreach (['current', 'next', 'valid', 'key', 'rewind', 'getReturn'] as $m) try { var_export($g->$m()); echo ' '; } catch (Throwable $e) { echo get_class($e), ' ', $e->getMessage(), '; '; }
try { $g->send(1); } catch (Error $e) { echo $e->getMessage(), '; '; }
try { $g->throw(new Exception('x')); } catch (Throwable $e) { echo $e->getMessage(), '; '; }
$outer = (function () use ($g) { yield from $g; })();
try { $outer->current(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo $f->resume(), ' '; $f->resume(); echo $f->getReturn(), "\n";
// yield from a generator that another fiber has suspended in the middle
$g = (function () { $x = yield 'first'; yield "then $x"; return 'ret'; })();
$a = new Fiber(function () use ($g) { Fiber::suspend($g->current()); Fiber::suspend($g->send('from a')); });
$b = new Fiber(function () use ($g) { $o = (function () use ($g) { return (yield from $g) . '!'; })(); Fiber::suspend($o->current()); $o->next(); return $o->getReturn(); });
echo $a->start(), ', ', $b->start(), ', '; echo $a->resume(), ', '; $b->resume(); echo $b->getReturn(), "\n";
--EXPECT--
a:1 b:1 a:2 b:3 a:4 b:5 a:6 b:7 a:8 b[sum 80] a[sum 80]
>. >.L >.LL <.LL >.LR <.LR <.L >.R >.RL <.RL >.RR <.RR <.R <.
.LL .L .LR . .RL .R .RR
1 inside 1 Error Cannot resume an already running generator; true 0 Exception Cannot rewind a generator that was already run; Exception Cannot get return value of a generator that hasn't returned; Cannot resume an already running generator; Cannot resume an already running generator; Cannot resume an already running generator
2 through
first, first, then from a, ret!
