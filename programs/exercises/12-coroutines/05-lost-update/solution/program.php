<?php
$balance = 0;
for ($i = 1; $i <= 10; $i++) {
    go(function () use (&$balance, $i) {
        Co::sleep(0.01);
        $balance += $i;
    });
}
Swoole\Event::wait();
echo $balance, "\n";
