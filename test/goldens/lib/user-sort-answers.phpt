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
--EXPECTF--
Deprecated: usort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero in %s on line 6
lt 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50

Deprecated: uksort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero in %s on line 6
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
f 40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37
40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37
s 50 49 48 47 46 45 44 43 42 41 40 39 38 37 36 35 34 33 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
50 49 48 47 46 45 44 43 42 41 40 39 38 37 36 35 34 33 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
ref 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
null 40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37
40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37
no 37
throw 28 13 8 27 34 24 23 25 17 12 14 21 15 22 16 3 5 9 18 36 11 6 33 32 39 7 30 10 19 2 42 44 35 43 20 31 29 1 26 4 37 40 45 46 49 41 50 38 48 47
40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37

Deprecated: usort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero in %s on line 6
false 40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37

Deprecated: uksort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero in %s on line 6
40 28 13 8 27 34 24 23 45 25 46 17 12 14 21 49 15 22 16 41 3 5 9 18 36 11 50 38 6 33 32 39 7 30 10 19 2 42 44 35 43 20 48 47 31 29 1 26 4 37
big 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 1,5,9
