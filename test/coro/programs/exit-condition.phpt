--TEST--
exit condition
--FILE--
<?php
use Swoole\Coroutine as Co;
$asked = 0;
Co::set(['exit_condition' => function () use (&$asked) { return ++$asked >= 3; }]);
go(function () { Co::sleep(0.1); echo "slept\n"; });
Swoole\Event::wait();
var_dump($asked);
Co::set(['exit_condition' => 'no_such_function']);
--EXPECTF--
slept
int(3)

Warning: Swoole\Coroutine::set(): function 'no_such_function' is not callable in %s on line 8
