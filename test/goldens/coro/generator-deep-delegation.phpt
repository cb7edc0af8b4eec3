--TEST--
long chains of yield from, built and taken down in different orders
--FILE--
<?php
function chain($n, $inner) { return $n === 0 ? $inner : chain($n - 1, (function () use ($inner, $n) { $r = yield from $inner; return $r + 1; })()); }
function base() { $s = 0; for ($i = 0; $i < 5; $i++) $s += yield $i; return $s; }
$g = chain(300, base()); echo $g->current(); while ($g->valid()) { $g->send(2); echo $g->current(); } echo ' ', $g->getReturn(), "\n";
function down($n) { if ($n > 0) { yield $n; yield from down($n - 1); yield -$n; } }
echo array_sum(iterator_to_array(down(200), false)), ' ', iterator_count(down(500)), "\n";
function thrower($n) { if ($n === 0) { yield 'bottom'; throw new Exception('deep'); } try { yield from thrower($n - 1); } finally { $GLOBALS['f'] = ($GLOBALS['f'] ?? 0) + 1; } }
$g = thrower(400); echo $g->current(); try { $g->next(); } catch (Exception $e) { echo " $f ", count($e->getTrace()), "\n"; }
$f = 0; $g = thrower(400); $g->current(); unset($g); echo $f, "\n";
$g = thrower(50); $f = 0; $g->current(); try { $g->throw(new LogicException('sent down')); } catch (LogicException $e) { echo $e->getMessage(), " $f\n"; }
// many outer generators over one inner, left one after the other
$in = (function () { for ($i = 0; $i < 100; $i++) yield $i; return 'R'; })();
$outs = []; for ($i = 0; $i < 20; $i++) $outs[] = (function () use ($in, $i) { $r = yield from $in; yield "$i:$r"; })();
$seen = []; while ($outs) { foreach ($outs as $k => $o) { $seen[] = $o->current(); $o->next(); } array_pop($outs); } echo count($seen), ' ', $seen[0], ' ', $seen[25], ' ', end($seen), "\n";
// a linked list of generators, each of which delegates to the next when asked
function link_($n) { $next = $n < 30 ? link_($n + 1) : null; while (true) { $c = yield $n; if ($c === 'down' && $next) return yield from $next; if ($c === 'stop') return $n; } }
$g = link_(0); $g->current(); $path = []; for ($i = 0; $i < 40; $i++) { $path[] = $g->send($i % 3 ? 'down' : 'stay'); } echo implode(' ', $path), "\n"; $g->send('stop'); echo $g->getReturn(), "\n";
--EXPECT--
01234 310
0 1000
bottom 400 402
400
sent down 50
210 0 25 
0 1 2 2 3 4 4 5 6 6 7 8 8 9 10 10 11 12 12 13 14 14 15 16 16 17 18 18 19 20 20 21 22 22 23 24 24 25 26 26
26
