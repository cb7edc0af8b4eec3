--TEST--
Fiber handlers
--FILE--
<?php
set_error_handler(function ($no, $msg) { echo "handler: $msg\n"; Fiber::suspend('in handler'); echo "handler ends\n"; return true; });
$f = new Fiber(function () { $x = 'v: ' . $undef . '!'; echo $x, "\n"; echo [][3] ?? 'd', "\n"; $a = []; echo $a['k'], "|\n"; });
var_dump($f->start()); var_dump($f->resume()); var_dump($f->resume());
restore_error_handler();
set_exception_handler(function ($e) { echo 'handler ', $e->getMessage(), "\n"; $f = new Fiber(function () { Fiber::suspend('eh'); }); var_dump($f->start()); });
$f = new Fiber(function () { throw new Exception('unhandled'); });
$f->start();
--EXPECT--
handler: Undefined variable $undef
string(10) "in handler"
handler ends
v: !
d
handler: Undefined array key "k"
string(10) "in handler"
handler ends
|
NULL
handler unhandled
string(2) "eh"
