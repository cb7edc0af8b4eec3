--TEST--
Ranges that are too large, of which order, and from -0; numbers of all kinds to functions of numbers
--FILE--
<?php
foreach ([[PHP_INT_MAX,3],[3,PHP_INT_MAX],[PHP_INT_MIN,3],[1e20,3],[3,1e20],[3.5,1e20],[-0.0,2],[0,-2.0],[1,1e9,0.5], [1e10,1,0.5]] as $a) try { $r = range(...$a); var_dump(count($r), $r[0]); } catch (Error $e) { echo $e->getMessage(), "\n"; }
foreach ([1, -1, -1.5, 0, -0.0, PHP_INT_MIN, PHP_INT_MAX, "5", "-5.5", "x", null, true, [], INF, NAN] as $v) {
  foreach (['abs', 'floor', 'ceil', 'round', 'array_sum', 'sqrt', 'intdiv'] as $f) { try { var_dump($f($v)); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
  try { var_dump(abs($v), range($v, 3), round($v, 1), fdiv($v, 2), $v ** 2); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
--EXPECTF--
The supplied range exceeds the maximum array size: start=3 end=9223372036854775807
The supplied range exceeds the maximum array size: start=3 end=9223372036854775807
The supplied range exceeds the maximum array size: start=-9223372036854775808 end=3
The supplied range exceeds the maximum array size: start=3 end=100000000000000000000
The supplied range exceeds the maximum array size: start=3 end=100000000000000000000
The supplied range exceeds the maximum array size: start=4 end=100000000000000000000
int(3)
float(-0)
int(3)
float(0)
The supplied range exceeds the maximum array size: start=1 end=1000000000
The supplied range exceeds the maximum array size: start=1 end=10000000000
int(1)
float(1)
float(1)
float(1)
array_sum(): Argument #1 ($array) must be of type array, int given
float(1)
intdiv() expects exactly 2 arguments, 1 given
int(1)
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  int(3)
}
float(1)
float(0.5)
int(1)
int(1)
float(-1)
float(-1)
float(-1)
array_sum(): Argument #1 ($array) must be of type array, int given
float(NAN)
intdiv() expects exactly 2 arguments, 1 given
int(1)
array(5) {
  [0]=>
  int(-1)
  [1]=>
  int(0)
  [2]=>
  int(1)
  [3]=>
  int(2)
  [4]=>
  int(3)
}
float(-1)
float(-0.5)
int(1)
float(1.5)
float(-2)
float(-1)
float(-2)
array_sum(): Argument #1 ($array) must be of type array, float given
float(NAN)
intdiv() expects exactly 2 arguments, 1 given
float(1.5)
array(5) {
  [0]=>
  float(-1.5)
  [1]=>
  float(-0.5)
  [2]=>
  float(0.5)
  [3]=>
  float(1.5)
  [4]=>
  float(2.5)
}
float(-1.5)
float(-0.75)
float(2.25)
int(0)
float(0)
float(0)
float(0)
array_sum(): Argument #1 ($array) must be of type array, int given
float(0)
intdiv() expects exactly 2 arguments, 1 given
int(0)
array(4) {
  [0]=>
  int(0)
  [1]=>
  int(1)
  [2]=>
  int(2)
  [3]=>
  int(3)
}
float(0)
float(0)
int(0)
float(0)
float(-0)
float(-0)
float(-0)
array_sum(): Argument #1 ($array) must be of type array, float given
float(-0)
intdiv() expects exactly 2 arguments, 1 given
float(0)
array(4) {
  [0]=>
  float(-0)
  [1]=>
  float(1)
  [2]=>
  float(2)
  [3]=>
  float(3)
}
float(-0)
float(-0)
float(0)
float(9.223372036854776E+18)
float(-9.223372036854776E+18)
float(-9.223372036854776E+18)
float(-9.223372036854776E+18)
array_sum(): Argument #1 ($array) must be of type array, int given
float(NAN)
intdiv() expects exactly 2 arguments, 1 given
The supplied range exceeds the maximum array size: start=-9223372036854775808 end=3
int(9223372036854775807)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
array_sum(): Argument #1 ($array) must be of type array, int given
float(3037000499.97605)
intdiv() expects exactly 2 arguments, 1 given
The supplied range exceeds the maximum array size: start=3 end=9223372036854775807
int(5)
float(5)
float(5)
float(5)
array_sum(): Argument #1 ($array) must be of type array, string given
float(2.23606797749979)
intdiv() expects exactly 2 arguments, 1 given
int(5)
array(3) {
  [0]=>
  int(5)
  [1]=>
  int(4)
  [2]=>
  int(3)
}
float(5)
float(2.5)
int(25)
float(5.5)
float(-6)
float(-5)
float(-6)
array_sum(): Argument #1 ($array) must be of type array, string given
float(NAN)
intdiv() expects exactly 2 arguments, 1 given
float(5.5)
array(9) {
  [0]=>
  int(-5)
  [1]=>
  int(-4)
  [2]=>
  int(-3)
  [3]=>
  int(-2)
  [4]=>
  int(-1)
  [5]=>
  int(0)
  [6]=>
  int(1)
  [7]=>
  int(2)
  [8]=>
  int(3)
}
float(-5.5)
float(-2.75)
float(30.25)
abs(): Argument #1 ($num) must be of type int|float, string given
floor(): Argument #1 ($num) must be of type int|float, string given
ceil(): Argument #1 ($num) must be of type int|float, string given
round(): Argument #1 ($num) must be of type int|float, string given
array_sum(): Argument #1 ($array) must be of type array, string given
sqrt(): Argument #1 ($num) must be of type float, string given
intdiv() expects exactly 2 arguments, 1 given
abs(): Argument #1 ($num) must be of type int|float, string given

Deprecated: abs(): Passing null to parameter #1 ($num) of type int|float is deprecated in %s on line 4
int(0)

Deprecated: floor(): Passing null to parameter #1 ($num) of type int|float is deprecated in %s on line 4
float(0)

Deprecated: ceil(): Passing null to parameter #1 ($num) of type int|float is deprecated in %s on line 4
float(0)

Deprecated: round(): Passing null to parameter #1 ($num) of type int|float is deprecated in %s on line 4
float(0)
array_sum(): Argument #1 ($array) must be of type array, null given

Deprecated: sqrt(): Passing null to parameter #1 ($num) of type float is deprecated in %s on line 4
float(0)
intdiv() expects exactly 2 arguments, 1 given

Deprecated: abs(): Passing null to parameter #1 ($num) of type int|float is deprecated in %s on line 5

Deprecated: round(): Passing null to parameter #1 ($num) of type int|float is deprecated in %s on line 5

Deprecated: fdiv(): Passing null to parameter #1 ($num1) of type float is deprecated in %s on line 5
int(0)
array(4) {
  [0]=>
  int(0)
  [1]=>
  int(1)
  [2]=>
  int(2)
  [3]=>
  int(3)
}
float(0)
float(0)
int(0)
int(1)
float(1)
float(1)
float(1)
array_sum(): Argument #1 ($array) must be of type array, bool given
float(1)
intdiv() expects exactly 2 arguments, 1 given
int(1)
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  int(3)
}
float(1)
float(0.5)
int(1)
abs(): Argument #1 ($num) must be of type int|float, array given
floor(): Argument #1 ($num) must be of type int|float, array given
ceil(): Argument #1 ($num) must be of type int|float, array given
round(): Argument #1 ($num) must be of type int|float, array given
int(0)
sqrt(): Argument #1 ($num) must be of type float, array given
intdiv() expects exactly 2 arguments, 1 given
abs(): Argument #1 ($num) must be of type int|float, array given
float(INF)
float(INF)
float(INF)
float(INF)
array_sum(): Argument #1 ($array) must be of type array, float given
float(INF)
intdiv() expects exactly 2 arguments, 1 given
Invalid range supplied: start=inf end=3
float(NAN)
float(NAN)
float(NAN)
float(NAN)
array_sum(): Argument #1 ($array) must be of type array, float given
float(NAN)
intdiv() expects exactly 2 arguments, 1 given
float(NAN)
array(1) {
  [0]=>
  float(NAN)
}
float(NAN)
float(NAN)
float(NAN)
