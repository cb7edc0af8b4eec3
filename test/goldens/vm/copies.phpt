--TEST--
Copies, references, separation, nested assignments
--FILE--
<?php
// nested functions with symbol tables and references
function f1() { $vars = ['a' => 1, 'b' => 2]; foreach ($vars as $k => $v) { $$k = $v; } return $a + $b; }
echo f1(), "\n";
function f2(&$x) { $x[] = 1; $y = &$x[0]; $y++; return $x; }
$z = [10]; $w = f2($z); var_dump($z, $w);
function &f3(array &$arr) { return $arr['k']; }
$arr = ['k' => 1]; $ref = &f3($arr); $ref = 5; echo $arr['k'], "\n";
$v = f3($arr); $v = 6; echo $arr['k'], "\n";
function f4() { return 5; } $q = &f4(); echo $q, "\n";
class C { public $p = [1]; public static $sp = [1]; function &g() { return $this->p; } static function &sg() { return self::$sp; } public function __call($n, $a) { return [$n, $a]; } public static function __callStatic($n, $a) { return "static $n"; } }
$c = new C; $r = &$c->g(); $r[] = 2; C::sg()[] = 9; $s = &C::sg(); $s[] = 10; var_dump($c->p, C::$sp); $c->g()['new'] = 1; var_dump($c->p);
$c2 = clone $c; $c2->p[] = 'clone'; echo count($c->p), count($c2->p), "\n";
unset($r); $c3 = clone $c; $c3->p[] = 'clone'; echo count($c->p), count($c3->p), "\n";
$a = ['x' => ['y' => ['z' => 1]]]; $b = $a; $b['x']['y']['z'] = 2; echo $a['x']['y']['z'], "\n"; $p = &$a['x']['y']; $p['q'] = 3; echo json($a), "\n";
function json($x) { if (is_array($x)) { $o = '['; foreach ($x as $k => $v) $o .= "$k:" . json($v) . ','; return $o . ']'; } return $x === null ? 'null' : (is_bool($x) ? ($x ? 'true' : 'false') : (string)$x); }
$i = 10; $arr = []; $arr[$i] = $i++ + ++$i; echo json($arr), "\n";
$s = 'abc'; $t = $s; $t[0] = 'X'; echo $s, $t, "\n"; $s = &$t; $s[5] = '!'; echo "[$t]\n";
$m = [[1, 2], [3, 4]]; foreach ($m as [$x, $y]) echo $x + $y, ','; foreach ($m as &$row) foreach ($row as &$cell) $cell *= 2; unset($row, $cell); echo json($m), "\n";
$list = [1, 2, 3, 4]; foreach ($list as $k => $v) { if ($k == 1) unset($list[2]); $list[] = $v; if (count($list) > 8) break; } echo json($list), "\n";
foreach ($list as $k => &$v) { if ($k == 0) { $list[] = 'added'; } if ($v === 2) unset($list[$k]); } unset($v); echo json($list), "\n";
$x = ['a' => 1, 'b' => 2]; ['a' => $x, 'b' => $y] = $x; var_dump($x, $y);
$arr = [1, 2]; [$arr[1], $arr[0]] = $arr; echo json($arr), "\n";
[$a, $b, [, $c]] = [1, 2, [3, 4]]; echo $a, $b, $c, "\n";
$o = (object)['a' => 1, 'b' => ['c' => 2]]; $o->b['c']++; $o->{'x y'} = 1; unset($o->a); var_dump($o); foreach ($o as $k => $v) echo $k, "\n"; $arr = (array)$o; $arr['z'] = 1; var_dump(count((array)$o), isset($o->b['c']), isset($o->b['d']), $o?->b['c'], $o->nope?->x ?? 'nn');
$null = null; var_dump($null?->x?->y, $null?->m(), isset($null->x->y), $null['a']['b'] ?? 5, empty($null->q));
static $st = 5; echo $st, "\n"; abstract class Base { abstract function m(); static function make() { return new static; } const X = 'base' . self::class; } class Der extends Base { function m() { return static::X . parent::class; } } echo Der::make()->m(), "\n";
$fn = function() { static $n = 0; return ++$n; }; $fn2 = clone $fn; echo $fn(), $fn(), $fn2(), "\n"; function cnt() { static $c = 0; return ++$c; } echo cnt(), cnt(), "\n"; class SM { function m() { static $z = 0; return ++$z; } } class SM2 extends SM {} echo (new SM)->m(), (new SM)->m(), (new SM2)->m(), "\n";
$bound = Closure::bind(function() { return $this->priv . self::$spriv; }, new class { private $priv = 'P'; private static $spriv = 'S'; }, null); try { echo $bound(), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
class PV { private $priv = 'P'; private static $spriv = 'S'; } $bound = Closure::bind(function() { $this->priv .= '!'; self::$spriv .= '?'; return $this->priv . self::$spriv; }, new PV, PV::class); echo $bound(), "\n"; 
$strf = 'strtoupper'; echo (fn($x) => $x)('id'), (function() { return implode2(func_get_args()); })(1, 2), "\n"; function implode2($a) { $r = ''; foreach ($a as $v) $r .= $v; return $r; }
const ARR = ['k' => ['n' => 5]]; echo ARR['k']['n'], C::class, "\n"; class KK { const A = ['x' => [1, 2]]; const B = self::A['x'][1] + 1; public $d = self::B * 2; } echo KK::B, (new KK)->d, KK::A['x'][0], "\n";
echo "{$arr['z']} $o->b {$m[0][1]} ${st} {$c->p['new']}\n";

--EXPECTF--

Deprecated: Using ${var} in strings is deprecated, use {$var} instead in %s on line 33
3
array(2) {
  [0]=>
  int(11)
  [1]=>
  int(1)
}
array(2) {
  [0]=>
  int(11)
  [1]=>
  int(1)
}
5
5

Notice: Only variables should be assigned by reference in %s on line 10
5
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(9)
  [2]=>
  int(10)
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  ["new"]=>
  int(1)
}
44
55
1
[x:[y:[z:1,q:3,],],]
[12:22,]
abcXbc
[Xbc  !]
3,7,[0:[0:2,1:4,],1:[0:6,1:8,],]
[0:1,1:2,3:4,4:1,5:2,6:3,7:4,]
[0:1,3:4,4:1,6:3,7:4,8:added,]
int(1)
int(2)
[0:2,1:1,]
124
object(stdClass)#1 (2) {
  ["b"]=>
  array(1) {
    ["c"]=>
    int(3)
  }
  ["x y"]=>
  int(1)
}
b
x y
int(2)
bool(true)
bool(false)
int(3)
string(2) "nn"
NULL
NULL
bool(false)
int(5)
bool(true)
5
baseBaseBase
121
12
123
Cannot access private property class@anonymous::$priv
P!S?
id12
5C
361

Warning: Array to string conversion in %s on line 33

Warning: Attempt to read property "p" on int in %s on line 33

Warning: Trying to access array offset on value of type null in %s on line 33
1 Array 4 5 
