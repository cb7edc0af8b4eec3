--TEST--
traces of exceptions that cross fibers
--FILE--
<?php
class Svc {
    function outer(array $opts, string $long) { return $this->inner(...$opts); }
    private function inner(int $a = 1, ?int $b = null) { $r = Fiber::suspend(['ask', $a, $b]); return static::fail($r, [1, 2], new ArrayObject, 1.5, true); }
    static function fail($r) { throw new RuntimeException("failed with $r"); }
}
$f = new Fiber((new Svc)->outer(...));
function startIt(Fiber $f) { return $f->start(['b' => 5], str_repeat('long', 10)); }
print_r(startIt($f));
try { (function () use ($f) { array_map(fn($x) => $f->resume($x), ['x']); })(); }
catch (RuntimeException $e) { echo $e->getTraceAsString(), "\n"; echo $e->getLine(), "\n"; }
// thrown in from the outside: the trace is where it was made
$f = new Fiber(function () { try { Fiber::suspend(); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; throw new LogicException('wrapped', 7, $e); } });
$f->start();
function makeException() { return new Exception('outside'); }
try { $f->throw(makeException()); } catch (LogicException $e) { echo $e->getTraceAsString(), "\n-- ", get_class($e->getPrevious()), ' ', $e->getPrevious()->getTraceAsString(), "\n"; }
// three fibers deep
$deep = function (int $n) use (&$deep) { if ($n === 0) throw new DomainException('deep'); (new Fiber($deep))->start($n - 1); };
try { $deep(3); } catch (DomainException $e) { echo preg_replace('~^(#\d+) .*(\(\d+\))~m', '$1 $2', $e->getTraceAsString()), "\n"; echo count($e->getTrace()), "\n"; }
// rethrown where it arrives
$f = new Fiber(function () { $g = new Fiber(function () { throw new Exception('g'); }); try { $g->start(); } catch (Exception $e) { Fiber::suspend(); throw $e; } });
$f->start();
try { $f->resume(); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
--EXPECTF--
Array
(
    [0] => ask
    [1] => 1
    [2] => 5
)
#0 %s(4): Svc::fail('x', Array, Object(ArrayObject), 1.5, true)
#1 %s(3): Svc->inner(1, 5)
#2 [internal function]: Svc->outer(Array, 'longlonglonglon...')
#3 %s(10): Fiber->resume('x')
#4 [internal function]: {closure}('x')
#5 %s(10): array_map(Object(Closure), Array)
#6 %s(10): {closure}()
#7 {main}
5
#0 %s(16): makeException()
#1 {main}
#0 [internal function]: {closure}()
#1 %s(16): Fiber->throw(Object(Exception))
#2 {main}
-- Exception #0 %s(16): makeException()
#1 {main}
#0 (0)
#1 (0)
#2 (1)
#3 (1)
#4 (2)
#5 (2)
#6 (3)
#7 {main}
7
#0 [internal function]: {closure}()
#1 %s(21): Fiber->start()
#2 [internal function]: {closure}()
#3 %s(22): Fiber->start()
#4 {main}
