--TEST--
Swoole\Event::add, set, del, write, isset; waitEvent, waitSignal
--FILE--
<?php
use Swoole\Event;
use Swoole\Coroutine\System;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
var_dump(Event::isset($a));
$n = 0;
$fd = Event::add($a, function ($s) use (&$n, $a) {
    var_dump($s === $a, fread($s, 100));
    if (++$n === 2) { Event::del($s); echo "deleted\n"; }
});
var_dump(is_int($fd), Event::isset($a), Event::isset($a, SWOOLE_EVENT_WRITE), Event::isset($b));
fwrite($b, "one");
Swoole\Timer::after(10, function () use ($b) { fwrite($b, "two"); });
var_dump(Event::add($a, fn() => 1));
var_dump(Event::add($b));
var_dump(Event::add([], fn() => 1));
var_dump(Event::add($b, null, 'nowhere', SWOOLE_EVENT_WRITE));
var_dump(Event::add($b, fn() => 1, null, 0));
var_dump(Event::set($b, null, null));
var_dump(Event::write($b, 'x'), Event::write($b, ''));
Event::wait();
var_dump(Event::isset($a));
echo "write event\n";
Event::add($b, function ($s) { echo "read ", fread($s, 100), "\n"; Event::del($s); }, function ($s) { echo "writable\n"; fwrite($s, 'out'); Event::set($s, null, null, SWOOLE_EVENT_READ); }, SWOOLE_EVENT_READ | SWOOLE_EVENT_WRITE);
Event::add($a, function ($s) { echo "a got ", fread($s, 100), "\n"; Event::write($s, 'back'); Event::del($s); });
Event::wait();
go(function () use ($a, $b) {
    var_dump(System::waitEvent($a, SWOOLE_EVENT_READ, 0.01), swoole_last_error());
    var_dump(System::waitEvent($a, SWOOLE_EVENT_WRITE));
    go(function () use ($b) { Co::sleep(0.01); fwrite($b, 'now'); });
    var_dump(System::waitEvent($a), fread($a, 10));
    var_dump(System::waitEvent($a, 0), System::waitEvent('x'));
    var_dump(System::waitSignal(17));
    var_dump(System::waitSignal(SIGUSR1, 0.01));
    go(function () { Co::sleep(0.01); System::exec('kill -USR2 ' . getmypid()); });
    var_dump(System::waitSignal([SIGUSR1, SIGUSR2]) === SIGUSR2);
    $cid = Co::getCid();
    go(function () use ($cid) { Co::sleep(0.01); var_dump(Co::cancel($cid)); });
    var_dump(System::waitSignal(SIGUSR1), swoole_last_error() === SWOOLE_ERROR_CO_CANCELED);
});
Event::wait();
--EXPECTF--
bool(false)
bool(true)
bool(true)
bool(false)
bool(false)

Warning: Swoole\Event::add(): already exist in %s on line 14
bool(false)

Warning: Swoole\Event::add(): Swoole\Event: unable to find readable callback of fd [%d] in %s on line 15
bool(false)

Warning: Swoole\Event::add(): unknown fd type in %s on line 16
bool(false)

Warning: Swoole\Event::add(): function 'nowhere' is not callable in %s on line 17

Warning: Swoole\Event::add(): Swoole\Event: unable to find writable callback of fd [%d] in %s on line 17
bool(false)

Warning: Swoole\Event::add(): invalid events in %s on line 18
bool(false)

Warning: Swoole\Event::set(): socket[%d] is not found in the reactor in %s on line 19
bool(false)

Warning: Swoole\Event::write(): socket[%d] is not found in the reactor in %s on line 20

Warning: Swoole\Event::write(): data empty in %s on line 20
bool(false)
bool(false)
bool(true)
string(3) "one"
bool(true)
string(3) "two"
deleted
bool(false)
write event
writable
a got out
read back
bool(false)
int(110)
int(1024)
int(512)
string(3) "now"

Warning: Swoole\Coroutine\System::waitEvent(): unknown fd type in %s on line 32
bool(false)
bool(false)

Warning: Swoole\Coroutine\System::waitSignal(): Invalid signal in the given list in %s on line 33
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
