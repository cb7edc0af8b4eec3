--TEST--
ReflectionFiber: not started, suspended, running, resuming another, ended
--FILE--
<?php
function attempt(callable $f): void {
    try { $v = $f(); echo is_scalar($v) || $v === null ? var_export($v, true) : get_debug_type($v), "\n"; }
    catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
function show(array $trace): void {
    foreach ($trace as $x) {
        echo '  ', $x['class'] ?? '', $x['type'] ?? '', $x['function'], ':', $x['line'] ?? '-', isset($x['object']) ? ' obj' : '', ' ', json_encode($x['args'] ?? null), "\n";
    }
}
function inner() {
    Fiber::suspend(1);
    Fiber::suspend(2);
}
function outer($a) {
    inner();
}
$f = new Fiber('outer');
$r = new ReflectionFiber($f);
var_dump($r->getFiber() === $f, $r->getCallable());
foreach (['getTrace', 'getExecutingLine', 'getExecutingFile'] as $m) attempt(fn() => $r->$m());
$f->start(5);
var_dump($r->getExecutingLine(), $r->getExecutingFile() === __FILE__);
show($r->getTrace());
show($r->getTrace(0));
show($r->getTrace(DEBUG_BACKTRACE_IGNORE_ARGS));
$f->resume();
var_dump($r->getExecutingLine());
$f->resume();
foreach (['getTrace', 'getExecutingLine', 'getExecutingFile', 'getCallable', 'getFiber'] as $m) attempt(fn() => $r->$m());
class K {
    function m() {
        $r = new ReflectionFiber(Fiber::getCurrent());
        show($r->getTrace());
        var_dump($r->getExecutingLine());
        $in = new Fiber(function () use ($r) {
            echo "inner\n";
            show($r->getTrace());
            var_dump($r->getExecutingLine(), $r->getExecutingFile() === __FILE__);
            $r2 = new ReflectionFiber(Fiber::getCurrent());
            show($r2->getTrace());
            var_dump($r2->getExecutingLine(), $r2->getCallable() instanceof Closure);
            array_map(function ($x) use ($r2) { show($r2->getTrace()); }, [1]);
            Fiber::suspend();
        });
        $in->start();
        show((new ReflectionFiber($in))->getTrace());
    }
}
$f = new Fiber([new K, 'm']);
show([]);
var_dump((new ReflectionFiber($f))->getCallable()[1]);
$f->start();
attempt(fn() => clone $r);
attempt(fn() => serialize($r));
attempt(fn() => new ReflectionFiber(1));
attempt(fn() => new ReflectionFiber());
attempt(fn() => (new ReflectionClass('ReflectionFiber'))->newInstanceWithoutConstructor());
var_dump($r, (new ReflectionClass($r))->isFinal());
$f = new Fiber(function () { array_map(function ($x) { Fiber::suspend($x); }, [1, 2]); });
$f->start();
$r = new ReflectionFiber($f);
show($r->getTrace());
var_dump($r->getExecutingLine());
$f = new Fiber(function () { array_map('Fiber::suspend', [1, 2]); });
$f->start();
$r = new ReflectionFiber($f);
show($r->getTrace());
attempt(fn() => $r->getExecutingLine());
$r->__construct($g = new Fiber('strlen'));
var_dump($r->getFiber() === $g, $r->getCallable());
--EXPECT--
bool(true)
string(5) "outer"
Error: Cannot fetch information from a fiber that has not been started or is terminated
Error: Cannot fetch information from a fiber that has not been started or is terminated
Error: Cannot fetch information from a fiber that has not been started or is terminated
int(12)
bool(true)
  Fiber::suspend:12 [1]
  inner:16 []
  outer:- [5]
  Fiber::suspend:12 [1]
  inner:16 []
  outer:- [5]
  Fiber::suspend:12 null
  inner:16 null
  outer:- null
int(13)
Error: Cannot fetch information from a fiber that has not been started or is terminated
Error: Cannot fetch information from a fiber that has not been started or is terminated
Error: Cannot fetch information from a fiber that has not been started or is terminated
Error: Cannot fetch the callable from a fiber that has terminated
Fiber
string(1) "m"
  ReflectionFiber->getTrace:34 obj []
  K->m:- obj []
int(35)
inner
  Fiber->start:46 obj []
  K->m:- obj []
int(46)
bool(true)
  ReflectionFiber->getTrace:41 obj []
  K->{closure}:- obj []
int(42)
bool(true)
  ReflectionFiber->getTrace:43 obj []
  K->{closure}:- obj [1]
  array_map:43 [{},[1]]
  K->{closure}:- obj []
  Fiber::suspend:44 []
  K->{closure}:- obj []
Error: Trying to clone an uncloneable object of class ReflectionFiber
Exception: Serialization of 'ReflectionFiber' is not allowed
TypeError: ReflectionFiber::__construct(): Argument #1 ($fiber) must be of type Fiber, int given
ArgumentCountError: ReflectionFiber::__construct() expects exactly 1 argument, 0 given
ReflectionException: Class ReflectionFiber is an internal class marked as final that cannot be instantiated without invoking its constructor
object(ReflectionFiber)#2 (0) {
}
bool(true)
  Fiber::suspend:60 [1]
  {closure}:- [1]
  array_map:60 [{},[1,2]]
  {closure}:- []
int(60)
  Fiber::suspend:- [1]
  array_map:65 ["Fiber::suspend",[1,2]]
  {closure}:- []
65
bool(true)
string(6) "strlen"
