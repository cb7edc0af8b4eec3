--TEST--
Arrays and rows that stand still in a loop, and those that only seem to: behind references, written to by other names, in other forms
--FILE--
<?php
error_reporting(E_ALL);
set_error_handler(function ($n, $m) { echo "[$m]"; return true; });
function product(array $a, array $b, int $n) { $c = []; for ($i = 0; $i < $n; $i++) { $row = []; for ($j = 0; $j < $n; $j++) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$i][$k] * $b[$k][$j]; } $row[$j] = $s; } $c[$i] = $row; } return $c; }
function none(array $a, int $i, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$i][$k]; } return $s; }
function down(array $a, int $i) { $s = ''; for ($k = 2; $k > -2; $k--) { $s .= $a[$k] ?? 'null'; $s .= $a[$i + $k]; } return $s; }
function closes(array $a, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$k]; if ($k == 1) { $f = function () use (&$a) { $a = ['x' => 1, 2 => 50]; }; $f(); } } return [$s, $a]; }
function refs(array $a, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$k]; if ($k == 1) { $r = &$a; $r[2] = 10; $r['k'] = 5; } } return [$s, $a]; }
function refd(array $a, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$k]; if ($k == 1) { $o = [&$a]; $o[0][2] = 10; } } return [$s, $a]; }
function rows(array $a, int $i, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$i][$k]; if ($k == 0) { $a[$i][1] = 100; } elseif ($k == 1) { $a[$i] = [7, 7, 7]; } } return [$s, $a]; }
function rowref(array $a, int $i, int $n) { $r = &$a[$i]; $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$i][$k]; $r[2] = $k; } return [$s, $a]; }
function shared(int $n) { $row = [1, 2, 3]; $a = [$row, $row]; $b = $a; $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[0][$k] * $a[1][$k]; $b[0][$k] = 9; $row[$k] = 8; $b[1] = null; } return [$s, $a, $b, $row]; }
function pops(array $a) { $s = 0; $k = 0; while (count($a) > 1) { $s = $s * 2 + $a[$k]; array_pop($a); $a[$k] += 1; } return [$s, $a]; }
function grows(array $a, int $n) { for ($k = 0; $k < $n; $k++) { $a[] = $a[$k]; $a[$k] .= 'x'; } return $a; }
function twice(array $a, array $b, int $n) { $s = 0; for ($j = 0; $j < 2; $j++) { for ($k = 0; $k < $n; $k++) { $s += $a[$k]; } $a = $b; } return $s; }
function keys(array $a, int $n) { $i = 0; $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$i][$k]; if ($k == 1) { $i++; } foreach ([1, 0] as $i) { $s += $a[$i][0]; } } return $s; }
function gen(array $a, int $n) { for ($k = 0; $k < $n; $k++) { $got = yield $a[$k]; if ($got) { $a = ['q' => 1, 1 => $got, 2 => 3]; } yield $a[0] ?? 'none'; } }
function byRef(array &$a, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$k]; touch_($a, $k); } return $s; }
function touch_(array &$a, int $k) { $a[2] = $k + 100; }
function passes(array $a, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$k]; touch_($a, $k); sort($a); } return [$s, $a]; }
function reads(array $a, int $n) { $s = 0; for ($k = 0; $k < $n; $k++) { $s += $a[$k] + max($a) + count($a); $b = $a; $b[$k] = 5; $s += array_sum($b); } return $s; }
function texts(array $a, int $n) { $s = ''; for ($k = 0; $k < $n; $k++) { $s .= $a[0][$k] . '-' . $a[1][$k]; } return $s; }
for ($n = 0; $n < 130; $n++) {
  $m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
  $l = [1, 2, 3];
  $out = [product($m, $m, 3), none($m, 1, 3), down([1, 2, 3], 1), closes($l, 2), refs($l, 3), refd($l, 3), rows($m, 1, 3), rowref($m, 1, 3), shared(3), pops([1, 2, 3, 4]), grows(['a', 'b'], 4), twice($l, [4, 5, 6], 3), keys($m, 3), passes($l, 3), reads($l, 3), texts([['a', 'b'], ['c', 'd']], 2)];
  $c = $l; $out[] = [byRef($c, 3), $c];
  $g = gen([1, 2, 3], 3); $out[] = [$g->current(), $g->send(5), $g->send(0), $g->send(6), $g->valid() ? $g->current() : null];
  if ($n % 8 == 5) { array_push($out, product([[1.5, 2], [3, 4.5]], [[1, 0], [0, 1]], 2), product(['a' => [1], 0 => [2, 3], 1 => [4, 'x' => 1, 1 => 5]], [1 => [1, 2], 0 => [3, 4]], 2), none([], 0, 0), none([1 => [5, 6]], 1, 2), none($m, 5, 2), none([[1], null, 'str'], 1, 1), twice($l, ['x' => 1, 0 => 7, 1 => 8, 2 => 9], 3), twice(['x' => 1, 0 => 7, 1 => 8, 2 => 9], $l, 3), reads([2 => 1, 1 => 2, 0 => 3], 3), texts([['a'], 'xyz'], 1), texts(['pq', 'xyz'], 2)); }
  if ($n % 11 == 7) { try { $out[] = none([new stdClass], 0, 1); } catch (Error $e) { $out[] = $e->getMessage(); } try { $out[] = none(['abc'], 0, 1); } catch (TypeError $e) { $out[] = $e->getMessage(); } }
  echo $n < 2 || $n > 128 ? json_encode($out) : md5(serialize($out)), "\n";
}
--EXPECT--
[Undefined array key 3][[[30,36,42],[66,81,96],[102,126,150]],15,"32312null1",[3,{"x":1,"2":50}],[13,{"0":1,"1":2,"2":10,"k":5}],[13,[1,2,10]],[111,[[1,2,3],[7,7,7],[7,8,9]]],[10,[[1,2,3],[4,5,2],[7,8,9]]],[14,[[1,2,3],[1,2,3]],[[9,9,9],null],[8,8,8]],[11,[4]],["ax","bx","ax","bx","a","b"],21,21,[104,[1,2,102]],51,"a-cb-d",[104,[1,2,102]],[1,"none",5,"none","none"]]
[Undefined array key 3][[[30,36,42],[66,81,96],[102,126,150]],15,"32312null1",[3,{"x":1,"2":50}],[13,{"0":1,"1":2,"2":10,"k":5}],[13,[1,2,10]],[111,[[1,2,3],[7,7,7],[7,8,9]]],[10,[[1,2,3],[4,5,2],[7,8,9]]],[14,[[1,2,3],[1,2,3]],[[9,9,9],null],[8,8,8]],[11,[4]],["ax","bx","ax","bx","a","b"],21,21,[104,[1,2,102]],51,"a-cb-d",[104,[1,2,102]],[1,"none",5,"none","none"]]
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]6e322b7d97b007deb90779a35781afd2
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]6e322b7d97b007deb90779a35781afd2
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3][Undefined array key 5][Trying to access array offset on value of type null][Undefined array key 5][Trying to access array offset on value of type null][Trying to access array offset on value of type null]3cfa93a3e4e7e1fb1d554b62e36d483c
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]ee99d9f30122135851e15143cfce3441
[Undefined array key 3]1e5f0c5275a862a4a3ba45b2d193730e
[Undefined array key 3][[[30,36,42],[66,81,96],[102,126,150]],15,"32312null1",[3,{"x":1,"2":50}],[13,{"0":1,"1":2,"2":10,"k":5}],[13,[1,2,10]],[111,[[1,2,3],[7,7,7],[7,8,9]]],[10,[[1,2,3],[4,5,2],[7,8,9]]],[14,[[1,2,3],[1,2,3]],[[9,9,9],null],[8,8,8]],[11,[4]],["ax","bx","ax","bx","a","b"],21,21,[104,[1,2,102]],51,"a-cb-d",[104,[1,2,102]],[1,"none",5,"none","none"]]
