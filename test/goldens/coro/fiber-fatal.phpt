--TEST--
Fiber fatal
--FILE--
<?php
class D { function __destruct() { echo "no destruct\n"; } }
$d = new D;
register_shutdown_function(function () use (&$f) { echo "shutdown\n"; var_dump(Fiber::getCurrent()); try { $f->getReturn(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; } });
$f = new Fiber(function () { Fiber::suspend(); interface_exists('X'); eval('class A { abstract function f(); }'); });
$f->start();
$f->resume();
echo "never\n";
--EXPECTF--

Fatal error: Class A contains 1 abstract method and must therefore be declared abstract or implement the remaining methods (A::f) in %s(5) : eval()'d code on line 1
shutdown
NULL
Cannot get fiber return value: The fiber exited with a fatal error
