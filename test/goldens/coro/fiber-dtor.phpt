--TEST--
Fiber dtor
--FILE--
<?php
class A { function __destruct() { $f = new Fiber(function () { echo "no\n"; }); try { $f->start(); } catch (FiberError $e) { echo 'start: ', $e->getMessage(), "\n"; } } }
class B { function __destruct() { try { Fiber::suspend(); } catch (FiberError $e) { echo 'suspend: ', $e->getMessage(), "\n"; } } }
class C { public $f; function __destruct() { try { $this->f->resume(); } catch (FiberError $e) { echo 'resume: ', $e->getMessage(), "\n"; } try { $this->f->throw(new Exception); } catch (FiberError $e) { echo 'throw: ', $e->getMessage(), "\n"; } } }
new A;
$f = new Fiber(function () { new B; echo "after B\n"; (function () { $b = new B; })(); });
$f->start();
$c = new C; $c->f = new Fiber(function () { Fiber::suspend(); echo "no\n"; }); $c->f->start();
unset($c);
class E { function __destruct() { throw new Exception('in destructor'); } }
$f = new Fiber(function () { try { new E; } catch (Exception $e) { Fiber::suspend($e->getMessage()); } });
echo $f->start(), "\n";
$f = new Fiber(function () { $e = new E; Fiber::suspend(); });
$f->start();
try { unset($f); echo "unset\n"; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
echo "end\n";
--EXPECT--
start: Cannot switch fibers in current execution context
suspend: Cannot switch fibers in current execution context
after B
suspend: Cannot switch fibers in current execution context
resume: Cannot switch fibers in current execution context
throw: Cannot switch fibers in current execution context
in destructor
in destructor
end
