--TEST--
the exception handler runs for exceptions of fibers, and may use fibers itself
--FILE--
<?php
set_exception_handler(function (Throwable $e) {
    echo 'handling ', get_class($e), ': ', $e->getMessage(), "\n";
    echo Fiber::getCurrent() === null ? "outside\n" : "inside\n";
    for ($p = $e->getPrevious(); $p; $p = $p->getPrevious()) echo '  caused by ', $p->getMessage(), "\n";
    $f = new Fiber(function () { $x = Fiber::suspend('handler suspends'); echo "handler resumed with $x\n"; throw new LogicException('from the handler'); });
    echo $f->start(), "\n";
    try { $f->resume('value'); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }
    try { Fiber::suspend(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
});
class D { function __destruct() { echo "destructed\n"; } }
$f = new Fiber(function () {
    $d = new D;
    $g = new Fiber(function () { try { throw new DomainException('innermost'); } catch (DomainException $e) { throw new RuntimeException('rewrapped', 0, $e); } });
    try { $g->start(); } finally { echo "finally in fiber\n"; }
});
$f->start();
echo "never\n";
--EXPECT--
finally in fiber
destructed
handling RuntimeException: rewrapped
outside
  caused by innermost
handler suspends
handler resumed with value
from the handler
Cannot suspend outside of a fiber
