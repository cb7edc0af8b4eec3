<?php
use Swoole\Coroutine\Channel;
use Swoole\Coroutine\WaitGroup;

function pool(int $workers, iterable $jobs, callable $work): array
{
    $queue = new Channel(1);
    $group = new WaitGroup($workers);
    $results = [];
    for ($i = 0; $i < $workers; $i++) {
        go(function () use ($queue, $group, $work, &$results) {
            while (($item = $queue->pop()) !== false) {
                $results[$item[0]] = $work($item[1]);
            }
            $group->done();
        });
    }
    $n = 0;
    foreach ($jobs as $job) {
        $queue->push([$n++, $job]);
    }
    $queue->close();
    $group->wait();
    ksort($results);
    return $results;
}

Co\run(function () {
    $running = $most = 0;
    $start = microtime(true);
    $results = pool(3, (fn () => yield from range(1, 7))(), function ($job) use (&$running, &$most) {
        $most = max($most, ++$running);
        Co::sleep($job % 2 === 0 ? 0.1 : 0.2);
        $running--;
        return $job * $job;
    });
    echo json_encode($results), "\n";
    printf("at most %d at a time, %.1f s\n", $most, microtime(true) - $start);
});
