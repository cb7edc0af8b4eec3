--TEST--
hooks
--FILE--
<?php
use Swoole\Coroutine as Co;
function at($what) { printf("%s at %d ms\n", $what, round((microtime(true) - $GLOBALS['start']) * 1000)); }
$start = microtime(true);
Co::set(['hook_flags' => SWOOLE_HOOK_SLEEP]);
go(function () { sleep(1); at('sleep'); });
go(function () { usleep(500000); at('usleep'); });
go(function () { time_nanosleep(0, 250000000); at('time_nanosleep'); });
go(function () { time_sleep_until($GLOBALS['start'] + 2); at('time_sleep_until'); });
go(function () { usleep(0); at('usleep 0'); });
at('main');
Swoole\Event::wait();
$start = microtime(true);
Swoole\Runtime::setHookFlags(0);
go(function () { sleep(1); at('blocking sleep'); });
at('main');
Swoole\Event::wait();
var_dump(Swoole\Runtime::getHookFlags());
Co\run(function () { var_dump(Swoole\Runtime::getHookFlags()); });
--EXPECT--
main at 0 ms
usleep 0 at 1 ms
time_nanosleep at 250 ms
usleep at 500 ms
sleep at 1000 ms
time_sleep_until at 2000 ms
blocking sleep at 1000 ms
main at 1000 ms
int(0)
int(0)
