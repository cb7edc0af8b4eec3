--TEST--
select
--FILE--
<?php
use Swoole\Coroutine as Co;
use Swoole\Coroutine\Channel;
function show($r) { echo json_encode($r), "\n"; }
Co\run(function () {
    $a = new Channel(1);
    $b = new Channel(0, unbuffered: true);
    go(function () use ($a) { Co::sleep(0.2); $a->push('from a'); });
    go(function () use ($b) { Co::sleep(0.1); $b->push('from b'); });
    echo "whichever is first\n";
    show(Co::select(['a' => $a, 'b' => $b]));
    show(Co::select(['a' => $a, 'b' => $b, 'never' => null]));
    echo "a limit; a default case\n";
    show(Co::select([$a, $b], 0.1));
    var_dump(swoole_last_error() === SWOOLE_ERROR_CO_TIMEDOUT);
    show(Co::select([$a, $b], 0));
    echo "sending\n";
    show(Co::select(['full' => [$b, 1], 'room' => [$a, 2]]));
    show(Co::select(['full' => [$a, 3], 'take' => $a]));
    go(function () use ($b) { echo 'taken ', $b->pop(), "\n"; });
    show(Co::select(['b' => [$b, 'handed over']]));
    go(function () use ($b) { Co::sleep(0.1); $v = $b->pop(); echo "taken $v\n"; });
    show(Co::select(['b' => [$b, 'waited for']]));
    echo "two selects meet\n";
    go(function () use ($b) { show(['other' => Co::select(['in' => $b])]); });
    show(Co::select(['out' => [$b, 'meeting'], 'in' => $b]));
    echo "closed\n";
    $a->push('last');
    $a->close();
    show(Co::select([$a]));
    show(Co::select([$a]));
    try { Co::select([[$a, 1]]); } catch (Swoole\Exception $e) { echo $e->getMessage(), "\n"; }
    go(function () use ($b) { Co::sleep(0.1); $b->close(); });
    show(Co::select([$b]));
    echo "fair, and the same for the same seed\n";
    $count = function ($seed) {
        Co::set(['select_seed' => $seed]);
        $c = [new Channel(1000), new Channel(1000), new Channel(1000)];
        foreach ($c as $ch) for ($i = 0; $i < 1000; $i++) $ch->push($i);
        $n = [0, 0, 0];
        for ($i = 0; $i < 900; $i++) $n[Co::select($c)['key']]++;
        return $n;
    };
    $first = $count(1);
    var_dump(min($first) > 250, $first === $count(1), $first === $count(2));
    try { Co::select([1]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
    $cid = go(function () { $ch = new Channel(1); show(Co::select([$ch])); });
    Co::cancel($cid);
});
--EXPECT--
whichever is first
{"key":"b","value":"from b","ok":true}
{"key":"a","value":"from a","ok":true}
a limit; a default case
false
bool(true)
false
sending
{"key":"room","value":null,"ok":true}
{"key":"take","value":2,"ok":true}
taken handed over
{"key":"b","value":null,"ok":true}
{"key":"b","value":null,"ok":true}
two selects meet
{"other":{"key":"in","value":"meeting","ok":true}}
{"key":"out","value":null,"ok":true}
closed
{"key":0,"value":"last","ok":true}
{"key":0,"value":null,"ok":false}
select: cannot send to a closed channel
taken waited for
{"key":0,"value":null,"ok":false}
fair, and the same for the same seed
bool(true)
bool(true)
bool(false)
Swoole\Coroutine::select(): Argument #1 ($cases) must be an array of channels and of pairs of a channel and a value
false
