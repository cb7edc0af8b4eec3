--TEST--
an uncaught error from a callback of a builtin inside of a fiber
--FILE--
<?php
class Text { function __toString(): string { return str_repeat('ab', Fiber::suspend('times')); } }
$f = new Fiber(function () {
    echo new Text, "\n";
    usort($GLOBALS['list'], function ($a, $b) { return $a->undefinedMethod($b); });
});
$list = [new Text, new Text];
echo $f->start(), "\n";
$f->resume(3);
--EXPECTF--
times
ababab

Fatal error: Uncaught Error: Call to undefined method Text::undefinedMethod() in %s:5
Stack trace:
#0 [internal function]: {closure}(Object(Text), Object(Text))
#1 %s(5): usort(Array, Object(Closure))
#2 [internal function]: {closure}()
#3 %s(9): Fiber->resume(3)
#4 {main}
  thrown in %s on line 5
