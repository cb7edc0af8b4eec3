--TEST--
Properties, statics, magic methods, ArrayAccess, destructors
--FILE--
<?php
class P { public $a = 1; protected $b = 2; private $c = 3; public int $t = 5; public ?array $arr = null; public static $s = 10; public static int $ts = 1; const K = 'k'; const L = self::K . 'l';
 function getB() { return $this->b; } function setC($v) { $this->c = $v; return $this; } function c() { return $this->c; } function &ref() { return $this->a; }
 static function st() { return static::$s++ . self::$ts . static::class . self::L; } }
class Q extends P { public static $s = 20; const K = 'qk'; }
$p = new P; $p->a = 5; $p->a .= 'x'; echo $p->a, $p->getB(), $p->setC(9)->c(), "\n";
$p->a = 1; $p->a++; ++$p->a; echo $p->a--, $p->a, "\n";
$p->t = "42"; echo $p->t, "\n"; try { $p->t = 'x'; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $p->b = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { echo $p->c; } catch (Error $e) { echo $e->getMessage(), "\n"; }
$p->arr[] = 1; $p->arr['k']['z'] = 2; echo count($p->arr), "\n";
$r = &$p->a; $r = 77; echo $p->a, "\n"; $r2 = &$p->t; try { $r2 = 'bad'; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } $r2 = '12'; echo $p->t, "\n";
$p->dyn = 4; echo $p->dyn, isset($p->dyn), isset($p->nope) ? 1 : 0, "\n"; unset($p->dyn); echo @$p->dyn, "|\n"; echo $p->nope ?? 'd', "\n";
echo P::st(), Q::st(), P::$s, Q::$s, "\n"; P::$s = 'n'; P::$s .= 'm'; echo P::$s, P::K, Q::K, Q::L, "\n"; P::$ts++; try { P::$ts = 'z'; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { echo P::$nope; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { echo P::NOPE; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { Nope::$x; } catch (Error $e) { echo $e->getMessage(), "\n"; }
$n = 'Q'; echo $n::K, $n::$s, (new $n)::class, $p::class, "\n"; $prop = 'a'; echo $p->$prop, $p->{'a'}, "\n";
class M { private $d = []; function __get($n) { echo "get $n\n"; return $this->d[$n] ?? null; } function __set($n, $v) { echo "set $n\n"; $this->d[$n] = $v; } function __isset($n) { echo "isset $n\n"; return isset($this->d[$n]); } function __unset($n) { echo "unset $n\n"; unset($this->d[$n]); } }
$m = new M; $m->x = 1; $m->x += 4; echo $m->x, "\n"; $m->x++; echo isset($m->x) ? 'Y' : 'N', empty($m->x) ? 'E' : 'F', $m->y ?? 'dd', "\n"; unset($m->x); $m->arr = [1]; $m->arr[] = 2; 
class AA implements ArrayAccess { private $d = []; function offsetExists($o): bool { echo "exists ", $o, "\n"; return isset($this->d[$o]); } function offsetGet($o): mixed { echo "get ", $o, "\n"; return $this->d[$o] ?? null; } function offsetSet($o, $v): void { echo "set ", $o ?? 'NULL', "\n"; if ($o === null) $this->d[] = $v; else $this->d[$o] = $v; } function offsetUnset($o): void { echo "unset $o\n"; unset($this->d[$o]); } }
$o = new AA; $o['a'] = 1; $o[] = 2; $o['a'] += 5; echo $o['a'], $o["1"] ?? 'def', "\n"; echo isset($o['a']) ? 'Y' : 'N', empty($o['a']) ? 'E' : 'F', "\n"; unset($o['a']); $o['q']['w'] = 3; [$l1, $l2] = $o;
class S { function __toString() { return 'S!'; } } $str = 'a'; $str .= new S; echo $str, "\n"; $k = new S; echo $p->{'a'}, ${'p'}->a, "\n"; $ar = ['x' => 'q']; $ar['x'] .= new S; echo $ar['x'], "\n";
try { $ar[new S] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $i = 5; $i[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $i = 5; $i->x = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $s = 'str'; $s[] = 'x'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $s['x'] = 'x'; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $s[0][0] = 'x'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo $undef; echo $undef2['x']; echo $undef3->x; echo $i[0]; $und .= 'x'; echo $und, "\n"; $p->undefp; $p->undefq .= 'x'; 
class D { function __destruct() { echo "destroyed\n"; } } $d = new D; $d = null; echo "after\n"; $da = [new D]; unset($da[0]); echo "after2\n"; $dd = new D; $dd2 = $dd; unset($dd); echo "still\n"; $dd2 = 5; 
function f() { $x = new D; return 5; } echo f(), "\n"; $arr = [new D, new D]; $arr = []; echo "end\n";
class R { public function __construct(public readonly int $x, public readonly array $y = []) {} function mod() { $this->x = 3; } } $r = new R(1, [1]); try { $r->x = 2; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $r->mod(); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $r->y[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $r->x++; } catch (Error $e) { echo $e->getMessage(), "\n"; }
enum Suit: string { case H = 'h'; case S = 's'; const D = self::H; static function x() { return self::S->value; } } echo Suit::H->name, Suit::H->value, Suit::D->name, Suit::x(), "\n";

--EXPECTF--
5x29
32
42
Cannot assign string to property P::$t of type int
Cannot access protected property P::$b
Cannot access private property P::$c
2
77
Cannot assign string to reference held by property P::$t of type int
12

Deprecated: Creation of dynamic property P::$dyn is deprecated in %s on line 13
410
|
d
101Pkl201Qkl1121
nmkqkkl
Cannot assign string to property P::$ts of type int
Access to undeclared static property P::$nope
Undefined constant P::NOPE
Class "Nope" not found
qk21QP
7777
set x
get x
set x
get x
5
get x
set x
isset x
Yisset x
get x
Fisset y
dd
unset x
set arr
get arr

Notice: Indirect modification of overloaded property M::$arr has no effect in %s on line 18
set a
set NULL
get a
set a
get a
6exists 1
def
exists a
Yexists a
get a
F
unset a
get q

Notice: Indirect modification of overloaded element of AA has no effect in %s on line 20
get 0
get 1
aS!
7777
qS!
Illegal offset type
Cannot use a scalar value as an array
Attempt to assign property "x" on int
[] operator not supported for strings
Cannot access offset of type string on string
Cannot use string offset as an array

Warning: Undefined variable $undef in %s on line 28

Warning: Undefined variable $undef2 in %s on line 28

Warning: Trying to access array offset on value of type null in %s on line 28

Warning: Undefined variable $undef3 in %s on line 28

Warning: Attempt to read property "x" on null in %s on line 28

Warning: Trying to access array offset on value of type int in %s on line 28

Warning: Undefined variable $und in %s on line 28
x

Warning: Undefined property: P::$undefp in %s on line 28

Deprecated: Creation of dynamic property P::$undefq is deprecated in %s on line 28

Warning: Undefined property: P::$undefq in %s on line 28
destroyed
after
destroyed
after2
still
destroyed
destroyed
5
destroyed
destroyed
end
Cannot modify readonly property R::$x
Cannot modify readonly property R::$x
Cannot modify readonly property R::$y
Cannot modify readonly property R::$x
HhHs
