--TEST--
Numbers behind references, in code that runs often
--FILE--
<?php
function run() {
  $sum = 0; $f = 0.5; $s = 'a'; $n = null;
  $add = function ($x) use (&$sum, &$f, &$s, &$n) { $sum += $x; $f += $x; $s++; ++$n; $y = $sum++; $z = --$sum; $f -= 0.25; $sum -= 1; return $y + $z; };
  $t = 0;
  for ($i = 0; $i < 400; $i++) $t += $add($i);
  echo "$sum $f $s $n $t\n";
  $sum = PHP_INT_MAX - 2; for ($i = 0; $i < 5; $i++) { $add(0); $inc = function() use (&$sum) { return [$sum++, ++$sum]; }; }
  for ($i = 0; $i < 30; $i++) $v = $inc();
  var_dump($sum, $v);
  $sum = 1; class_exists('T') || eval('class T { public int $p = 1; }');
  $o = new T; $r = &$o->p; $bump = function () use (&$r) { $r += 1; ++$r; return $r; };
  for ($i = 0; $i < 50; $i++) $bump();
  try { $r = PHP_INT_MAX; $bump(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
  echo $o->p, "\n";
}
run(); run();
--EXPECT--
79400 79700.5 ok 400 21173600
float(9.223372036854776E+18)
array(2) {
  [0]=>
  float(9.223372036854776E+18)
  [1]=>
  float(9.223372036854776E+18)
}
Cannot assign float to reference held by property T::$p of type int
9223372036854775807
79400 79700.5 ok 400 21173600
float(9.223372036854776E+18)
array(2) {
  [0]=>
  float(9.223372036854776E+18)
  [1]=>
  float(9.223372036854776E+18)
}
Cannot assign float to reference held by property T::$p of type int
9223372036854775807
