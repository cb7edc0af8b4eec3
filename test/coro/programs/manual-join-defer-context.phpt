--TEST--
Swoole manual: join defer context
--FILE--
<?php
use Swoole\Coroutine;
use function Swoole\Coroutine\run;
run(function () {
    $result = [];
    $status = Coroutine::join([
        go(function () use (&$result) { Coroutine::sleep(0.2); $result[] = 'baidu'; }),
        go(function () use (&$result) { Coroutine::sleep(0.1); $result[] = 'google'; }),
    ], 1);
    var_dump($status, implode(' ', $result));
    var_dump(Coroutine::join([go(function () { Coroutine::sleep(9); })], 0.1), swoole_last_error() === SWOOLE_ERROR_CO_TIMEDOUT);
    var_dump(Coroutine::join([]), @Coroutine::join([Coroutine::getCid()]));
});
run(function () {
    go(function () {
        Coroutine::defer(function () { echo "first defer, runs last\n"; });
        defer(function () { echo "second defer\n"; });
        Coroutine::getContext()['key'] = new class { function __destruct() { echo "context freed\n"; } };
        Coroutine::sleep(0.1);
        echo "body\n";
        go(function () { var_dump(Coroutine::getContext(Coroutine::getPcid())['key'] !== null); });
        return 'value';
    });
    go(function () { defer(function ($result) { var_dump($result); }); return 'value'; });
    var_dump(Coroutine::getContext()::class, Coroutine::getContext(999));
});
--EXPECT--
bool(true)
string(12) "google baidu"
bool(false)
bool(true)
bool(false)
bool(false)
string(5) "value"
string(24) "Swoole\Coroutine\Context"
NULL
body
bool(true)
second defer
first defer, runs last
context freed
