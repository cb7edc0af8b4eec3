--TEST--
Fiber gc
--FILE--
<?php
class Node { public $f; public $name; function __construct($n) { $this->name = $n; } function __destruct() { echo "gc {$this->name}\n"; } }
function make($n) {
    $node = new Node($n);
    $node->f = new Fiber(function () use ($node) { try { $local = [$node]; Fiber::suspend($node); } finally { echo "finally {$node->name}\n"; } });
    $node->f->start();
}
make('one'); make('two');
echo "collect\n";
var_dump(gc_collect_cycles() > 0);
echo "collected\n";
$node = new Node('unstarted');
$node->f = new Fiber(function () use ($node) {});
unset($node);
gc_collect_cycles();
$f = new Fiber(function () use (&$f) { Fiber::suspend(); });
$f->start();
unset($f);
gc_collect_cycles();
$f = new Fiber(function () use (&$f) { return $f; });
$f->start();
unset($f);
gc_collect_cycles();
echo "end\n";
--EXPECT--
collect
bool(false)
collected
gc unstarted
end
gc one
finally one
gc two
finally two
