--TEST--
A variable whose floats nobody else holds has its float written again; what was copied from it stays.
--FILE--
<?php
function keep(float $f): array { static $all = []; $all[] = $f; return $all; }
function a(int $n): array {
    $x = 1.5; $y = 0.25; $out = [];
    for ($i = 0; $i < $n; $i++) {
        $x = $x * 0.5 + $y;
        $z = $x; $x += 1.0;
        keep($x); keep($z);
        $y = $z - 0.125; $z -= 2;
        ++$x;
        echo $x, ' ', $y, " $z\n";
    }
    return [$x, $y];
}
function rec(float $d): float { $v = $d * 2.0; if ($d > 40.0) return $v; $w = rec($v) + $v; $v = $v + $w; return $v; }
function gen() { $x = 0.5; for ($i = 0; $i < 3; $i++) { $x = $x * 3.0; yield $i => $x; } }
function fin() { $x = 1.5; try { $x = $x * 2.0; return $x; } finally { $x = $x * 100.0; } }
function arr() { $x = 1.5; $l = []; for ($i = 0; $i < 3; $i++) { $x = $x * 2.0; $y = $x * 1.0; $l[] = $x; } return $l; }
function clos() { $x = 1.5; $fs = []; for ($i = 0; $i < 3; $i++) { $x = $x * 2.0; $fs[] = fn() => $x; } return array_map(fn($f) => $f(), $fs); }
function mixed() { $x = 2; $s = 'a'; for ($i = 0; $i < 4; $i++) { $x = $x * 1.5; $q = $x; $x = [$i]; $x = $q / 2; $s .= $x; } return [$x, $q, $s]; }
function first() { $a = [1.5, 2.5]; $x = $a[0]; $x = $x * 2.0; $x += 1.0; return [$a, $x]; }
function byName() { $x = 1.5; $k = compact('x'); $x = $x * 2.0; $k2 = get_defined_vars(); $x = $x + 1.0; return [$k, $k2, $x]; }
function ref() { $x = 1.5; $r = &$x; $x = $x * 2.0; $y = $r; $r = $r + 1.0; return [$x, $y]; }
function sw() { $a = 1.5; $b = 2.5; for ($i = 0; $i < 3; $i++) { $t = $a; $a = $b; $b = $t; $b = $b + 0.25; } return [$a, $b, $t]; }
class P { public $v; public float $w = 0.0; }
function obj() { $p = new P; $x = 1.5; $p->v = $x; $x = $x * 2.0; $p->w += $x; $x = $x + 1.0; return [$p->v, $p->w, $x]; }
function undef() { for ($i = 0; $i < 2; $i++) { $x = @$x + 1.5; $y = $x; } return [$x, $y]; }
var_dump(a(3), keep(9.0), rec(1.5), iterator_to_array(gen()), fin(), arr(), clos(), mixed(), first(), byName(), ref(), sw(), obj(), undef());
$g = 1.5; function useG() { global $g; $h = $g; $g = $g * 2.0; return [$h, $g]; } var_dump(useG(), $g);
--EXPECT--
3 0.875 -1
4.375 2.25 0.375
6.4375 4.3125 2.4375
array(2) {
  [0]=>
  float(6.4375)
  [1]=>
  float(4.3125)
}
array(7) {
  [0]=>
  float(2)
  [1]=>
  float(1)
  [2]=>
  float(3.375)
  [3]=>
  float(2.375)
  [4]=>
  float(5.4375)
  [5]=>
  float(4.4375)
  [6]=>
  float(9)
}
float(282)
array(3) {
  [0]=>
  float(1.5)
  [1]=>
  float(4.5)
  [2]=>
  float(13.5)
}
float(3)
array(3) {
  [0]=>
  float(3)
  [1]=>
  float(6)
  [2]=>
  float(12)
}
array(3) {
  [0]=>
  float(3)
  [1]=>
  float(6)
  [2]=>
  float(12)
}
array(3) {
  [0]=>
  float(0.6328125)
  [1]=>
  float(1.265625)
  [2]=>
  string(25) "a1.51.1250.843750.6328125"
}
array(2) {
  [0]=>
  array(2) {
    [0]=>
    float(1.5)
    [1]=>
    float(2.5)
  }
  [1]=>
  float(4)
}
array(3) {
  [0]=>
  array(1) {
    ["x"]=>
    float(1.5)
  }
  [1]=>
  array(2) {
    ["x"]=>
    float(3)
    ["k"]=>
    array(1) {
      ["x"]=>
      float(1.5)
    }
  }
  [2]=>
  float(4)
}
array(2) {
  [0]=>
  float(4)
  [1]=>
  float(3)
}
array(3) {
  [0]=>
  float(2.75)
  [1]=>
  float(2)
  [2]=>
  float(1.75)
}
array(3) {
  [0]=>
  float(1.5)
  [1]=>
  float(3)
  [2]=>
  float(4)
}
array(2) {
  [0]=>
  float(3)
  [1]=>
  float(3)
}
array(2) {
  [0]=>
  float(1.5)
  [1]=>
  float(3)
}
float(3)
