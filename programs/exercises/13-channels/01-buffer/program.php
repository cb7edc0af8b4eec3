<?php
$ch = new Swoole\Coroutine\Channel(2);
go(function () use ($ch) {
    for ($i = 1; $i <= 4; $i++) { $ch->push($i); echo "pushed $i\n"; }
    $ch->close();
});
go(function () use ($ch) {
    while (($v = $ch->pop()) !== false) echo "got $v\n";
    echo "closed: ", $ch->errCode === SWOOLE_CHANNEL_CLOSED ? 'yes' : 'no', "\n";
});
