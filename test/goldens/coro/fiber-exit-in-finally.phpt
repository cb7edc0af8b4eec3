--TEST--
exit while a fiber is being destroyed
--FILE--
<?php
class N { function __construct(private string $n) {} function __destruct() { echo "~$this->n\n"; } }
$f = new Fiber(function () { $n = new N('local'); try { Fiber::suspend(); } finally { echo "finally exits\n"; exit(3); } });
$f->start();
$g = new N('global');
register_shutdown_function(fn() => print("shutdown\n"));
$f = null;
echo "never\n";
--EXPECT--
finally exits
~local
never
shutdown
~global
