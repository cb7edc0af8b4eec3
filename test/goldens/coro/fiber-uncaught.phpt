--TEST--
Fiber uncaught
--FILE--
<?php
$f = new Fiber(function () { $g = new Fiber(function () { throw new DomainException('deep'); }); $g->start(); });
register_shutdown_function(function () { echo "shutdown\n"; $f = new Fiber(fn() => Fiber::suspend('s')); var_dump($f->start()); });
$f->start();
--EXPECTF--

Fatal error: Uncaught DomainException: deep in %s:2
Stack trace:
#0 [internal function]: {closure}()
#1 %s(2): Fiber->start()
#2 [internal function]: {closure}()
#3 %s(4): Fiber->start()
#4 {main}
  thrown in %s on line 2
shutdown
string(1) "s"
