--TEST--
fatal errors in nested fibers and callbacks end the request with its shutdown functions
--FILE--
<?php
class D { function __destruct() { echo "never destructed\n"; } }
register_shutdown_function(function () { echo "shutdown runs\n"; $e = error_get_last(); echo $e['type'], ' ', $e['message'], "\n"; $f = new Fiber(fn() => Fiber::suspend('fibers still work')); echo $f->start(), "\n"; });
$keep = new D;
$f = new Fiber(function () {
    $d = new D;
    $in = new Fiber(function () { try { array_map(function ($x) { Fiber::suspend($x); trigger_error("fatal at $x", E_USER_ERROR); }, ['here']); } finally { echo "no finally\n"; } });
    echo $in->start(), "\n";
    try { $in->resume(); } finally { echo "no finally\n"; }
});
$f->start();
echo "never\n";
--EXPECTF--
here

Fatal error: fatal at here in %s on line 7
shutdown runs
256 fatal at here
fibers still work
