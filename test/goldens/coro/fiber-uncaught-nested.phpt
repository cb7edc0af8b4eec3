--TEST--
an uncaught exception from a nested fiber, with a previous one
--FILE--
<?php
function level(int $n) {
    if ($n === 0) {
        try { throw new DomainException('cause'); }
        catch (Exception $e) { throw new RuntimeException('effect', 3, $e); }
    }
    $f = new Fiber('level');
    $f->start($n - 1);
}
register_shutdown_function(fn() => print("shutdown\n"));
class D { function __destruct() { echo "destructed\n"; } }
$d = new D;
$f = new Fiber(function () { $local = new D; Fiber::suspend(); level(2); });
$f->start();
echo "now\n";
$f->resume();
echo "never\n";
--EXPECTF--
now
destructed

Fatal error: Uncaught DomainException: cause in %s:4
Stack trace:
#0 [internal function]: level(0)
#1 %s(8): Fiber->start(0)
#2 [internal function]: level(1)
#3 %s(8): Fiber->start(1)
#4 %s(13): level(2)
#5 [internal function]: {closure}()
#6 %s(16): Fiber->resume()
#7 {main}

Next RuntimeException: effect in %s:5
Stack trace:
#0 [internal function]: level(0)
#1 %s(8): Fiber->start(0)
#2 [internal function]: level(1)
#3 %s(8): Fiber->start(1)
#4 %s(13): level(2)
#5 [internal function]: {closure}()
#6 %s(16): Fiber->resume()
#7 {main}
  thrown in %s on line 5
shutdown
destructed
