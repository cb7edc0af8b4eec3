--TEST--
Swoole manual: barrier waitgroup
--FILE--
<?php
use Swoole\Coroutine;
use Swoole\Coroutine\Barrier;
use Swoole\Coroutine\System;
use Swoole\Coroutine\WaitGroup;
use function Swoole\Coroutine\run;
run(function () {
    $barrier = Barrier::make();
    $count = 0;
    foreach (range(1, 4) as $i) {
        Coroutine::create(function () use ($barrier, &$count) { System::sleep(0.5); $count++; });
    }
    Barrier::wait($barrier);
    var_dump($count, $barrier);

    $wg = new WaitGroup();
    $result = [];
    $wg->add();
    go(function () use ($wg, &$result) { System::sleep(0.2); $result['taobao'] = 1; $wg->done(); });
    $wg->add();
    go(function () use ($wg, &$result) { System::sleep(0.1); $result['baidu'] = 2; $wg->done(); });
    var_dump($wg->count(), $wg->wait(), $wg->count());
    var_dump($result);
    $wg->add(2);
    go(function () use ($wg) { $wg->done(); });
    var_dump($wg->wait(0.5), $wg->count());
    $wg->done();
    try { $wg->done(); } catch (BadMethodCallException $e) { echo $e->getMessage(), "\n"; }
    try { $wg->add(-1); } catch (InvalidArgumentException $e) { echo $e->getMessage(), "\n"; }
    $barrier = Barrier::make();
    $start = microtime(true);
    go(function () use ($barrier) { System::sleep(5); });
    Barrier::wait($barrier, 1);
    printf("%.1f\n", microtime(true) - $start);
});
--EXPECT--
int(4)
NULL
int(2)
bool(true)
int(0)
array(2) {
  ["baidu"]=>
  int(2)
  ["taobao"]=>
  int(1)
}
bool(false)
int(1)
WaitGroup misuse: negative counter
WaitGroup misuse: negative counter
1.0
