--TEST--
Fiber errors
--FILE--
<?php
function attempt(callable $f) {
    try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
$f = new Fiber(function () { Fiber::suspend(1); throw new RuntimeException('inside'); });
attempt(fn() => $f->getReturn());
attempt(fn() => $f->resume());
attempt(fn() => $f->throw(new Exception('x')));
attempt(fn() => $f->start());
attempt(fn() => $f->start());
attempt(fn() => $f->getReturn());
attempt(fn() => $f->resume());
attempt(fn() => $f->getReturn());
attempt(fn() => $f->resume());
attempt(fn() => Fiber::suspend(1));
attempt(fn() => new FiberError);
attempt(fn() => clone $f);
attempt(fn() => serialize($f));
attempt(fn() => $f->__construct(fn() => 1));
attempt(fn() => new Fiber('no_such_function'));
attempt(fn() => new Fiber());
attempt(fn() => $f->throw('x'));
attempt(fn() => $f->x = 1);
$g = new Fiber(function () use (&$g) { attempt(fn() => $g->start()); attempt(fn() => $g->resume()); attempt(fn() => $g->getReturn()); return 1; });
attempt(fn() => $g->start());
$named = new Fiber(function (int $a, int $b = 5, ...$more) { return [$a, $b, $more]; });
$named->start(b: 2, a: 1, c: 9);
var_dump($named->getReturn());
$named = new Fiber(function (int $a) {});
attempt(fn() => $named->start('abc'));
$named = new Fiber(function (int $a) {});
attempt(fn() => $named->start());
--EXPECT--
FiberError: Cannot get fiber return value: The fiber has not been started
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot resume a fiber that is not suspended
int(1)
FiberError: Cannot start a fiber that has already been started
FiberError: Cannot get fiber return value: The fiber has not returned
RuntimeException: inside
FiberError: Cannot get fiber return value: The fiber threw an exception
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot suspend outside of a fiber
Error: The "FiberError" class is reserved for internal use and cannot be manually instantiated
Error: Trying to clone an uncloneable object of class Fiber
Exception: Serialization of 'Fiber' is not allowed
FiberError: Cannot call constructor twice
TypeError: Fiber::__construct(): Argument #1 ($callback) must be a valid callback, function "no_such_function" not found or invalid function name
ArgumentCountError: Fiber::__construct() expects exactly 1 argument, 0 given
TypeError: Fiber::throw(): Argument #1 ($exception) must be of type Throwable, string given
Error: Cannot create dynamic property Fiber::$x
FiberError: Cannot start a fiber that has already been started
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot get fiber return value: The fiber has not returned
NULL
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  array(1) {
    ["c"]=>
    int(9)
  }
}
TypeError: {closure}(): Argument #1 ($a) must be of type int, string given
ArgumentCountError: Too few arguments to function {closure}(), 0 passed and exactly 1 expected
