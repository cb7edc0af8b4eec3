--TEST--
Elements by keys of all kinds in places of all kinds
--FILE--
<?php
// Elements by all kinds of keys, in all kinds of places.
class D { function __construct(public $n) {} function __destruct() { echo "~{$this->n} "; } }
class Thrower { function __destruct() { throw new Exception('destructed'); } }
function show($f) { try { $r = $f(); echo json_encode($r, JSON_PARTIAL_OUTPUT_ON_ERROR), "\n"; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$keys = [0, 1, 5, -1, '0', '1', '-1', '01', 'a', 'x', '', ' 1', '9z', ':', 1.7, true, null, PHP_INT_MAX, '9223372036854775807', '9223372036854775808', [], new D('key')];
foreach ($keys as $k) {
  foreach ([[], [1, 2, 3], ['a' => 1, 'x' => null, '' => 5], [5 => 'five', 'a' => [1]], [1, [2]]] as $a) {
    show(function () use ($a, $k) { $a[$k] = 'v'; $a[] = 'w'; return $a; });
    show(function () use ($a, $k) { $a[$k][0] = 'v'; return $a; });
    show(function () use ($a, $k) { $a[$k][] = [1]; return $a; });
    show(function () use ($a, $k) { $r = &$a[$k]; $r = 7; $a[$k] = 8; return [$a, $r]; });
    show(function () use ($a, $k) { $b = &$a; $b[$k] = 1; $b[$k]++; $b[$k] += 2.5; return [$a, $b[$k] ?? 'none']; });
    show(function () use ($a, $k) { return [isset($a[$k]), empty($a[$k]), $a[$k] ?? 'default', isset($a[$k][0])]; });
    show(function () use ($a, $k) { [$k => $x] = $a; return $x; });
    show(function () use ($a, $k) { unset($a[$k]); $a[] = 1; $c = $a; $c[$k] = 2; return [$a, $c]; });
  }
}
show(function () { [$a, [$b, $c]] = [1, [2, 3]]; [$a, $b] = [$b, $a]; ['p' => $d, 'q' => $e] = ['p' => 4]; return [$a, $b, $c, $d, $e]; });
show(function () { foreach ([[1, [2]], [3, [4]]] as [$x, [$y]]) $r[] = $x . $y; return $r; });
show(function () { [$a, $b] = 'text'; return [$a, $b]; });
show(function () { $s = 'str'; $s[1] = 'X'; $s[5] = 'Y'; return [$s, $s[0] ?? 'n', $s[9] ?? 'n', isset($s[2]), isset($s['a'])]; });
show(function () { $d = new D(1); $d = new D(2); echo 'between '; $d = [new D(3)]; $d = 5; $d = new D(4); $e = $d; $d = null; return 'end'; });
show(function () { $d = new Thrower; $d = 1; return 'not reached'; });
show(function () { $d = new Thrower; try { $d = [1]; echo 'not here'; } catch (Exception $e) { return [$d, $e->getMessage(), $e->getLine() > 0]; } });
show(function () { $a = [new D('in')]; $a[0] = 1; echo 'after '; $a[1] = new D('x'); $b = $a; $a[1] = 2; echo 'kept '; $b = null; return $a; });
show(function () { $x = 0.5; $y = [1]; $y = $x; $x = $x + 1.0; $z = new D('z'); $z = $x; $x += 1; return [$x, $y, $z]; });
show(function () { $o = new ArrayObject([1, 2]); $o[0] = 5; $o['k']['z'] = 1; return [isset($o[0]), isset($o['q']), $o['nope'] ?? 'd', $o]; });
show(function () { $n = null; $n[3][4] = 5; $f = false; $f[] = 1; return [$n, $f, $n['x']['y'] ?? 'deep', isset($n[3][4]), isset($n[3][5])]; });
show(function () { $i = 5; $i[0] = 1; return $i; });
show(function () { global $g; $g['k'] = 1; $g['k']++; $GLOBALS['g']['l'] = 2; return [$g, isset($GLOBALS['g']['l']), isset($GLOBALS['nope'])]; });
show(function () { static $s = []; $s['n'][] = 1; $s['n'][] = 2; return $s; });
show(function () { $a = [1, 2, 3]; foreach ($a as $k => &$v) { $v *= 2; $a[$k] += 1; if ($k == 0) $a[] = 9; } return $a; });
show(function () { $a = [[1, 2], [3]]; $b = $a; $a[0][1] = 'x'; $c = &$b[1]; $d = $b; $b[1][0] = 'y'; return [$a, $b, $d]; });
show(function () { $u[$v] = 1; return $u; });
show(function () { $a = [3 => 1]; $a[$q] ??= 4; $a['p']['q'] ??= 5; return [$a, $undef ?? 'u', $undef[1] ?? 'v', isset($undef)]; });
show(function () { return [min(1, 2), min(3, 2.0), max('a', 5), min([3, 1]), max(1, '1'), min(2, 1, 0.5), max(PHP_INT_MAX, 1), min(), ]; });
show(function () { return [max('abc', []), min(1), ]; });
--EXPECTF--
["v","w"]
[["v"]]
[[[1]]]
[[8],8]
[[4.5],4.5]
[false,true,"default",false]

Warning: Undefined array key 0 in %s on line 15
null
[[1],[2]]
["v",2,3,"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[8,2,3],8]
[[4.5,2,3],4.5]
[true,false,1,false]
1
[{"1":2,"2":3,"3":1},{"1":2,"2":3,"3":1,"0":2}]
{"a":1,"x":null,"":5,"0":"v","1":"w"}
{"a":1,"x":null,"":5,"0":["v"]}
{"a":1,"x":null,"":5,"0":[[1]]}
[{"a":1,"x":null,"":5,"0":8},8]
[{"a":1,"x":null,"":5,"0":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 0 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":2}]
{"5":"five","a":[1],"0":"v","6":"w"}
{"5":"five","a":[1],"0":["v"]}
{"5":"five","a":[1],"0":[[1]]}
[{"5":"five","a":[1],"0":8},8]
[{"5":"five","a":[1],"0":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 0 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"0":2}]
["v",[2],"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[8,[2]],8]
[[4.5,[2]],4.5]
[true,false,1,false]
1
[{"1":[2],"2":1},{"1":[2],"2":1,"0":2}]
{"1":"v","2":"w"}
{"1":["v"]}
{"1":[[1]]}
[{"1":8},8]
[{"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[[1],[1,2]]
[1,"v",3,"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[1,8,3],8]
[[1,4.5,3],4.5]
[true,false,2,false]
2
[{"0":1,"2":3,"3":1},{"0":1,"2":3,"3":1,"1":2}]
{"a":1,"x":null,"":5,"1":"v","2":"w"}
{"a":1,"x":null,"":5,"1":["v"]}
{"a":1,"x":null,"":5,"1":[[1]]}
[{"a":1,"x":null,"":5,"1":8},8]
[{"a":1,"x":null,"":5,"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"1":2}]
{"5":"five","a":[1],"1":"v","6":"w"}
{"5":"five","a":[1],"1":["v"]}
{"5":"five","a":[1],"1":[[1]]}
[{"5":"five","a":[1],"1":8},8]
[{"5":"five","a":[1],"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"1":2}]
[1,"v","w"]
[1,["v"]]
[1,[2,[1]]]
[[1,8],8]
[[1,4.5],4.5]
[true,false,[2],true]
[2]
[{"0":1,"2":1},{"0":1,"2":1,"1":2}]
{"5":"v","6":"w"}
{"5":["v"]}
{"5":[[1]]}
[{"5":8},8]
[{"5":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 5 in %s on line 15
null
[[1],{"0":1,"5":2}]
{"0":1,"1":2,"2":3,"5":"v","6":"w"}
{"0":1,"1":2,"2":3,"5":["v"]}
{"0":1,"1":2,"2":3,"5":[[1]]}
[{"0":1,"1":2,"2":3,"5":8},8]
[{"0":1,"1":2,"2":3,"5":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 5 in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"5":2}]
{"a":1,"x":null,"":5,"5":"v","6":"w"}
{"a":1,"x":null,"":5,"5":["v"]}
{"a":1,"x":null,"":5,"5":[[1]]}
[{"a":1,"x":null,"":5,"5":8},8]
[{"a":1,"x":null,"":5,"5":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 5 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"5":2}]
{"5":"v","a":[1],"6":"w"}
{"5":"vive","a":[1]}
Error: [] operator not supported for strings
[{"5":8,"a":[1]},8]
[{"5":4.5,"a":[1]},4.5]
[true,false,"five",true]
"five"
[{"a":[1],"6":1},{"a":[1],"6":1,"5":2}]
{"0":1,"1":[2],"5":"v","6":"w"}
{"0":1,"1":[2],"5":["v"]}
{"0":1,"1":[2],"5":[[1]]}
[{"0":1,"1":[2],"5":8},8]
[{"0":1,"1":[2],"5":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 5 in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"5":2}]
{"-1":"v","0":"w"}
{"-1":["v"]}
{"-1":[[1]]}
[{"-1":8},8]
[{"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[[1],{"0":1,"-1":2}]
{"0":1,"1":2,"2":3,"-1":"v","3":"w"}
{"0":1,"1":2,"2":3,"-1":["v"]}
{"0":1,"1":2,"2":3,"-1":[[1]]}
[{"0":1,"1":2,"2":3,"-1":8},8]
[{"0":1,"1":2,"2":3,"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"-1":2}]
{"a":1,"x":null,"":5,"-1":"v","0":"w"}
{"a":1,"x":null,"":5,"-1":["v"]}
{"a":1,"x":null,"":5,"-1":[[1]]}
[{"a":1,"x":null,"":5,"-1":8},8]
[{"a":1,"x":null,"":5,"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"-1":2}]
{"5":"five","a":[1],"-1":"v","6":"w"}
{"5":"five","a":[1],"-1":["v"]}
{"5":"five","a":[1],"-1":[[1]]}
[{"5":"five","a":[1],"-1":8},8]
[{"5":"five","a":[1],"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"-1":2}]
{"0":1,"1":[2],"-1":"v","2":"w"}
{"0":1,"1":[2],"-1":["v"]}
{"0":1,"1":[2],"-1":[[1]]}
[{"0":1,"1":[2],"-1":8},8]
[{"0":1,"1":[2],"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"-1":2}]
["v","w"]
[["v"]]
[[[1]]]
[[8],8]
[[4.5],4.5]
[false,true,"default",false]

Warning: Undefined array key 0 in %s on line 15
null
[[1],[2]]
["v",2,3,"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[8,2,3],8]
[[4.5,2,3],4.5]
[true,false,1,false]
1
[{"1":2,"2":3,"3":1},{"1":2,"2":3,"3":1,"0":2}]
{"a":1,"x":null,"":5,"0":"v","1":"w"}
{"a":1,"x":null,"":5,"0":["v"]}
{"a":1,"x":null,"":5,"0":[[1]]}
[{"a":1,"x":null,"":5,"0":8},8]
[{"a":1,"x":null,"":5,"0":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 0 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":2}]
{"5":"five","a":[1],"0":"v","6":"w"}
{"5":"five","a":[1],"0":["v"]}
{"5":"five","a":[1],"0":[[1]]}
[{"5":"five","a":[1],"0":8},8]
[{"5":"five","a":[1],"0":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 0 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"0":2}]
["v",[2],"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[8,[2]],8]
[[4.5,[2]],4.5]
[true,false,1,false]
1
[{"1":[2],"2":1},{"1":[2],"2":1,"0":2}]
{"1":"v","2":"w"}
{"1":["v"]}
{"1":[[1]]}
[{"1":8},8]
[{"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[[1],[1,2]]
[1,"v",3,"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[1,8,3],8]
[[1,4.5,3],4.5]
[true,false,2,false]
2
[{"0":1,"2":3,"3":1},{"0":1,"2":3,"3":1,"1":2}]
{"a":1,"x":null,"":5,"1":"v","2":"w"}
{"a":1,"x":null,"":5,"1":["v"]}
{"a":1,"x":null,"":5,"1":[[1]]}
[{"a":1,"x":null,"":5,"1":8},8]
[{"a":1,"x":null,"":5,"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"1":2}]
{"5":"five","a":[1],"1":"v","6":"w"}
{"5":"five","a":[1],"1":["v"]}
{"5":"five","a":[1],"1":[[1]]}
[{"5":"five","a":[1],"1":8},8]
[{"5":"five","a":[1],"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"1":2}]
[1,"v","w"]
[1,["v"]]
[1,[2,[1]]]
[[1,8],8]
[[1,4.5],4.5]
[true,false,[2],true]
[2]
[{"0":1,"2":1},{"0":1,"2":1,"1":2}]
{"-1":"v","0":"w"}
{"-1":["v"]}
{"-1":[[1]]}
[{"-1":8},8]
[{"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[[1],{"0":1,"-1":2}]
{"0":1,"1":2,"2":3,"-1":"v","3":"w"}
{"0":1,"1":2,"2":3,"-1":["v"]}
{"0":1,"1":2,"2":3,"-1":[[1]]}
[{"0":1,"1":2,"2":3,"-1":8},8]
[{"0":1,"1":2,"2":3,"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"-1":2}]
{"a":1,"x":null,"":5,"-1":"v","0":"w"}
{"a":1,"x":null,"":5,"-1":["v"]}
{"a":1,"x":null,"":5,"-1":[[1]]}
[{"a":1,"x":null,"":5,"-1":8},8]
[{"a":1,"x":null,"":5,"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"-1":2}]
{"5":"five","a":[1],"-1":"v","6":"w"}
{"5":"five","a":[1],"-1":["v"]}
{"5":"five","a":[1],"-1":[[1]]}
[{"5":"five","a":[1],"-1":8},8]
[{"5":"five","a":[1],"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"-1":2}]
{"0":1,"1":[2],"-1":"v","2":"w"}
{"0":1,"1":[2],"-1":["v"]}
{"0":1,"1":[2],"-1":[[1]]}
[{"0":1,"1":[2],"-1":8},8]
[{"0":1,"1":[2],"-1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key -1 in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"-1":2}]
{"01":"v","0":"w"}
{"01":["v"]}
{"01":[[1]]}
[{"01":8},8]
[{"01":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "01" in %s on line 15
null
[[1],{"0":1,"01":2}]
{"0":1,"1":2,"2":3,"01":"v","3":"w"}
{"0":1,"1":2,"2":3,"01":["v"]}
{"0":1,"1":2,"2":3,"01":[[1]]}
[{"0":1,"1":2,"2":3,"01":8},8]
[{"0":1,"1":2,"2":3,"01":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "01" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"01":2}]
{"a":1,"x":null,"":5,"01":"v","0":"w"}
{"a":1,"x":null,"":5,"01":["v"]}
{"a":1,"x":null,"":5,"01":[[1]]}
[{"a":1,"x":null,"":5,"01":8},8]
[{"a":1,"x":null,"":5,"01":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "01" in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"01":2}]
{"5":"five","a":[1],"01":"v","6":"w"}
{"5":"five","a":[1],"01":["v"]}
{"5":"five","a":[1],"01":[[1]]}
[{"5":"five","a":[1],"01":8},8]
[{"5":"five","a":[1],"01":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "01" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"01":2}]
{"0":1,"1":[2],"01":"v","2":"w"}
{"0":1,"1":[2],"01":["v"]}
{"0":1,"1":[2],"01":[[1]]}
[{"0":1,"1":[2],"01":8},8]
[{"0":1,"1":[2],"01":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "01" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"01":2}]
{"a":"v","0":"w"}
{"a":["v"]}
{"a":[[1]]}
[{"a":8},8]
[{"a":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "a" in %s on line 15
null
[[1],{"0":1,"a":2}]
{"0":1,"1":2,"2":3,"a":"v","3":"w"}
{"0":1,"1":2,"2":3,"a":["v"]}
{"0":1,"1":2,"2":3,"a":[[1]]}
[{"0":1,"1":2,"2":3,"a":8},8]
[{"0":1,"1":2,"2":3,"a":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "a" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"a":2}]
{"a":"v","x":null,"":5,"0":"w"}
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[{"a":8,"x":null,"":5},8]
[{"a":4.5,"x":null,"":5},4.5]
[true,false,1,false]
1
[{"x":null,"":5,"0":1},{"x":null,"":5,"0":1,"a":2}]
{"5":"five","a":"v","6":"w"}
{"5":"five","a":["v"]}
{"5":"five","a":[1,[1]]}
[{"5":"five","a":8},8]
[{"5":"five","a":4.5},4.5]
[true,false,[1],true]
[1]
[{"5":"five","6":1},{"5":"five","6":1,"a":2}]
{"0":1,"1":[2],"a":"v","2":"w"}
{"0":1,"1":[2],"a":["v"]}
{"0":1,"1":[2],"a":[[1]]}
[{"0":1,"1":[2],"a":8},8]
[{"0":1,"1":[2],"a":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "a" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"a":2}]
{"x":"v","0":"w"}
{"x":["v"]}
{"x":[[1]]}
[{"x":8},8]
[{"x":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "x" in %s on line 15
null
[[1],{"0":1,"x":2}]
{"0":1,"1":2,"2":3,"x":"v","3":"w"}
{"0":1,"1":2,"2":3,"x":["v"]}
{"0":1,"1":2,"2":3,"x":[[1]]}
[{"0":1,"1":2,"2":3,"x":8},8]
[{"0":1,"1":2,"2":3,"x":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "x" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"x":2}]
{"a":1,"x":"v","":5,"0":"w"}
{"a":1,"x":["v"],"":5}
{"a":1,"x":[[1]],"":5}
[{"a":1,"x":8,"":5},8]
[{"a":1,"x":4.5,"":5},4.5]
[false,true,"default",false]
null
[{"a":1,"":5,"0":1},{"a":1,"":5,"0":1,"x":2}]
{"5":"five","a":[1],"x":"v","6":"w"}
{"5":"five","a":[1],"x":["v"]}
{"5":"five","a":[1],"x":[[1]]}
[{"5":"five","a":[1],"x":8},8]
[{"5":"five","a":[1],"x":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "x" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"x":2}]
{"0":1,"1":[2],"x":"v","2":"w"}
{"0":1,"1":[2],"x":["v"]}
{"0":1,"1":[2],"x":[[1]]}
[{"0":1,"1":[2],"x":8},8]
[{"0":1,"1":[2],"x":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "x" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"x":2}]
{"":"v","0":"w"}
{"":["v"]}
{"":[[1]]}
[{"":8},8]
[{"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[[1],{"0":1,"":2}]
{"0":1,"1":2,"2":3,"":"v","3":"w"}
{"0":1,"1":2,"2":3,"":["v"]}
{"0":1,"1":2,"2":3,"":[[1]]}
[{"0":1,"1":2,"2":3,"":8},8]
[{"0":1,"1":2,"2":3,"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"":2}]
{"a":1,"x":null,"":"v","0":"w"}
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[{"a":1,"x":null,"":8},8]
[{"a":1,"x":null,"":4.5},4.5]
[true,false,5,false]
5
[{"a":1,"x":null,"0":1},{"a":1,"x":null,"0":1,"":2}]
{"5":"five","a":[1],"":"v","6":"w"}
{"5":"five","a":[1],"":["v"]}
{"5":"five","a":[1],"":[[1]]}
[{"5":"five","a":[1],"":8},8]
[{"5":"five","a":[1],"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"":2}]
{"0":1,"1":[2],"":"v","2":"w"}
{"0":1,"1":[2],"":["v"]}
{"0":1,"1":[2],"":[[1]]}
[{"0":1,"1":[2],"":8},8]
[{"0":1,"1":[2],"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"":2}]
{" 1":"v","0":"w"}
{" 1":["v"]}
{" 1":[[1]]}
[{" 1":8},8]
[{" 1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key " 1" in %s on line 15
null
[[1],{"0":1," 1":2}]
{"0":1,"1":2,"2":3," 1":"v","3":"w"}
{"0":1,"1":2,"2":3," 1":["v"]}
{"0":1,"1":2,"2":3," 1":[[1]]}
[{"0":1,"1":2,"2":3," 1":8},8]
[{"0":1,"1":2,"2":3," 1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key " 1" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1," 1":2}]
{"a":1,"x":null,"":5," 1":"v","0":"w"}
{"a":1,"x":null,"":5," 1":["v"]}
{"a":1,"x":null,"":5," 1":[[1]]}
[{"a":1,"x":null,"":5," 1":8},8]
[{"a":1,"x":null,"":5," 1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key " 1" in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1," 1":2}]
{"5":"five","a":[1]," 1":"v","6":"w"}
{"5":"five","a":[1]," 1":["v"]}
{"5":"five","a":[1]," 1":[[1]]}
[{"5":"five","a":[1]," 1":8},8]
[{"5":"five","a":[1]," 1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key " 1" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1," 1":2}]
{"0":1,"1":[2]," 1":"v","2":"w"}
{"0":1,"1":[2]," 1":["v"]}
{"0":1,"1":[2]," 1":[[1]]}
[{"0":1,"1":[2]," 1":8},8]
[{"0":1,"1":[2]," 1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key " 1" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1," 1":2}]
{"9z":"v","0":"w"}
{"9z":["v"]}
{"9z":[[1]]}
[{"9z":8},8]
[{"9z":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9z" in %s on line 15
null
[[1],{"0":1,"9z":2}]
{"0":1,"1":2,"2":3,"9z":"v","3":"w"}
{"0":1,"1":2,"2":3,"9z":["v"]}
{"0":1,"1":2,"2":3,"9z":[[1]]}
[{"0":1,"1":2,"2":3,"9z":8},8]
[{"0":1,"1":2,"2":3,"9z":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9z" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"9z":2}]
{"a":1,"x":null,"":5,"9z":"v","0":"w"}
{"a":1,"x":null,"":5,"9z":["v"]}
{"a":1,"x":null,"":5,"9z":[[1]]}
[{"a":1,"x":null,"":5,"9z":8},8]
[{"a":1,"x":null,"":5,"9z":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9z" in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"9z":2}]
{"5":"five","a":[1],"9z":"v","6":"w"}
{"5":"five","a":[1],"9z":["v"]}
{"5":"five","a":[1],"9z":[[1]]}
[{"5":"five","a":[1],"9z":8},8]
[{"5":"five","a":[1],"9z":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9z" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"9z":2}]
{"0":1,"1":[2],"9z":"v","2":"w"}
{"0":1,"1":[2],"9z":["v"]}
{"0":1,"1":[2],"9z":[[1]]}
[{"0":1,"1":[2],"9z":8},8]
[{"0":1,"1":[2],"9z":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9z" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"9z":2}]
{":":"v","0":"w"}
{":":["v"]}
{":":[[1]]}
[{":":8},8]
[{":":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key ":" in %s on line 15
null
[[1],{"0":1,":":2}]
{"0":1,"1":2,"2":3,":":"v","3":"w"}
{"0":1,"1":2,"2":3,":":["v"]}
{"0":1,"1":2,"2":3,":":[[1]]}
[{"0":1,"1":2,"2":3,":":8},8]
[{"0":1,"1":2,"2":3,":":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key ":" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,":":2}]
{"a":1,"x":null,"":5,":":"v","0":"w"}
{"a":1,"x":null,"":5,":":["v"]}
{"a":1,"x":null,"":5,":":[[1]]}
[{"a":1,"x":null,"":5,":":8},8]
[{"a":1,"x":null,"":5,":":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key ":" in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,":":2}]
{"5":"five","a":[1],":":"v","6":"w"}
{"5":"five","a":[1],":":["v"]}
{"5":"five","a":[1],":":[[1]]}
[{"5":"five","a":[1],":":8},8]
[{"5":"five","a":[1],":":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key ":" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,":":2}]
{"0":1,"1":[2],":":"v","2":"w"}
{"0":1,"1":[2],":":["v"]}
{"0":1,"1":[2],":":[[1]]}
[{"0":1,"1":[2],":":8},8]
[{"0":1,"1":[2],":":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key ":" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,":":2}]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 9
{"1":"v","2":"w"}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 10
{"1":["v"]}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 11
{"1":[[1]]}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12
[{"1":8},8]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13
[{"1":4.5},4.5]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14
[false,true,"default",false]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15

Warning: Undefined array key 1 in %s on line 15
null

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16
[[1],[1,2]]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 9
[1,"v",3,"w"]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 10
Error: Cannot use a scalar value as an array

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 11
Error: Cannot use a scalar value as an array

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12
[[1,8,3],8]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13
[[1,4.5,3],4.5]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14
[true,false,2,false]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15
2

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16
[{"0":1,"2":3,"3":1},{"0":1,"2":3,"3":1,"1":2}]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 9
{"a":1,"x":null,"":5,"1":"v","2":"w"}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 10
{"a":1,"x":null,"":5,"1":["v"]}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 11
{"a":1,"x":null,"":5,"1":[[1]]}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12
[{"a":1,"x":null,"":5,"1":8},8]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13
[{"a":1,"x":null,"":5,"1":4.5},4.5]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14
[false,true,"default",false]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15

Warning: Undefined array key 1 in %s on line 15
null

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"1":2}]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 9
{"5":"five","a":[1],"1":"v","6":"w"}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 10
{"5":"five","a":[1],"1":["v"]}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 11
{"5":"five","a":[1],"1":[[1]]}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12
[{"5":"five","a":[1],"1":8},8]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13
[{"5":"five","a":[1],"1":4.5},4.5]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14
[false,true,"default",false]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15

Warning: Undefined array key 1 in %s on line 15
null

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"1":2}]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 9
[1,"v","w"]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 10
[1,["v"]]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 11
[1,[2,[1]]]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 12
[[1,8],8]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 13
[[1,4.5],4.5]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 14
[true,false,[2],true]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15
[2]

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 16
[{"0":1,"2":1},{"0":1,"2":1,"1":2}]
{"1":"v","2":"w"}
{"1":["v"]}
{"1":[[1]]}
[{"1":8},8]
[{"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[[1],[1,2]]
[1,"v",3,"w"]
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[[1,8,3],8]
[[1,4.5,3],4.5]
[true,false,2,false]
2
[{"0":1,"2":3,"3":1},{"0":1,"2":3,"3":1,"1":2}]
{"a":1,"x":null,"":5,"1":"v","2":"w"}
{"a":1,"x":null,"":5,"1":["v"]}
{"a":1,"x":null,"":5,"1":[[1]]}
[{"a":1,"x":null,"":5,"1":8},8]
[{"a":1,"x":null,"":5,"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"1":2}]
{"5":"five","a":[1],"1":"v","6":"w"}
{"5":"five","a":[1],"1":["v"]}
{"5":"five","a":[1],"1":[[1]]}
[{"5":"five","a":[1],"1":8},8]
[{"5":"five","a":[1],"1":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 1 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"1":2}]
[1,"v","w"]
[1,["v"]]
[1,[2,[1]]]
[[1,8],8]
[[1,4.5],4.5]
[true,false,[2],true]
[2]
[{"0":1,"2":1},{"0":1,"2":1,"1":2}]
{"":"v","0":"w"}
{"":["v"]}
{"":[[1]]}
[{"":8},8]
[{"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[[1],{"0":1,"":2}]
{"0":1,"1":2,"2":3,"":"v","3":"w"}
{"0":1,"1":2,"2":3,"":["v"]}
{"0":1,"1":2,"2":3,"":[[1]]}
[{"0":1,"1":2,"2":3,"":8},8]
[{"0":1,"1":2,"2":3,"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"":2}]
{"a":1,"x":null,"":"v","0":"w"}
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
[{"a":1,"x":null,"":8},8]
[{"a":1,"x":null,"":4.5},4.5]
[true,false,5,false]
5
[{"a":1,"x":null,"0":1},{"a":1,"x":null,"0":1,"":2}]
{"5":"five","a":[1],"":"v","6":"w"}
{"5":"five","a":[1],"":["v"]}
{"5":"five","a":[1],"":[[1]]}
[{"5":"five","a":[1],"":8},8]
[{"5":"five","a":[1],"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"":2}]
{"0":1,"1":[2],"":"v","2":"w"}
{"0":1,"1":[2],"":["v"]}
{"0":1,"1":[2],"":[[1]]}
[{"0":1,"1":[2],"":8},8]
[{"0":1,"1":[2],"":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"":2}]
Error: Cannot add element to the array as the next element is already occupied
{"9223372036854775807":["v"]}
{"9223372036854775807":[[1]]}
[{"9223372036854775807":8},8]
[{"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[[1],{"0":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"0":1,"1":2,"2":3,"9223372036854775807":["v"]}
{"0":1,"1":2,"2":3,"9223372036854775807":[[1]]}
[{"0":1,"1":2,"2":3,"9223372036854775807":8},8]
[{"0":1,"1":2,"2":3,"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"a":1,"x":null,"":5,"9223372036854775807":["v"]}
{"a":1,"x":null,"":5,"9223372036854775807":[[1]]}
[{"a":1,"x":null,"":5,"9223372036854775807":8},8]
[{"a":1,"x":null,"":5,"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"5":"five","a":[1],"9223372036854775807":["v"]}
{"5":"five","a":[1],"9223372036854775807":[[1]]}
[{"5":"five","a":[1],"9223372036854775807":8},8]
[{"5":"five","a":[1],"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"0":1,"1":[2],"9223372036854775807":["v"]}
{"0":1,"1":[2],"9223372036854775807":[[1]]}
[{"0":1,"1":[2],"9223372036854775807":8},8]
[{"0":1,"1":[2],"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"9223372036854775807":["v"]}
{"9223372036854775807":[[1]]}
[{"9223372036854775807":8},8]
[{"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[[1],{"0":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"0":1,"1":2,"2":3,"9223372036854775807":["v"]}
{"0":1,"1":2,"2":3,"9223372036854775807":[[1]]}
[{"0":1,"1":2,"2":3,"9223372036854775807":8},8]
[{"0":1,"1":2,"2":3,"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"a":1,"x":null,"":5,"9223372036854775807":["v"]}
{"a":1,"x":null,"":5,"9223372036854775807":[[1]]}
[{"a":1,"x":null,"":5,"9223372036854775807":8},8]
[{"a":1,"x":null,"":5,"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"5":"five","a":[1],"9223372036854775807":["v"]}
{"5":"five","a":[1],"9223372036854775807":[[1]]}
[{"5":"five","a":[1],"9223372036854775807":8},8]
[{"5":"five","a":[1],"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"9223372036854775807":2}]
Error: Cannot add element to the array as the next element is already occupied
{"0":1,"1":[2],"9223372036854775807":["v"]}
{"0":1,"1":[2],"9223372036854775807":[[1]]}
[{"0":1,"1":[2],"9223372036854775807":8},8]
[{"0":1,"1":[2],"9223372036854775807":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key 9223372036854775807 in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"9223372036854775807":2}]
{"9223372036854775808":"v","0":"w"}
{"9223372036854775808":["v"]}
{"9223372036854775808":[[1]]}
[{"9223372036854775808":8},8]
[{"9223372036854775808":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9223372036854775808" in %s on line 15
null
[[1],{"0":1,"9223372036854775808":2}]
{"0":1,"1":2,"2":3,"9223372036854775808":"v","3":"w"}
{"0":1,"1":2,"2":3,"9223372036854775808":["v"]}
{"0":1,"1":2,"2":3,"9223372036854775808":[[1]]}
[{"0":1,"1":2,"2":3,"9223372036854775808":8},8]
[{"0":1,"1":2,"2":3,"9223372036854775808":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9223372036854775808" in %s on line 15
null
[[1,2,3,1],{"0":1,"1":2,"2":3,"3":1,"9223372036854775808":2}]
{"a":1,"x":null,"":5,"9223372036854775808":"v","0":"w"}
{"a":1,"x":null,"":5,"9223372036854775808":["v"]}
{"a":1,"x":null,"":5,"9223372036854775808":[[1]]}
[{"a":1,"x":null,"":5,"9223372036854775808":8},8]
[{"a":1,"x":null,"":5,"9223372036854775808":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9223372036854775808" in %s on line 15
null
[{"a":1,"x":null,"":5,"0":1},{"a":1,"x":null,"":5,"0":1,"9223372036854775808":2}]
{"5":"five","a":[1],"9223372036854775808":"v","6":"w"}
{"5":"five","a":[1],"9223372036854775808":["v"]}
{"5":"five","a":[1],"9223372036854775808":[[1]]}
[{"5":"five","a":[1],"9223372036854775808":8},8]
[{"5":"five","a":[1],"9223372036854775808":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9223372036854775808" in %s on line 15
null
[{"5":"five","a":[1],"6":1},{"5":"five","a":[1],"6":1,"9223372036854775808":2}]
{"0":1,"1":[2],"9223372036854775808":"v","2":"w"}
{"0":1,"1":[2],"9223372036854775808":["v"]}
{"0":1,"1":[2],"9223372036854775808":[[1]]}
[{"0":1,"1":[2],"9223372036854775808":8},8]
[{"0":1,"1":[2],"9223372036854775808":4.5},4.5]
[false,true,"default",false]

Warning: Undefined array key "9223372036854775808" in %s on line 15
null
[[1,[2],1],{"0":1,"1":[2],"2":1,"9223372036854775808":2}]
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset

Warning: Undefined array key "q" in %s on line 19
[2,1,3,4,null]
["12","34"]
[null,null]
["sXr  Y","s","n",true,false]
~1 between ~2 ~3 ~4 "end"
Exception: destructed
[[1],"destructed",true]
~in after kept ~x [1,2]
~z [2.5,0.5,1.5]
[true,false,"d",{"0":5,"1":2,"k":{"z":1}}]

Deprecated: Automatic conversion of false to array is deprecated in %s on line 29
[{"3":{"4":5}},[1],"deep",true,false]
Error: Cannot use a scalar value as an array
[{"k":2,"l":2},true,false]
{"n":[1,2]}
[3,5,7,19]
[[[1,"x"],[3]],[[1,2],["y"]],[[1,2],["y"]]]

Warning: Undefined variable $v in %s on line 35
{"":1}

Warning: Undefined variable $q in %s on line 36

Warning: Undefined variable $q in %s on line 36
[{"3":1,"":4,"p":{"q":5}},"u","v",false]
ArgumentCountError: min() expects at least 1 argument, 0 given
TypeError: min(): Argument #1 ($value) must be of type array, int given
~key
