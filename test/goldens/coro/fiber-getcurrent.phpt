--TEST--
Fiber getcurrent
--FILE--
<?php
$a = new Fiber(function () use (&$a, &$b) {
    var_dump(Fiber::getCurrent() === $a);
    $b = new Fiber(function () use (&$a, &$b) {
        var_dump(Fiber::getCurrent() === $b, $a->isRunning(), $a->isSuspended(), $b->isRunning());
        try { $a->resume(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
        Fiber::suspend();
        var_dump(Fiber::getCurrent() === $b);
    });
    $b->start();
    var_dump(Fiber::getCurrent() === $a, $b->isRunning(), $b->isSuspended());
    Fiber::suspend();
});
$a->start();
var_dump(Fiber::getCurrent());
$b->resume();
var_dump($b->isTerminated());
$a->resume();
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
Cannot resume a fiber that is not suspended
bool(true)
bool(false)
bool(true)
NULL
bool(true)
bool(true)
