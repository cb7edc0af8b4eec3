<?php
use Swoole\Coroutine\Channel;

function fan_in(array $channels): Generator
{
    while ($channels !== []) {
        $r = Co::select($channels);
        if (!$r['ok']) {
            unset($channels[$r['key']]);
            continue;
        }
        yield [$r['key'], $r['value']];
    }
}

function source(float $every, int $times): Channel
{
    $ch = new Channel(1);
    go(function () use ($ch, $every, $times) {
        for ($i = 1; $i <= $times; $i++) { Co::sleep($every); $ch->push($i); }
        $ch->close();
    });
    return $ch;
}

Co\run(function () {
    foreach (fan_in(['fast' => source(0.1, 4), 'slow' => source(0.25, 2)]) as [$key, $value]) echo "$key $value\n";
    echo "all closed\n";
});
