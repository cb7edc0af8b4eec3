--TEST--
WeakMap and WeakReference with fibers as keys and values
--FILE--
<?php
$m = new WeakMap;
$f = new Fiber(function () use ($m) { $o = new ArrayObject([1]); $m[$o] = 'local of fiber'; $m[Fiber::getCurrent()] = 'itself'; Fiber::suspend(WeakReference::create($o)); unset($o); Fiber::suspend(count($m)); });
$w = $f->start();
var_dump(count($m), $m[$f], $w->get() instanceof ArrayObject);
var_dump($f->resume(), $w->get());
$wf = WeakReference::create($f);
var_dump($wf->get() === $f);
unset($f);
var_dump($wf->get(), count($m));
// data that lives as long as its fiber
class FiberLocal { private WeakMap $values; function __construct(private Closure $init) { $this->values = new WeakMap; } function get() { return $this->values[Fiber::getCurrent() ?? $this] ??= ($this->init)(); } function set($v) { $this->values[Fiber::getCurrent() ?? $this] = $v; } function count() { return count($this->values); } }
$n = 0;
$local = new FiberLocal(function () use (&$n) { return 'init' . ++$n; });
$fs = [];
foreach (['a', 'b', 'c'] as $k) { $fs[$k] = new Fiber(function () use ($local, $k) { $x = $local->get(); Fiber::suspend(); $local->set($local->get() . $k); Fiber::suspend(); return $local->get() . "(was $x)"; }); $fs[$k]->start(); }
foreach ($fs as $f) $f->resume();
unset($fs['b']); unset($f);
foreach ($fs as $f) { $f->resume(); echo $f->getReturn(), ' '; }
echo $local->get(), ' ', $local->count(), "\n";
unset($fs, $f);
echo $local->count(), "\n";
foreach ($m as $k => $v) echo get_class($k), $v, "\n";
// a fiber that is only reachable from its own frame's WeakMap value
$map = new WeakMap; $key = new stdClass;
$map[$key] = new Fiber(function () { try { Fiber::suspend(); } finally { echo "finally of mapped fiber\n"; } });
$map[$key]->start();
unset($key);
echo count($map), "\n";
--EXPECT--
int(2)
string(6) "itself"
bool(true)
int(1)
NULL
bool(true)
NULL
int(0)
init1a(was init1) init3c(was init3) init4 3
1
finally of mapped fiber
0
