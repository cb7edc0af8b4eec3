--TEST--
Fiber autoload
--FILE--
<?php
spl_autoload_register(function ($c) { echo "load $c\n"; $x = Fiber::suspend($c); if ($x) eval("class $c { const X = 1; static function f() { return __METHOD__; } }"); });
$f = new Fiber(function () {
    echo Foo::f(), "\n";
    new Bar;
});
var_dump($f->start());
var_dump($f->resume(true));
try { $f->resume(false); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
load Foo
string(3) "Foo"
Foo::f
load Bar
string(3) "Bar"
Class "Bar" not found
