--TEST--
Swoole manual: getpcid
--FILE--
<?php
use Swoole\Coroutine;
var_dump(Coroutine::getPcid());
Coroutine\run(function () {
    var_dump(Coroutine::getPcid());
    Coroutine::create(function () {
        var_dump(Coroutine::getPcid());
        Coroutine::create(function () {
            var_dump(Coroutine::getPcid());
            Coroutine::create(function () { var_dump(Coroutine::getPcid()); });
            Coroutine::create(function () { var_dump(Coroutine::getPcid()); });
            Coroutine::create(function () { var_dump(Coroutine::getPcid()); });
        });
        var_dump(Coroutine::getPcid());
    });
    var_dump(Coroutine::getPcid());
});
var_dump(Coroutine::getPcid());
--EXPECT--
bool(false)
int(-1)
int(1)
int(2)
int(3)
int(3)
int(3)
int(1)
int(-1)
bool(false)
