--TEST--
Swoole manual: list stats
--FILE--
<?php
use Swoole\Coroutine as Co;
Co\run(function () {
    go(function () { Co::sleep(0.1); });
    go(function () { Co::yield(); });
    $list = [];
    foreach (Co::list() as $cid) $list[] = $cid;
    sort($list);
    echo implode(',', $list), ' ', count(Co::listCoroutines()), "\n";
    $stats = Co::stats();
    echo $stats['coroutine_num'], ' ', $stats['coroutine_peak_num'], ' ', $stats['coroutine_last_cid'], ' ', $stats['c_stack_size'], "\n";
    var_dump(Co::getElapsed(2), Co::getElapsed(99), Co::getStackUsage(), Co::getStackUsage(99));
    Co::sleep(0.05);
    var_dump(Co::getElapsed());
    var_dump(Co::getCid(), Co::getuid());
    function test1() { test2(); }
    function test2() { Co::sleep(1); }
    $cid = go(function () { test1(); });
    foreach (Co::getBackTrace($cid, DEBUG_BACKTRACE_IGNORE_ARGS) as $i => $f) echo "#$i ", $f['class'] ?? '', $f['type'] ?? '', $f['function'], ' ', $f['line'] ?? '-', "\n";
    echo count(Co::getBackTrace($cid, 0, 2)), ' ', count(Co::getBackTrace()), "\n";
    Co::resume(3);
});
Co::set(['c_stack_size' => 1 << 20, 'max_coroutine' => 2, 'socket_buffer_size' => -1]);
echo Co::stats()['c_stack_size'], ' ', json_encode(Co::getOptions()), "\n";
Co\run(function () { var_dump(go(function () { Co::sleep(0.1); }), go(function () {})); });
--EXPECTF--
1,2,3 3
3 3 3 2097152
int(0)
int(-1)
int(8160)
bool(false)
int(50)
int(1)
int(1)
#0 Swoole\Coroutine::sleep 17
#1 test2 16
#2 test1 18
#3 {closure} -
2 2

Warning: Swoole\Coroutine::set(): socket_buffer_size must be greater than or equal to 0, got -1 in %s on line 23
1048576 {"hook_flags":2143287295,"c_stack_size":1048576,"max_coroutine":2,"socket_buffer_size":-1}

Warning: go(): exceed max number of coroutine 2 in %s on line 25
int(6)
bool(false)
