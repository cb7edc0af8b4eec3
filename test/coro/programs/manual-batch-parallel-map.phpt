--TEST--
Swoole manual: batch parallel map
--FILE--
<?php
use Swoole\Coroutine;
use function Swoole\Coroutine\batch;
use function Swoole\Coroutine\map;
use function Swoole\Coroutine\parallel;
use function Swoole\Coroutine\run;
run(function () {
    $start = microtime(true);
    $results = batch([
        'file_put_contents' => function () { Coroutine::sleep(0.3); return 'put'; },
        'gethostbyname' => function () { Coroutine::sleep(0.1); return Coroutine\System::gethostbyname('127.0.0.1'); },
        'usleep' => function () { usleep(200000); return null; },
        'late' => function () { Coroutine::sleep(3); return 'too late'; },
    ], 1);
    var_dump($results);
    printf("%.1f s\n", microtime(true) - $start);
    $c = 2;
    $list = [];
    parallel($c, function () use (&$list) { Coroutine::sleep(0.2); $list[] = 'x'; });
    echo implode(',', $list), "\n";
    var_dump(map(['a' => 1, 'b' => 2], function (int $n, string $key) { Coroutine::sleep(0.1 / $n); return "$key$n"; }));
});
--EXPECT--
array(4) {
  ["file_put_contents"]=>
  string(3) "put"
  ["gethostbyname"]=>
  string(9) "127.0.0.1"
  ["usleep"]=>
  NULL
  ["late"]=>
  NULL
}
1.0 s
x,x
array(2) {
  ["a"]=>
  string(2) "a1"
  ["b"]=>
  string(2) "b2"
}
