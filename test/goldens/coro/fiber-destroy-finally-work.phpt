--TEST--
what finally blocks may do while their fiber is destroyed
--FILE--
<?php
$log = fn($m) => print("$m\n");
$helper = new Fiber(function () use ($log) { while (true) { $x = Fiber::suspend(); $log("helper: $x"); } });
$helper->start();
$f = new Fiber(function () use ($log, $helper) {
    try { Fiber::suspend(); }
    finally {
        // no other fiber may be resumed or started
        try { $helper->resume('from finally'); } catch (FiberError $e) { $log($e->getMessage()); }
        try { $helper->throw(new Exception('from finally')); } catch (FiberError $e) { $log($e->getMessage()); }
        try { $g = new Fiber(function () use ($log) { $x = Fiber::suspend('inner suspended'); $log("inner resumed $x"); return 'inner return'; });
        $log($g->start()); $g->resume('well'); $log($g->getReturn()); } catch (FiberError $e) { $log($e->getMessage()); }
        foreach ((function () { yield 1; yield 2; })() as $v) $log("gen $v");
        try { Fiber::suspend('x'); } catch (FiberError $e) { $log($e->getMessage()); }
        try { throw new Exception('inside'); } catch (Exception $e) { $log('caught ' . $e->getMessage()); }
        $log(Fiber::getCurrent() === null ? 'no current' : 'has current');
        try { $u = new Fiber(function () use ($log) { try { Fiber::suspend(); } finally { $log('inner finally too'); } }); $u->start(); } catch (FiberError $e) { $log($e->getMessage()); }
    }
});
$f->start();
$f = null;
// catch blocks do not see the exit
$f = new Fiber(function () use ($log) {
    try { try { Fiber::suspend(); } catch (Throwable $t) { $log('never'); } finally { $log('f1'); } } finally { $log('f2'); }
    $log('never');
});
$f->start(); $f = null;
// return, break and continue in finally
$f = new Fiber(function () use ($log) { foreach ([1, 2] as $i) { try { Fiber::suspend($i); } finally { foreach ([3, 4] as $j) { if ($j === 4) break; $log("loop $i $j"); } } } $log('never'); });
$f->start(); $f = null;
$f = new Fiber(function () use ($log) { $r = (function () use ($log) { try { Fiber::suspend(); } finally { return 'swallowed'; } })(); $log("goes on: $r"); try { Fiber::suspend(); } catch (FiberError $e) { $log($e->getMessage()); } return 1; });
$f->start(); $f = null;
// a finally that never was entered
$f = new Fiber(function () use ($log) { Fiber::suspend(); try { $log('never'); } finally { $log('never'); } });
$f->start(); $f = null;
$log('end');
--EXPECT--
Cannot switch fibers in current execution context
Cannot switch fibers in current execution context
Cannot switch fibers in current execution context
gen 1
gen 2
Cannot suspend in a force-closed fiber
caught inside
has current
Cannot switch fibers in current execution context
f1
f2
loop 1 3
goes on: swallowed
Cannot suspend in a force-closed fiber
end
