--TEST--
throwing before the first yield, after the last, and values of throw
--FILE--
<?php
function g() { echo '[start]'; try { $x = yield 'first'; echo "[got $x]"; } catch (Exception $e) { echo '[caught ', $e->getMessage(), ']'; $y = yield 'from catch'; echo "[y=$y]"; } yield 'tail'; return 'ret'; }
$g = g(); var_dump($g->throw(new Exception('before start'))); var_dump($g->send('Y'), $g->current()); $g->next(); var_dump($g->valid(), $g->getReturn());
try { $g->throw(new Exception('after end')); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function immediate() { throw new LogicException('at once'); yield; }
$i = immediate(); foreach (['current', 'valid', 'next', 'key', 'rewind', 'getReturn'] as $m) try { var_export($i->$m()); echo ' '; } catch (Throwable $e) { echo get_class($e), ':', $e->getMessage(), ' '; } echo "\n";
function noCatch() { yield 1; yield 2; }
$n = noCatch(); try { $n->throw(new RuntimeException('outside of try')); } catch (RuntimeException $e) { echo $e->getMessage(), ' ', $e->getTraceAsString(), "\n"; } var_dump($n->valid(), $n->current());
function multi() { while (true) try { yield 'waiting'; } catch (DomainException $e) { yield 'domain'; } catch (LogicException) { yield 'logic'; } finally { echo '.'; } }
$m = multi(); $m->current(); var_dump($m->throw(new DomainException), $m->send(0), $m->throw(new LengthException), $m->send(0)); try { $m->throw(new Exception('through')); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
try { $m->throw('not an exception'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
function finallyYields() { try { yield 1; } finally { yield 'in finally'; yield 'again'; } }
$f = finallyYields(); $f->current(); var_dump($f->throw(new Exception('pending')), $f->send(1)); try { $f->next(); } catch (Exception $e) { echo 'finally out: ', $e->getMessage(), "\n"; }
function retFinally() { try { yield 1; } finally { return 'swallowed'; } }
$r = retFinally(); $r->current(); var_dump($r->throw(new Exception('gone')), $r->getReturn());
--EXPECT--
[start][caught before start]string(10) "from catch"
[y=Y]string(4) "tail"
string(4) "tail"
bool(false)
string(3) "ret"
after end
LogicException:at once false NULL NULL NULL Exception:Cannot get return value of a generator that hasn't returned 
outside of try #0 {main}
bool(false)
NULL
..string(6) "domain"
string(7) "waiting"
string(5) "logic"
string(7) "waiting"
.through
Generator::throw(): Argument #1 ($exception) must be of type Throwable, string given
string(10) "in finally"
string(5) "again"
finally out: pending
NULL
string(9) "swallowed"
