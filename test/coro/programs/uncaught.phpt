--TEST--
uncaught
--FILE--
<?php
use Swoole\Coroutine as Co;
Co\run(function () {
    go(function () { defer(function () { echo "defer still runs\n"; }); Co::sleep(0.1); throw new LogicException('nobody catches this'); });
    go(function () { Co::sleep(0.2); echo "never\n"; });
});
echo "never\n";
--EXPECTF--

Fatal error: Uncaught LogicException: nobody catches this in %s:4
Stack trace:
#0 [internal function]: {closure}()
#1 {main}
  thrown in %s on line 4
defer still runs
