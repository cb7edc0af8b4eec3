--TEST--
What writes to the wrong kind of value raise
--FILE--
<?php
function t($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
t(function(){ $u->x = 1; });
t(function(){ $u->x .= 1; });
t(function(){ $u->x++; });
t(function(){ $u->x['a'] = 1; });
t(function(){ $u->x->y = 1; });
t(function(){ $r = &$u->x; });
t(function(){ $b=2; $u->x = &$b; });
t(function(){ unset($u->x); });
t(function(){ unset($u->x->y); });
t(function(){ unset($u->x[1]); });
t(function(){ echo $u->x; });
t(function(){ $n=5; $n->x = $zz; });
t(function(){ $n=5; $n->{$zz} = 3; });
t(function(){ $n=5; unset($n->x); });
class A { public int $i = PHP_INT_MAX; public static int $s = PHP_INT_MIN; public ?int $n; public int $u; public readonly int $ro; public readonly array $ra; public readonly A $rob; public static $arr = ['x' => [1]]; public static ?A $inst = null; function __construct(){ $this->ro=1; $this->ra = [1,2]; } }
t(function(){ $a=new A; $a->i++; });
t(function(){ $a=new A; $r=&$a->i; $r++; });
t(function(){ $a=new A; $r=&$a->i; ++$a->i; });
t(function(){ A::$s--; });
t(function(){ $a=new A; $r=&$a->u; });
t(function(){ $a=new A; $r=&$a->n; var_dump($a); });
t(function(){ $a=new A; $a->i[]=1; });
t(function(){ $a=new A; $a->n[]=1; });
t(function(){ $a=new A; $a->ro++; });
t(function(){ $a=new A; $r=&$a->ro; });
t(function(){ $a=new A; $a->ra[]=1; });
t(function(){ $a=new A; unset($a->ra[0]); });
t(function(){ $a=new A; $a->ra['x']['y']=1; });
t(function(){ $a=new A; return [$a->ra[0], isset($a->ra[5]), isset($a->rob->x)]; });
t(function(){ $a=new A; $a->u++; });
t(function(){ $a=new A; $a->u.='x'; });
t(function(){ $a=new A; $a->i.='x'; });
t(function(){ $a=new A; $a->i='x'; });
t(function(){ $a=new A; $a->n='5'; $b='x'; $a->n=&$b; });
t(function(){ $a=new A; $b='7'; $a->n=&$b; var_dump($a->n); $b = 'q'; });
t(function(){ A::$s[]=1; });
t(function(){ A::$zz[]=1; });
t(function(){ A::$arr['x'][] = 2; A::$arr['y']['z'] ??= 5; A::$arr['n'] = &$q; $q = 9; unset(A::$arr['x'][0]); return A::$arr; });
t(function(){ return isset(A::$arr['x'][1], A::$inst->ro) ; });
t(function(){ A::$inst = new A; A::$inst->i = 3; A::$inst->i += 4; return A::$inst->i . A::$inst?->ro; });
t(function(){ A::$inst = 5; });
t(function(){ $x = ['a' => ['b' => 1]]; foreach ($x['a'] as $k => &$v) { $v++; } unset($v); return $x; });
t(function(){ $x = 'str'; return [$x[0], $x[-1], $x['1'] ?? 'no', $x['x'] ?? 'no', $x[1.7] ?? 'no', $x[true], isset($x[0][0]), isset($x['a']), isset($x["0"]), empty($x[0])]; });
t(function(){ [$a, , $b] = [1, 2, 3]; ['x' => ['y' => $c]] = ['x' => ['y' => 'deep']]; return [$a, $b, $c]; });
t(function(){ [$a, [$b]] = [1, null]; return [$a, $b]; });
t(function(){ [$a, $b] = 'xy'; return [$a, $b]; });
t(function(){ [$a, $b] = [1]; return [$a, $b]; });
t(function(){ $arr = [1, [2, 3]]; [$x, [, &$y]] = $arr; $y = 'changed'; return $arr; });
t(function(){ $a = [1,2,3]; $b = &$a[1]; $c = $a; $c[1] = 'both'; $c[0] = 'own'; return [$a, $c]; });
t(function(){ $a = ['x']; $a[] = &$a; $a[1][0] = 'y'; return count($a[1]); });
t(function(){ $n = 'foo'; $$n = ['k' => 1]; $$n['k'] = 2; ${$n}['z'] = 3; return $foo; });
t(function(){ $$zz = 4; return ${''}; });
t(function(){ $this_ = 'this'; return $$this_ === null; });
t(function(){ $name = 'this'; $$name = 5; });
t(function(){ $f = function() { return isset($this) ? get_class($this) : 'none'; }; return $f(); });
t(function(){ static $a = [1, 2], $b = PHP_INT_SIZE * 2, $c; $c++; $a[] = $c; return [$a, $b, $c]; });
t(function(){ $x = 1; $f = fn() => $x++; $f(); return [$x, $f()]; });
t(function(){ $f = fn() => $undefd ?? 'dflt'; return $f(); });
t(function(){ $f = fn() => $undefd; return $f(); });
t(function(){ $x = 1; $f = function() use ($x, &$y) { $y = ++$x; return $x; }; $f(); $f(); return [$x, $y]; });
t(function(){ $f = function() use ($nope) { return $nope; }; return $f(); });
t(function(){ $a = [3 => 'x', 'y']; $a[] = 'z'; array_key_exists(4, $a) || print('no'); return [$a, array_key_exists('3', $a), in_array('y', ['x', 'y']), in_array('q', ['x', 'y'], true), count($a)]; });
t(function(){ $a = [PHP_INT_MAX => 1]; $a[] = 2; });
t(function(){ $a = [PHP_INT_MAX => 1]; $a[][] = 2; });
t(function(){ $a = [-5 => 1]; $a[] = 2; return $a; });
t(function(){ $a = false; $a[] = 1; return $a; });
t(function(){ $a = false; $a['x']['y'] = 1; return $a; });
t(function(){ $a = ''; $a['x'] = 1; return $a; });
t(function(){ $a = ''; $a[3] = 'abc'; return $a; });
t(function(){ $a = 'abc'; $a[0] = ''; return $a; });
t(function(){ $a = 'abc'; $a[1] = 65; return $a; });
t(function(){ $a = 'abc'; $a[0] .= 'x'; });
t(function(){ $a = 'abc'; $a[0]++; });
t(function(){ $a = 'abc'; $r = &$a[0]; });
t(function(){ $a = 'abc'; $a[0]->x = 1; });
t(function(){ $a = 'abc'; foreach ($a[0] as &$x) {} });
t(function(){ $a = 1.5; $a['x'] = 1; });
t(function(){ $a = true; $a->x = 1; });
t(function(){ $a = [1]; return $a[1.5] . $a["0"] . $a[false] . $a[null]; });
t(function(){ return [1, 2, 3][1] . "abc"[1] . [[5]][0][0] . (fn() => [7])()[0]; });
t(function(){ $o = new stdClass; $o->{'a b'} = 1; $o->{'0'} = 2; $o->a['x']['y'] = 3; $o->b->c = 1; });
t(function(){ $o = new stdClass; $o->{'a b'} = 1; $o->{'0'} = 2; $o->a['x']['y'] = 3; unset($o->{'a b'}); $r = &$o->r; $r = 5; return $o; });
t(function(){ $o = new stdClass; $o->{''} = 1; return $o; });
t(function(){ $o = new stdClass; $o->{"\0x"} = 1; return $o; });
t(function(){ $a = ['x' => null]; return [isset($a['x']), isset($a['x']['y']), empty($a['x']), $a['x']['y'] ?? 'd', $a['q']['z'] ?? 'e']; });
t(function(){ $a = [1]; unset($a[0][1]); });
t(function(){ $a = ['s' => 'str']; unset($a['s'][0]); });
t(function(){ $x = ['a' => 1]; ['a' => $x['b'], 'z' => $x['c']] = $x; return $x; });
t(function(){ $i = 0; $a = [0, 0, 0]; $a[$i++] = $i++; $a[$i] = $i += 1; return [$a, $i]; });
t(function(){ $a = [1, 2]; $a[0] += $a[1] += 5; return $a; });
t(function(){ $x = "5 apples"; $x += 1; return $x; });
t(function(){ $x = "abc"; $x *= 1; return $x; });
t(function(){ $x = []; $x += 1; return $x; });
t(function(){ $x = [1]; $x += [5, 6]; return $x; });
t(function(){ $x = null; $x .= 'a'; $x .= 1.0; $x .= true; $x .= null; return $x; });
t(function(){ $x = 1; $x ??= 2; $y ??= 3; $z['a']['b'] ??= 4; return [$x, $y, $z]; });
t(function(){ $x = 7; $x <<= 2; $x |= 1; $x ^= 3; $x %= 7; $x **= 3; $x /= 2; return $x; });
t(function(){ $GLOBALS['newg']['x'] = 1; $GLOBALS['newg']['y'] ??= 2; return $GLOBALS['newg']; });
t(function(){ return isset($GLOBALS['newg']) . isset($GLOBALS['nope']) . count($GLOBALS['newg']); });
t(function(){ unset($GLOBALS['newg']); return $GLOBALS['newg'] ?? 'gone'; });
t(function(){ return $GLOBALS['nope']; });

--EXPECTF--
Error: Attempt to assign property "x" on null

Warning: Undefined variable $u in %s on line 4
Error: Attempt to assign property "x" on null

Warning: Undefined variable $u in %s on line 5
Error: Attempt to increment/decrement property "x" on null
Error: Attempt to modify property "x" on null
Error: Attempt to modify property "x" on null
Error: Attempt to modify property "x" on null
Error: Attempt to modify property "x" on null
NULL

Warning: Undefined variable $u in %s on line 11
NULL

Warning: Undefined variable $u in %s on line 12
NULL

Warning: Undefined variable $u in %s on line 13

Warning: Attempt to read property "x" on null in %s on line 13
NULL

Warning: Undefined variable $zz in %s on line 14
Error: Attempt to assign property "x" on int

Warning: Undefined variable $zz in %s on line 15
Error: Attempt to assign property "" on int
NULL
TypeError: Cannot increment property A::$i of type int past its maximal value
TypeError: Cannot increment a reference held by property A::$i of type int past its maximal value
TypeError: Cannot increment a reference held by property A::$i of type int past its maximal value
TypeError: Cannot decrement property A::$s of type int past its minimal value
Error: Cannot access uninitialized non-nullable property A::$u by reference
object(A)#1 (4) {
  ["i"]=>
  int(9223372036854775807)
  ["n"]=>
  &NULL
  ["u"]=>
  uninitialized(int)
  ["ro"]=>
  int(1)
  ["ra"]=>
  array(2) {
    [0]=>
    int(1)
    [1]=>
    int(2)
  }
  ["rob"]=>
  uninitialized(A)
}
NULL
Error: Cannot use a scalar value as an array
TypeError: Cannot auto-initialize an array inside property A::$n of type ?int
Error: Cannot modify readonly property A::$ro
Error: Cannot modify readonly property A::$ro
Error: Cannot modify readonly property A::$ra
Error: Cannot modify readonly property A::$ra
Error: Cannot modify readonly property A::$ra
array(3) {
  [0]=>
  int(1)
  [1]=>
  bool(false)
  [2]=>
  bool(false)
}
Error: Typed property A::$u must not be accessed before initialization
Error: Typed property A::$u must not be accessed before initialization
TypeError: Cannot assign string to property A::$i of type int
TypeError: Cannot assign string to property A::$i of type int
TypeError: Cannot assign string to property A::$n of type ?int
int(7)
TypeError: Cannot assign string to reference held by property A::$n of type ?int
Error: Cannot use a scalar value as an array
Error: Access to undeclared static property A::$zz
array(3) {
  ["x"]=>
  array(1) {
    [1]=>
    int(2)
  }
  ["y"]=>
  array(1) {
    ["z"]=>
    int(5)
  }
  ["n"]=>
  int(9)
}
bool(false)
string(2) "71"
TypeError: Cannot assign int to property A::$inst of type ?A
array(1) {
  ["a"]=>
  array(1) {
    ["b"]=>
    int(2)
  }
}

