--TEST--
array_pop() and array_shift() in hot functions
--FILE--
<?php
class D { public function __construct(public $n) {} public function __destruct() { echo "d{$this->n} "; } }
function stack(int $n): array { $s = []; $sum = 0; for ($i = 0; $i < $n; $i++) { $s[] = $i; $s[] = $i * 2; $a = array_pop($s); $b = array_pop($s); $sum += $a - $b; $s[] = $sum; array_pop($s); $s[] = $i; if (count($s) > 5) $sum += array_shift($s); } return [$sum, $s, array_pop($s)]; }
echo json_encode(stack(500)), "\n";
function odd(array $a, $n): array { $o = []; $copy = $a; for ($i = 0; $i < $n; $i++) { $o[] = array_pop($a); $o[] = array_shift($a); if ($i > 295) { $a = ['k' => new D($i), 5 => 'x', new D("t$i")]; $r = &$a; } } return [$o, $copy, $a]; }
[$o, $c, $a] = odd(range(1, 20), 300); echo md5(serialize([$o, $c])), count($a), "\n"; unset($o, $a);
function drop(int $n): void { $s = []; for ($i = 0; $i < $n; $i++) { $s[] = new D($i); if ($i % 100 === 0) array_pop($s); else { $x = array_pop($s); $x->n = ''; unset($x); } } }
ob_start(); drop(400); echo md5(ob_get_clean()), "\n";
function iter(): string { $o = ''; for ($i = 0; $i < 300; $i++) { $q = [1, 2, 3, $i]; foreach ($q as $v) { $o .= array_shift($q) . $v; } next($q); array_pop($q); $o .= current($q) ?: '-'; $q['a'] = 1; $q[] = 2; array_pop($q); $q[] = 3; $o .= json_encode($q); } return md5($o); }
echo iter(), "\n";
try { (function () { for ($i = 0; $i < 300; $i++) { $x = $i < 290 ? [$i] : null; $y = array_pop($x); } })(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
[247015,[495,496,497,498,499],499]
dd4c650ee6d14c3fa9867f33fb7e845e3
dt296 d296 dt297 d297 dt298 d298 d299 dt299 37869b92e0014f58e3958cc66bc020b3
4071b566416ac35b8aaa5de0e9a0755a
array_pop(): Argument #1 ($array) must be of type array, null given
