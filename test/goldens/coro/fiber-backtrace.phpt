--TEST--
Fiber backtrace
--FILE--
<?php
function inner() { debug_print_backtrace(); Fiber::suspend(new Exception('trace')); throw new Exception('late'); }
function outer($x) { inner(); }
$f = new Fiber('outer');
$e = (function () use ($f) { return $f->start(5); })();
echo $e->getTraceAsString(), "\n";
function resumeIt($f) { $f->resume(); }
try { resumeIt($f); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
$f = new Fiber(function () { $g = new Fiber(function () { debug_print_backtrace(); foreach (debug_backtrace() as $fr) echo $fr['function'], ' ', isset($fr['line']) ? $fr['line'] : '-', ' ', $fr['class'] ?? '', "\n"; }); $g->start(); });
$f->start();
class M { function m() { Fiber::suspend(); throw new Exception("m"); } static function s() { throw new Exception("s"); } }
$f = new Fiber([new M, 'm']); $f->start();
try { $f->throw(new Exception('x')); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
$f = new Fiber('M::s');
try { $f->start(); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
echo $f->isTerminated() ? 'T' : 'F', "\n";
$f = new Fiber(function () { echo $undefined; });
$f->start();
--EXPECTF--
#0 %s(3): inner()
#1 [internal function]: outer(5)
#2 %s(5): Fiber->start(5)
#3 %s(5): {closure}()
#0 %s(3): inner()
#1 [internal function]: outer(5)
#2 %s(5): Fiber->start(5)
#3 %s(5): {closure}()
#4 {main}
#0 %s(3): inner()
#1 [internal function]: outer(5)
#2 %s(7): Fiber->resume()
#3 %s(8): resumeIt(Object(Fiber))
#4 {main}
#0 [internal function]: {closure}()
#1 %s(9): Fiber->start()
#2 [internal function]: {closure}()
#3 %s(10): Fiber->start()
{closure} - 
start 9 Fiber
{closure} - 
start 10 Fiber
#0 {main}
#0 [internal function]: M::s()
#1 %s(15): Fiber->start()
#2 {main}
T

Warning: Undefined variable $undefined in %s on line 17
