--TEST--
How errors name arguments: by-reference parameters, variadic ones
--FILE--
<?php
function f(&$x) {}
$g = 'f';
try { $g(1); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { $g($a = 1); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
$h = 'usort';
try { $h($a = [1], 1); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { $h([1], 1); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
class K { static function m(&...$r) {} }
try { K::m(1); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { K::m(...[1, 2]); echo "ok\n"; } catch (\Error $e) { echo $e->getMessage(), "\n"; }
function v(int ...$n) {}
try { v(1, 'x'); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
function w(int $a, int ...$n) {}
try { w(1, 2, 'x'); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { w('x', 2, 'x'); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { w(a: 1, b: 'x'); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
foreach ([fn() => usort($arr = [3,1,2], fn($a, $b) => $a <=> $b), fn() => f(1+1), fn()=> f(...[1]), fn() => call_user_func('f', 1), fn() => array_push([1], 2), fn() => sort($z = [1]),fn() => (new \ArrayObject)->uasort(), ] as $c) try { $c(); echo "ok\n"; } catch (\Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
f(): Argument #1 ($x) cannot be passed by reference
f(): Argument #1 ($x) cannot be passed by reference
usort(): Argument #1 ($array) cannot be passed by reference
usort(): Argument #1 ($array) cannot be passed by reference
K::m(): Argument #1 cannot be passed by reference
ok
v(): Argument #2 must be of type int, string given, called in %s on line 13
w(): Argument #3 must be of type int, string given, called in %s on line 15
w(): Argument #1 ($a) must be of type int, string given, called in %s on line 16
w(): Argument #2 must be of type int, string given, called in %s on line 17
usort(): Argument #1 ($array) cannot be passed by reference
f(): Argument #1 ($x) cannot be passed by reference
ok

Warning: f(): Argument #1 ($x) must be passed by reference, value given in %s on line 18
ok
array_push(): Argument #1 ($array) cannot be passed by reference
sort(): Argument #1 ($array) cannot be passed by reference
ArrayObject::uasort() expects exactly 1 argument, 0 given
