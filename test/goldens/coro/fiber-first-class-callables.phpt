--TEST--
Fiber's methods as first-class callables
--FILE--
<?php
$f = new Fiber(function () { $suspend = Fiber::suspend(...); $x = 0; while (true) $x += $suspend($x); });
$start = $f->start(...);
$resume = $f->resume(...);
var_dump($start(), $resume(5), $resume(7), array_map($resume, [1, 2, 3]), array_map($f->isSuspended(...), []) );
$states = array_map(fn($m) => $f->$m(...), ['isStarted', 'isSuspended', 'isRunning', 'isTerminated']);
echo implode(',', array_map(fn($s) => var_export($s(), true), $states)), "\n";
$throw = $f->throw(...);
try { $throw(new LogicException('via closure')); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }
echo implode(',', array_map(fn($s) => var_export($s(), true), $states)), "\n";
try { ($f->getReturn(...))(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
echo (new ReflectionFunction($resume))->getName(), ' ', get_class((new ReflectionFunction($resume))->getClosureThis()), "\n";
$current = Fiber::getCurrent(...);
$g = new Fiber(fn() => $current());
$g->start();
var_dump($g->getReturn() === $g, $current());
// pipelines of closures that resume
$double = new Fiber(function ($x) { while (true) $x = Fiber::suspend($x * 2); });
$compose = fn(callable ...$fs) => fn($x) => array_reduce($fs, fn($acc, $f) => $f($acc), $x);
$double->start(0);
echo $compose($double->resume(...), fn($x) => $x + 1, $double->resume(...))(10), "\n";
echo implode(' ', array_map([$double, 'resume'], range(1, 5))), "\n";
usort($list, fn() => 0) === null;
--EXPECTF--
int(0)
int(5)
int(12)
array(3) {
  [0]=>
  int(13)
  [1]=>
  int(15)
  [2]=>
  int(18)
}
array(0) {
}
true,true,false,false
via closure
true,false,false,true
Cannot get fiber return value: The fiber threw an exception
resume Fiber
bool(true)
NULL
42
2 4 6 8 10

Fatal error: Uncaught TypeError: usort(): Argument #1 ($array) must be of type array, null given in %s:23
Stack trace:
#0 %s(23): usort(NULL, Object(Closure))
#1 {main}
  thrown in %s on line 23
