--TEST--
closures, binding and static scope inside of fibers
--FILE--
<?php
class Base { protected $v = 'base'; public static function create() { return new static; } function fiber() { return new Fiber(function ($x) { $y = Fiber::suspend(static::class . $this->v . $x); return [self::class, static::class, get_class($this), $y, (fn() => parent::class ?? '')()]; }); } }
class Top { }
class Mid extends Top { protected $v = 'mid'; function fiber() { return new Fiber(function ($x) { $y = Fiber::suspend(static::class . $this->v . $x); return [self::class, static::class, parent::class, $y]; }); } static function sf() { return new Fiber(static fn() => [isset($this), static::class, Fiber::suspend('static')]); } }
class Leaf extends Mid { protected $v = 'leaf'; }
foreach ([new Mid, new Leaf] as $o) { $f = $o->fiber(); echo $f->start('!'), ' '; $f->resume('Y'); echo json_encode($f->getReturn()), ' '; $s = $o::sf(); echo $s->start(); $s->resume(1); echo json_encode($s->getReturn()), "\n"; }
$unbound = function () { return [$this->v, Fiber::suspend(get_class($this))]; };
$f = new Fiber(Closure::bind($unbound, new Leaf, Leaf::class)); echo $f->start(); $f->resume(2); echo json_encode($f->getReturn()), "\n";
$f = new Fiber(fn() => $unbound->call(new Mid)); echo $f->start(); $f->resume(3); echo json_encode($f->getReturn()), "\n";
function counter() { return function () { static $n = 0; while (true) { $n++; Fiber::suspend($n); } }; }
$c = counter(); $a = new Fiber($c); $b = new Fiber($c); $d = new Fiber(clone $c);
echo $a->start(), $b->start(), $a->resume(), $b->resume(), $d->start(), ' ', (new Fiber(counter()))->start(), "\n";
$fs = []; foreach (['x', 'y'] as $k) $fs[] = new Fiber(function () use ($k, &$shared) { $shared .= $k; Fiber::suspend(); $shared .= strtoupper($k); });
foreach ($fs as $f) $f->start(); foreach (array_reverse($fs) as $f) $f->resume(); echo $shared, "\n";
$compose = fn(Closure ...$f) => fn($x) => array_reduce($f, fn($v, $g) => $g($v), $x);
$f = new Fiber(fn($x) => $compose(fn($v) => $v . Fiber::suspend('1st'), strrev(...), fn($v) => $v . Fiber::suspend('2nd'))($x));
echo $f->start('in'), $f->resume('AB'), ' '; $f->resume('CD'); echo $f->getReturn(), "\n";
--EXPECT--
Midmid! ["Mid","Mid","Top","Y"] static[false,"Mid",1]
Leafleaf! ["Mid","Leaf","Top","Y"] static[false,"Leaf",1]
Leaf["leaf",2]
Mid["mid",3]
12341 1
xyYX
1st2nd BAniCD
