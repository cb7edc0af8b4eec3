--TEST--
Swoole manual: exit
--FILE--
<?php
use Swoole\Coroutine;
use function Swoole\Coroutine\run;
function route() { controller(); }
function controller() { your_code(); }
function your_code() { Coroutine::sleep(.001); exit(1); }
run(function () {
    try {
        route();
    } catch (\Swoole\ExitException $e) {
        var_dump($e->getMessage());
        var_dump($e->getStatus() === 1);
        var_dump($e->getFlags() === SWOOLE_EXIT_IN_COROUTINE);
    }
});
--EXPECT--
string(11) "swoole exit"
bool(true)
bool(true)