Warning: String offset cast occurred in %s on line 45
array(10) {
  [0]=>
  string(1) "s"
  [1]=>
  string(1) "r"
  [2]=>
  string(1) "t"
  [3]=>
  string(2) "no"
  [4]=>
  string(1) "t"
  [5]=>
  string(1) "t"
  [6]=>
  bool(true)
  [7]=>
  bool(false)
  [8]=>
  bool(true)
  [9]=>
  bool(false)
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(3)
  [2]=>
  string(4) "deep"
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  NULL
}
array(2) {
  [0]=>
  NULL
  [1]=>
  NULL
}

Warning: Undefined array key 1 in %s on line 49
array(2) {
  [0]=>
  int(1)
  [1]=>
  NULL
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  array(2) {
    [0]=>
    int(2)
    [1]=>
    string(7) "changed"
  }
}
array(2) {
  [0]=>
  array(3) {
    [0]=>
    int(1)
    [1]=>
    &string(4) "both"
    [2]=>
    int(3)
  }
  [1]=>
  array(3) {
    [0]=>
    string(3) "own"
    [1]=>
    &string(4) "both"
    [2]=>
    int(3)
  }
}
int(2)
array(2) {
  ["k"]=>
  int(2)
  ["z"]=>
  int(3)
}

Warning: Undefined variable $zz in %s on line 54
int(4)

