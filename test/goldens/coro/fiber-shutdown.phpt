--TEST--
Fiber shutdown
--FILE--
<?php
class D { public $n; function __construct($n) { $this->n = $n; } function __destruct() { echo "D {$this->n}\n"; } }
function body($n) { $d = new D($n); try { Fiber::suspend(); } finally { echo "finally $n\n"; } }
$a = new Fiber('body'); $a->start(1);
$b = new Fiber('body'); $b->start(2);
$keep = [$b];
$c = new Fiber(function () { $d = new Fiber('body'); $d->start(3); Fiber::suspend(); });
$c->start();
$o = new stdClass; $o->self = $o; $o->f = new Fiber('body'); $o->f->start(4); unset($o);
echo "end\n";
--EXPECT--
end
finally 3
D 3
finally 1
D 1
finally 2
D 2
finally 4
D 4
