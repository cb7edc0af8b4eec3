--TEST--
from() and tryFrom() take the backing type; what names a constant that is not there
--FILE--
<?php
enum A: int { case X=1; } enum B: string { case Y='y'; }
foreach ([[], null, 1.5, 1.0, '1', 'a', true, '1.0', NAN] as $v) { try { var_dump(A::tryFrom($v)); } catch (Error $e) { echo $e->getMessage(),"\n"; } try { var_dump(B::tryFrom($v)); } catch (Error $e) { echo $e->getMessage(),"\n"; } }
try { A::from(); } catch (Error $e) { echo $e->getMessage(),"\n"; }
echo new ReflectionMethod('A','from'), new ReflectionMethod('B','tryFrom');
class Constants {
    const A = self::NONE;
    public $p = self::NOT_EVEN;
    const B = Constants::NEITHER;
}
foreach ([fn() => Constants::A, fn() => Constants::B, fn() => new Constants] as $f) {
    try { $f(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
function f($a, $b = 5, ...$c) { var_dump($a, $b, $c); }
foreach ([fn() => f(...['b' => 1], ...[2]), fn() => f(...['b' => 1], ...['a' => 2])] as $f) {
    try { $f(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
$case = unserialize('E:3:"A:X";');
unset($case);
var_dump(new stdClass, unserialize('E:3:"A:X";'), new stdClass);
$storage = new SplObjectStorage;
try { $storage[new stdClass]; } catch (Exception $e) { echo $e->getMessage(), ' ', count($e->getTrace()), "\n"; }
try { unserialize('O:4:"Nope":0:{}')->method(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
A::tryFrom(): Argument #1 ($value) must be of type int, array given
B::tryFrom(): Argument #1 ($value) must be of type string|int, array given

Deprecated: A::tryFrom(): Passing null to parameter #1 ($value) of type string|int is deprecated in %s on line 3
NULL

Deprecated: B::tryFrom(): Passing null to parameter #1 ($value) of type string|int is deprecated in %s on line 3
NULL

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 3
enum(A::X)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 3
NULL
enum(A::X)
NULL
enum(A::X)
NULL
A::tryFrom(): Argument #1 ($value) must be of type int, string given
NULL
enum(A::X)
NULL
enum(A::X)
NULL
A::tryFrom(): Argument #1 ($value) must be of type int, float given
NULL
A::from() expects exactly 1 argument, 0 given
Method [ <internal, prototype BackedEnum> static public method from ] {

  - Parameters [1] {
    Parameter #0 [ <required> string|int $value ]
  }
  - Return [ static ]
}
Method [ <internal, prototype BackedEnum> static public method tryFrom ] {

  - Parameters [1] {
    Parameter #0 [ <required> string|int $value ]
  }
  - Return [ ?static ]
}
Undefined constant self::NONE
Undefined constant Constants::NEITHER
Undefined constant self::NONE
f(): Argument #1 ($a) not passed
int(2)
int(1)
array(0) {
}
object(stdClass)#5 (0) {
}
enum(A::X)
object(stdClass)#7 (0) {
}
Object not found 0
The script tried to call a method on an incomplete object. Please ensure that the class definition "Nope" of the object you are trying to operate on was loaded _before_ unserialize() gets called or provide an autoloader to load the class definition
