<?php
use Swoole\Coroutine\Channel;
Co\run(function () {
    $ch = new Channel(1);
    foreach (['a', 'b'] as $name) {
        go(function () use ($ch, $name) { while (($v = $ch->pop()) !== false) { echo "$name got $v\n"; Co::sleep(0.01); } });
    }
    for ($i = 1; $i <= 6; $i++) { $ch->push($i); }
    $ch->close();
});
echo "end\n";
