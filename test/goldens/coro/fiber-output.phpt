--TEST--
Fiber output
--FILE--
<?php
$f = new Fiber(function () {
    ob_start();
    echo "in fiber";
    Fiber::suspend();
    $x = ob_get_clean();
    echo "<$x>\n";
    error_reporting(0);
    echo $undefined;
    Fiber::suspend(error_reporting());
    echo @$quiet[Fiber::suspend(1)];
});
$f->start();
echo "in main";
var_dump($f->resume());
var_dump(error_reporting());
$f->resume();
var_dump(error_reporting());
$f->resume('k');
echo $undef;
--EXPECTF--
<in fiberin main>
int(0)
int(32767)
int(32767)

Warning: Undefined variable $undef in %s on line 20
