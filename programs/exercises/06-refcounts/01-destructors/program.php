<?php
class D {
    function __construct(public string $n) {}
    function __destruct() { echo "-{$this->n}\n"; }
}
function f() { $x = new D('local'); echo "in f\n"; }
new D('temp');
f();
$a = new D('first');
$a = new D('second');
$b = $a;
unset($a);
echo "still here\n";
$b = null;
$last = new D('last');
echo "end\n";
