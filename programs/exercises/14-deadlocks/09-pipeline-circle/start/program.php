<?php
use Swoole\Coroutine\Channel;

const LINKS = ['/' => ['/a', '/b', '/c'], '/a' => ['/d', '/e'], '/b' => ['/f', '/g', '/h'], '/c' => ['/i']];

Co\run(function () {
    $queue = new Channel(2);
    $seen = ['/' => true];
    $open = 1;
    $queue->push('/');
    for ($w = 0; $w < 2; $w++) {
        go(function () use ($queue, &$seen, &$open) {
            while (($page = $queue->pop()) !== false) {
                foreach (LINKS[$page] ?? [] as $link) {
                    if (isset($seen[$link])) continue;
                    $seen[$link] = true;
                    $open++;
                    $queue->push($link);
                }
                if (--$open === 0) $queue->close();
            }
        });
    }
    Co::sleep(1);
    ksort($seen);
    echo implode(' ', array_keys($seen)), "\n";
});
