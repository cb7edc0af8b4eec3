--TEST--
Assignments to properties of all kinds, and arguments of functions found at run time
--FILE--
<?php
if (true) { function later($x) { return $x; } function laterref(&$x) { $x = 'ref'; } }
class A { public ?A $n = null; public int $i; public ?string $s; public readonly int $r; public $u; public int|string $is = 0; public self|null $self; private float $f = 1.0;
  function go($v) { $this->f = $v; return $this->f; } function ro($v) { $this->r = $v; return $this->r; } }
class B extends A {} class C { public $a; function __set($n, $v) { echo "set $n\n"; } public int $t; function f() { unset($this->t); } }
final class D { public function __construct(private int $x, protected ?A $a, public array $l = []) {} function x($x) { $this->x = $x; return $this; } }
function show($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
for ($k = 0; $k < 3; $k++) {
foreach ([1, 1.5, "7", "x", null, new A, new B, new C, true, [1]] as $v) {
  show(function () use ($v) { $a = new A; $a->n = $v; $a->n = null; $a->n = $v; return $a; });
  show(function () use ($v) { $a = new A; $a->i = $v; $a->i = $v; return $a->i; });
  show(function () use ($v) { $a = new B; $a->s = $v; return $a->s; });
  show(function () use ($v) { $a = new B; $a->u = $v; $a->u = &$v; $a->u = 3; return $v; });
  show(function () use ($v) { $a = new A; $r = &$a->i; $r = 4; $a->i = $v; return $r; });
  show(function () use ($v) { $a = new A; $a->is = $v; return $a->is; });
  show(function () use ($v) { $a = new A; $a->self = $v; return $a->self; });
  show(function () use ($v) { $a = new A; return $a->go($v); });
  show(function () use ($v) { $a = new A; return [$a->ro($v), $a->ro($v)]; });
  show(function () use ($v) { $a = new C; $a->a = $v; unset($a->a); $a->a = $v; $a->t = $v; $a->f(); $a->t = $v; return $a; });
  show(function () use ($v) { $a = new D(3, $v); return $a->x($v); });
}
}
function byref(&$x) { $x = 9; } function byval($x) { return $x; }
$o = new stdClass; $o->p = [1, [2, 3]]; $arr = ['a' => [1, 2], 'o' => $o];
for ($i = 0; $i < 3; $i++) { foreach (['byval', 'byref', 'later', 'laterref'] as $f) { show(fn() => $f($o->p)); show(fn() => $f($arr['a'][1])); show(fn() => $f($arr['nix'])); show(fn() => $f($o->nix)); show(fn() => $f($f[0])); }
 show(function () use ($o, $arr) { later($o->p[1], $arr['a']); laterref($o->p[1][1]); laterref($arr['a']); laterref($arr['q']['z']); return [later($arr['a'][0]), $o->p, $arr]; }); }
--EXPECTF--
TypeError: Cannot assign int to property A::$n of type ?A
int(1)
string(1) "1"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
int(1)
TypeError: Cannot assign int to property A::$self of type ?self
float(1)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#4 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, int given, called in %s on line 20
TypeError: Cannot assign float to property A::$n of type ?A

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 11

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 11
int(1)
string(3) "1.5"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 15
int(1)
TypeError: Cannot assign float to property A::$self of type ?self
float(1.5)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 4
Error: Cannot modify readonly property A::$r
set a

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 19
set t
object(C)#5 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, float given, called in %s on line 20
TypeError: Cannot assign string to property A::$n of type ?A
int(7)
string(1) "7"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
string(1) "7"
TypeError: Cannot assign string to property A::$self of type ?self
float(7)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#6 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, string given, called in %s on line 20
TypeError: Cannot assign string to property A::$n of type ?A
TypeError: Cannot assign string to property A::$i of type int
string(1) "x"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
string(1) "x"
TypeError: Cannot assign string to property A::$self of type ?self
TypeError: Cannot assign string to property A::$f of type float
TypeError: Cannot assign string to property A::$r of type int
set a
TypeError: Cannot assign string to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, string given, called in %s on line 20
object(A)#6 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign null to property A::$i of type int
NULL
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign null to property A::$is of type string|int
NULL
TypeError: Cannot assign null to property A::$f of type float
TypeError: Cannot assign null to property A::$r of type int
set a
TypeError: Cannot assign null to property C::$t of type int
TypeError: Cannot assign null to property D::$x of type int
object(A)#5 (4) {
  ["n"]=>
  object(A)#1 (4) {
    ["n"]=>
    NULL
    ["i"]=>
    uninitialized(int)
    ["s"]=>
    uninitialized(?string)
    ["r"]=>
    uninitialized(int)
    ["u"]=>
    NULL
    ["is"]=>
    int(0)
    ["self"]=>
    uninitialized(?self)
    ["f":"A":private]=>
    float(1)
  }
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign A to property A::$i of type int
TypeError: Cannot assign A to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign A to property A::$is of type string|int
object(A)#1 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign A to property A::$f of type float
TypeError: Cannot assign A to property A::$r of type int
set a
TypeError: Cannot assign A to property C::$t of type int
TypeError: Cannot assign A to property D::$x of type int
object(A)#6 (4) {
  ["n"]=>
  object(B)#2 (4) {
    ["n"]=>
    NULL
    ["i"]=>
    uninitialized(int)
    ["s"]=>
    uninitialized(?string)
    ["r"]=>
    uninitialized(int)
    ["u"]=>
    NULL
    ["is"]=>
    int(0)
    ["self"]=>
    uninitialized(?self)
    ["f":"A":private]=>
    float(1)
  }
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign B to property A::$i of type int
TypeError: Cannot assign B to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign B to property A::$is of type string|int
object(B)#2 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign B to property A::$f of type float
TypeError: Cannot assign B to property A::$r of type int
set a
TypeError: Cannot assign B to property C::$t of type int
TypeError: Cannot assign B to property D::$x of type int
TypeError: Cannot assign C to property A::$n of type ?A
TypeError: Cannot assign C to property A::$i of type int
TypeError: Cannot assign C to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign C to property A::$is of type string|int
TypeError: Cannot assign C to property A::$self of type ?self
TypeError: Cannot assign C to property A::$f of type float
TypeError: Cannot assign C to property A::$r of type int
set a
TypeError: Cannot assign C to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, C given, called in %s on line 20
TypeError: Cannot assign bool to property A::$n of type ?A
int(1)
string(1) "1"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
int(1)
TypeError: Cannot assign bool to property A::$self of type ?self
float(1)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#5 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, bool given, called in %s on line 20
TypeError: Cannot assign array to property A::$n of type ?A
TypeError: Cannot assign array to property A::$i of type int
TypeError: Cannot assign array to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign array to property A::$is of type string|int
TypeError: Cannot assign array to property A::$self of type ?self
TypeError: Cannot assign array to property A::$f of type float
TypeError: Cannot assign array to property A::$r of type int
set a
TypeError: Cannot assign array to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, array given, called in %s on line 20
TypeError: Cannot assign int to property A::$n of type ?A
int(1)
string(1) "1"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
int(1)
TypeError: Cannot assign int to property A::$self of type ?self
float(1)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#5 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, int given, called in %s on line 20
TypeError: Cannot assign float to property A::$n of type ?A

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 11

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 11
int(1)
string(3) "1.5"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 15
int(1)
TypeError: Cannot assign float to property A::$self of type ?self
float(1.5)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 4
Error: Cannot modify readonly property A::$r
set a

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 19
set t
object(C)#6 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, float given, called in %s on line 20
TypeError: Cannot assign string to property A::$n of type ?A
int(7)
string(1) "7"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
string(1) "7"
TypeError: Cannot assign string to property A::$self of type ?self
float(7)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#4 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, string given, called in %s on line 20
TypeError: Cannot assign string to property A::$n of type ?A
TypeError: Cannot assign string to property A::$i of type int
string(1) "x"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
string(1) "x"
TypeError: Cannot assign string to property A::$self of type ?self
TypeError: Cannot assign string to property A::$f of type float
TypeError: Cannot assign string to property A::$r of type int
set a
TypeError: Cannot assign string to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, string given, called in %s on line 20
object(A)#4 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign null to property A::$i of type int
NULL
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign null to property A::$is of type string|int
NULL
TypeError: Cannot assign null to property A::$f of type float
TypeError: Cannot assign null to property A::$r of type int
set a
TypeError: Cannot assign null to property C::$t of type int
TypeError: Cannot assign null to property D::$x of type int
object(A)#6 (4) {
  ["n"]=>
  object(A)#3 (4) {
    ["n"]=>
    NULL
    ["i"]=>
    uninitialized(int)
    ["s"]=>
    uninitialized(?string)
    ["r"]=>
    uninitialized(int)
    ["u"]=>
    NULL
    ["is"]=>
    int(0)
    ["self"]=>
    uninitialized(?self)
    ["f":"A":private]=>
    float(1)
  }
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign A to property A::$i of type int
TypeError: Cannot assign A to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign A to property A::$is of type string|int
object(A)#3 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign A to property A::$f of type float
TypeError: Cannot assign A to property A::$r of type int
set a
TypeError: Cannot assign A to property C::$t of type int
TypeError: Cannot assign A to property D::$x of type int
object(A)#4 (4) {
  ["n"]=>
  object(B)#2 (4) {
    ["n"]=>
    NULL
    ["i"]=>
    uninitialized(int)
    ["s"]=>
    uninitialized(?string)
    ["r"]=>
    uninitialized(int)
    ["u"]=>
    NULL
    ["is"]=>
    int(0)
    ["self"]=>
    uninitialized(?self)
    ["f":"A":private]=>
    float(1)
  }
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign B to property A::$i of type int
TypeError: Cannot assign B to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign B to property A::$is of type string|int
object(B)#2 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign B to property A::$f of type float
TypeError: Cannot assign B to property A::$r of type int
set a
TypeError: Cannot assign B to property C::$t of type int
TypeError: Cannot assign B to property D::$x of type int
TypeError: Cannot assign C to property A::$n of type ?A
TypeError: Cannot assign C to property A::$i of type int
TypeError: Cannot assign C to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign C to property A::$is of type string|int
TypeError: Cannot assign C to property A::$self of type ?self
TypeError: Cannot assign C to property A::$f of type float
TypeError: Cannot assign C to property A::$r of type int
set a
TypeError: Cannot assign C to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, C given, called in %s on line 20
TypeError: Cannot assign bool to property A::$n of type ?A
int(1)
string(1) "1"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
int(1)
TypeError: Cannot assign bool to property A::$self of type ?self
float(1)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#6 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, bool given, called in %s on line 20
TypeError: Cannot assign array to property A::$n of type ?A
TypeError: Cannot assign array to property A::$i of type int
TypeError: Cannot assign array to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign array to property A::$is of type string|int
TypeError: Cannot assign array to property A::$self of type ?self
TypeError: Cannot assign array to property A::$f of type float
TypeError: Cannot assign array to property A::$r of type int
set a
TypeError: Cannot assign array to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, array given, called in %s on line 20
TypeError: Cannot assign int to property A::$n of type ?A
int(1)
string(1) "1"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
int(1)
TypeError: Cannot assign int to property A::$self of type ?self
float(1)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#6 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, int given, called in %s on line 20
TypeError: Cannot assign float to property A::$n of type ?A

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 11

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 11
int(1)
string(3) "1.5"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 15
int(1)
TypeError: Cannot assign float to property A::$self of type ?self
float(1.5)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 4
Error: Cannot modify readonly property A::$r
set a

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 19
set t
object(C)#4 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, float given, called in %s on line 20
TypeError: Cannot assign string to property A::$n of type ?A
int(7)
string(1) "7"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
string(1) "7"
TypeError: Cannot assign string to property A::$self of type ?self
float(7)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#5 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, string given, called in %s on line 20
TypeError: Cannot assign string to property A::$n of type ?A
TypeError: Cannot assign string to property A::$i of type int
string(1) "x"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
string(1) "x"
TypeError: Cannot assign string to property A::$self of type ?self
TypeError: Cannot assign string to property A::$f of type float
TypeError: Cannot assign string to property A::$r of type int
set a
TypeError: Cannot assign string to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, string given, called in %s on line 20
object(A)#5 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign null to property A::$i of type int
NULL
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign null to property A::$is of type string|int
NULL
TypeError: Cannot assign null to property A::$f of type float
TypeError: Cannot assign null to property A::$r of type int
set a
TypeError: Cannot assign null to property C::$t of type int
TypeError: Cannot assign null to property D::$x of type int
object(A)#4 (4) {
  ["n"]=>
  object(A)#1 (4) {
    ["n"]=>
    NULL
    ["i"]=>
    uninitialized(int)
    ["s"]=>
    uninitialized(?string)
    ["r"]=>
    uninitialized(int)
    ["u"]=>
    NULL
    ["is"]=>
    int(0)
    ["self"]=>
    uninitialized(?self)
    ["f":"A":private]=>
    float(1)
  }
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign A to property A::$i of type int
TypeError: Cannot assign A to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign A to property A::$is of type string|int
object(A)#1 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign A to property A::$f of type float
TypeError: Cannot assign A to property A::$r of type int
set a
TypeError: Cannot assign A to property C::$t of type int
TypeError: Cannot assign A to property D::$x of type int
object(A)#5 (4) {
  ["n"]=>
  object(B)#2 (4) {
    ["n"]=>
    NULL
    ["i"]=>
    uninitialized(int)
    ["s"]=>
    uninitialized(?string)
    ["r"]=>
    uninitialized(int)
    ["u"]=>
    NULL
    ["is"]=>
    int(0)
    ["self"]=>
    uninitialized(?self)
    ["f":"A":private]=>
    float(1)
  }
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign B to property A::$i of type int
TypeError: Cannot assign B to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign B to property A::$is of type string|int
object(B)#2 (4) {
  ["n"]=>
  NULL
  ["i"]=>
  uninitialized(int)
  ["s"]=>
  uninitialized(?string)
  ["r"]=>
  uninitialized(int)
  ["u"]=>
  NULL
  ["is"]=>
  int(0)
  ["self"]=>
  uninitialized(?self)
  ["f":"A":private]=>
  float(1)
}
TypeError: Cannot assign B to property A::$f of type float
TypeError: Cannot assign B to property A::$r of type int
set a
TypeError: Cannot assign B to property C::$t of type int
TypeError: Cannot assign B to property D::$x of type int
TypeError: Cannot assign C to property A::$n of type ?A
TypeError: Cannot assign C to property A::$i of type int
TypeError: Cannot assign C to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign C to property A::$is of type string|int
TypeError: Cannot assign C to property A::$self of type ?self
TypeError: Cannot assign C to property A::$f of type float
TypeError: Cannot assign C to property A::$r of type int
set a
TypeError: Cannot assign C to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, C given, called in %s on line 20
TypeError: Cannot assign bool to property A::$n of type ?A
int(1)
string(1) "1"
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
int(1)
TypeError: Cannot assign bool to property A::$self of type ?self
float(1)
Error: Cannot modify readonly property A::$r
set a
set t
object(C)#4 (0) {
  ["t"]=>
  uninitialized(int)
}
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, bool given, called in %s on line 20
TypeError: Cannot assign array to property A::$n of type ?A
TypeError: Cannot assign array to property A::$i of type int
TypeError: Cannot assign array to property A::$s of type ?string
int(3)
Error: Cannot access uninitialized non-nullable property A::$i by reference
TypeError: Cannot assign array to property A::$is of type string|int
TypeError: Cannot assign array to property A::$self of type ?self
TypeError: Cannot assign array to property A::$f of type float
TypeError: Cannot assign array to property A::$r of type int
set a
TypeError: Cannot assign array to property C::$t of type int
TypeError: D::__construct(): Argument #2 ($a) must be of type ?A, array given, called in %s on line 20
array(2) {
  [0]=>
  int(1)
  [1]=>
  array(2) {
    [0]=>
    int(2)
    [1]=>
    int(3)
  }
}
int(2)

Warning: Undefined array key "nix" in %s on line 25
NULL

Warning: Undefined property: stdClass::$nix in %s on line 25
NULL
string(1) "b"
NULL
NULL
NULL
NULL
Error: Cannot create references to/from string offsets
int(9)
int(2)

Warning: Undefined array key "nix" in %s on line 25
NULL
int(9)
string(1) "l"
NULL
NULL
NULL
NULL
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
string(3) "ref"
int(2)

Warning: Undefined array key "nix" in %s on line 25
NULL
string(3) "ref"
string(1) "b"
NULL
NULL
NULL
NULL
Error: Cannot create references to/from string offsets
int(9)
int(2)

Warning: Undefined array key "nix" in %s on line 25
NULL
int(9)
string(1) "l"
NULL
NULL
NULL
NULL
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
string(3) "ref"
int(2)

Warning: Undefined array key "nix" in %s on line 25
NULL
string(3) "ref"
string(1) "b"
NULL
NULL
NULL
NULL
Error: Cannot create references to/from string offsets
int(9)
int(2)

Warning: Undefined array key "nix" in %s on line 25
NULL
int(9)
string(1) "l"
NULL
NULL
NULL
NULL
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
