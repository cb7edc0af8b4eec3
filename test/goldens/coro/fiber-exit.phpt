--TEST--
Fiber exit
--FILE--
<?php
class D { function __destruct() { echo "destruct\n"; } }
$d = new D;
$f = new Fiber(function () { try { $x = new D; Fiber::suspend(); exit("bye\n"); } finally { echo "no finally on exit\n"; } });
$f->start();
register_shutdown_function(function () { echo "shutdown\n"; });
try { $f->resume(); } finally { echo "not here\n"; }
echo "nor here\n";
--EXPECT--
bye
destruct
shutdown
destruct
