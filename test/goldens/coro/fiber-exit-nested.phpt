--TEST--
exit in a nested fiber: no finally blocks, shutdown functions and destructors run
--FILE--
<?php
class N { function __construct(private string $n) {} function __destruct() { echo "~$this->n\n"; } }
register_shutdown_function(function () { echo "shutdown 1 ", Fiber::getCurrent() === null ? 'main' : 'fiber', "\n"; $f = new Fiber(function () { echo "fiber in shutdown\n"; Fiber::suspend(); echo "and on\n"; }); $f->start(); $f->resume(); });
register_shutdown_function(function () { echo "shutdown 2\n"; $f = new Fiber(fn() => exit("exit again\n")); $f->start(); echo "never\n"; });
register_shutdown_function(function () { echo "shutdown 3 never\n"; });
$outer = new Fiber(function () {
    $n = new N('outer local');
    try {
        $inner = new Fiber(function () {
            $n = new N('inner local');
            try { array_map(function ($x) { $t = new N('callback local'); exit("bye from $x\n"); }, ['depth']); }
            finally { echo "no finally\n"; }
        });
        $inner->start();
    } finally { echo "no finally\n"; }
});
$n = new N('global');
try { $outer->start(); } finally { echo "no finally\n"; }
--EXPECT--
bye from depth
~callback local
~inner local
~outer local
shutdown 1 main
fiber in shutdown
and on
shutdown 2
exit again
~global