Warning: Undefined variable $this in %s on line 55
bool(true)
Error: Cannot re-assign $this
string(4) "none"
array(3) {
  [0]=>
  array(3) {
    [0]=>
    int(1)
    [1]=>
    int(2)
    [2]=>
    int(1)
  }
  [1]=>
  int(16)
  [2]=>
  int(1)
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(1)
}
string(4) "dflt"

Warning: Undefined variable $undefd in %s on line 61
NULL
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}

Warning: Undefined variable $nope in %s on line 63
NULL
array(5) {
  [0]=>
  array(3) {
    [3]=>
    string(1) "x"
    [4]=>
    string(1) "y"
    [5]=>
    string(1) "z"
  }
  [1]=>
  bool(true)
  [2]=>
  bool(true)
  [3]=>
  bool(false)
  [4]=>
  int(3)
}
Error: Cannot add element to the array as the next element is already occupied
Error: Cannot add element to the array as the next element is already occupied
array(2) {
  [-5]=>
  int(1)
  [-4]=>
  int(2)
}

Deprecated: Automatic conversion of false to array is deprecated in %s on line 68
array(1) {
  [0]=>
  int(1)
}

Deprecated: Automatic conversion of false to array is deprecated in %s on line 69
array(1) {
  ["x"]=>
  array(1) {
    ["y"]=>
    int(1)
  }
}
TypeError: Cannot access offset of type string on string

