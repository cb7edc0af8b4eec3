--TEST--
Generator cannot be made, cloned, serialized, extended or given properties
--FILE--
<?php
function attempt(callable $f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
function g() { yield 1; return 2; }
$g = g();
attempt(fn() => new Generator); attempt(fn() => clone $g); attempt(fn() => serialize($g)); attempt(fn() => unserialize('O:9:"Generator":0:{}')); attempt(function () use ($g) { $g->x = 1; }); attempt(fn() => $g->x); attempt(fn() => isset($g->x)); attempt(fn() => (array) $g); attempt(fn() => json_encode($g)); attempt(fn() => var_export($g, true)); attempt(fn() => $g == g()); attempt(fn() => $g == $g); attempt(fn() => "$g"); attempt(fn() => $g[0]); attempt(fn() => count($g)); attempt(fn() => $g()); attempt(fn() => (bool) $g); attempt(fn() => $g instanceof Traversable && $g instanceof Iterator && !($g instanceof IteratorAggregate)); attempt(fn() => iterator_to_array($g)); attempt(fn() => (new ReflectionClass($g))->isFinal()); attempt(fn() => array_map(fn($m) => $m->name, (new ReflectionClass($g))->getMethods())); attempt(fn() => (new ReflectionClass($g))->newInstanceWithoutConstructor()); attempt(fn() => $g->next(1)); attempt(fn() => $g->send()); attempt(fn() => Generator::next()); attempt(fn() => get_object_vars($g)); attempt(fn() => gettype($g) . get_debug_type($g)); attempt(fn() => is_callable([$g, 'send'])); attempt(fn() => is_iterable($g)); attempt(fn() => (string) new ReflectionMethod('Generator', 'throw'));
var_dump(g()); print_r(g()); debug_zval_refcount: echo "\n";
eval('class MyGenerator extends Generator {}');
--EXPECTF--
Error: The "Generator" class is reserved for internal use and cannot be manually instantiated
Error: Trying to clone an uncloneable object of class Generator
Exception: Serialization of 'Generator' is not allowed
Exception: Unserialization of 'Generator' is not allowed
Error: Cannot create dynamic property Generator::$x

Warning: Undefined property: Generator::$x in %s on line 5
NULL
bool(false)
array(0) {
}
string(2) "{}"
string(33) "\Generator::__set_state(array(
))"
bool(true)
bool(true)
Error: Object of class Generator could not be converted to string
Error: Cannot use object of type Generator as array
TypeError: count(): Argument #1 ($value) must be of type Countable|array, Generator given
Error: Object of type Generator is not callable
bool(true)
bool(true)
array(1) {
  [0]=>
  int(1)
}
bool(true)
array(8) {
  [0]=>
  string(6) "rewind"
  [1]=>
  string(5) "valid"
  [2]=>
  string(7) "current"
  [3]=>
  string(3) "key"
  [4]=>
  string(4) "next"
  [5]=>
  string(4) "send"
  [6]=>
  string(5) "throw"
  [7]=>
  string(9) "getReturn"
}
ReflectionException: Class Generator is an internal class marked as final that cannot be instantiated without invoking its constructor
ArgumentCountError: Generator::next() expects exactly 0 arguments, 1 given
ArgumentCountError: Generator::send() expects exactly 1 argument, 0 given
Error: Non-static method Generator::next() cannot be called statically
array(0) {
}
string(15) "objectGenerator"
bool(true)
bool(true)
string(151) "Method [ <internal:Core> public method throw ] {

  - Parameters [1] {
    Parameter #0 [ <required> Throwable $exception ]
  }
  - Return [ mixed ]
}
"
object(Generator)#4 (0) {
}
Generator Object
(
)


Fatal error: Class MyGenerator cannot extend final class Generator in %s(7) : eval()'d code on line 1
