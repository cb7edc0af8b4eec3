<?php
use Swoole\Coroutine\WaitGroup;

Co\run(function () {
    $group = new WaitGroup;
    $work = function (int $n) use ($group) {
        if ($n === 2) throw new RuntimeException("job $n is broken");
        echo "job $n\n";
        $group->done();
    };
    for ($n = 1; $n <= 3; $n++) {
        $group->add();
        go(function () use ($work, $n) {
            try { $work($n); } catch (RuntimeException $e) { echo $e->getMessage(), "\n"; }
        });
    }
    $group->wait();
    echo "all accounted for\n";
});
