--TEST--
An operator that throws leaves the empty value of its type in a typed property, without strict_types
--FILE--
<?php
class T { public int $i = 5; public float $f = 1.5; public ?int $ni = 5; public string $s = 'x'; public bool $b = true; public mixed $m = 5; public array $a = [1]; public int|string $is = 3; public int|float $if = 3.5; public ?string $ns = 'q'; public static int $si = 4; public ?array $na = []; }
$t = new T;
foreach (['i','f','ni','s','b','m','a','is','if','ns','na'] as $p) {
  foreach (['+=', '%=', '<<='] as $op) {
  $t = new T;
  try { if ($op === '+=') $t->$p += 'f'; elseif ($op === '%=') $t->$p %= 0; else $t->$p <<= -1; } catch (Error $e) { echo $e->getMessage(), ' '; }
  echo $p, $op, ' '; var_dump($t->$p);
  }
}
try { T::$si += []; } catch (Error $e) { echo $e->getMessage(), ' '; } var_dump(T::$si);
--EXPECT--
