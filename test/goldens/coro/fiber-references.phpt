--TEST--
Fiber references
--FILE--
<?php
function &counter() { static $n = 0; return $n; }
$f = new Fiber(function (&$r, $v) { $r++; $v[] = 1; Fiber::suspend($v); $r .= '!'; });
$x = 1; $v = [0];
var_dump($f->start($x, $v), $x, $v);
$f->resume();
var_dump($x);
$arr = ['k' => 'v'];
$f = new Fiber(function () use (&$arr) { foreach ($arr as $k => &$val) { Fiber::suspend($k); $val .= '+'; } });
for ($k = $f->start(); $k !== null; $k = $f->resume()) { echo $k, "\n"; if (count($arr) < 3) $arr["n$k"] = 'new'; }
var_dump($arr);
class C { public int $p = 1; function m() { $this->p = Fiber::suspend($this->p); return $this; } }
$c = new C;
$f = new Fiber($c->m(...));
var_dump($f->start());
try { $f->resume('str'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
var_dump($f->isTerminated(), $c->p);
try { $f->getReturn(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
// in the middle of an expression and a call
function three($a, $b, $c) { return "$a-$b-$c"; }
$f = new Fiber(fn() => three(Fiber::suspend(1), [Fiber::suspend(2)][0], "x" . Fiber::suspend(3) . "y"));
$f->start(); $f->resume('A'); $f->resume('B'); $f->resume('C');
echo $f->getReturn(), "\n";
$f = new Fiber(function () { switch (Fiber::suspend('which')) { case 1: return 'one'; case Fiber::suspend('case'): return 'same'; default: return match (true) { Fiber::suspend('m') => 'M', default => 'D' }; } });
$f->start(); $f->resume(5); $f->resume(6); $f->resume(true);
echo $f->getReturn(), "\n";
--EXPECTF--

Warning: {closure}(): Argument #1 ($r) must be passed by reference, value given in %s on line 5
array(2) {
  [0]=>
  int(0)
  [1]=>
  int(1)
}
int(1)
array(1) {
  [0]=>
  int(0)
}
int(1)
k
nk
nnk
array(3) {
  ["k"]=>
  string(2) "v+"
  ["nk"]=>
  string(4) "new+"
  ["nnk"]=>
  string(4) "new+"
}
int(1)
Cannot assign string to property C::$p of type int
bool(true)
int(1)
Cannot get fiber return value: The fiber threw an exception
A-B-xCy
M
