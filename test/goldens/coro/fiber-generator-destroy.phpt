--TEST--
generators that are closed, thrown into and collected while fibers are in them
--FILE--
<?php
function g($n) { try { echo "start $n "; yield 1; try { Fiber::suspend("in $n"); yield 2; } finally { echo "inner finally $n "; } } finally { echo "outer finally $n "; } }
$f = new Fiber(function () { foreach (g('a') as $x) echo "got $x "; }); echo $f->start(), ' '; unset($f); echo "\n";
$f = new Fiber(function () { foreach (g('b') as $x) echo "got $x "; }); echo $f->start(), ' '; try { $f->throw(new Exception('boom')); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
$f = new Fiber(function () { $gen = g('c'); try { foreach ($gen as $x) echo "got $x "; } catch (Exception $e) { echo 'caught '; var_dump($gen->valid()); Fiber::suspend('after'); } });
echo $f->start(), ' ', $f->throw(new Exception('c')), ' '; $f->resume(); echo "\n";
// finally of a generator suspends
function h() { try { yield 1; yield 2; } finally { echo 'finally '; try { Fiber::suspend('from finally'); echo 'resumed '; } catch (FiberError $e) { echo $e->getMessage(), ' '; } } }
$f = new Fiber(function () { foreach (h() as $x) { echo "x$x "; if ($x === 1) break; } echo 'after break '; foreach (h() as $x) { echo "x$x "; } return 'end'; });
$v = $f->start(); while (!$f->isTerminated()) { echo "[$v] "; $v = $f->resume(); } echo $f->getReturn(), "\n";
$f = new Fiber(function () { $g = h(); $g->current(); try { $g->throw(new LogicException('thrown')); } catch (LogicException $e) { return $e->getMessage(); } });
echo $f->start(), ' '; $f->resume(); echo $f->getReturn(), "\n";
$f = new Fiber(function () { $g = (function () { try { yield 1; } finally { Fiber::suspend('return path'); return 'overridden'; } })(); $g->current(); $g->next(); return $g->getReturn(); });
echo $f->start(), ' '; $f->resume(); echo $f->getReturn(), "\n";
// yield from inside, the inner one suspended in a fiber that dies
function inner() { try { yield 'i1'; Fiber::suspend('inner'); yield 'i2'; } finally { echo 'inner done '; } }
function outer() { try { yield from inner(); } finally { echo 'outer done '; } }
$gen = outer(); $f = new Fiber(function () use ($gen) { foreach ($gen as $x) echo "$x "; }); echo $f->start(), ' '; $f = null; var_dump($gen->valid()); try { $gen->next(); var_dump($gen->current()); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
--EXPECT--
start a got 1 in a inner finally a outer finally a 
start b got 1 in b inner finally b outer finally b boom
start c got 1 in c inner finally c outer finally c caught bool(false)
after 
x1 finally Cannot switch fibers in current execution context after break x1 x2 finally [from finally] resumed end
finally from finally resumed thrown
return path overridden
i1 inner inner done outer done bool(false)
NULL
