<?php
class D { function __construct(public string $n) {} function __destruct() { echo "destroyed {$this->n}\n"; } }
function inner() {
    $d = new D('inner');
    try { Fiber::suspend(); echo "never\n"; }
    catch (Throwable $e) { echo "caught?\n"; }
    finally { echo "finally\n"; }
}
$fiber = new Fiber(function () { $d = new D('outer'); inner(); });
$fiber->start();
echo "before\n";
unset($fiber);
echo "after\n";
$never = new Fiber(fn () => print("not started\n"));
unset($never);
echo "end\n";
