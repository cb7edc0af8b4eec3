--TEST--
Swoole manual: exists
--FILE--
<?php
use Swoole\Coroutine;
use function Swoole\Coroutine\run;
use function Swoole\Coroutine\go;
run(function () {
    go(function () {
        go(function () {
            Coroutine::sleep(0.001);
            var_dump(Coroutine::exists(Coroutine::getPcid()));
        });
        go(function () {
            Coroutine::sleep(0.003);
            var_dump(Coroutine::exists(Coroutine::getPcid()));
        });
        Coroutine::sleep(0.002);
        var_dump(Coroutine::exists(Coroutine::getPcid()));
    });
});
--EXPECT--
bool(true)
bool(false)
bool(false)
