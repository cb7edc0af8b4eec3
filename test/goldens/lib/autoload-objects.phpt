--TEST--
What spl_autoload_functions() shows of objects to be invoked
--FILE--
<?php
class L { function __invoke($c) { echo "invoked $c\n"; } function m($c) { echo "m $c\n"; } static function s($c) { echo "s $c\n"; } }
function f($c) { echo "f $c\n"; }
$l = new L;
foreach ([$l, [$l, 'm'], ['L', 's'], 'L::s', 'f', function ($c) { echo "closure $c\n"; }, $l, [$l, '__invoke']] as $x) spl_autoload_register($x);
var_dump(spl_autoload_functions(), class_exists('Nope'));
var_dump(spl_autoload_unregister($l), count(spl_autoload_functions()));
--EXPECT--
invoked Nope
m Nope
s Nope
f Nope
closure Nope
invoked Nope
array(6) {
  [0]=>
  object(L)#1 (0) {
  }
  [1]=>
  array(2) {
    [0]=>
    object(L)#1 (0) {
    }
    [1]=>
    string(1) "m"
  }
  [2]=>
  array(2) {
    [0]=>
    string(1) "L"
    [1]=>
    string(1) "s"
  }
  [3]=>
  string(1) "f"
  [4]=>
  object(Closure)#2 (1) {
    ["parameter"]=>
    array(1) {
      ["$c"]=>
      string(10) "<required>"
    }
  }
  [5]=>
  array(2) {
    [0]=>
    object(L)#1 (0) {
    }
    [1]=>
    string(8) "__invoke"
  }
}
bool(false)
bool(true)
int(5)
