--TEST--
fatal compile errors in eval and class linking inside of fibers
--FILE--
<?php
$f = new Fiber(function () {
    try { eval('function f( { }'); } catch (ParseError $e) { echo $e->getMessage(), ' line ', $e->getLine(), "\n"; }
    Fiber::suspend('before');
    try { eval('class X implements Missing {}'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
    try { eval('interface I { function m(int $a); } abstract class Y implements I {} $r = new class extends Y { function m(int $a, $b = 1) {} }; echo get_parent_class($r), "\n";'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
    eval('class Z implements I { function m(string $a) {} }');
});
echo $f->start(), "\n";
register_shutdown_function(fn() => print('terminated: ' . var_export($f->isTerminated(), true) . ' running: ' . var_export($f->isRunning(), true) . "\n"));
$f->resume();
--EXPECTF--
syntax error, unexpected token "{", expecting variable line 1
before
Interface "Missing" not found
Y

Fatal error: Declaration of Z::m(string $a) must be compatible with I::m(int $a) in %s(7) : eval()'d code on line 1
terminated: true running: false
