--TEST--
Included symbol tables, magic accessors, typed properties
--FILE--
<?php
function t($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$v1 = 'orig'; $gone = 1; $arr = ['a']; $obj = new stdClass;
function inFunc() { $v1 = 'loc'; $arr = []; $obj = new stdClass; $r = 0; return [$r, $v1, $arr, isset($newv) ? $newv : 'none']; }
file_put_contents_ok();
function file_put_contents_ok() {}
var_dump(eval('$v1 = "evald"; return $v1 . $newv;'), $v1);
function ev() { $x = 1; eval('$x++; $y = 5; $z = &$x;'); $z++; return [$x, $y, $z]; }
var_dump(ev());
function ev2() { $n = 'dynv'; $$n = 10; $f = function() use (&$dynv) { $dynv++; }; $f(); eval('$dynv++;'); return $dynv; }
var_dump(ev2());
class M { private $d = ['x' => 1]; function &__get($n) { echo "get $n\n"; return $this->d[$n]; } function __set($n, $v) { echo "set $n\n"; $this->d[$n] = $v; } function __isset($n) { echo "isset $n\n"; return isset($this->d[$n]); } function __unset($n) { echo "unset $n\n"; unset($this->d[$n]); } }
t(function() { $m = new M; $m->arr['x']['y'] = 1; $m->arr['x']['z'] = 2; $m->x++; $m->x .= 'q'; $r = &$m->ref; $r = 9; return [$m->arr, $m->x, $m->ref, isset($m->arr['x']['y']), $m->no['z'] ?? 'dd', empty($m->x)]; });
class G { function __get($n) { echo "G$n "; return $this->$n; } function __set($n, $v) { $this->$n = $v; } function __isset($n) { return isset($this->$n); } function __unset($n) { unset($this->$n); } }
t(function() { $g = new G; $g->a = 1; unset($g->zz); echo isset($g->qq) ? 1 : 0; return [$g->a, $g->nope]; });
class PrivA { private $x = 'privA'; protected $y = 'protA'; public $z = 1; function getX() { return $this->x; } function setX($v) { $this->x = $v; } static function read($o) { return $o->x; } } class SubA extends PrivA { public $x = 'pubSub'; function y() { return $this->y; } }
t(function() { $s = new SubA; $s->setX('n'); return [$s->x, $s->getX(), $s->y(), PrivA::read($s), isset($s->y)]; });
t(fn() => (new SubA)->y);
t(function() { $s = new SubA; $s->y = 3; });
t(function() { $s = new SubA; unset($s->y); });
class Un { public $a = 1; public int $t; public function __get($n) { echo "__get $n\n"; return 'magic'; } }
t(function() { $u = new Un; unset($u->a); echo $u->a, "\n"; $u->a = 5; echo $u->a, "\n"; try { echo $u->t; } catch (Error $e) { echo $e->getMessage(), "\n"; } unset($u->t); return $u->t; });
class AA implements ArrayAccess { public $d = []; function offsetExists($o): bool { echo "E(", var_export_($o), ")"; return isset($this->d[$o]); } function &offsetGet($o): mixed { echo "G(", var_export_($o), ")"; return $this->d[$o]; } function offsetSet($o, $v): void { echo "S(", var_export_($o), ")"; if ($o === null) $this->d[] = $v; else $this->d[$o] = $v; } function offsetUnset($o): void { echo "U(", var_export_($o), ")"; unset($this->d[$o]); } }
function var_export_($x) { return is_string($x) ? "'$x'" : (is_null($x) ? 'null' : (is_array($x) ? 'arr' : (is_object($x) ? 'obj' : $x))); }
t(function() { $o = new AA; $o['a'] = 1; $o['1'] = 2; $o[1.5] = 3; $o[] = 4; $o['n']['x'] = 5; $o['n']['x']++; $o['a'] .= 'z'; $o['c'] ??= 'cc'; $o['c'] ??= 'dd'; unset($o['a'], $o['n']['x']); [$p, 'c' => $q] = [1, 'c' => 2]; ['c' => $z] = $o; return [$o->d, isset($o['c'], $o['nn']), empty($o['c']), $o['zz'] ?? 'def', $z]; });
t(function() { $o = new AA; $o[[1]] = 2; });
t(function() { $o = new AA; $o[$undefd] = 2; return $o[$undefd2] ?? 3; });
t(function() { $o = new stdClass; return $o['x']; });
t(function() { $o = new stdClass; $o[] = 1; });
t(function() { $o = new stdClass; return isset($o['x']); });
t(function() { $o = new stdClass; unset($o['x']); });
t(function() { $o = new stdClass; $o['x'] .= 1; });
t(function() { $o = new stdClass; $o['x']['y'] = 1; });
class D { public $n; function __construct($n) { $this->n = $n; } function __destruct() { echo "~{$this->n} "; } }
t(function() { $a = ['x' => new D(1), 'y' => new D(2)]; $a['x'] = new D(3); $a['x'] = null; unset($a['y']); $b = [new D(4)]; $c = $b; $b = 1; echo "|"; $c[0]->n = 44; return 'done'; });
t(function() { $o = new stdClass; $o->d = new D(5); $o->d = new D(6); unset($o->d); $o->e = new D(7); $o = null; echo '|'; (new D(8))->n = 9; new D(10); return (new D(11))->n; });
t(function() { $d = new D('thrown'); throw new Exception('e'); });
t(function() { foreach ([new D('f1'), new D('f2')] as $x) { echo $x->n; } echo '|'; unset($x); });
t(function() { $x = new D('a'); $x = [$x, new D('b')]; list($p) = $x; unset($x); echo '|'; $p = null; });
set_error_handler_maybe();
function set_error_handler_maybe() {}
class TS { function __toString() { return 'ts'; } } 
t(function() { $o = new stdClass; $n = new TS; $o->$n = 5; $o->{$n} .= 'x'; $o->{new TS}++; ${new TS} = 3; return [$o->ts, isset($o->$n), $ts, $o?->$n]; });
class Typed { public string $s = ''; public ?TS $o; public int|string $u = 1; public float $f = 1.0; public static string $st = 'a'; public bool $b = false; public iterable $it = []; public self $me; }
t(function() { $t = new Typed; $t->s = new TS; $t->s .= new TS; $r = &$t->s; $r = new TS; $r .= 'x'; Typed::$st = new TS; Typed::$st .= new TS; $t->f = 5; $t->u = '5'; $t->u = 5.0; $t->b = 'yes'; $t->f += 1; $t->me = $t; return [$t->s, Typed::$st, $t->f, $t->u, $t->b]; });
t(function() { $t = new Typed; $t->o = new stdClass; });
t(function() { $t = new Typed; $t->u = []; });
t(function() { $t = new Typed; $t->u = null; });
t(function() { $t = new Typed; $t->it = 5; });
t(function() { $t = new Typed; $t->f = 'abc'; });
t(function() { $t = new Typed; $a = ['k' => &$t->u]; $a['k'] = 1.5; var_dump($t->u); $a['k'] = []; });
t(function() { $t = new Typed; $f = function (&$x) { $x = 'notint'; }; $f($t->f); });
t(function() { $t = new Typed; foreach ([1.5, 'x'] as $t->u) {} return $t->u; });
t(function() { $t = new Typed; foreach ([1.5, 'x'] as $t->f) {} return $t->f; });
t(function() { $t = new Typed; [$t->u, $t->f] = ['a', 'b']; });

--EXPECTF--

Fatal error: Cannot mix keyed and unkeyed array entries in assignments in %s on line 25
