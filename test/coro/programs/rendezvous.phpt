--TEST--
rendezvous
--FILE--
<?php
use Swoole\Coroutine as Co;
use Swoole\Coroutine\Channel;
Co\run(function () {
    $ch = new Channel(0, true);
    go(function () use ($ch) {
        foreach ([1, 2, 3] as $v) { echo "offer $v\n"; $ch->push($v); echo "gone $v\n"; }
        $ch->close();
    });
    while (($v = $ch->pop()) !== false) { echo "got $v\n"; Co::sleep(0.1); }
    var_dump($ch->errCode === SWOOLE_CHANNEL_CLOSED, $ch->capacity, $ch->length(), $ch->isEmpty());
    var_dump($ch->push(new stdClass), $ch->errCode === SWOOLE_CHANNEL_CLOSED);
    $ch = new Channel(0, true);
    var_dump($ch->push(new stdClass, 0.1), $ch->errCode === SWOOLE_CHANNEL_TIMEOUT, $ch->pop(0.1));
    $waiting = go(function () use ($ch) { var_dump($ch->push(new stdClass), $ch->errCode === SWOOLE_CHANNEL_CANCELED); });
    Co::cancel($waiting);
    $waiting = go(function () use ($ch) { try { $ch->push(new stdClass); } catch (Co\CanceledException) { echo "cancelled\n"; } });
    Co::cancel($waiting, true);
    print_r($ch->stats());
    var_dump((new Channel(0))->capacity);
});
--EXPECT--
offer 1
gone 1
offer 2
got 1
gone 2
offer 3
got 2
gone 3
got 3
bool(true)
int(0)
int(0)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
cancelled
Array
(
    [consumer_num] => 0
    [producer_num] => 0
    [queue_num] => 0
)
int(1)
