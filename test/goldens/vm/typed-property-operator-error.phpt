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
--EXPECTF--
Unsupported operand types: int + string i+= int(0)
Modulo by zero i%= int(0)
Bit shift by negative number i<<= int(0)
Unsupported operand types: float + string f+= float(0)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7
Modulo by zero f%= float(0)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7
Bit shift by negative number f<<= float(0)
Unsupported operand types: int + string ni+= int(0)
Modulo by zero ni%= int(0)
Bit shift by negative number ni<<= int(0)
Unsupported operand types: string + string s+= string(0) ""
Unsupported operand types: string % int s%= string(0) ""
Unsupported operand types: string << int s<<= string(0) ""
Unsupported operand types: bool + string b+= bool(false)
Modulo by zero b%= bool(false)
Bit shift by negative number b<<= bool(false)
Unsupported operand types: int + string m+= int(0)
Modulo by zero m%= int(0)
Bit shift by negative number m<<= int(0)
Unsupported operand types: array + string a+= array(1) {
  [0]=>
  int(1)
}
Unsupported operand types: array % int a%= array(1) {
  [0]=>
  int(1)
}
Unsupported operand types: array << int a<<= array(1) {
  [0]=>
  int(1)
}
Unsupported operand types: int + string is+= int(0)
Modulo by zero is%= int(0)
Bit shift by negative number is<<= int(0)
Unsupported operand types: float + string if+= int(0)

Deprecated: Implicit conversion from float 3.5 to int loses precision in %s on line 7
Modulo by zero if%= int(0)

Deprecated: Implicit conversion from float 3.5 to int loses precision in %s on line 7
Bit shift by negative number if<<= int(0)
Unsupported operand types: string + string ns+= string(0) ""
Unsupported operand types: string % int ns%= string(0) ""
Unsupported operand types: string << int ns<<= string(0) ""
Unsupported operand types: array + string na+= array(0) {
}
Unsupported operand types: array % int na%= array(0) {
}
Unsupported operand types: array << int na<<= array(0) {
}
Unsupported operand types: int + array int(0)
