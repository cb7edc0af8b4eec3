--TEST--
exceptions of a shared inner generator reach whoever resumed it, the others see it aborted
--FILE--
<?php
function inner($throwAt) { for ($i = 0; $i < 4; $i++) { if ($i === $throwAt) throw new DomainException("at $i"); try { yield $i; } catch (LogicException $e) { echo '[inner caught ', $e->getMessage(), ']'; yield 'recovered'; } } return 'r'; }
function outer($n, $in) { try { return $n . (yield from $in); } catch (DomainException $e) { echo "[$n caught ", $e->getMessage(), ']'; yield "$n goes on"; } catch (ClosedGeneratorException $e) { echo "[$n closed ", $e->getMessage(), ']'; yield "$n closed"; } finally { echo "[$n finally]"; } }
$in = inner(2); $a = outer('a', $in); $b = outer('b', $in);
foreach ([$a, $b, $a, $b] as $g) { var_dump($g->current()); $g->next(); }
foreach ([$a, $b] as $g) var_dump($g->valid());
$in = inner(9); $a = outer('a', $in); $b = outer('b', $in);
var_dump($a->current(), $b->throw(new LogicException('via b')), $a->current());
try { $a->throw(new RuntimeException('uncaught by inner')); } catch (RuntimeException $e) { echo get_class($e), ' ', $e->getMessage(), "\n"; }
try { var_dump($b->current(), $b->valid()); } catch (Exception $e) { echo get_class($e), ' ', $e->getMessage(), "\n"; }
$direct = inner(1); $o = outer('o', $direct); $o->current(); try { $direct->next(); } catch (DomainException $e) { echo 'direct ', $e->getMessage(), "\n"; } try { $o->next(); var_dump($o->current()); } catch (Exception $e) { echo get_class($e), "\n"; }
--EXPECT--
int(0)
int(1)
[b caught at 2][a closed Generator yielded from aborted, no return value available]string(8) "a closed"
[a finally]string(9) "b goes on"
[b finally]bool(false)
bool(false)
[inner caught via b]int(0)
string(9) "recovered"
string(9) "recovered"
[a finally]RuntimeException uncaught by inner
[b closed Generator yielded from aborted, no return value available]string(8) "b closed"
bool(true)
direct at 1
[o closed Generator yielded from aborted, no return value available][o finally]NULL
[b finally]
