--TEST--
Fiber destroy
--FILE--
<?php
class Noisy { function __construct(public string $n) {} function __destruct() { echo "destroy $this->n\n"; } }
$f = new Fiber(function () {
    $a = new Noisy('a');
    try {
        try {
            $b = new Noisy('b');
            echo "suspending\n";
            Fiber::suspend();
            echo "never\n";
        } catch (Throwable $e) {
            echo "never caught\n";
        } finally {
            echo "finally 1\n";
            try { Fiber::suspend(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
        }
    } finally {
        echo "finally 2\n";
    }
    echo "never\n";
});
$f->start();
unset($f);
echo "after unset\n";
$f = new Fiber(function () {
    try { Fiber::suspend(); } finally { throw new Exception('from finally'); }
});
$f->start();
try { unset($f); } catch (Exception $e) { echo $e->getMessage(), ' ', $e->getPrevious() === null ? 'no previous' : 'previous', "\n"; }
$f = new Fiber(function () {
    try { Fiber::suspend(); } finally { return 'x'; }
});
$f->start();
$f = null;
$f = new Fiber(function () { $x = new Noisy('end'); try { Fiber::suspend(); } finally { echo "at shutdown\n"; } });
$f->start();
echo "end\n";
--EXPECT--
suspending
finally 1
Cannot suspend in a force-closed fiber
finally 2
destroy a
destroy b
after unset
from finally no previous
end
at shutdown
destroy end
