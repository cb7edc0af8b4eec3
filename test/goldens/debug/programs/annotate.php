<?php
function twice(int $n): int { return $n * 2; }
function gen() {
    $got = yield twice(2);
    return $got;
}
$g = gen();
echo $g->current(), "\n";
$g->send('hello');
$f = new Fiber(function ($x) {
    $y = Fiber::suspend($x + 1);
    echo "got $y\n";
});
$f->start(4);
$f->resume('back');
for ($n = 1; $n <= 6; $n++) {
    go(function () use ($n) { co::sleep(0.1 * $n); });
}
$channel = new chan();
go(function () use ($channel) { $channel->pop(); });
