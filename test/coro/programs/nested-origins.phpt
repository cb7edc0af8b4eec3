--TEST--
nested origins
--FILE--
<?php
// Who goes on when a coroutine waits or ends: whoever started or resumed it last.
use Swoole\Coroutine as Co;
$a = go(function () {
    echo "a1 ";
    $b = go(function () use (&$c) {
        echo "b1 ";
        $c = go(function () { echo "c1 "; Co::yield(); echo "c2 "; Co::yield(); echo "c3 "; });
        echo "b2 ";
        Co::yield();
        echo "b3 ";
        Co::resume($c);
        echo "b4 ";
    });
    echo "a2 ";
    Co::resume($b);
    echo "a3 ";
    Co::resume($c);
    echo "a4\n";
});
var_dump(Co::exists($a), @Co::resume($a), Co::getCid());
go(function () { $self = Co::getCid(); go(function () use ($self) { Co::sleep(0.1); Co::resume($self); echo "resumer\n"; }); Co::suspend(); echo "resumed by my child\n"; });
--EXPECT--
a1 b1 c1 b2 a2 b3 c2 b4 a3 c3 a4
bool(false)
bool(false)
int(-1)
resumed by my child
resumer
