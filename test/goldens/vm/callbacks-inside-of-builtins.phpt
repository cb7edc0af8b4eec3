--TEST--
Callbacks that throw, switch, sort, exit and go deep inside of sorts and maps
--FILE--
<?php
class D { public $n; function __construct($n) { $this->n = $n; } function __destruct() { echo "~{$this->n} "; } }
function order($a, $b) { return $a <=> $b; }
$data = [5, 3, 9, 1, 7, 2, 8];
// throws in the middle, caught outside and inside
foreach ([3, 5, 100] as $limit) {
  $calls = 0; $copy = $data;
  try { usort($copy, function ($a, $b) use (&$calls, $limit) { if (++$calls === $limit) throw new Exception("at $calls"); try { if ($calls % 2) throw new LogicException; } catch (LogicException $e) { $d = new D($calls); } finally { $x = 1; } return $a <=> $b; }); } catch (Exception $e) { echo $e->getMessage(), ' ', $e->getTraceAsString(), "\n"; }
  echo implode(',', $copy), " $calls\n";
}
// sorts inside of sorts
usort($data, function ($a, $b) { $l = [3, 1, 2]; usort($l, fn($x, $y) => $y - $x); $m = array_map(fn($q) => $q * 2, $l); return ($a <=> $b) * count(array_filter($m, fn($z) => $z > 5)); });
echo implode(',', $data), "\n";
// deep
function deep($n) { return $n === 0 ? 0 : array_sum(array_map(fn($x) => $x + deep($n - 1), [1])); }
echo deep(10), ' ', deep(300), "\n";
function deepest($n) { return array_map(fn($x) => $n === 0 ? count(debug_backtrace()) : deepest($n - 1)[0], [1]); }
echo deepest(120)[0], "\n";
// error handlers, bool results, destructors
set_error_handler(function ($no, $msg) { echo "[$msg]"; return true; });
$copy = [3, 1, 2]; usort($copy, function ($a, $b) { return $a > $b; }); echo implode(',', $copy), "\n";
$copy = [3, 1, 2]; usort($copy, function ($a, $b) { echo $undef; $d = new D("$a$b"); return $a - $b + $nix; }); echo implode(',', $copy), "\n";
restore_error_handler();
// generators inside
function gen($n) { for ($i = 0; $i < $n; $i++) { $got = yield $i; if ($got) echo "got $got "; } return 5; }
print_r(array_map(function ($n) { $g = gen($n); $s = 0; foreach ($g as $v) $s += $v; return $s + $g->getReturn(); }, [1, 2, 3]));
// a generator that goes on from one callback to the next
$g = gen(10); print_r(array_map(function ($x) use ($g) { $v = $g->current(); $g->send("x$x"); return $v; }, [1, 2, 3]));
// fibers switch in the middle of a sort
$fiber = new Fiber(function () { $l = [4, 2, 3, 1]; usort($l, function ($a, $b) { $r = Fiber::suspend("$a,$b"); return $a <=> $b; }); return $l; });
$n = 0; for ($v = $fiber->start(); !$fiber->isTerminated(); $v = $fiber->resume()) { echo $v, ' '; $n++; }
echo implode(',', $fiber->getReturn()), " $n\n";
// two fibers that resume each other out of their sorts
$log = [];
$b = new Fiber(function () use (&$log) { $l = array_map(function ($p) use (&$log) { $log[] = "b$p"; Fiber::suspend(); return strtoupper($p); }, ['x', 'z', 'y']); $log[] = implode($l); });
$a = new Fiber(function () use (&$log, $b) { $l = [3, 1, 2]; usort($l, function ($p, $q) use (&$log, $b) { $log[] = "a$p$q"; if (!$b->isStarted()) $b->start(); elseif (!$b->isTerminated()) $b->resume(); Fiber::suspend(); return $p <=> $q; }); $log[] = implode($l); });
$a->start(); while (!$a->isTerminated()) $a->resume(); while (!$b->isTerminated()) $b->resume();
echo implode(' ', $log), "\n";
// a fiber started and thrown into out of a callback
$out = array_map(function ($x) { $f = new Fiber(function () use ($x) { try { Fiber::suspend($x); } catch (Exception $e) { return $e->getMessage() . $x; } }); $f->start(); $f->throw(new Exception('thrown')); return $f->getReturn(); }, [1, 2]);
echo implode(' ', $out), "\n";
echo preg_replace_callback('/\d/', function ($m) { $f = new Fiber(fn() => Fiber::suspend($m[0] * 2)); return $f->start(); }, 'a1b2c3'), "\n";
uasort($log, 'strcmp'); uksort($log, fn($x, $y) => $y <=> $x); echo key($log), "\n";
echo implode(',', array_filter([1, 2, 3, 4], fn($x) => $x & 1)), array_reduce([1, 2, 3], fn($c, $x) => $c + $x), "\n";
array_walk($data, function (&$v, $k, $p) { $v = "$p$k$v"; }, 'p'); echo implode(' ', $data), "\n";
function long($x) { for ($i = 0, $s = 0; $i < 30000; $i++) $s += $i; return $s + $x; }
echo implode(',', array_map('long', [1, 2, 3])), "\n";
$c = 0; try { array_map(function ($x) use (&$c) { if (++$c === 3) exit("bye $x\n"); return new D($x); }, [1, 2, 3, 4]); } finally { echo 'never'; }
--EXPECTF--
~1 at 3 #0 [internal function]: {closure}(9, 1)
#1 %s(8): usort(Array, Object(Closure))
#2 {main}
3,5,9,1,7,2,8 3
~1 ~3 at 5 #0 [internal function]: {closure}(3, 1)
#1 %s(8): usort(Array, Object(Closure))
#2 {main}
3,1,5,9,7,2,8 5
~1 ~3 ~5 ~7 ~9 ~11 ~13 ~15 1,2,3,5,7,8,9 15
1,2,3,5,7,8,9
10 300
363
[usort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero]1,2,3
[Undefined variable $undef][Undefined variable $nix]~31 [Undefined variable $undef][Undefined variable $nix]~21 [Undefined variable $undef][Undefined variable $nix]~32 1,2,3
Array
(
    [0] => 5
    [1] => 6
    [2] => 8
)
got x1 got x2 got x3 Array
(
    [0] => 0
    [1] => 1
    [2] => 2
)
4,2 3,2 4,3 4,1 3,1 2,1 1,2,3,4 6
a31 bx a21 bz a32 by 123 XZY
thrown1 thrown2
a2b4c6
7
1,36
p01 p12 p23 p35 p47 p58 p69
449985001,449985002,449985003
bye 3
~1 ~2
