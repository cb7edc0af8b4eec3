--TEST--
Swoole manual: channel
--FILE--
<?php
use Swoole\Coroutine;
use Swoole\Coroutine\Channel;
use function Swoole\Coroutine\run;
run(function () {
    $channel = new Channel(1);
    Coroutine::create(function () use ($channel) {
        for ($i = 0; $i < 4; $i++) {
            Coroutine::sleep(1.0);
            $channel->push(['rand' => 1000 + $i, 'index' => $i]);
            echo "{$i}\n";
        }
    });
    Coroutine::create(function () use ($channel) {
        while (1) {
            $data = $channel->pop(2.0);
            if ($data) {
                echo json_encode($data), "\n";
            } else {
                var_dump($channel->errCode === SWOOLE_CHANNEL_TIMEOUT);
                break;
            }
        }
    });
});
--EXPECT--
{"rand":1000,"index":0}
0
{"rand":1001,"index":1}
1
{"rand":1002,"index":2}
2
{"rand":1003,"index":3}
3
bool(true)
