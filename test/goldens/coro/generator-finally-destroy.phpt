--TEST--
finally blocks of generators that are destroyed: order, nesting, yields and exceptions
--FILE--
<?php
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
function g($n) { $d = new D("local$n"); try { try { yield new D("value$n"); } finally { echo "f1($n) "; } yield 2; } finally { echo "f2($n) "; } }
$g = g(1); $g->current(); unset($g); echo "| one\n";
$g = g(2); $g->current(); $g->next(); unset($g); echo "| two\n";
$g = g(3); unset($g); echo "| not started\n";
foreach (g(4) as $v) break; unset($v); echo "| break\n";
(function () { foreach (g(5) as $v) return; })(); echo "| return\n";
try { foreach (g(6) as $v) throw new Exception('x'); } catch (Exception $e) { echo 'caught '; } unset($e, $v); echo "| throw\n";
function y() { try { yield 1; } finally { echo 'before '; yield 'ignored?'; echo 'after '; } }
$g = y(); $g->current(); try { unset($g); } catch (Error $e) { echo $e->getMessage(), ' '; } echo "| yield in finally\n";
function t() { try { yield 1; } finally { throw new LogicException('from finally'); } }
$g = t(); $g->current(); try { unset($g); } catch (LogicException $e) { echo $e->getMessage(), " | exception\n"; }
function r() { try { yield 1; } finally { return 5; } }
$g = r(); $g->current(); unset($g); echo "| return in finally\n";
function loop() { foreach ([1, 2, 3] as $i) { try { yield $i; } finally { echo "i$i "; } } echo 'never'; }
$g = loop(); $g->current(); $g->next(); unset($g); echo "| in a loop\n";
function nested() { try { yield from g(7); } finally { echo 'nested '; } }
$g = nested(); $g->current(); unset($g); echo "| delegated\n";
function c() { try { try { yield 1; } catch (Throwable $t) { echo 'never '; } finally { echo 'c1 '; } } finally { echo 'c2 '; } }
$g = c(); $g->current(); $g = null; echo "| catch is skipped\n";
$keep = g(8); $keep->current(); $arr = [g(9)]; $arr[0]->current(); $obj = new stdClass; $obj->g = loop(); $obj->g->current(); $obj->self = $obj; unset($arr[0]); echo "| array\n"; unset($obj); gc_collect_cycles(); echo "| cycle\n";
echo "end\n";
--EXPECT--
f1(1) f2(1) ~local1 ~value1 | one
f1(2) ~value2 f2(2) ~local2 | two
| not started
f1(4) f2(4) ~local4 ~value4 | break
f1(5) f2(5) ~local5 ~value5 | return
f1(6) f2(6) ~local6 caught ~value6 | throw
before Cannot yield from finally in a force-closed generator | yield in finally
from finally | exception
| return in finally
i1 i2 | in a loop
f1(7) f2(7) ~local7 ~value7 nested | delegated
c1 c2 | catch is skipped
f1(9) f2(9) ~local9 ~value9 | array
i1 | cycle
end
f1(8) f2(8) ~local8 ~value8
