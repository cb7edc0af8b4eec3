--TEST--
An error handler that throws, at every kind of opline
--FILE--
<?php
set_error_handler(function($n, $m) { throw new ErrorException($m, 0, $n); });
function t($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), ' @', $e->getLine(), "\n"; } }
t(function() { return $undef; });
t(function() { return $undef + 1; });
t(function() { $a = []; return $a['x']; });
t(function() { $a = []; $a['x'] .= 'y'; return $a; });
t(function() { $a = 'abc'; return $a[10]; });
t(function() { $a = 'abc'; $a['1x'] = 'z'; return $a; });
t(function() { $o = new stdClass; return $o->x; });
t(function() { $o = new stdClass; $o->x++; return $o; });
t(function() { $x = [1] . 'a'; return $x; });
t(function() { $x = "5 a" + 1; return $x; });
t(function() { return [...[1], $undef]; });
t(function() { return [$undef => 1]; });
t(function() { $x = "a{$undef}b"; return $x; });
t(function() { return strlen($undef); });
t(function() { $f = fn($a) => $a; return $f($undef); });
t(function() { foreach ($undef as $x) {} return 1; });
t(function() { foreach (5 as $x) {} return 1; });
t(function() { return $undef ?: 'x'; });
t(function() { return $undef ? 1 : 2; });
t(function() { if ($undef) {} return 1; });
t(function() { $a = [1, 2]; [$x, $y, $z] = $a; return $z; });
t(function() { $x = 1.5; return [1, 2][$x]; });
t(function() { class Dy {} $o = new Dy; $o->dyn = 1; return $o; });
t(function() { $a = false; $a[] = 1; return $a; });
t(function() { return (int)"12abc" + (array)$undef; });
t(function() { $a['x'][$undef] = 1; return $a; });
t(function() { unset($a[$undef]); return 'ok'; });
t(function() { $a = [1]; unset($a[$undef]); return 'ok'; });
t(function() { return isset($a[$undef]); });
t(function() { $a = []; return isset($a[$undef]); });
t(function() { $$undef = 1; });
t(function() { return $undef->x; });
t(function() { return $undef(); });
t(function() { return $undef->m(); });
t(function() { return new $undef; });
t(function() { return $undef::X; });
t(function() { return clone $undef; });
t(function() { return -$undef; });
t(function() { $undef++; return $undef; });
t(function() { $r = &$undef['x']['y']; return $undef; });
t(function() { static $s; $s .= $undef; return $s; });
t(function() { echo $undef, "after\n"; });
t(function() { echo "pre", $undef . "x", "after\n"; });
t(function() { yield $undef; });
t(function() { $g = (function() { yield $undef; })(); return $g->current(); });
t(function() { throw $undef; });
t(function() { return match($undef) { 1 => 2 }; });
t(function() { switch ($undef) { case null: return 'null'; } });
t(function() { $x = &f_undef($undef2); });

--EXPECTF--
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined array key "x" @2
ErrorException: Undefined array key "x" @2
ErrorException: Uninitialized string offset 10 @2
ErrorException: Illegal string offset "1x" @2
ErrorException: Undefined property: stdClass::$x @2
ErrorException: Undefined property: stdClass::$x @2
ErrorException: Array to string conversion @2
ErrorException: A non-numeric value encountered @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: foreach() argument must be of type array|object, int given @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined array key 2 @2
ErrorException: Implicit conversion from float 1.5 to int loses precision @2
ErrorException: Creation of dynamic property Dy::$dyn is deprecated @2
ErrorException: Automatic conversion of false to array is deprecated @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $a @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
array(1) {
  ["x"]=>
  array(1) {
    ["y"]=>
    NULL
  }
}
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
preErrorException: Undefined variable $undef @2
object(Generator)#4 (0) {
}
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
ErrorException: Undefined variable $undef @2
Error: Call to undefined function f_undef() @52
