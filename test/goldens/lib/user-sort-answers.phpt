--TEST--
Sorts by callbacks of every sort: floats, strings, booleans, references, null, exceptions in the middle.
--FILE--
<?php
$a = range(1, 50); mt_srand(3); shuffle($a);
function &byRef($x, $y) { static $r; $r = $x - $y; return $r; }
$fs = ['lt' => fn($x, $y) => $x > $y, 'f' => fn($x, $y) => ($x - $y) / 100, 's' => fn($x, $y) => (string) ($y - $x), 'ref' => 'byRef', 'null' => fn($x, $y) => null,
 'throw' => function ($x, $y) { if ($x == 20) throw new Exception("no $y"); return $x <=> $y; }, 'false' => fn($x, $y) => false, 'big' => fn($x, $y) => $x > $y ? PHP_INT_MAX : PHP_INT_MIN];
foreach ($fs as $n => $f) { $b = $a; try { usort($b, $f); } catch (Exception $e) { echo $e->getMessage(), "\n"; } echo $n, ' ', implode(' ', $b), "\n"; $k = array_flip($a); uksort($k, $n === 'throw' ? $fs['f'] : $f); echo implode(' ', array_keys($k)), "\n"; }
class H extends SplMinHeap { protected function compare($x, $y): int { return $y <=> $x; } } $h = new H; foreach ($a as $v) $h->insert($v); foreach ($h as $v) echo $v, ' ';
echo implode(',', array_udiff([1,5,3,9], [3,4], fn($x, $y) => $x <=> $y)), "\n";
--EXPECT--
