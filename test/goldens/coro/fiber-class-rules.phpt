--TEST--
Fiber cannot be extended, cloned, serialized, compared by value or given properties
--FILE--
<?php
function attempt(callable $f): void {
    try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
$f = new Fiber(fn() => 1);
$g = new Fiber(fn() => 1);
attempt(fn() => clone $f);
attempt(fn() => serialize($f));
attempt(fn() => unserialize('O:5:"Fiber":0:{}'));
attempt(fn() => unserialize('C:5:"Fiber":0:{}'));
attempt(function () use ($f) { $f->extra = 1; });
attempt(fn() => $f->extra);
attempt(fn() => isset($f->extra));
attempt(fn() => $f == $g);
attempt(fn() => $f == $f);
attempt(fn() => json_encode($f));
attempt(fn() => (array) $f);
attempt(fn() => var_export($f, true));
attempt(fn() => $f());
attempt(fn() => is_callable($f));
attempt(fn() => "$f");
attempt(fn() => (int) $f);
attempt(fn() => Fiber::resume());
attempt(fn() => $f->suspend(1));
attempt(fn() => (new ReflectionClass('Fiber'))->isFinal());
attempt(fn() => array_map(fn($m) => $m->getName(), (new ReflectionClass('Fiber'))->getMethods()));
attempt(fn() => (new ReflectionClass('FiberError'))->getParentClass()->getName());
foreach ((new ReflectionClass('Fiber'))->getMethods() as $m) echo $m;
eval('class MyFiber extends Fiber {}');
--EXPECTF--
Error: Trying to clone an uncloneable object of class Fiber
Exception: Serialization of 'Fiber' is not allowed
Exception: Unserialization of 'Fiber' is not allowed
Exception: Unserialization of 'Fiber' is not allowed
Error: Cannot create dynamic property Fiber::$extra

Warning: Undefined property: Fiber::$extra in %s on line 12
NULL
bool(false)
bool(true)
bool(true)
string(2) "{}"
array(0) {
}
string(29) "\Fiber::__set_state(array(
))"
Error: Object of type Fiber is not callable
bool(false)
Error: Object of class Fiber could not be converted to string

Warning: Object of class Fiber could not be converted to int in %s on line 22
int(1)
Error: Non-static method Fiber::resume() cannot be called statically
FiberError: Cannot suspend outside of a fiber
bool(true)
array(11) {
  [0]=>
  string(11) "__construct"
  [1]=>
  string(5) "start"
  [2]=>
  string(6) "resume"
  [3]=>
  string(5) "throw"
  [4]=>
  string(9) "isStarted"
  [5]=>
  string(11) "isSuspended"
  [6]=>
  string(9) "isRunning"
  [7]=>
  string(12) "isTerminated"
  [8]=>
  string(9) "getReturn"
  [9]=>
  string(10) "getCurrent"
  [10]=>
  string(7) "suspend"
}
string(5) "Error"
Method [ <internal:Core, ctor> public method __construct ] {

  - Parameters [1] {
    Parameter #0 [ <required> callable $callback ]
  }
}
Method [ <internal:Core> public method start ] {

  - Parameters [1] {
    Parameter #0 [ <optional> mixed ...$args ]
  }
  - Return [ mixed ]
}
Method [ <internal:Core> public method resume ] {

  - Parameters [1] {
    Parameter #0 [ <optional> mixed $value = null ]
  }
  - Return [ mixed ]
}
Method [ <internal:Core> public method throw ] {

  - Parameters [1] {
    Parameter #0 [ <required> Throwable $exception ]
  }
  - Return [ mixed ]
}
Method [ <internal:Core> public method isStarted ] {

  - Parameters [0] {
  }
  - Return [ bool ]
}
Method [ <internal:Core> public method isSuspended ] {

  - Parameters [0] {
  }
  - Return [ bool ]
}
Method [ <internal:Core> public method isRunning ] {

  - Parameters [0] {
  }
  - Return [ bool ]
}
Method [ <internal:Core> public method isTerminated ] {

  - Parameters [0] {
  }
  - Return [ bool ]
}
Method [ <internal:Core> public method getReturn ] {

  - Parameters [0] {
  }
  - Return [ mixed ]
}
Method [ <internal:Core> static public method getCurrent ] {

  - Parameters [0] {
  }
  - Return [ ?Fiber ]
}
Method [ <internal:Core> static public method suspend ] {

  - Parameters [1] {
    Parameter #0 [ <optional> mixed $value = null ]
  }
  - Return [ mixed ]
}

Fatal error: Class MyFiber cannot extend final class Fiber in %s(29) : eval()'d code on line 1
