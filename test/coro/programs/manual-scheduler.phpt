--TEST--
Swoole manual: scheduler
--FILE--
<?php
use Swoole\Coroutine;
use Swoole\Coroutine\Scheduler;
$scheduler = new Scheduler;
$scheduler->parallel(4, function ($t, $n) {
    Coroutine::sleep($t);
    echo "$n ", Coroutine::getCid(), "\n";
}, 0.05, 'A');
$scheduler->add(function ($a, $b) {
    Coroutine::sleep(0.1);
    echo $a === 'hello' && $b === 12345 ? "Done.\n" : "?\n";
}, 'hello', 12345);
var_dump($scheduler->start());
var_dump((new Scheduler)->start());
--EXPECTF--
A 1
A 2
A 3
A 4
Done.
bool(true)

Warning: Swoole\Coroutine\Scheduler::start(): no coroutine task in %s on line 14
bool(false)
