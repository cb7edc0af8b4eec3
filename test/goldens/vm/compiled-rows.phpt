--TEST--
Rows of arrays that are read and written one after the other: shared, aliased, replaced, behind references
--FILE--
<?php
error_reporting(E_ALL);
class D { public $n; function __construct($n) { $this->n = $n; } function __destruct() { echo "d{$this->n} "; } }
function same(array $a, int $i, int $j) { $x = $a[$i][0] + $a[$j][0]; $a[$i][0] += 1.5; $a[$j][0] += 2.5; $y = $a[$i][0] * $a[$j][0]; $a[$i][1] -= $x; $a[$j][1] -= $y; return $a; }
function shared(int $i, int $j) { $row = [1.0, 2.0]; $a = [$row, $row, $row]; $b = $a; $p = $a[$i][0]; $q = $a[$j][1]; $a[$i][0] += 1.0; $b[$j][0] += 2.0; $a[$j][1] += $b[$i][1]; $r = $a[$i][0] + $b[$i][0]; $row[0] -= $r; return [$a, $b, $row, $p, $q]; }
function leak(int $i) { $a = [[1, 2], [3, 4]]; $a[$i][0] += 5; $keep = $a[$i]; $a[$i][0] += 5; $a[$i][1] += 7; $keep[0] += 100; $c = $a; $a[$i][1]++; $c[$i][1]--; return [$a, $keep, $c]; }
function keyed(array $a) { $i = 0; $s = $a[$i][0] + $a[$i][1]; $i = 1; $s += $a[$i][0] * $a[$i][1]; $i++; $s -= $a[$i][0] - $a[$i][1]; $a[$i][0] += $s; --$i; $a[$i][0] += $s; return [$a, $s]; }
function store(array $a, int $i) { $x = $a[$i][0]; $a[$i] = [9.5, 8.5]; $y = $a[$i][0]; $a[$i][0] += 1.0; $a[$i] = $a[1 - $i]; $z = $a[$i][0]; $a[$i][0] += 3.0; return [$a, $x, $y, $z]; }
function refd(array $a, int $i) { $r = &$a[$i]; $x = $a[$i][0]; $r[0] += 4.0; $y = $a[$i][0]; $a[$i][1] += $y; return [$x, $y, $a, $r]; }
function ref2(array $a, int $i) { $r = &$a; $x = $a[$i][0]; $r[$i][0] += 4.0; $y = $a[$i][0]; $r[$i] = [7.0, 7.0]; $z = $a[$i][0]; $a[$i][1] += $y; return [$x, $y, $z, $a, $r]; }
function called(array $a, int $i) { $x = $a[$i][0]; $f = function () use (&$a, $i) { $a[$i] = [100.0, 200.0]; return 1.0; }; $y = $a[$i][0] + $f() + $a[$i][0]; $a[$i][0] += $f(); $a[$i][1] += 1.0; return [$x, $y, $a]; }
function objs(int $i) { $a = [[new D($i), 1.0], [new D(2), 2.0]]; $x = $a[$i][1]; $a[$i][0] = null; $a[$i][1] += $x; $a[$i][1] *= 2.0; $a[$i] = null; echo "- "; return $x; }
function mixd(array $a, $i) { $x = $a[$i][0] ?? 'none'; $a[$i][0] = ($a[$i][0] ?? 0) + 1; $a[$i][1] = 5; $a[$i]['k'] ??= 7; $a[$i][2][3] = 1.5; $a[$i][2][3] += 1.5; $a[$i][2][4] = $a[$i][2][3] + $a[$i][0]; return [$x, $a]; }
function deep(array $a, int $i, int $j) { $a[$i][$j][0] += 1.0; $a[$j][$i][0] += 2.0; $x = $a[$i][$j][0] * $a[$j][$i][1]; $a[$i][$j][1] += $x; $b = $a[$i]; $a[$i][$j][1] += $x; return [$a, $b]; }
function strs(array $a, int $i) { $a[$i][0] .= 'x'; $a[$i][1] .= $a[$i][0]; $b = $a[$i]; $a[$i][1] .= 'z'; return [$a, $b]; }
function hashed(array $a, string $k, int $i) { $a[$k][$i] += 1; $a[$k][1] += $a[$k][$i]; $a[7]['q'] = ($a[7]['q'] ?? 1) + 1; $a[7]['q'] += 2; return $a; }
function holes(array $a, int $i) { unset($a[$i][0]); $a[$i][1] += 1.0; try { $a[$i][0] += 1.0; } catch (Throwable $e) {} $a[$i][5] = 2.0; $a[$i][5] += 1.0; return $a; }
set_error_handler(function ($n, $m) { echo "[$m]"; return true; });
$m = [[1.5, 2.5], [3.5, 4.5], [5.5, 6.5]]; $d = [[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]];
$e2 = $d; $e2[1] = $e2[0]; $e3 = [$e2[0], $e2[0], $e2[1]];
for ($n = 0; $n < 200; $n++) {
  $i = $n & 1; $j = ($n >> 1) & 1;
  $out = [same($m, $i, $j), shared($i, $j), leak($i), keyed($m), store($m, $i), refd($m, $i), ref2($m, $i), called($m, $i), objs($i), mixd($m, $i), mixd([], $i), mixd([$i => null], $i), deep($d, $i, $j), deep($e2, $i, $j), deep($e3, $i, $j), strs([['a', 'b'], ['c', 'd']], $i), hashed(['x' => [1, 2, 3], 7 => ['q' => 1]], 'x', $j), hashed(['x' => [1, 2]], 'x', 0), holes($m, $i)];
  if ($n % 7 == 3) { $out[] = same([[1, 2], [PHP_INT_MAX, 3]], $i, $j); $out[] = same(['a' => 1, 0 => [1.0, 2], 1 => ['x' => 1, 0 => 2.0, 1 => '3']], $i, $j); try { $out[] = same([[1.0, 'q'], [null, true]], $i, $j); } catch (TypeError $e) { $out[] = $e->getMessage(); } try { $out[] = same([[1.0, 1], 'str'], $i, $j); } catch (Error $e) { $out[] = $e->getMessage(); } }
  echo $n < 4 || $n > 196 ? json_encode([$out, $m, $d, $e2], JSON_PARTIAL_OUTPUT_ON_ERROR) : md5(serialize([$out, $m, $d, $e2])), "\n";
}
--EXPECT--
d0 - d2 [Undefined array key 0][[[[5.5,-30.75],[3.5,4.5],[5.5,6.5]],[[[2,4],[1,2],[1,2]],[[3,2],[1,2],[1,2]],[-4,2],1,2],[[[11,10],[3,4]],[106,2],[[11,8],[3,4]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[6.5,4.5],[3.5,4.5],[5.5,6.5]],1.5,9.5,3.5],[1.5,5.5,[[5.5,8],[3.5,4.5],[5.5,6.5]],[5.5,8]],[1.5,5.5,7,[[7,12.5],[3.5,4.5],[5.5,6.5]],[[7,12.5],[3.5,4.5],[5.5,6.5]]],[1.5,102.5,[[101,201],[3.5,4.5],[5.5,6.5]]],1,[1.5,[{"0":2.5,"1":5,"k":7,"2":{"3":3,"4":5.5}},[3.5,4.5],[5.5,6.5]]],["none",[{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}]],["none",[{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}]],[[[[4,18],[3,4]],[[5,6],[7,8]]],[[4,10],[3,4]]],[[[[4,18],[3,4]],[[1,2],[3,4]]],[[4,10],[3,4]]],[[[[4,18],[3,4]],[[1,2],[3,4]],[[1,2],[3,4]]],[[4,10],[3,4]]],[[["ax","baxz"],["c","d"]],["ax","bax"]],{"x":[2,4,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[{"1":3.5,"0":1,"5":3},[3.5,4.5],[5.5,6.5]]],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
d2 - d1 [Undefined array key 0][[[[4,-17.5],[5,-0.5],[5.5,6.5]],[[[1,4],[2,2],[1,2]],[[3,2],[1,2],[1,2]],[-2,2],1,2],[[[1,2],[13,12]],[108,4],[[1,2],[13,10]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[1.5,2.5],[4.5,2.5],[5.5,6.5]],3.5,9.5,1.5],[3.5,7.5,[[1.5,2.5],[7.5,12],[5.5,6.5]],[7.5,12]],[3.5,7.5,7,[[1.5,2.5],[7,14.5],[5.5,6.5]],[[1.5,2.5],[7,14.5],[5.5,6.5]]],[3.5,104.5,[[1.5,2.5],[101,201],[5.5,6.5]]],2,[3.5,[[1.5,2.5],{"0":4.5,"1":5,"k":7,"2":{"3":3,"4":7.5}},[5.5,6.5]]],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],[[[[1,2],[5,4]],[[6,54],[7,8]]],[[6,30],[7,8]]],[[[[1,2],[5,4]],[[2,18],[3,4]]],[[2,10],[3,4]]],[[[[1,2],[5,4]],[[2,18],[3,4]],[[1,2],[3,4]]],[[2,10],[3,4]]],[[["a","b"],["cx","dcxz"]],["cx","dcx"]],{"x":[2,4,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[[1.5,2.5],{"1":5.5,"0":1,"5":3},[5.5,6.5]]],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
d0 - d2 [Undefined array key 0][[[[3,-2.5],[6,-13.5],[5.5,6.5]],[[[2,2],[1,4],[1,2]],[[1,2],[3,2],[1,2]],[-2,2],1,2],[[[11,10],[3,4]],[106,2],[[11,8],[3,4]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[6.5,4.5],[3.5,4.5],[5.5,6.5]],1.5,9.5,3.5],[1.5,5.5,[[5.5,8],[3.5,4.5],[5.5,6.5]],[5.5,8]],[1.5,5.5,7,[[7,12.5],[3.5,4.5],[5.5,6.5]],[[7,12.5],[3.5,4.5],[5.5,6.5]]],[1.5,102.5,[[101,201],[3.5,4.5],[5.5,6.5]]],1,[1.5,[{"0":2.5,"1":5,"k":7,"2":{"3":3,"4":5.5}},[3.5,4.5],[5.5,6.5]]],["none",[{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}]],["none",[{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}]],[[[[1,2],[4,52]],[[7,6],[7,8]]],[[1,2],[4,28]]],[[[[1,2],[4,20]],[[3,2],[3,4]]],[[1,2],[4,12]]],[[[[1,2],[4,20]],[[3,2],[3,4]],[[1,2],[3,4]]],[[1,2],[4,12]]],[[["ax","baxz"],["c","d"]],["ax","bax"]],{"x":[1,6,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[{"1":3.5,"0":1,"5":3},[3.5,4.5],[5.5,6.5]]],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
d2 - d1 [Undefined array key 0][[[[1.5,2.5],[7.5,-58.75],[5.5,6.5]],[[[1,2],[2,4],[1,2]],[[1,2],[3,2],[1,2]],[-4,2],1,2],[[[1,2],[13,12]],[108,4],[[1,2],[13,10]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[1.5,2.5],[4.5,2.5],[5.5,6.5]],3.5,9.5,1.5],[3.5,7.5,[[1.5,2.5],[7.5,12],[5.5,6.5]],[7.5,12]],[3.5,7.5,7,[[1.5,2.5],[7,14.5],[5.5,6.5]],[[1.5,2.5],[7,14.5],[5.5,6.5]]],[3.5,104.5,[[1.5,2.5],[101,201],[5.5,6.5]]],2,[3.5,[[1.5,2.5],{"0":4.5,"1":5,"k":7,"2":{"3":3,"4":7.5}},[5.5,6.5]]],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],[[[[1,2],[3,4]],[[5,6],[10,168]]],[[5,6],[10,88]]],[[[[1,2],[3,4]],[[1,2],[6,52]]],[[1,2],[6,28]]],[[[[1,2],[3,4]],[[1,2],[6,52]],[[1,2],[3,4]]],[[1,2],[6,28]]],[[["a","b"],["cx","dcxz"]],["cx","dcx"]],{"x":[1,6,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[[1.5,2.5],{"1":5.5,"0":1,"5":3},[5.5,6.5]],[[1,2],[9.223372036854776e+18,-8.507059173023462e+37]],{"a":1,"0":[1,2],"1":{"x":1,"0":6,"1":-37}},[[1,"q"],[4,-15]],"Unsupported operand types: string + string"],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]3f1de73f2bf355e63eabe16bbfe01878
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]3f1de73f2bf355e63eabe16bbfe01878
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]3f1de73f2bf355e63eabe16bbfe01878
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]3f1de73f2bf355e63eabe16bbfe01878
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]3f1de73f2bf355e63eabe16bbfe01878
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]3f1de73f2bf355e63eabe16bbfe01878
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]7956722d20c30f6793ae633750bef2f3
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]6c960def06acb98eca7d89a0362b4f28
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]ac791fe4eddf80483ba565e625b83d37
d2 - d1 [Undefined array key 0]039626dd05f9c36ea1ca7b0873abac33
d0 - d2 [Undefined array key 0]c8ce818a9e2739d788b74588f9fcaa07
d2 - d1 [Undefined array key 0]dc051810250d8871844b6245b1f44eef
d0 - d2 [Undefined array key 0]97c3fa1d7945d1687437c60eaa824e4b
d2 - d1 [Undefined array key 0][[[[4,-17.5],[5,-0.5],[5.5,6.5]],[[[1,4],[2,2],[1,2]],[[3,2],[1,2],[1,2]],[-2,2],1,2],[[[1,2],[13,12]],[108,4],[[1,2],[13,10]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[1.5,2.5],[4.5,2.5],[5.5,6.5]],3.5,9.5,1.5],[3.5,7.5,[[1.5,2.5],[7.5,12],[5.5,6.5]],[7.5,12]],[3.5,7.5,7,[[1.5,2.5],[7,14.5],[5.5,6.5]],[[1.5,2.5],[7,14.5],[5.5,6.5]]],[3.5,104.5,[[1.5,2.5],[101,201],[5.5,6.5]]],2,[3.5,[[1.5,2.5],{"0":4.5,"1":5,"k":7,"2":{"3":3,"4":7.5}},[5.5,6.5]]],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],[[[[1,2],[5,4]],[[6,54],[7,8]]],[[6,30],[7,8]]],[[[[1,2],[5,4]],[[2,18],[3,4]]],[[2,10],[3,4]]],[[[[1,2],[5,4]],[[2,18],[3,4]],[[1,2],[3,4]]],[[2,10],[3,4]]],[[["a","b"],["cx","dcxz"]],["cx","dcx"]],{"x":[2,4,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[[1.5,2.5],{"1":5.5,"0":1,"5":3},[5.5,6.5]]],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
d0 - d2 [Undefined array key 0][[[[3,-2.5],[6,-13.5],[5.5,6.5]],[[[2,2],[1,4],[1,2]],[[1,2],[3,2],[1,2]],[-2,2],1,2],[[[11,10],[3,4]],[106,2],[[11,8],[3,4]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[6.5,4.5],[3.5,4.5],[5.5,6.5]],1.5,9.5,3.5],[1.5,5.5,[[5.5,8],[3.5,4.5],[5.5,6.5]],[5.5,8]],[1.5,5.5,7,[[7,12.5],[3.5,4.5],[5.5,6.5]],[[7,12.5],[3.5,4.5],[5.5,6.5]]],[1.5,102.5,[[101,201],[3.5,4.5],[5.5,6.5]]],1,[1.5,[{"0":2.5,"1":5,"k":7,"2":{"3":3,"4":5.5}},[3.5,4.5],[5.5,6.5]]],["none",[{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}]],["none",[{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}]],[[[[1,2],[4,52]],[[7,6],[7,8]]],[[1,2],[4,28]]],[[[[1,2],[4,20]],[[3,2],[3,4]]],[[1,2],[4,12]]],[[[[1,2],[4,20]],[[3,2],[3,4]],[[1,2],[3,4]]],[[1,2],[4,12]]],[[["ax","baxz"],["c","d"]],["ax","bax"]],{"x":[1,6,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[{"1":3.5,"0":1,"5":3},[3.5,4.5],[5.5,6.5]]],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
d2 - d1 [Undefined array key 0][[[[1.5,2.5],[7.5,-58.75],[5.5,6.5]],[[[1,2],[2,4],[1,2]],[[1,2],[3,2],[1,2]],[-4,2],1,2],[[[1,2],[13,12]],[108,4],[[1,2],[13,10]]],[[[1.5,2.5],[24.25,4.5],[26.25,6.5]],20.75],[[[1.5,2.5],[4.5,2.5],[5.5,6.5]],3.5,9.5,1.5],[3.5,7.5,[[1.5,2.5],[7.5,12],[5.5,6.5]],[7.5,12]],[3.5,7.5,7,[[1.5,2.5],[7,14.5],[5.5,6.5]],[[1.5,2.5],[7,14.5],[5.5,6.5]]],[3.5,104.5,[[1.5,2.5],[101,201],[5.5,6.5]]],2,[3.5,[[1.5,2.5],{"0":4.5,"1":5,"k":7,"2":{"3":3,"4":7.5}},[5.5,6.5]]],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],["none",{"1":{"0":1,"1":5,"k":7,"2":{"3":3,"4":4}}}],[[[[1,2],[3,4]],[[5,6],[10,168]]],[[5,6],[10,88]]],[[[[1,2],[3,4]],[[1,2],[6,52]]],[[1,2],[6,28]]],[[[[1,2],[3,4]],[[1,2],[6,52]],[[1,2],[3,4]]],[[1,2],[6,28]]],[[["a","b"],["cx","dcxz"]],["cx","dcx"]],{"x":[1,6,3],"7":{"q":4}},{"x":[2,4],"7":{"q":4}},[[1.5,2.5],{"1":5.5,"0":1,"5":3},[5.5,6.5]],[[1,2],[9.223372036854776e+18,-8.507059173023462e+37]],{"a":1,"0":[1,2],"1":{"x":1,"0":6,"1":-37}},[[1,"q"],[4,-15]],"Unsupported operand types: string + string"],[[1.5,2.5],[3.5,4.5],[5.5,6.5]],[[[1,2],[3,4]],[[5,6],[7,8]]],[[[1,2],[3,4]],[[1,2],[3,4]]]]
