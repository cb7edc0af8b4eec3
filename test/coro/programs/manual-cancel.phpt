--TEST--
Swoole manual: cancel
--FILE--
<?php
use Swoole\Coroutine;
use Swoole\Coroutine\System;
use function Swoole\Coroutine\run;
use function Swoole\Coroutine\go;
run(function () {
    $chan = new Coroutine\Channel(1);
    $cid = Coroutine::getCid();
    go(function () use ($cid) {
        System::sleep(0.002);
        var_dump(Coroutine::cancel($cid));
    });
    var_dump($chan->push('hello world [1]', 100));
    var_dump(Coroutine::isCanceled(), $chan->errCode === SWOOLE_CHANNEL_OK);
    var_dump($chan->push('hello world [2]', 100));
    var_dump(Coroutine::isCanceled(), $chan->errCode === SWOOLE_CHANNEL_CANCELED);
    echo "Done\n";
});
run(function () {
    $cid = go(function () {
        try {
            System::sleep(10);
        } catch (Coroutine\CanceledException $e) {
            echo get_class($e), ' line ', $e->getLine(), "\n";
            var_dump(System::sleep(0.1));
        }
    });
    var_dump(Coroutine::cancel($cid, true), Coroutine::cancel(12345), swoole_last_error());
});
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
Done
bool(true)
Swoole\Coroutine\CanceledException line 22
bool(true)
bool(false)
int(10016)
bool(true)
