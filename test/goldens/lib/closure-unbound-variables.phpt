--TEST--
What an arrow function would have taken and was not there is not among its static variables
--FILE--
<?php
function make()
{
    $a = 1;
    return fn ($z) => [$a, $b ?? 2, fn ($c) => $c + $z];
}
class Holder
{
    function made()
    {
        return fn () => $this ?? $q;
    }
}
foreach ([fn () => $undefined, make(), (new Holder)->made(), function () use (&$taken) { static $s = 5; }] as $f) {
    var_dump($f);
    $r = new ReflectionFunction($f);
    var_dump($r->getStaticVariables(), $r->getClosureUsedVariables());
    print_r(clone $f);
}
--EXPECT--
object(Closure)#1 (0) {
}
array(0) {
}
array(0) {
}
Closure Object
(
)
object(Closure)#2 (2) {
  ["static"]=>
  array(1) {
    ["a"]=>
    int(1)
  }
  ["parameter"]=>
  array(1) {
    ["$z"]=>
    string(10) "<required>"
  }
}
array(1) {
  ["a"]=>
  int(1)
}
array(1) {
  ["a"]=>
  int(1)
}
Closure Object
(
    [static] => Array
        (
            [a] => 1
        )

    [parameter] => Array
        (
            [$z] => <required>
        )

)
object(Closure)#4 (1) {
  ["this"]=>
  object(Holder)#3 (0) {
  }
}
array(0) {
}
array(0) {
}
Closure Object
(
    [this] => Holder Object
        (
        )

)
object(Closure)#5 (1) {
  ["static"]=>
  array(2) {
    ["taken"]=>
    &NULL
    ["s"]=>
    int(5)
  }
}
array(2) {
  ["taken"]=>
  &NULL
  ["s"]=>
  int(5)
}
array(1) {
  ["taken"]=>
  &NULL
}
Closure Object
(
    [static] => Array
        (
            [taken] => 
            [s] => 5
        )

)
