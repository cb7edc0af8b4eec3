--TEST--
Swoole manual: yield resume
--FILE--
<?php
$cid = go(function () {
    echo "co 1 start\n";
    co::yield();
    echo "co 1 end\n";
});
go(function () use ($cid) {
    echo "co 2 start\n";
    co::sleep(0.5);
    co::resume($cid);
    echo "co 2 end\n";
});
Swoole\Event::wait();
--EXPECT--
co 1 start
co 2 start
co 1 end
co 2 end