Warning: Only the first byte will be assigned to the string offset in %s on line 71
string(4) "   a"
Error: Cannot assign an empty string to a string offset

Warning: Only the first byte will be assigned to the string offset in %s on line 73
string(3) "a6c"
Error: Cannot use assign-op operators with string offsets
Error: Cannot increment/decrement string offsets
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an object
Error: Cannot create references to/from string offsets
Error: Cannot use a scalar value as an array
Error: Attempt to assign property "x" on bool

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 81

Warning: Undefined array key 1 in %s on line 81

Warning: Undefined array key "" in %s on line 81
string(2) "11"
string(4) "2b57"
Error: Attempt to assign property "c" on null
object(stdClass)#1 (3) {
  ["0"]=>
  int(2)
  ["a"]=>
  array(1) {
    ["x"]=>
    array(1) {
      ["y"]=>
      int(3)
    }
  }
  ["r"]=>
  int(5)
}
object(stdClass)#1 (1) {
  [""]=>
  int(1)
}
Error: Cannot access property starting with "\0"
array(5) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
  [2]=>
  bool(true)
  [3]=>
  string(1) "d"
  [4]=>
  string(1) "e"
}
Error: Cannot unset offset in a non-array variable
Error: Cannot unset string offsets

Warning: Undefined array key "z" in %s on line 90
array(3) {
  ["a"]=>
  int(1)
  ["b"]=>
  int(1)
  ["c"]=>
  NULL
}
array(2) {
  [0]=>
  array(4) {
    [0]=>
    int(1)
    [1]=>
    int(0)
    [2]=>
    int(0)
    [3]=>
    int(3)
  }
  [1]=>
  int(3)
}
array(2) {
  [0]=>
  int(8)
  [1]=>
  int(7)
}

Warning: A non-numeric value encountered in %s on line 93
int(6)
TypeError: Unsupported operand types: string * int
TypeError: Unsupported operand types: array + int
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(6)
}
string(3) "a11"
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(3)
  [2]=>
  array(1) {
    ["a"]=>
    array(1) {
      ["b"]=>
      int(4)
    }
  }
}
int(4)
array(2) {
  ["x"]=>
  int(1)
  ["y"]=>
  int(2)
}
string(2) "12"
string(4) "gone"

Warning: Undefined global variable $nope in %s on line 103
NULL
