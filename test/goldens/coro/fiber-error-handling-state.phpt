--TEST--
error_reporting, silence, handlers and ini settings across suspensions
--FILE--
<?php
set_error_handler(function ($no, $msg) { echo "handler($no): $msg", Fiber::getCurrent() ? ' in fiber' : '', "\n"; return true; });
$f = new Fiber(function () {
    echo $undef1;
    error_reporting(E_ALL & ~E_WARNING);
    Fiber::suspend(error_reporting());
    echo $undef2;
    $x = @$undef3 . @Fiber::suspend('silent ' . error_reporting());
    echo error_reporting(), "\n";
    $old = set_error_handler(function ($no, $msg) { Fiber::suspend("own handler: $msg"); throw new ErrorException($msg, 0, $no); });
    error_reporting(E_ALL);
    try { $a = []; $y = 'before ' . $a['missing'] . ' after'; } catch (ErrorException $e) { echo 'caught ', $e->getMessage(), "\n"; }
    restore_error_handler();
    try { echo 10 % Fiber::suspend('divisor'); } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
    $s = "abc"; echo $s[Fiber::suspend('offset')], "|\n";
    trigger_error('user notice', E_USER_NOTICE);
    ini_set('precision', 5);
    Fiber::suspend('precision');
    echo 1 / 3, "\n";
});
$v = $f->start();
while (!$f->isTerminated()) {
    echo json_encode($v), ' main: ', error_reporting(), ' ', ini_get('precision'), "\n";
    echo $undefInMain;
    $v = $f->resume(match ($v) { 'divisor' => 0, 'offset' => 7, default => null });
}
echo 2 / 3, "\n";
restore_error_handler();
--EXPECTF--
handler(2): Undefined variable $undef1 in fiber
32765 main: 32767 14
handler(2): Undefined variable $undefInMain
handler(2): Undefined variable $undef2 in fiber
handler(2): Undefined variable $undef3 in fiber
"silent 4437" main: 32767 14
handler(2): Undefined variable $undefInMain
32765
"own handler: Undefined array key \"missing\"" main: 32767 14

Warning: Undefined variable $undefInMain in %s on line 24
caught Undefined array key "missing"
"divisor" main: 32767 14
handler(2): Undefined variable $undefInMain
Modulo by zero
"offset" main: 32767 14
handler(2): Undefined variable $undefInMain
handler(2): Uninitialized string offset 7 in fiber
|
handler(1024): user notice in fiber
"precision" main: 32767 5
handler(2): Undefined variable $undefInMain
0.33333
0.66667
