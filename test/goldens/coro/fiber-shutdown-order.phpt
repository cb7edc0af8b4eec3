--TEST--
shutdown functions, output, destructors and suspended fibers at the very end
--FILE--
<?php
class D { function __construct(public string $n) {} function __destruct() { echo "~$this->n\n"; } }
ob_start(function ($b) { return "[buffer]" . $b . "[/buffer]"; });
$d = new D('global');
$f = new Fiber(function () { $l = new D('in fiber'); register_shutdown_function(function () { echo "registered in fiber\n"; }); try { Fiber::suspend(); echo "resumed in shutdown\n"; Fiber::suspend(); } finally { echo "finally\n"; } });
$f->start();
register_shutdown_function(function () use ($f) { $f->resume(); });
register_shutdown_function(function () { (new Fiber(function () { $x = new D('short lived'); Fiber::suspend(); }))->start(); echo "after short lived\n"; });
register_shutdown_function(function () { throw new Exception('thrown in shutdown'); });
set_exception_handler(function ($e) { echo 'handler: ', $e->getMessage(), "\n"; });
echo "end of script\n";
--EXPECTF--
[buffer]end of script
registered in fiber
resumed in shutdown
~short lived
after short lived

Fatal error: Uncaught Exception: thrown in shutdown in %s:9
Stack trace:
#0 [internal function]: {closure}()
#1 {main}
  thrown in %s on line 9
~global
finally
~in fiber
[/buffer]
