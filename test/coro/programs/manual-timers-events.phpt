--TEST--
Swoole manual: timers events
--FILE--
<?php
use Swoole\Event;
use Swoole\Timer;
Event::defer(function () { echo "after defer\n"; });
echo "before\n";
Event::wait();
$n = 0;
Timer::tick(30, function ($id, $a) use (&$n) { echo "tick $a\n"; if (++$n === 3) var_dump(Timer::clear($id), Timer::exists($id)); }, 'arg');
$after = Timer::after(50, function (...$args) { echo 'after ', implode(',', $args), "\n"; }, 1, 2);
$never = Timer::after(60, function () { echo "never\n"; });
var_dump(Timer::clear($never), Timer::clear($never), count(Timer::list()));
print_r(Timer::info($after));
print_r(Timer::stats());
Event::cycle(function () {
    echo "hello [1]\n";
    Event::cycle(function () { echo "hello [2]\n"; Event::cycle(null); });
});
Event::wait();
var_dump(Timer::clearAll(), Timer::after(0, function () {}));
--EXPECTF--
before
after defer
bool(true)
bool(false)
int(2)
Array
(
    [exec_msec] => 50
    [exec_count] => 0
    [interval] => 0
    [round] => 0
    [removed] => 
)
Array
(
    [initialized] => 1
    [num] => 2
    [round] => 0
)
hello [1]
tick arg
hello [2]
after 1,2
tick arg
tick arg
bool(true)
bool(false)

Warning: Swoole\Timer::after(): Timer must be greater than or equal to 1 in %s on line 19
bool(false)
bool(false)
